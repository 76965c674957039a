"""What was agreed, on paper for him: big letters, one promise on a line, a day with its name."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from regie.desk.pages.agreements import quoted
from regie.desk.pages.places import AGREEMENTS, crumbs_to
from regie.plans.enums import Consent, PromisedBy
from regie.plans.models import Agreement
from regie.ui.parts import Crumb
from regie.ui.words import on_weekday

ANSWER = {
    Consent.AGREED: "Jij bent het hiermee eens.",
    Consent.NOT_AGREED: "Jij bent het hier niet mee eens.",
    Consent.COULD_NOT_ANSWER: "Jij kon hier nog niets over zeggen.",
}
WHOSE = {PromisedBy.YOUNG_PERSON: "Dit beloof jij", PromisedBy.OFFICER: "Dit belooft jouw officier"}


@dataclass(frozen=True)
class PaperPart:
    """What one of them promises."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PaperPage:
    """Spoken to himself; `answer` is what he said of it, `again` when it is looked at together."""

    title: str
    person: str
    day: str
    crumbs: tuple[Crumb, ...]
    parts: tuple[PaperPart, ...]
    answer: tuple[str, ...]
    again: str
    pdf_url: str


def paper_page(one: Agreement, *, mine: bool) -> PaperPage:
    """For printing; no query when it was read with its promises."""
    person = one.trajectory.person
    if one.again_on:
        again = f"Op {on_weekday(one.again_on)} kijken we hier samen naar."
    else:
        again = "We spreken nog af wanneer we hier samen naar kijken."
    return PaperPage(
        title="Onze afspraken",
        person=str(person),
        day=on_weekday(one.happened_on),
        crumbs=crumbs_to(person, "Op papier", under=AGREEMENTS, mine=mine),
        parts=tuple(_parts(one)),
        answer=tuple(filter(None, (ANSWER[Consent(one.consent)], quoted(one.answer)))),
        again=again,
        pdf_url=reverse("desk:agreement_sheet", args=[one.ref]),
    )


def _parts(one: Agreement) -> Iterator[PaperPart]:
    for who, name in dict.fromkeys(promise[:2] for promise in one.promises):
        lines = tuple(promise.words for promise in one.promises if promise[:2] == (who, name))
        yield PaperPart(WHOSE.get(who, f"Dit belooft {name}"), lines)
