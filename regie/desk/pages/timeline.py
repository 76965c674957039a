"""The tijdlijn: his road in a picture, twice for two widths, and the same in words."""

from dataclasses import dataclass
from datetime import date, timedelta

from regie.desk.pages.course import LANES, ROAD, Course, Moment, moments
from regie.figures.rules import Drawing, Mark, Span, lying, span_of, standing
from regie.ui.words import briefly, written

TODAY = "Vandaag"
TWO_YEARS = timedelta(days=731)  # how much a picture shows when nobody knows how long guidance lasts


@dataclass(frozen=True)
class Step:
    """One thing in words, on its day; `url` leads to telling it better."""

    date_text: str
    what: str
    more: str = ""
    url: str = ""
    today: bool = False


@dataclass(frozen=True)
class Timeline:
    """The picture for a wide page and for a narrow one, the list in words, and what stands outside the picture."""

    name: str
    today: str
    wide: Drawing
    narrow: Drawing
    steps: tuple[Step, ...]
    outside: str


def timeline(course: Course, *, today: str = TODAY) -> Timeline:
    """Draws his road; no query. `today` is what its day is called: another day when it shows what was known then."""
    all_of_it = moments(course)
    marks = [moment.mark for moment in all_of_it]
    span = _span(course, marks)
    now = Mark("", course.on, "today", today, briefly(course.on))
    return Timeline(
        name=course.name,
        today=today,
        wide=lying(marks, span, lanes=LANES, today=course.on),
        narrow=standing([*marks, now], span, lanes=("", *LANES), today=course.on, unsaid=ROAD),
        steps=_steps(all_of_it, course.on, today),
        outside=_outside(sum(not span.shows(mark) for mark in marks)),
    )


def _span(course: Course, marks: list[Mark]) -> Span:
    """From day one until two years later at least."""
    known = [course.clock.day_one, course.clock.referred_on, course.on, course.planned_end]
    days = [day for day in known if day]
    least = course.least[0] if course.least else min(days) + TWO_YEARS
    return span_of(marks, core=[*days, least])


def _steps(all_of_it: list[Moment], on: date, today: str) -> tuple[Step, ...]:
    """In words, with today where it belongs."""
    before = [moment for moment in all_of_it if moment.mark.since <= on]
    after = all_of_it[len(before) :]
    now = Step(written(on), today, today=True)
    return (*map(_step, before), now, *map(_step, after))


def _step(moment: Moment) -> Step:
    return Step(written(moment.mark.since), moment.what, moment.more, moment.url)


def _outside(number: int) -> str:
    if not number:
        return ""
    moments_lie = "1 moment ligt" if number == 1 else f"{number} momenten liggen"
    return f"{moments_lie} ver voor of na deze jaren. Dat staat alleen in de lijst."
