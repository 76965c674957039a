"""A road as dated acts: what a user did for him, on which day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import cycle

from django.utils import timezone

from regie.base.clock import day
from regie.contacts.enums import ContactKind, Outcome
from regie.demo import words
from regie.demo.case import Case
from regie.demo.planning import planned
from regie.demo.roads import (
    Around,
    Arranged,
    Asked,
    Court,
    Inside,
    Lost,
    Moment,
    Out,
    Rang,
    Road,
    Sentenced,
    Stands,
    Tried,
)
from regie.detention.enums import Arrival, HearingOutcome, Regime
from regie.detention.models.hearing import HearingAccount
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.sentence import SentenceAccount
from regie.detention.models.stay import StayAccount
from regie.partners.queries import find
from regie.trajectories.actions import Telling
from regie.trajectories.enums import ApplicationOutcome
from regie.trajectories.rules import (
    ApplicationAccount,
    ArrangementAccount,
    AttemptAccount,
    CallAccount,
    CircumstanceAccount,
    OutOfSightAccount,
)

Act = Callable[[Case, datetime], None]
EVERY_FOURTH = 4  # try brings no contact
FRIDAY = 4
NEXT_WEEK = -7  # days ago
SETTLED, KEPT_UP, LEFT_TO_DO = 20, 40, 8  # days


@dataclass(frozen=True)
class Event:
    """One act of one day; `turn` keeps the order within a day."""

    days_ago: int
    turn: int
    act: Act

    def at(self, now: datetime) -> datetime:
        """The moment at which it was done: in office hours, and never after now."""
        then = day(now) - timedelta(days=self.days_ago)
        minutes = timedelta(minutes=self.turn % 480)
        return min(timezone.make_aware(datetime.combine(then, time(9))) + minutes, now)


@dataclass(frozen=True)
class Calendar:
    """Days that are counted back from today, as dates."""

    today: date

    def of(self, days_ago: int) -> date:
        """The date of so many days ago."""
        return self.today - timedelta(days=days_ago)

    def in_week(self, days_ago: int, weekday: int) -> date:
        """That day of the week of so many days ago; Monday is 0."""
        chosen = self.of(days_ago)
        return chosen + timedelta(days=weekday - chosen.weekday())

    def weekday(self, days_ago: int) -> date:
        """The same, or the Friday before a weekend: no judge sits then."""
        chosen = self.of(days_ago)
        return chosen - timedelta(days=max(0, chosen.weekday() - FRIDAY))


def events(road: Road, *, today: date, turn: int) -> list[Event]:
    """All that was done, not yet in order; `turn` shifts the words, so that not everybody hears the same."""
    calendar = Calendar(today)
    acts = [
        *_decided(road, calendar),
        *_detained(road, calendar),
        *_around(road, calendar),
        *_situated(road, calendar),
        *_asked(road, calendar),
        *_arranged(road, calendar),
        *_rang(road, calendar),
        *_looked_for(road, calendar),
        *_met(road, turn),
        *planned(road.accepted, turn, road.inside_on),
        *_kept_up(road),
    ]
    return [Event(days_ago, place, act) for place, (days_ago, act) in enumerate(acts)]


def _decided(road: Road, calendar: Calendar) -> Iterator[tuple[int, Act]]:
    yield road.referred, partial(_refer, road, calendar)
    if road.exempted is not None:
        asked = road.exempted
        yield (
            asked.days_ago,
            lambda case, at: case.ask(asked.criterion, asked.reason, answered=asked.answered, at=at),
        )
    if road.weighed is not None:
        yield road.weighed, lambda case, at: case.weigh(at=at)
    if road.deferred is not None:
        waits = road.deferred
        yield waits.days_ago, lambda case, at: case.defer(calendar.of(waits.until), waits.why, at=at)
    if road.redirected is not None:
        sent = road.redirected
        yield sent.days_ago, lambda case, at: case.redirect(sent.why, at=at)
    if road.accepted is not None:
        yield road.accepted, lambda case, at: case.accept(at=at)


def _refer(road: Road, calendar: Calendar, case: Case, at: datetime) -> None:
    first = road.stays[0] if road.stays else None
    since, facility = (calendar.of(first.since), first.facility) if first else (None, "")
    case.refer(Telling(road.referred_by, calendar.of(road.referred), since, facility, road.told), at=at)


def _detained(road: Road, calendar: Calendar) -> Iterator[tuple[int, Act]]:
    """What is told of his detentions, on the day itself or, when he had no officer yet, on the first day."""
    if road.accepted is None:
        return
    for stay in road.stays:
        for days_ago, act in _of_one(stay, calendar):
            yield min(days_ago, road.accepted), act


def _of_one(stay: Inside, calendar: Calendar) -> Iterator[tuple[int, Act]]:
    yield stay.since, partial(_enter, stay.facility, Arrival.ENTERED, calendar.of(stay.since))
    for told in stay.sentences:
        yield min(told.days_ago, stay.since), partial(_sentence, told)
    for days_ago, facility in stay.moved:
        yield days_ago, partial(_enter, facility, Arrival.MOVED, calendar.of(days_ago))
    for hearing in stay.hearings:
        yield max(hearing.days_ago, 0), partial(_hear, hearing, calendar)
    for release in stay.releases:
        yield release.days_ago, partial(_expect, release, calendar)
    if stay.left is not None:
        left_on = calendar.of(stay.left)
        yield stay.left, lambda case, at: case.leave(left_on, at=at)


def _kept_up(road: Road) -> Iterator[tuple[int, Act]]:
    """Now and then his officer went through what was due; not in the last days, so that something is left to do."""
    if road.accepted is not None:
        for days_ago in range(road.accepted - SETTLED, LEFT_TO_DO, -KEPT_UP):
            yield days_ago, lambda case, at: case.keep_up(at=at)


def _enter(facility: str, arrival: Arrival, entered_on: date, case: Case, at: datetime) -> None:
    case.tell(StayAccount(facility, find(facility), Regime.ADULT, arrival, entered_on), at=at)


def _sentence(told: Sentenced, case: Case, at: datetime) -> None:
    case.tell(SentenceAccount(told.title, months=told.months), at=at)


def _hear(hearing: Court, calendar: Calendar, case: Case, at: datetime) -> None:
    held_on = calendar.weekday(hearing.days_ago)
    outcome = hearing.outcome if held_on <= day(at) else HearingOutcome.UNKNOWN
    case.tell(HearingAccount(held_on, hearing.kind, court="Rechtbank Limburg", outcome=outcome), at=at)


def _expect(release: Out, calendar: Calendar, case: Case, at: datetime) -> None:
    on = None if release.on is None else calendar.of(release.on)
    if release.on is not None and release.weekday is not None:
        on = calendar.in_week(release.on, release.weekday)
    case.tell(ReleaseAccount(on, release.kind, release.certainty), at=at)


def _around(road: Road, calendar: Calendar) -> Iterator[tuple[int, Act]]:
    for told in road.around:
        yield told.days_ago, partial(_hold, told, calendar)


def _hold(told: Around, calendar: Calendar, case: Case, at: datetime) -> None:
    until = {} if told.until is None else {"until": calendar.of(told.until)}
    case.tell(told.account(**until), at=at)


def _situated(road: Road, calendar: Calendar) -> Iterator[tuple[int, Act]]:
    for told in road.situation:
        yield told.days_ago, partial(_stand, told, calendar)


def _stand(told: Stands, calendar: Calendar, case: Case, at: datetime) -> None:
    until = None if told.until is None else calendar.of(told.until)
    account = CircumstanceAccount(told.value, calendar.of(told.since), until)
    case.situate(told.kind, account, told.source, at=at)


def _asked(road: Road, calendar: Calendar) -> Iterator[tuple[int, Act]]:
    for asked in road.asked:
        yield asked.days_ago, partial(_apply, asked, calendar)
        if asked.outcome is not ApplicationOutcome.WAITING:
            yield asked.decided, partial(_decide, asked)


def _arranged(road: Road, calendar: Calendar) -> Iterator[tuple[int, Act]]:
    for told in road.arranged:
        yield told.days_ago, partial(_arrange, told, calendar)


def _arrange(told: Arranged, calendar: Calendar, case: Case, at: datetime) -> None:
    due_on = None if told.due is None else calendar.in_week(NEXT_WEEK, told.due)
    account = ArrangementAccount(
        told.state, day(at), told.owner, told.owner_name, due_on, told.words, told.decision
    )
    case.arrange(told.item, account, at=at)


def _apply(asked: Asked, calendar: Calendar, case: Case, at: datetime) -> None:
    account = ApplicationAccount(calendar.of(asked.days_ago), threatened=asked.threatened, words=asked.words)
    case.apply(asked.kind, account, at=at)


def _decide(asked: Asked, case: Case, at: datetime) -> None:
    case.decided(asked.kind, asked.outcome, at=at)


def _rang(road: Road, calendar: Calendar) -> Iterator[tuple[int, Act]]:
    for told in road.rang:
        yield told.days_ago, partial(_call, told, calendar)


def _call(told: Rang, calendar: Calendar, case: Case, at: datetime) -> None:
    again = None if told.again is None else calendar.of(told.again)
    case.call(CallAccount(day(at), told.whom, told.answered, words=told.words, again_on=again), at=at)


def _looked_for(road: Road, calendar: Calendar) -> Iterator[tuple[int, Act]]:
    if road.lost is not None:
        yield road.lost.days_ago, partial(_lose, road.lost, calendar)
    for tried in road.tried:
        yield tried.days_ago, partial(_look_for, tried, calendar)
    for learned in road.learned:
        yield learned.days_ago, partial(Case.learn, his_words=learned.his_words)
    for wanted in road.wanted:
        yield wanted.days_ago, partial(Case.want, wanted=wanted)


def _lose(lost: Lost, calendar: Calendar, case: Case, at: datetime) -> None:
    case.lose(OutOfSightAccount(day(at), calendar.of(lost.last_seen), lost.where, lost.seen_by), at=at)


def _look_for(tried: Tried, calendar: Calendar, case: Case, at: datetime) -> None:
    again = None if tried.again is None else calendar.of(tried.again)
    case.look_for(AttemptAccount(day(at), tried.kind, tried.whom, tried.words, again), at=at)


def _met(road: Road, turn: int) -> Iterator[tuple[int, Act]]:
    for moment in (*road.moments, *_chosen(road, turn)):
        yield moment.days_ago, partial(_meet, moment)


def _meet(moment: Moment, case: Case, at: datetime) -> None:
    case.meet(moment, at=at)


def _chosen(road: Road, turn: int) -> Iterator[Moment]:
    """So many contacts, spread over the days since he has an officer, with the words of where he was."""
    if road.accepted is None:
        return
    inside, outside = cycle(_turned(words.INSIDE, turn)), cycle(_turned(words.OUTSIDE, turn))
    unanswered = cycle(_turned(words.NO_ANSWER, turn))
    ways_in = cycle([ContactKind.PRISON_VISIT, ContactKind.VIDEO_VISIT])
    ways_out = cycle([ContactKind.HOME_VISIT, ContactKind.PHONE, ContactKind.MEETING, ContactKind.MESSAGE])
    for number in range(road.contacts):
        days_ago = road.accepted - (road.accepted * number) // road.contacts
        held = road.inside_on(days_ago)
        kind = next(ways_in if held else ways_out)
        if number % EVERY_FOURTH == EVERY_FOURTH - 1:
            yield Moment(days_ago, kind, Outcome.ATTEMPTED, next(unanswered))
        else:
            yield Moment(days_ago, kind, Outcome.MADE, next(inside if held else outside))


def _turned(sentences: tuple[str, ...], turn: int) -> tuple[str, ...]:
    """The first stays first: it opens the road; the others begin at another place for each."""
    start, rest = sentences[:1], sentences[1:]
    shift = turn * 5 % len(rest)
    return (*start, *rest[shift:], *rest[:shift])
