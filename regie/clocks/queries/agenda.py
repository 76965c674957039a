"""What stands in the calendar of an officer: of whom he guides and covers for on the day it is read, and of himself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils.timezone import get_default_timezone

from regie.accounts.models import Cover
from regie.approach.enums import Tone
from regie.approach.queries import approaches_for
from regie.approach.rules import Approach
from regie.base.actors import Actor
from regie.base.errors import NotNow
from regie.base.facts import Recorded
from regie.clocks.enums import AgendaKind, State
from regie.clocks.models import Handling
from regie.clocks.queries.facts import facts_of
from regie.clocks.queries.handled import handled_of
from regie.clocks.queries.known import Known
from regie.clocks.queries.terms import known_for, loud_only
from regie.clocks.rules import Key, Reckoning, Term, reckon, state
from regie.contacts.queries import Meeting, meetings_of_many
from regie.detention.enums import Certainty, HearingOutcome
from regie.detention.models import Hearing
from regie.persons.models import Person
from regie.plans.models import WeekSlot
from regie.plans.queries import going_along
from regie.plans.rules import first_day
from regie.trajectories.models import Trajectory

BACK, AHEAD = timedelta(days=28), timedelta(days=365)
DAY = timedelta(days=1)
OVER = (State.DONE, State.NOT_NEEDED)


@dataclass(frozen=True)
class Weekly:
    """It comes back every week, this long by the clock, up to and including a last day when that is known."""

    lasts: timedelta
    last: date | None


@dataclass(frozen=True)
class AgendaItem:
    """One thing in a calendar: on a day, or from it until (not including) another; at a time of day when that is known.

    `key` names it whatever day it is on. `revised` is since when it stands so. Without a `trajectory` it is about the
    officer himself. What is `weekly` comes back. Of a time that comes twice `later` is the second one.
    """

    kind: AgendaKind
    key: str
    day: date
    until: date
    revised: datetime
    time_of_day: time | None = None
    certainty: Certainty | None = None
    trajectory: Trajectory | None = None
    weekly: Weekly | None = None
    lasts: timedelta | None = None
    later: bool = False
    cancelled: bool = False

    @property
    def what(self) -> str:
        """What it is, in words that say nothing of anybody."""
        return f"{self.kind.label} ({self.certainty.label})" if self.certainty else self.kind.label

    @property
    def person(self) -> Person | None:
        """About whom it is."""
        return self.trajectory.person if self.trajectory else None

    def within(self, since: date, until: date) -> bool:
        """Whether some day of it is in a period."""
        return self.day < until and self.until > since


@dataclass(frozen=True)
class Case:
    """All that a source may take from: what is known of one young person, his terms, what was done with them.

    `along` are the moments of his week to which his officer goes along; `agreed` are the appointments.
    """

    known: Known
    reckoning: Reckoning
    handled: Mapping[Key, Handling]
    along: Sequence[WeekSlot] = ()
    agreed: Sequence[Meeting] = ()

    @property
    def on(self) -> date:
        """The day it is read."""
        return self.known.on

    @property
    def revised(self) -> datetime:
        """Since when what is reckoned stands so: since the last fact, and since the day began."""
        known = self.known
        facts: list[Recorded] = [
            *(known.trajectory, known.begun.referral),
            *(*known.history.stays, *known.history.sentences, *known.history.releases),
            *(*known.hearings, *known.lasting, *known.circumstances, *known.applications),
            *known.arrangements,
            *(reading for debt in known.planned.debts for reading in debt),
            *self.handled.values(),
        ]
        return max(_morning(self.on), *(fact.recorded_at for fact in facts))

    def item(self, kind: AgendaKind, name: str, day: date, *, revised: datetime | None = None) -> AgendaItem:
        """Something of his, on one day."""
        key = f"{kind}/{self.known.trajectory.ref}/{name}"
        return AgendaItem(
            kind, key, day, day + DAY, revised or self.revised, trajectory=self.known.trajectory
        )


def agenda_of(officer: Actor, *, on: date) -> list[AgendaItem]:
    """What stands in his calendar, four weeks back to a year ahead; as many queries for one as for all."""
    since, until = on - BACK, on + AHEAD
    mine = (
        Trajectory.objects.in_hands_of(officer)
        .running(on)
        .select_related("person", "referral", "municipality")
    )
    items = [*_of_cases(list(mine.order_by("pk")), on), *_of_covers(officer, since, until, on)]
    return sorted(
        (one for one in items if one.within(since, until)),
        key=lambda one: (one.day, one.time_of_day or time(), one.key),
    )


def _of_cases(chosen: Sequence[Trajectory], on: date) -> Iterator[AgendaItem]:
    if not chosen:
        return
    approaches = _loud(chosen, on)
    handled, along, agreed = (
        handled_of(one.pk for one in chosen),
        going_along(chosen),
        meetings_of_many(chosen),
    )
    for key, known in known_for(chosen, approaches, on=on).items():
        his = handled.get(key, {}), along.get(key, []), agreed.get(key, [])
        case = Case(known, _reckoned(known, approaches, on), *his)
        for source in SOURCES:
            yield from source(case)


def _loud(chosen: Sequence[Trajectory], on: date) -> Mapping[int, Approach]:
    """The rules that call somebody; without an approach there are no terms, and the rest stands there all the same."""
    try:
        return loud_only(approaches_for({one.municipality for one in chosen}, on=on))
    except NotNow:
        return {}


def _reckoned(known: Known, approaches: Mapping[int, Approach], on: date) -> Reckoning:
    approach = approaches.get(known.trajectory.municipality_id)
    if approach is None:
        return Reckoning()
    return reckon(approach.deadlines, facts_of(known), on=on, phases=approach.phases)


def _terms(case: Case) -> Iterator[AgendaItem]:
    """His loud terms that are open and have a day; what was put off comes back on its new day."""
    for term in case.reckoning.terms:
        by = _calls_on(term, case.handled.get(term.key), case.on)
        if by and term.due and term.rule.tone is Tone.LOUD:
            yield case.item(AgendaKind.TERM, "/".join(term.key), by)


def _calls_on(term: Term, was: Handling | None, on: date) -> date | None:
    how = state(term, was.handled if was else None, on=on)
    if how in OVER:
        return None
    return was.until if was and how is State.PUT_OFF else term.acts_by


def _hearings(case: Case) -> Iterator[AgendaItem]:
    """His hearings, past and to come; a new day that is not known yet, or is told as a hearing of its own, is none."""
    announced = {one.happened_on for one in case.known.hearings if one.outcome != HearingOutcome.POSTPONED}
    for hearing in case.known.hearings:
        day, time_of_day = _comes_on(hearing)
        if day and not (hearing.outcome == HearingOutcome.POSTPONED and day in announced):
            item = case.item(AgendaKind.HEARING, str(hearing.ref), day, revised=hearing.recorded_at)
            yield replace(item, time_of_day=time_of_day)


def _comes_on(hearing: Hearing) -> tuple[date | None, time | None]:
    """Its day and time; of one that was postponed the new day, of which no time was told."""
    if hearing.outcome == HearingOutcome.POSTPONED:
        return hearing.postponed_to, None
    return hearing.happened_on, hearing.time_of_day


def _release(case: Case) -> Iterator[AgendaItem]:
    """When he is expected out; of who can walk out any day there is no day to name."""
    release = case.known.place.release if case.known.place else None
    if release and release.expected_on:
        item = case.item(AgendaKind.RELEASE, case.known.detention, release.expected_on)
        yield replace(item, certainty=release.certainty)


def _along(case: Case) -> Iterator[AgendaItem]:
    """The moments of his week to which his officer goes along, from the day that was told on: not what was before."""
    for slot in case.along:
        first = first_day(slot.account)
        if first is None:
            continue
        item = case.item(AgendaKind.ALONG, str(slot.ref), first, revised=slot.recorded_at)
        lasts = datetime.combine(first, slot.ends) - datetime.combine(first, slot.begins)
        until = slot.until + DAY if slot.until else date.max
        yield replace(item, until=until, time_of_day=slot.begins, weekly=Weekly(lasts, slot.until))


def _appointments(case: Case) -> Iterator[AgendaItem]:
    """What is agreed; what was called off stands there as such, so that a calendar that has it takes it away."""
    for meeting in case.agreed:
        told = meeting.appointment
        item = case.item(AgendaKind.APPOINTMENT, str(told.ref), told.happened_on, revised=meeting.revised)
        yield replace(
            item,
            time_of_day=told.begins,
            lasts=told.account.lasts,
            later=bool(told.later),
            cancelled=meeting.is_off,
        )


# What the calendar is made of: each takes from what was read of one young person. A new one (leave) is added here.
SOURCES: tuple[Callable[[Case], Iterator[AgendaItem]], ...] = (
    _terms,
    _hearings,
    _release,
    _along,
    _appointments,
)


def _of_covers(officer: Actor, since: date, until: date, on: date) -> Iterator[AgendaItem]:
    """When he is away himself, and when he covers for a colleague; one query."""
    his = Q(officer=int(officer.id)) | Q(substitute=int(officer.id))
    for cover in Cover.objects.visible_to(officer).filter(his).touching(since, until).order_by("pk"):
        kind = AgendaKind.AWAY if str(cover.officer_id) == officer.id else AgendaKind.COVERING
        ended = max(cover.recorded_at, _morning(on)) if cover.ended_early else cover.recorded_at
        yield AgendaItem(kind, f"{kind}/{cover.ref}", cover.since, cover.until, ended)


def _morning(on: date) -> datetime:
    return datetime.combine(on, time(), get_default_timezone())
