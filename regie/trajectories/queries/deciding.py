"""How far the decision on a referral is, how long guidance lasts, and on which ground a file may be read."""

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from regie.accounts.enums import Permission
from regie.accounts.rules import may
from regie.approach.queries import approach_for
from regie.approach.rules import Approach, Criterion
from regie.base.actors import Actor
from regie.privacy.enums import AccessGround
from regie.trajectories.models import (
    Deferral,
    Redirection,
    Referral,
    Reopening,
    Trajectory,
    Waiver,
    Weighing,
)
from regie.trajectories.rules import Judged, Reckoned, earliest_end, lacking, reckon


def was_registered(submission: uuid.UUID | None) -> bool:
    """Whether this very form made a referral a moment ago."""
    return submission is not None and Referral.objects.filter(submission=submission).exists()


@dataclass(frozen=True)
class Decision:
    """A referral was decided on: by whom and when, and what became of it in words."""

    by: str
    at: datetime
    done: str


def decision_on(referral_ref: uuid.UUID, *, viewer: Actor) -> Decision | None:
    """Who decided on a referral that this viewer screened; for who comes too late. Says nothing of the person."""
    screened = Referral.objects.screened_by(viewer).filter(ref=referral_ref).values("pk")
    refs = Referral.objects.screened_by(viewer).filter(ref=referral_ref).values("ref")
    asked = (
        (Trajectory.objects.filter(referral__in=screened), "aangenomen"),
        (Redirection.objects.filter(referral__in=screened), "naar de reguliere nazorg gestuurd"),
        (Reopening.objects.filter(referral_ref__in=refs), "gebruikt om de begeleiding te heropenen"),
    )
    for question, done in asked:
        decision = question.first()
        if decision is not None:
            return Decision(decision.recorded_by_label, decision.recorded_at, done)
    return None


@dataclass(frozen=True)
class Progress:
    """How far the decision on an open referral is."""

    weighed: bool
    waits_until: date | None


def progress_of(referrals: Collection[Referral]) -> dict[uuid.UUID, Progress]:
    """How far each of these referrals is, by its ref; two queries however many."""
    refs = [referral.ref for referral in referrals]
    weighed = set(Weighing.objects.current().filter(ref__in=refs).values_list("ref", flat=True))
    waiting = dict(
        Deferral.objects.filter(referral__ref__in=refs).order_by("pk").values_list("referral__ref", "until")
    )
    return {ref: Progress(ref in weighed, waiting.get(ref)) for ref in refs}


def weighed(referrals: QuerySet[Referral], yes: bool) -> QuerySet[Referral]:
    """Those of them that were weighed, or were not."""
    found = Exists(Weighing.objects.current().filter(ref=OuterRef("ref")))
    return referrals.filter(found if yes else ~found)


def latest_deferral(referral: Referral) -> Deferral | None:
    """Until when the decision waits, and why."""
    return Deferral.objects.filter(referral__ref=referral.ref).order_by("pk").last()


def redirection_of(referral: Referral) -> Redirection | None:
    """That it was redirected to regular aftercare, and with which letters."""
    return Redirection.objects.filter(referral__ref=referral.ref).first()


@dataclass(frozen=True)
class Duration:
    """How long guidance lasts at least: until `earliest`, `shortest` months; `proposed` counts from today."""

    earliest: date
    proposed: date
    shortest: int


def duration_of(referral: Referral, *, on: date) -> Duration:
    """How long guidance would last when this referral were accepted that day, by the approach; two queries."""
    approach = approach_for(referral.municipality, on=on)
    earliest = earliest_end(approach, started_on=on, day_one=referral.day_one)
    return Duration(earliest, earliest_end(approach, started_on=on, day_one=None), approach.shortest)


@dataclass(frozen=True)
class Considered:
    """How far the weighing of a referral is, by the approach of a day.

    `judged` is what still counts of what was answered (empty before anyone weighed), `asked` the latest
    exception that was asked for each criterion, `open` what must be met and is not yet.
    """

    approach: Approach
    age: Reckoned
    weighing: Weighing | None
    judged: Mapping[str, Judged]
    asked: Mapping[str, Waiver]
    open: tuple[Criterion, ...]


def considered(referral: Referral, *, on: date) -> Considered:
    """How far the weighing of a referral is that its reader may see; three queries."""
    approach = approach_for(referral.municipality, on=on)
    weighing = Weighing.objects.of(referral.ref)
    judged = referral.judged_in(weighing, approach, on=on) if weighing else {}
    asked = exceptions_of(referral)
    agreed = {code for code, waiver in asked.items() if waiver.agreed}
    return Considered(
        approach,
        reckon(referral.age_facts(on), approach),
        weighing,
        judged,
        asked,
        lacking(approach, judged, agreed),
    )


def weighing_of(referral: Referral) -> Weighing | None:
    """How a referral was weighed that its reader may see."""
    return Weighing.objects.of(referral.ref)


def weighing_seen(referral: Referral, key: int | None) -> Weighing | None:
    """The version of its weighing that somebody had before him; None when nobody had weighed it."""
    found: Weighing | None = Weighing.objects.filter(ref=referral.ref, pk=key or 0).first()
    return found


def exceptions_of(referral: Referral) -> dict[str, Waiver]:
    """The latest exception that was asked for each criterion of a referral that its reader may see."""
    return {waiver.criterion: waiver for waiver in Waiver.objects.of(referral.ref)}


def waiting_exceptions(viewer: Actor) -> QuerySet[Waiver]:
    """What waits for this viewer as the second person, the oldest first."""
    asked = Waiver.objects.visible_to(viewer).exclude(recorded_by_id=viewer.id)
    undecided = asked.filter(referral_ref__in=Referral.objects.open().values("ref"))
    return undecided.waiting().select_related("person").order_by("recorded_at", "pk")


def guided_now(officer: Actor) -> int:
    """How many young people this officer guides now."""
    running = Trajectory.objects.assigned_to(officer)
    return running.running(officer.on).count() if officer.on else 0


def ground_of(trajectory: Trajectory, *, viewer: Actor) -> AccessGround:
    """Why this viewer may open this file."""
    return trajectory.guidance().ground(viewer)


def ground_of_referral(referral: Referral, *, viewer: Actor) -> AccessGround:
    """Why this viewer may read this referral."""
    trajectory = Trajectory.objects.filter(referral=referral).first()
    if trajectory:
        return ground_of(trajectory, viewer=viewer)
    screens = may(viewer, Permission.SCREEN_REFERRALS, referral.municipality_id)
    return AccessGround.SCREENING if screens else AccessGround.COORDINATION
