"""Asking for the record of a day, and saying that it is old."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.persons.models import Person
from regie.ui.parts import Crumb
from regie.ui.words import written

TITLE = "Zoals bekend op een dag"


@dataclass(frozen=True)
class AsKnownPage:
    """One question: of which day."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]


@dataclass(frozen=True)
class OldKnowledge:
    """That this is not what we know now, and the way to what we do."""

    title: str
    text: str
    url: str


def as_known_page(person: Person) -> AsKnownPage:
    """For choosing the day."""
    crumbs = (
        Crumb("Jongeren", reverse("desk:people")),
        Crumb(str(person), reverse("desk:person", args=[person.ref])),
        Crumb(TITLE),
    )
    lead = "U ziet dan wat er aan het einde van die dag over hem bekend was. Wat later is verbeterd, telt niet mee."
    return AsKnownPage(TITLE, lead, crumbs)


def unknown_then(asked: date) -> str:
    """What to say of a day on which nothing was known of him."""
    return f"Op {written(asked)} was er nog niets over hem bekend. Kies een latere dag."


def old_knowledge(person: Person, on: date) -> OldKnowledge:
    """The words above the record of a day."""
    return OldKnowledge(
        f"Zoals bekend op {written(on)}",
        "Dit is oude kennis: zo stond het er aan het einde van die dag. "
        "Wat daarna is verteld, verbeterd of ingetrokken, ziet u hier niet.",
        reverse("desk:person", args=[person.ref]),
    )
