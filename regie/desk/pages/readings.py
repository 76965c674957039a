"""How it goes: per life domain what each eye sees, side by side; never a score, and nobody is compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.approach.queries import Approaches
from regie.desk.pages.basic_conditions import MeasuredPart, measured_part
from regie.desk.pages.lines import Line
from regie.desk.pages.places import PLAN, READINGS, crumbs_to
from regie.desk.pages.plan_words import PlanCard
from regie.desk.pages.reading_words import changing, eye, level, quoted, titles_on
from regie.persons.models import Person
from regie.plans.models import DomainReading
from regie.plans.queries import readings_of
from regie.plans.rules import differ, same_eye
from regie.trajectories.models import Trajectory
from regie.ui.parts import Action, Cell, Crumb, Item
from regie.ui.words import capital, written

TITLE = READINGS.title
LEAD = "Hoe gaat het, volgens hemzelf en volgens anderen? Er komt geen cijfer uit."
DIFFERENT = "Jullie zien dit anders. Praat erover."
NOTHING = "Vraag hem hoe het gaat, en zeg hoe u het ziet. Niet bekend is ook een antwoord."
COLUMNS = ("Dag", "Wie", "Hoe het gaat", "Woorden")


@dataclass(frozen=True)
class DomainPart:
    """One domain: the last of each eye, whether they differ, and all that was told before."""

    title: str
    lines: tuple[Line, ...]
    note: str
    rows: tuple[tuple[Cell, ...], ...]
    more: str


@dataclass(frozen=True)
class ReadingsPage:
    """Every domain of the approach, and those that left it and were told of; then the basic conditions."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    columns: tuple[str, ...]
    parts: tuple[DomainPart, ...]
    measured: MeasuredPart
    actions: tuple[Action, ...]


def readings_page(trajectory: Trajectory, *, on: date, mine: bool) -> ReadingsPage:
    """All of it, for a viewer who may see him; four queries."""
    person, told = trajectory.person, readings_of(trajectory)
    approaches = Approaches.of(trajectory.municipality, until=on)
    levels = titles_on(approaches, "reading_levels", told, on)
    parts = (
        _domain(title, [one for one in told if one.domain == code], levels, editable=mine)
        for code, title in _domains(approaches, told, on=on).items()
    )
    return ReadingsPage(
        TITLE,
        str(person),
        LEAD,
        crumbs_to(person, TITLE, under=PLAN, mine=mine),
        COLUMNS,
        tuple(parts),
        measured_part(trajectory, approaches, on=on, editable=mine),
        _telling(person) if mine else (),
    )


def readings_card(
    told: Sequence[DomainReading], approaches: Approaches, person: Person, *, on: date, editable: bool
) -> PlanCard:
    """On the page of his plan: per domain the last of each eye, of what is told the last one first; no query."""
    levels = titles_on(approaches, "reading_levels", told, on)
    lines = []
    for code, title in _domains(approaches, told, on=on).items():
        last = last_of_each(one for one in told if one.domain == code)
        if last:
            words = "\n".join(f"{eye(one)}: {level(one, levels)}" for one in last)
            lines.append(
                Line(Item(title, words, capital(written(last[0].happened_on))), key=f"domain:{code}")
            )
    all_of_it = Action("Alles over hoe het gaat", reverse("desk:readings", args=[person.ref]))
    return PlanCard(TITLE, tuple(lines), NOTHING, (*(_telling(person) if editable else ()), all_of_it))


def last_of_each(told: Iterable[DomainReading]) -> list[DomainReading]:
    """The last of each eye, of what is told the last one first."""
    found: dict[tuple[str, str], DomainReading] = {}
    for one in told:
        found.setdefault(same_eye(one.account), one)
    return list(found.values())


def _domains(approaches: Approaches, told: Sequence[DomainReading], *, on: date) -> dict[str, str]:
    """The domains of the approach in its order, and then those that were told of and left it."""
    now = {code: entry.title for code, entry in approaches.entries("life_domains", on).items()}
    before = titles_on(approaches, "life_domains", told)
    left = {one.domain: before.get(one.domain, one.domain) for one in told if one.domain not in now}
    return now | {code: f"{title} (staat niet meer in de aanpak)" for code, title in left.items()}


def _domain(title: str, told: list[DomainReading], levels: dict[str, str], *, editable: bool) -> DomainPart:
    last = last_of_each(told)
    lines = tuple(
        Line(
            Item(f"{eye(one)}, {written(one.happened_on)}", level(one, levels), quoted(one.words)),
            changing("domainreading", one) if editable else (),
        )
        for one in last
    )
    rows = tuple(_row(one, levels, editable=editable) for one in told) if len(told) > len(last) else ()
    note = DIFFERENT if differ(one.level for one in last) else ""
    return DomainPart(title, lines, note, rows, f"Hoe het eerder ging: {len(told)} keer verteld")


def _row(one: DomainReading, levels: dict[str, str], *, editable: bool) -> tuple[Cell, ...]:
    url = reverse("desk:correct_domainreading", args=[one.ref]) if editable else ""
    texts = (eye(one), level(one, levels), quoted(one.words))
    return (Cell(written(one.happened_on), url), *(Cell(text) for text in texts))


def _telling(person: Person) -> tuple[Action, ...]:
    return (Action("Vastleggen hoe het gaat", reverse("desk:tell_readings", args=[person.ref])),)
