"""The basic conditions: at the moments that fell in a year, and as they were measured last in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from regie.clocks.rules import Road
from regie.detention.rules import ends
from regie.insight.rules.guided import Guided
from regie.insight.rules.line import Line
from regie.insight.rules.year import Year
from regie.plans.enums import ConditionAnswer, MeasuredAt
from regie.plans.rules import Detained, counts, day_of

NOT_ASKED = ""  # beside the answers: nobody told


@dataclass(frozen=True)
class ReadingFacts:
    """What was told of one condition at a moment, measured on a day."""

    moment: MeasuredAt
    condition: str
    answer: ConditionAnswer
    on: date


@dataclass(frozen=True)
class Life:
    """One who was guided, with the road of his detention and what was measured, in the order in which it was told."""

    guided: Guided
    road: Road
    readings: Sequence[ReadingFacts] = ()


@dataclass(frozen=True)
class Measured:
    """Of how many young people a moment fell in the year, and for each condition yes, no, not known and not asked."""

    moment: MeasuredAt
    people: int | None
    lines: tuple[Line, ...]


def measured_in(lives: Iterable[Life], year: Year, titles: Mapping[str, str]) -> tuple[Measured, ...]:
    """Each moment; `titles` are the conditions by code. Whose moment it was and was asked nothing counts as such.

    Of the entry everybody who came in that year, of the other moments who was guided on that day.
    """
    told: dict[MeasuredAt, list[dict[str, str]]] = {moment: [] for moment in MeasuredAt}
    for life in lives:
        for moment, held in _moments(life, year).items():
            told[moment].append(_answers(life, moment, held))
    return tuple(
        Measured(moment, len(answers), lines_of(answers, titles)) for moment, answers in told.items()
    )


def last_measured(lives: Iterable[Life], year: Year, titles: Mapping[str, str]) -> tuple[Line, ...]:
    """For each condition how it was by the last measurement of each that counts and was taken in the year."""
    return lines_of([_last_answers(life, year) for life in lives], titles)


def lines_of(answers: Sequence[Mapping[str, str]], titles: Mapping[str, str]) -> tuple[Line, ...]:
    """For each condition how many have which answer; whoever was not asked counts too."""
    kinds = (*ConditionAnswer, NOT_ASKED)
    tallies = {code: Counter(his.get(code, NOT_ASKED) for his in answers) for code in titles}
    return tuple(Line(titles[code], tuple(tally[kind] for kind in kinds)) for code, tally in tallies.items())


def _moments(life: Life, year: Year) -> dict[MeasuredAt, Detained]:
    """The moments of his that fell in the year, each with what his stays told that day; of two the later one."""
    first = life.road.day_one
    found = {MeasuredAt.ENTRY: Detained(first)} if year.holds(first) else {}
    outs = sorted({day for day in ends(life.road.stays) if day})
    for left_on in outs:
        for moment in tuple(MeasuredAt)[1:]:
            day = day_of(moment, Detained(left_on=left_on))
            if day and year.holds(day) and life.guided.on(day):
                held = _held(life.road, day)
                if held.left_on == left_on:
                    found[moment] = held
    return found


def _answers(life: Life, moment: MeasuredAt, held: Detained) -> dict[str, str]:
    """By condition what was told last of this moment; what was measured after he came in again is of another."""
    back = _back_since(life.road, held.left_on)
    return {
        one.condition: one.answer
        for one in life.readings
        if one.moment == moment and counts(moment, one.on, held) and (back is None or one.on < back)
    }


def _last_answers(life: Life, year: Year) -> dict[str, str]:
    return {
        one.condition: one.answer
        for one in life.readings
        if year.holds(one.on) and counts(one.moment, one.on, _held(life.road, one.on))
    }


def _held(road: Road, day: date) -> Detained:
    held = road.held(on=day)
    return Detained(road.day_one, held.came_in, held.left_on, held.inside)


def _back_since(road: Road, left_on: date | None) -> date | None:
    """The day on which he came in again after that day."""
    return min(_later(road, left_on), default=None) if left_on else None


def _later(road: Road, left_on: date) -> Iterator[date]:
    return (stay.since for stay in road.stays if stay.since > left_on)
