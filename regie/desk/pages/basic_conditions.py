"""The basic conditions at the five moments: met, not met, not known or not asked, each said apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.approach.queries import Approaches
from regie.approach.rules import Entry
from regie.clocks.rules import Road
from regie.desk.pages.circumstances import described as circumstance_described
from regie.desk.pages.lines import Line
from regie.desk.pages.reading_words import NOT_ASKED_WORDS, changing, condition_item, titles_on
from regie.detention.queries import stays_of
from regie.persons.models import Person
from regie.plans.enums import MeasuredAt
from regie.plans.models import ConditionReading
from regie.plans.queries import conditions_of
from regie.plans.rules import MONTHS, Detained, counts, day_of, proposed
from regie.trajectories.models import Trajectory
from regie.trajectories.models.circumstance import holding
from regie.trajectories.queries import circumstances_of
from regie.ui.parts import Action, Cell, Item
from regie.ui.words import briefly, listed, written

NO_DAY = {
    MeasuredAt.ENTRY: "Zijn eerste dag is nog niet bekend.",
    **dict.fromkeys(tuple(MeasuredAt)[1:], "Telt vanaf zijn vrijlating."),
}


@dataclass(frozen=True)
class MeasuredPart:
    """The table, what each condition means, when each moment is, and all that was measured, the last one first."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    meanings: tuple[Item, ...]
    moments: tuple[Line, ...]
    told: tuple[Line, ...]


def measured_part(
    trajectory: Trajectory, approaches: Approaches, *, on: date, editable: bool
) -> MeasuredPart:
    """What was measured, and for when; two queries."""
    person = trajectory.person
    told = conditions_of(trajectory)
    detained = detained_on(trajectory, on=on)
    conditions = approaches.entries("basic_conditions", on)
    held = _held(told, detained)
    return MeasuredPart(
        ("Voorwaarde", *(moment.label for moment in MeasuredAt)),
        tuple(_row(code, title, held) for code, title in _titles(conditions, approaches, told).items()),
        tuple(Item(one.title, one.text) for one in conditions.values()),
        tuple(_moment(one, person, detained, conditions, held, editable=editable) for one in MeasuredAt),
        tuple(
            Line(
                condition_item(one, titles_on(approaches, "basic_conditions", [one])),
                changing("conditionreading", one) if editable else (),
            )
            for one in reversed(told)
        ),
    )


def detained_on(trajectory: Trajectory, *, on: date) -> Detained:
    """What his stays tell that day; one query."""
    stays = stays_of([trajectory.person_id]).get(trajectory.person_id, [])
    road = Road(trajectory.referral.happened_on, trajectory.referral.detained_since, stays=stays)
    held = road.held(on=on)
    return Detained(road.day_one, held.came_in, held.left_on, held.inside)


def known_already(trajectory: Trajectory, conditions: Sequence[Entry], *, on: date) -> dict[str, str]:
    """By condition what his situation tells of it and where that came from; only proposed; one query."""
    holds = holding(circumstances_of(trajectory), on=on)
    accounts = {kind: one.account for kind, one in holds.items()}
    found = {}
    for condition in conditions:
        told = proposed(condition.code, accounts, on=on)
        if told:
            kind, answer = told
            item = circumstance_described(holds[kind])
            since = f"{item.term}: {item.description.lower()} ({item.more[:1].lower()}{item.more[1:]})"
            found[condition.code] = f"Bij Situatie staat: {since}. Dat wijst op ‘{answer.label.lower()}’."
    return found


Held = Mapping[tuple[str, str], ConditionReading]


def _held(told: Sequence[ConditionReading], detained: Detained) -> Held:
    """By moment and condition the last one told, of what counts for this detention."""
    counting = (one for one in told if counts(MeasuredAt(one.moment), one.happened_on, detained))
    return {(one.moment, one.condition): one for one in counting}


def _titles(
    conditions: Mapping[str, Entry], approaches: Approaches, told: Sequence[ConditionReading]
) -> dict[str, str]:
    now = {code: entry.title for code, entry in conditions.items()}
    before = titles_on(approaches, "basic_conditions", told)
    return now | {
        one.condition: before.get(one.condition, one.condition) for one in told if one.condition not in now
    }


def _row(code: str, title: str, held: Held) -> tuple[Cell, ...]:
    readings = (held.get((moment, code)) for moment in MeasuredAt)
    return (Cell(title), *(_cell(one) for one in readings))


def _cell(one: ConditionReading | None) -> Cell:
    return Cell(one.get_answer_display(), more=briefly(one.happened_on)) if one else Cell(NOT_ASKED_WORDS)


def _moment(
    moment: MeasuredAt,
    person: Person,
    detained: Detained,
    conditions: Mapping[str, Entry],
    held: Held,
    *,
    editable: bool,
) -> Line:
    """When it is, and what is still to ask."""
    to_ask = [entry.title.lower() for code, entry in conditions.items() if (moment, code) not in held]
    more = f"Nog te vragen: {listed(to_ask)}." if to_ask else "Alles is gevraagd."
    url = reverse("desk:measure_conditions", args=[person.ref, moment.value])
    can_be = editable and not (moment in MONTHS and detained.inside)
    words = written(day_of(moment, detained)) or NO_DAY[moment]
    return Line(Item(moment.label, words, more), (Action("Meting vastleggen", url),) if can_be else ())
