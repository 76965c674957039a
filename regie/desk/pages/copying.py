"""Kopieer voor…: for whom, exactly the text that goes, and beside it what is left out and why."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from regie.approach.enums import CopiedKind
from regie.approach.rules import Approach, CopyRule
from regie.desk.pages.copied_plan import OF_HIS_PLAN
from regie.desk.pages.copied_road import OF_HIS_ROAD, Copied, Said, Saying
from regie.desk.pages.lines import Line
from regie.desk.pages.record import Record
from regie.persons.models import Person
from regie.trajectories.rules import ground_of
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import capital, listed, written

TITLE = "Kopieer voor een ander"
LEAD = "Voor het systeem van een ander, zodat u niets twee keer opschrijft. Alleen wat mee mag, staat in de tekst."
NEVER = (
    "Wat we weten over LVB, veiligheidsnotities, wat de aanmelding vertelde, keerpunten, lessen, papieren, "
    "zijn week en zijn BSN."
)
OF_EACH: Mapping[CopiedKind, Saying] = {**OF_HIS_ROAD, **OF_HIS_PLAN}


@dataclass(frozen=True)
class ChoosingPage:
    """For whom can be copied, each with what goes and on which ground."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class CopyPage:
    """The text for one recipient, in which kinds there is something, and what does not go."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    about: tuple[Item, ...]
    text: str
    kinds: tuple[CopiedKind, ...]
    left_out: tuple[Item, ...]
    cancel_url: str
    told_url: str

    @property
    def shown(self) -> str:
        """Which text this is: another one has another."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def choosing_page(person: Person, approach: Approach) -> ChoosingPage:
    """No query."""
    lines = tuple(_line(person, one, approach) for one in approach.copied_for)
    return ChoosingPage(TITLE, str(person), LEAD, _crumbs(person, TITLE), lines)


def copy_page(record: Record, rule: CopyRule, approach: Approach) -> CopyPage:
    """Exactly what goes; raises NotNow when the ground is no longer of the approach. A query for some kinds."""
    person = record.trajectory.person
    told = _told(record, rule)
    kinds = tuple(kind for kind, said in told.items() if said.lines)
    text = _text(record, rule, told) if kinds else ""
    above = Crumb(TITLE, reverse("desk:copying", args=[person.ref]))
    return CopyPage(
        title=f"Kopieer voor {rule.title}",
        person=record.name,
        lead=rule.text,
        crumbs=(*_crumbs(person), above, Crumb(rule.title)),
        about=(
            Item("Grond", str(ground_of(approach, rule)), "De aanpak noemt deze grond. Te verifiëren."),
            Item("Waarvoor", rule.purpose),
        ),
        text=text,
        kinds=kinds,
        left_out=_left_out(rule, told),
        cancel_url=reverse("desk:person", args=[person.ref]),
        told_url=reverse("desk:disclosures", args=[person.ref]),
    )


def _told(record: Record, rule: CopyRule) -> dict[CopiedKind, Said]:
    """Of each kind that is open what is there; what is closed is not even read."""
    one = Copied(record, rule)
    return {kind: OF_EACH[kind](one) for kind in CopiedKind if kind in rule.kinds}


def _text(record: Record, rule: CopyRule, told: Mapping[CopiedKind, Said]) -> str:
    head = (
        f"Voor: {rule.title}\n"
        f"Van: re-integratieofficier, gemeente {record.trajectory.municipality.name}\n"
        f"Gemaakt op: {written(record.on)}"
    )
    parts = (_part(kind, said.lines) for kind, said in told.items() if said.lines)
    return "\n\n".join((head, *parts)) + "\n"


def _part(kind: CopiedKind, lines: Sequence[str]) -> str:
    return "\n".join((f"{kind.label}:", *(f"- {line}" for line in lines)))


def _left_out(rule: CopyRule, told: Mapping[CopiedKind, Said]) -> tuple[Item, ...]:
    closed = [kind.label for kind in CopiedKind if kind not in rule.kinds]
    empty = [kind.label for kind, said in told.items() if not said.lines and kind is not CopiedKind.HEALTH]
    held = " ".join(said.held for said in told.values() if said.held)
    closed_by = f"Het staat niet in de regels voor {rule.title}."
    items = (
        Item("Mag niet mee", _listed(closed), closed_by),
        Item("Een deel mag niet mee", held),
        Item("Niets om mee te geven", _listed(empty), "Hierover is nog niets vastgelegd dat mee mag."),
        Item("Gaat nooit mee", NEVER, "Ook niet als uw gemeente de regels verandert."),
    )
    return tuple(item for item in items if item.description)


def _listed(labels: Sequence[str]) -> str:
    """As one sentence, or nothing."""
    lowered = (label[:1].lower() + label[1:] for label in labels[1:])
    return f"{listed([labels[0], *lowered])}." if labels else ""


def _line(person: Person, rule: CopyRule, approach: Approach) -> Line:
    goes = capital(listed([kind.label.lower() for kind in rule.kinds]))
    grounds = {one.code: str(one) for one in approach.grounds}
    ground = (
        f"Grond: {grounds[rule.ground]}" if rule.ground in grounds else "De grond staat niet in de aanpak."
    )
    url = reverse("desk:copy", args=[person.ref, rule.code])
    return Line(Item(rule.title, f"{goes}.", ground), (Action("Tekst bekijken", url),))


def _crumbs(person: Person, *titles: str) -> tuple[Crumb, ...]:
    above = Crumb("Mijn jongeren", reverse("desk:people"))
    his = Crumb(str(person), reverse("desk:person", args=[person.ref]))
    return (above, his, *(Crumb(title) for title in titles))
