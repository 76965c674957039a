"""What calls somebody on a day: the loud terms that are open, of who is guided and of who waits for a decision."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from regie.approach.enums import Tone
from regie.approach.queries import approaches_for
from regie.base.actors import Actor
from regie.clocks.enums import State
from regie.clocks.models import Handling
from regie.clocks.queries.handled import handled_of
from regie.clocks.queries.known import Known
from regie.clocks.queries.terms import known_for, loud_only, reckoned
from regie.clocks.queries.waiting import referral_terms
from regie.clocks.rules import Reckoning, Term, state
from regie.persons.models import Person
from regie.trajectories.models import Referral, Trajectory
from regie.trajectories.queries import Progress, progress_of

AHEAD = timedelta(days=28)  # how far "komt eraan" looks
SHOWN = (State.NOW, State.THIS_WEEK, State.COMING)


class Calling(NamedTuple):
    """One thing to do: about whom, the terms that ask it, how it stands, and by which day.

    `referral` is with which his road began; `trajectory` is None as long as nobody decided on it, `weighed` is then
    whether only the decision is left. All that waits for who can walk out any day is one thing (`any_day`).
    """

    person: Person
    referral: Referral
    trajectory: Trajectory | None
    terms: tuple[Term, ...]
    state: State
    day: date
    any_day: bool = False
    weighed: bool = False


def called(viewer: Actor, *, on: date) -> list[Calling]:
    """All that calls this viewer, as on his Vandaag: seven queries at most, and one a municipality. Raises NotNow."""
    guided = (
        Trajectory.objects.visible_to(viewer).running(on).select_related("person", "referral", "municipality")
    )
    waiting = Referral.objects.open().screened_by(viewer).select_related("person", "municipality")
    calls, _ = asked_of(list(guided.order_by("pk")), list(waiting.order_by("pk")), on=on)
    return calls


def asked_of(
    chosen: Sequence[Trajectory], waiting: Sequence[Referral], *, on: date
) -> tuple[list[Calling], list[Known]]:
    """What these ask of a day, and all that it rests on; five queries at most, and one more for each municipality.

    Raises NotNow.
    """
    places = {one.municipality for one in chosen} | {one.municipality for one in waiting}
    loud = loud_only(approaches_for(places, on=on))
    known = known_for(chosen, loud, on=on) if chosen else {}
    terms, handled = reckoned(known), handled_of(one.pk for one in chosen)
    calls = [call for one in chosen for call in _guided(one, terms[one.pk], handled.get(one.pk, {}), on)]
    waits = _open(referral_terms(waiting, loud, on=on), progress_of(waiting), on)
    return [*calls, *waits], list(known.values())


def _guided(
    one: Trajectory, reckoned: Reckoning, handled: Mapping[tuple[str, str], Handling], on: date
) -> Iterator[Calling]:
    """His loud terms that are open; all that waits for who can walk out any day is one thing."""
    whose, any_day = (one.person, one.referral, one), []
    for term in reckoned.terms:
        was = handled.get(term.key)
        how = state(term, was.handled if was else None, on=on)
        by = _calls_by(term, how, on)
        if by and term.due:
            yield Calling(*whose, (term,), how, by)
        elif by:
            any_day.append(term)
    if any_day:
        yield Calling(*whose, tuple(any_day), State.NOW, on, any_day=True)


def _open(
    asked: Collection[tuple[Referral, Term]], progress: Mapping[UUID, Progress], on: date
) -> Iterator[Calling]:
    """What waits for a decision, unless somebody said until when that waits."""
    for referral, term in asked:
        how, so_far = state(term, None, on=on), progress[referral.ref]
        by = _calls_by(term, how, on)
        waits = so_far.waits_until and so_far.waits_until > on and not term.rule.hard
        if by and not waits:
            yield Calling(referral.person, referral, None, (term,), how, by, weighed=so_far.weighed)


def _calls_by(term: Term, how: State, on: date) -> date | None:
    """The day to act by of what is loud and open, and not too far ahead; None of what stands elsewhere."""
    by = term.acts_by
    loud = term.rule.tone is Tone.LOUD and how in SHOWN
    return by if loud and by and by <= on + AHEAD else None
