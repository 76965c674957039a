"""His guidance is closed, by one or by two people; taken back; and re-opened: the door stays open."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from regie.accounts.enums import Permission
from regie.accounts.models import RoleGrant
from regie.accounts.rules import check_may, lacks_second_person, may
from regie.approach.queries import Approaches, approach_for
from regie.approach.rules import ClosureReason
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.base.submissions import once
from regie.detention.queries import history
from regie.persons.models import Person
from regie.privacy.enums import Verb
from regie.trajectories.models import Closure, ClosureAnswer, Referral, Reopening, Trajectory
from regie.trajectories.models.guidance import is_closed
from regie.trajectories.queries import closures_of, refused_now
from regie.trajectories.rules import (
    NO_SECOND,
    Closing,
    check_closing,
    check_length,
    check_reopening,
    check_said,
    is_early,
    reason_of,
)

ASKED_ALREADY = "Er is al gevraagd om deze begeleiding eerder af te ronden. Wacht op het antwoord."
SUBSTITUTE = "U vervangt de officier. Afronden doet hij zelf, of wie de coördinator aanwijst."
RUNS = "Deze begeleiding loopt. U hoeft hem niet te heropenen."
DIED = "Deze jongere is overleden. Klopt dat niet? Trek de afronding dan in."


def close_trajectory(
    *, trajectory: Trajectory, closing: Closing, submission: uuid.UUID | None = None, by: Actor, at: datetime
) -> Closure:
    """Ends his guidance; before the shortest duration it waits until a second person agrees. Told twice is once.

    Raises NotAllowed, NotValid beside what cannot be, or NotNow: it is closed, somebody asked already, or nobody could
    be the second person.
    """
    guidance = trajectory.guidance()
    if not guidance.is_by(by):
        raise NotAllowed("Alleen de toegewezen re-integratieofficier kan dit vastleggen.")
    approach = approach_for(trajectory.municipality, on=day(at))
    reason = reason_of(approach.closure_reasons, closing.reason)
    if not reason.death and not guidance.is_assigned_to(by):
        raise NotAllowed(SUBSTITUTE)
    least = shortest_end(trajectory, on=day(at))
    check_closing(
        closing,
        reason,
        started_on=trajectory.started_on,
        least=least,
        domains=approach.life_domains,
        inside=history(trajectory.person).whereabouts(on=day(at)) is not None,
        on=day(at),
    )
    second = not reason.death and is_early(closing.happened_on, least)
    if second and _lacks_second_person(trajectory.municipality_id, by, on=day(at)):
        raise NotNow(NO_SECOND)
    told = _columns(closing, reason, second=second)
    return once(Closure, submission, lambda: _close(trajectory, told, submission, by=by, at=at))


def answer_closure(*, closure: Closure, agreed: bool, words: str, by: Actor, at: datetime) -> ClosureAnswer:
    """A second person agrees that it ends early, or not yet and says why; nobody approves himself.

    Raises NotAllowed, NotValid (no reason for a no), or NotNow when there is nothing left to answer.
    """
    trajectory = closure.trajectory
    check_may(by, Permission.APPROVE_EXCEPTIONS, trajectory.municipality_id)
    if by.id == closure.recorded_by_id:
        raise NotAllowed("U vroeg dit zelf. Iemand anders moet hierover besluiten.")
    check_length(words, field="words")
    if not agreed:
        check_said(words, field="words", what="Schrijf op waarom nog niet.")
    with transaction.atomic():
        trajectory.hold()
        mine = ClosureAnswer.objects.filter(closure=closure, recorded_by_id=by.id, agreed=agreed).first()
        if mine is not None:
            return mine
        if not Closure.objects.waiting().filter(pk=closure.pk).exists():
            raise NotNow("Op dit verzoek hoeft geen antwoord meer.")
        answer = ClosureAnswer.objects.create(
            closure=closure,
            agreed=agreed,
            answered_on=day(at),
            words=words.strip(),
            asked_by_id=closure.recorded_by_id,
            **ClosureAnswer.stamp(by=by, at=at),
        )
        trajectory.journal(Verb.CLOSURE_ANSWERED, ["agreed", "words"], by=by, at=at)
    return answer


def take_back_closure(*, trajectory: Trajectory, by: Actor, at: datetime) -> Closure:
    """It was not so, for instance because it was about somebody else: the guidance runs, or is not asked to end.

    Nor is it asked again, when a second person said not yet. By who guides him or coordinates there. Raises
    NotAllowed, or NotNow when there is nothing to take back.
    """
    if not trajectory.guidance().is_by(by):
        check_may(by, Permission.ASSIGN, trajectory.municipality_id)
    with transaction.atomic():
        trajectory.hold()
        stands = standing_closure(trajectory) or refused_now(closures_of(trajectory))
        if stands is None:
            raise NotNow("Er is geen afronding om in te trekken.")
        withdrawal = stands.add_correction(by=by, at=at, withdrawn=True)
        trajectory.journal(Verb.CLOSURE_WITHDRAWN, [], by=by, at=at)
    return withdrawal


def reopen_trajectory(
    *,
    trajectory: Trajectory,
    since: date,
    words: str,
    referral: Referral | None = None,
    by: Actor,
    at: datetime,
) -> Reopening:
    """The same guidance goes on, with its whole history, by an officer or a coordinator there; told twice is once.

    `referral` is the new one that it came from: with it that is decided. Raises NotAllowed, NotValid beside what cannot
    be, or NotNow: it was never closed, a colleague was first, or he died.
    """
    place = trajectory.municipality_id
    if not may(by, Permission.GUIDE, place) and not may(by, Permission.ASSIGN, place):
        raise NotAllowed("Dit mag u niet doen in deze gemeente.")
    with transaction.atomic():
        if referral is not None:
            Person.objects.select_for_update(no_key=True).get(pk=trajectory.person_id)
        closed_on, last = trajectory.hold(), Closure.objects.of(trajectory).last()
        if closed_on is None or last is None:
            return _reopened_earlier(last, since, words, by)
        closure = Closure.objects.holding(date.max).get(trajectory=trajectory)
        if closure.death:
            raise NotNow(DIED)
        check_reopening(since, words, closed_on=closed_on, on=day(at))
        made = Reopening.objects.create(
            closure=closure,
            since=since,
            words=words.strip(),
            referral_ref=_decided_with(referral, trajectory),
            **Reopening.stamp(by=by, at=at),
        )
        trajectory.journal(Verb.TRAJECTORY_REOPENED, ["since", "words"], by=by, at=at)
    return made


def shortest_end(trajectory: Trajectory, *, on: date) -> date | None:
    """The first day on which it may end without a second person; None where nobody laid that down."""
    began = Approaches.of(trajectory.municipality, until=max(on, trajectory.started_on)).on(
        trajectory.started_on
    )
    least = trajectory.least(began, day_one=trajectory.referral.day_one)
    return least[0] if least else None


def standing_closure(trajectory: Trajectory) -> Closure | None:
    """The one by which it is closed, or that waits for an answer; None while it runs and nobody asked."""
    closed = Closure.objects.holding(date.max).filter(trajectory=trajectory).select_related("answer").first()
    found: Closure | None = closed or Closure.objects.waiting().filter(trajectory=trajectory).first()
    return found


def _close(
    trajectory: Trajectory, told: dict[str, Any], submission: uuid.UUID | None, *, by: Actor, at: datetime
) -> Closure:
    with transaction.atomic():
        closed_on = trajectory.hold()
        before = standing_closure(trajectory)
        if before is not None and (closed_on or not told["death"]):
            return _closed_earlier(before, told, closed_on, by)
        made = Closure.objects.create(
            trajectory=trajectory, submission=submission, **told, **Closure.stamp(by=by, at=at)
        )
        verb = Verb.CLOSURE_ASKED if made.second_person else Verb.TRAJECTORY_CLOSED
        trajectory.journal(verb, list(told), by=by, at=at)
    return made


def _closed_earlier(before: Closure, told: Mapping[str, Any], closed_on: date | None, by: Actor) -> Closure:
    """The same that he told a moment ago; NotNow when it is closed or asked otherwise."""
    same = all(getattr(before, name) == value for name, value in told.items())
    if same and before.recorded_by_id == by.id:
        return before
    raise NotNow(is_closed(closed_on) if closed_on else ASKED_ALREADY)


def _reopened_earlier(last: Closure | None, since: date, words: str, by: Actor) -> Reopening:
    """What he re-opened a moment ago; NotNow when it runs otherwise."""
    if last is not None and last.reopened:
        before: Reopening = last.reopening
        if (before.recorded_by_id, before.since, before.words) == (by.id, since, words.strip()):
            return before
    raise NotNow(RUNS)


def _decided_with(referral: Referral | None, trajectory: Trajectory) -> uuid.UUID | None:
    if referral is None:
        return None
    current = referral.as_it_stands()
    if current.person_id != trajectory.person_id:
        raise NotAllowed("Dit gaat over een andere jongere.")
    return current.ref


def _lacks_second_person(municipality_id: int, by: Actor, *, on: date) -> bool:
    there = RoleGrant.objects.running(on).filter(municipality=municipality_id)
    return lacks_second_person(
        [int(by.id)], there.allowing(Permission.APPROVE_EXCEPTIONS).values_list("user", flat=True)
    )


def _columns(closing: Closing, reason: ClosureReason, *, second: bool) -> dict[str, Any]:
    """What is kept; of who died only the day and the words."""
    told = {
        "happened_on": closing.happened_on,
        "reason": reason.code,
        "title": reason.title,
        "words": closing.words.strip(),
        "second_person": second,
        "death": reason.death,
    }
    if reason.death:
        return told
    results = {
        code: {"result": one.result.value, "words": one.words.strip()}
        for code, one in closing.results.items()
    }
    takes_over = "\n".join(filter(None, map(str.strip, closing.takes_over.splitlines())))
    return told | {
        "results": results,
        "stays": closing.stays.strip(),
        "takes_over": takes_over,
        "door": closing.door,
    }
