"""A year of young people who came and went, so that it can be counted."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from regie.accounts.models import User
from regie.approach.models import Edition
from regie.base.clock import day
from regie.clocks.enums import Verdict
from regie.clocks.models import Judgement
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.persons.rules import Identity
from regie.plans.enums import ConditionAnswer, MeasuredAt
from regie.plans.models import ConditionReading
from regie.trajectories.models import Closure, Reopening, Trajectory
from tests.cast import TESTER, Cast
from tests.factories import detention, people

BORN = date(2003, 1, 1)


def guide(
    cast: Cast, number: int, *, since: date, by: User | None = None, at: datetime, **more: Any
) -> Trajectory:
    """Somebody who is guided since a day, by Noor unless told otherwise."""
    who = Identity(f"Kai {number}", "Alders", BORN + timedelta(days=number))
    made = people.guide(cast, at=at, who=who, by=by, **more)
    Trajectory.objects.filter(pk=made.pk).update(started_on=since)
    made.refresh_from_db()
    return made


def stop(trajectory: Trajectory, *, on: date, reason: str = "goals_reached", at: datetime) -> Closure:
    """His guidance ended that day."""
    titles = {"goals_reached": "Zijn doelen zijn bereikt", "moved": "Hij is verhuisd"}
    told = {"happened_on": on, "reason": reason, "title": titles.get(reason, reason), "words": "Klaar."}
    return Closure.objects.create(trajectory=trajectory, **told, **Closure.stamp(by=TESTER, at=at))


def go_on(closure: Closure, *, since: date, at: datetime) -> Reopening:
    """It went on again."""
    stamp = Reopening.stamp(by=TESTER, at=at)
    return Reopening.objects.create(closure=closure, since=since, words="Hij belde.", **stamp)


def meet(
    trajectory: Trajectory,
    *,
    on: date,
    outcome: Outcome = Outcome.MADE,
    kind: ContactKind = ContactKind.PHONE,
    at: datetime,
) -> ContactMoment:
    """Contact was sought that day."""
    told = {"happened_on": on, "kind": kind, "outcome": outcome, "words": "Gebeld."}
    stamp = ContactMoment.stamp(by=TESTER, at=at)
    return ContactMoment.objects.create(trajectory=trajectory, **told, **stamp)


def judge(
    trajectory: Trajectory,
    verdict: Verdict,
    *,
    on: date,
    rule: str = "first_contact",
    occurrence: str = "referral",
    at: datetime,
) -> Judgement:
    """A term of his was judged so for that day."""
    days: dict[str, date | None] = {
        Verdict.MET: {"due": on, "done_on": on},
        Verdict.MISSED: {"due": on, "done_on": on + timedelta(days=1)},
        Verdict.UNKNOWN: {"due": on, "done_on": None},
    }.get(verdict, {"due": None, "done_on": None})
    return Judgement.objects.create(
        trajectory=trajectory,
        rule=rule,
        occurrence=occurrence,
        edition=Edition.objects.get(layer="national"),
        rests_on="Aangemeld",
        verdict=verdict,
        judged_for=on,
        **days,
        **Judgement.stamp(by=TESTER, at=at),
    )


def measure(
    trajectory: Trajectory,
    answer: ConditionAnswer = ConditionAnswer.YES,
    *,
    moment: MeasuredAt = MeasuredAt.RELEASE,
    condition: str = "housing",
    on: date,
    at: datetime,
) -> ConditionReading:
    """A basic condition was measured that day."""
    told = {"moment": moment, "condition": condition, "answer": answer, "happened_on": on}
    stamp = ConditionReading.stamp(by=TESTER, at=at)
    return ConditionReading.objects.create(trajectory=trajectory, ref=uuid.uuid4(), **told, **stamp)


def free(trajectory: Trajectory, *, since: date, on: date, at: datetime) -> None:
    """He was inside since a day, and came out on another."""
    detention.hold(trajectory.person, entered_on=since, left_on=on, at=at)


def last_year(
    cast: Cast, *, at: datetime, before: int = 12, begun: int = 8, stopped: int = 6
) -> list[Trajectory]:
    """So many were guided when last year began, began in it and stopped in it; Sem guides the last five.

    The first six came out in March and had a home; with everybody but the first five there was contact, and every
    first contact was in time.
    """
    year, found = day(at).year - 1, []
    for number in range(before + begun):
        since = date(year - 1, 6, 1) if number < before else date(year, 2, 1)
        by = cast.sem if number >= before + begun - 5 else cast.noor
        found.append(guide(cast, number, since=since, by=by, at=at))
    for number, one in enumerate(found):
        if number < 6:
            free(one, since=date(year - 1, 5, 1), on=date(year, 3, 1), at=at)
            measure(one, on=date(year, 3, 1), at=at)
        if number >= 5:
            meet(one, on=date(year, 4, 1), at=at)
        judge(one, Verdict.MET, on=date(year, 5, 1), at=at)
    for one in found[:stopped]:
        stop(one, on=date(year, 10, 1), at=at)
    return found
