"""What happened on his road and what is to come, one moment after the other: in the picture and in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from uuid import UUID

from django.urls import reverse

from regie.clocks.rules import DayOneClock, Passed
from regie.desk.pages.closing import in_words
from regie.desk.pages.record import Record
from regie.detention.enums import Arrival, Certainty, HearingKind, HearingOutcome, Regime, ReleaseKind
from regie.detention.models import Hearing, Leave, ReleaseDate, Stay
from regie.detention.queries import History, Release
from regie.detention.rules import ends
from regie.figures.rules import Mark
from regie.trajectories.models import Closure, Lesson, TurningPoint
from regie.ui.words import briefly, capital, written

ROAD, PHASE, STAY, HEARING, RELEASE = "De weg", "Fase", "Verblijf", "Zitting", "Vrijlating"
LEAVE = "Verlof"
TURNING, LESSON = "Keerpunt", "Les"
LANES = (ROAD, PHASE, TURNING, LESSON, STAY, LEAVE, HEARING, RELEASE)
NOT_KNOWN = "Inrichting niet bekend"


@dataclass(frozen=True)
class Course:
    """All that the timeline rests on, as its reader has read it; None is unknown, or not yet.

    `holds` is the release date that holds now, `least` until when guidance lasts at least and how long that is in
    words.
    """

    name: str
    person_ref: UUID
    on: date
    clock: DayOneClock
    phases: Sequence[Passed]
    history: History
    hearings: Sequence[Hearing]
    leaves: Sequence[Leave]
    turning_points: Sequence[TurningPoint]
    lessons: Sequence[Lesson]
    holds: Release | None
    least: tuple[date, str] | None
    planned_end: date | None
    closures: Sequence[Closure]
    editable: bool


@dataclass(frozen=True)
class Moment:
    """One thing on his road: its mark in the picture, and the same in words; `url` leads to telling it better."""

    mark: Mark
    what: str
    more: str = ""
    url: str = ""


def course_of(record: Record, *, editable: bool) -> Course:
    """What the timeline rests on."""
    place = record.place
    return Course(
        name=record.name,
        person_ref=record.trajectory.person.ref,
        on=record.on,
        clock=record.standing.day_one,
        phases=record.phases,
        history=record.history,
        hearings=record.hearings,
        leaves=record.leaves,
        turning_points=record.turning_points,
        lessons=record.lessons,
        holds=place.release if place else None,
        least=record.least,
        planned_end=None if record.closed_on else record.planned_end,
        closures=record.closures or ([record.closure] if record.closed_on and record.closure else []),
        editable=editable,
    )


def moments(course: Course) -> list[Moment]:
    """Everything, the first first."""
    every = [
        *_road(course),
        *_closures(course),
        *_phases(course),
        *_turning_points(course),
        *_lessons(course),
        *_stays(course),
        *_leaves(course),
        *_hearings(course),
        *_releases(course),
    ]
    return sorted(every, key=lambda moment: (moment.mark.since, LANES.index(moment.mark.lane)))


def _road(course: Course) -> Iterator[Moment]:
    clock = course.clock
    reached = {
        "Dag één": clock.day_one,
        "Aangemeld": clock.referred_on,
        "Eerste contact": clock.reached_on,
    }
    for label, day in reached.items():
        if day:
            yield Moment(Mark(ROAD, day, "reached", label, briefly(day)), label)
    if course.least and course.least[0] == course.planned_end:
        yield _planned(course.least[0], f"Minstens {course.least[1]}", "gepland einde")
        return
    if course.least:
        yield _planned(course.least[0], f"Minstens {course.least[1]}")
    if course.planned_end:
        yield _planned(course.planned_end, "Gepland einde")


def _closures(course: Course) -> Iterator[Moment]:
    for day, label, more in in_words(course.closures):
        yield Moment(Mark(ROAD, day, "reached", label, briefly(day)), label, more)


def _planned(day: date, label: str, more: str = "") -> Moment:
    note = ", ".join(filter(None, (briefly(day), more)))
    return Moment(Mark(ROAD, day, "planned", label, note), label, capital(more))


def _phases(course: Course) -> Iterator[Moment]:
    for passed in course.phases:
        title, since, until = passed.phase.title, passed.since, passed.until
        mark = Mark(PHASE, since, "phase", title, _lasting(since, until), until or max(course.on, since))
        yield Moment(mark, f"{PHASE}: {title}", _until(until))


def _turning_points(course: Course) -> Iterator[Moment]:
    for told in course.turning_points:
        url = reverse("desk:correct_turning_point", args=[told.ref]) if course.editable else ""
        mark = Mark(TURNING, told.happened_on, "turning", told.words, briefly(told.happened_on))
        yield Moment(mark, f"{TURNING}: {told.words}", told.source, url)


def _lessons(course: Course) -> Iterator[Moment]:
    for told in course.lessons:
        url = reverse("desk:correct_lesson", args=[told.ref]) if course.editable else ""
        mark = Mark(LESSON, told.happened_on, "turning", "Les", briefly(told.happened_on))
        yield Moment(mark, "Wat we leerden", _dotted(told.his_words, told.officer_words), url)


def _stays(course: Course) -> Iterator[Moment]:
    stays = course.history.stays
    for stay, until in zip(stays, ends([stay.facts for stay in stays]), strict=True):
        yield _stay(course, stay, until)


def _stay(course: Course, stay: Stay, until: date | None) -> Moment:
    facility = stay.facility_name or NOT_KNOWN
    since = stay.facts.since
    arrived = "Overgeplaatst naar" if stay.arrival == Arrival.MOVED else "Binnengekomen in"
    unsure = "" if stay.entered_on else "Vanaf welke dag is niet bekend"
    free = f"Vrij sinds {written(stay.left_on)}" if stay.left_on and stay.left_on == until else ""
    mark = Mark(STAY, since, "stay", facility, _lasting(since, until), until or max(course.on, since))
    regime = stay.get_regime_display() if stay.regime != Regime.UNKNOWN else ""
    more = _dotted(unsure, free or _until(until), capital(regime), stay.source)
    what = f"{arrived} {facility}" if facility != NOT_KNOWN else f"Verblijf: {NOT_KNOWN.lower()}"
    return Moment(mark, what, more, _correct(course, "stay", stay))


def _leaves(course: Course) -> Iterator[Moment]:
    for leave in course.leaves:
        if leave.since:
            until = leave.until if leave.until and leave.until > leave.since else None
            state = leave.get_state_display()
            mark = Mark(
                LEAVE, leave.since, "stay" if until else "heard", capital(state), briefly(leave.since), until
            )
            result = f"Hoe het ging: {leave.get_result_display()}" if leave.result else ""
            more = _dotted(capital(state), leave.goal, result, leave.source)
            yield Moment(mark, f"{LEAVE}: {leave.get_kind_display()}", more, _correct(course, "leave", leave))


def _hearings(course: Course) -> Iterator[Moment]:
    for hearing in course.hearings:
        kind = hearing.get_kind_display() if hearing.kind != HearingKind.UNKNOWN else ""
        outcome = _outcome(hearing, course.on)
        shape = "heard" if hearing.happened_on < course.on else "to-be-heard"
        mark = Mark(
            HEARING, hearing.happened_on, shape, capital(kind) or "Zitting", _day_and(hearing, outcome)
        )
        what = f"Zitting: {kind}" if kind else "Zitting"
        more = _dotted(hearing.court, capital(outcome), hearing.source)
        yield Moment(mark, what, more, _correct(course, "hearing", hearing))


def _day_and(hearing: Hearing, outcome: str) -> str:
    return ", ".join(filter(None, (briefly(hearing.happened_on), outcome)))


def _outcome(hearing: Hearing, on: date) -> str:
    if hearing.outcome == HearingOutcome.UNKNOWN:
        return "komt nog" if hearing.happened_on >= on else "uitkomst nog niet bekend"
    until = f" tot {written(hearing.postponed_to)}" if hearing.postponed_to else ""
    return f"{hearing.get_outcome_display()}{until}"


def _releases(course: Course) -> Iterator[Moment]:
    told = list(reversed(course.history.releases))
    following = [release.happened_on for release in told[1:]]
    for release, then in zip_longest(told, following):
        yield _release(course, release, then)


def _release(course: Course, release: ReleaseDate, then: date | None) -> Moment:
    """Where he may come out; a release on any day lasts until something else was told."""
    sure = release.get_certainty_display()
    holds = course.holds is not None and course.holds.ref == release.ref
    kind = release.get_kind_display() if release.kind != ReleaseKind.UNKNOWN else ""
    known = f"Bekend sinds {written(release.happened_on)}"
    still = "Geldt nu" if holds else "Geldt niet meer"
    day, until = release.expected_on, None
    if release.certainty == Certainty.ANY_DAY:
        until = max(then or course.on, release.happened_on)
    note = ", ".join(filter(None, ("" if until else sure, "" if holds else "eerder bekend")))
    when_unknown = "" if until else "dag niet bekend"
    label = briefly(day) or capital(when_unknown or sure)
    return Moment(
        Mark(RELEASE, day or release.happened_on, release.certainty, label, note, until, quiet=not holds),
        f"Vrijlating: {', '.join(filter(None, (written(day) or when_unknown, sure)))}",
        _dotted(capital(kind), known, still, release.source),
        _correct(course, "release", release),
    )


def _correct(course: Course, name: str, fact: Stay | Hearing | Leave | ReleaseDate) -> str:
    return reverse(f"desk:correct_{name}", args=[course.person_ref, fact.ref]) if course.editable else ""


def _lasting(since: date, until: date | None) -> str:
    return f"{briefly(since)} tot {briefly(until)}" if until else f"sinds {briefly(since)}"


def _until(until: date | None) -> str:
    return f"Tot {written(until)}" if until else "Tot nu"


def _dotted(*parts: str) -> str:
    return " · ".join(filter(None, parts))
