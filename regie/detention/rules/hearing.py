"""When a hearing can be, and which ones are still to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from regie.base.errors import NotValid
from regie.detention.enums import HearingOutcome

FURTHEST = timedelta(days=5 * 366)  # our own choice: a day further away is a slip of the pen
STILL_OPEN = frozenset({HearingOutcome.UNKNOWN, HearingOutcome.POSTPONED})
SATURDAY = 5


@dataclass(frozen=True)
class HearingFacts:
    """What the rules ask of a hearing."""

    held_on: date
    outcome: HearingOutcome
    postponed_to: date | None = None

    def unheard(self, *, on: date) -> bool:
        """Whether it is over and nobody told yet what came of it."""
        return self.held_on < on and self.outcome is HearingOutcome.UNKNOWN


def check_hearing(hearing: HearingFacts, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside the day that cannot be, or the outcome that nobody can know yet."""
    _check_day(hearing.held_on, field="happened_on", birth_date=birth_date, on=on)
    if hearing.held_on > on and hearing.outcome not in STILL_OPEN:
        raise NotValid(
            "Deze zitting is nog niet geweest. Dan is de uitkomst nog niet bekend.", field="outcome"
        )
    if hearing.postponed_to is None:
        return
    if hearing.outcome is not HearingOutcome.POSTPONED:
        raise NotValid("Is de zitting aangehouden? Kies dat dan als uitkomst.", field="postponed_to")
    if hearing.postponed_to <= hearing.held_on:
        raise NotValid("Deze dag ligt niet na de zitting.", field="postponed_to")
    _check_day(hearing.postponed_to, field="postponed_to", birth_date=birth_date, on=on)


def _check_day(told: date, *, field: str, birth_date: date | None, on: date) -> None:
    if birth_date and told <= birth_date:
        raise NotValid("Deze dag ligt niet na de geboortedatum.", field=field)
    if told > on + FURTHEST:
        raise NotValid("Deze dag ligt meer dan vijf jaar vooruit. Klopt het jaar?", field=field)


def coming(hearings: Sequence[HearingFacts], *, on: date) -> list[tuple[date, int]]:
    """The hearings that are still to come: the day and the place in `hearings`, the first one first.

    A hearing that was postponed comes on its new day, unless that hearing was told of as well.
    """
    announced = {hearing.held_on for hearing in hearings if hearing.outcome is not HearingOutcome.POSTPONED}
    days = [
        (hearing.postponed_to, place)
        if hearing.outcome is HearingOutcome.POSTPONED
        else (hearing.held_on, place)
        for place, hearing in enumerate(hearings)
        if hearing.postponed_to not in announced
    ]
    return sorted((comes_on, place) for comes_on, place in days if comes_on is not None and comes_on >= on)


def odd_day(held_on: date) -> str:
    """What to say of a day on which courts are seldom open; empty for any other day."""
    days = {SATURDAY: "zaterdag", SATURDAY + 1: "zondag"}
    name = days.get(held_on.weekday())
    return f"Let op: {held_on:%d-%m-%Y} is een {name}." if name else ""
