"""The day-one clock as a page shows it: three points on a line and one sentence."""

from dataclasses import dataclass
from datetime import date

from regie.clocks.rules import DayOneClock
from regie.ui.words import days, written


@dataclass(frozen=True)
class Point:
    """One point on the line; `between` tells the days until the next one."""

    label: str
    date_text: str
    state: str
    between: str = ""


@dataclass(frozen=True)
class DayOneLine:
    """The clock in words."""

    sentence: str
    state: str
    points: tuple[Point, Point, Point]


def day_one_line(clock: DayOneClock) -> DayOneLine:
    """Three points: detention, referral, first contact."""
    return DayOneLine(
        sentence(clock),
        _state(clock),
        (
            _point("In detentie", clock.day_one, clock.referred_on, missing="unknown"),
            _point("Aangemeld", clock.referred_on, clock.reached_on, missing="unknown"),
            _point("Eerste contact", clock.reached_on, None, missing="open"),
        ),
    )


def sentence(clock: DayOneClock) -> str:
    """The clock in one sentence; it counts from the referral when day one is unknown, and says so."""
    if clock.runs:
        since = "" if clock.day_one else " na de aanmelding"
        return f"Dag {clock.days + 1}{since}. Nog geen eerste contact."
    if clock.day_one:
        return f"Eerste contact na {days(clock.days)}." if clock.days else "Contact op dag één."
    when = f"{days(clock.days)} na" if clock.days else "op de dag van"
    return f"Eerste contact {when} de aanmelding."


def _state(clock: DayOneClock) -> str:
    return "running" if clock.runs else "ready"


def _point(label: str, day: date | None, following: date | None, *, missing: str) -> Point:
    apart = (following - day).days if day and following else None
    return Point(label, written(day), "done" if day else missing, _apart(apart))


def _apart(number: int | None) -> str:
    if number is None or number < 0:
        return ""
    return days(number) if number else "dezelfde dag"
