"""What happened on his road."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from regie.base.actors import Actor
from regie.base.facts import AS_TOLD, F, standing
from regie.base.gathering import Asked, Gathered, gather
from regie.persons.queries import births_as_known, identity_as_known
from regie.persons.rules import Identity
from regie.trajectories.enums import CircumstanceKind
from regie.trajectories.models import (
    Application,
    Arrangement,
    Attempt,
    BackInSight,
    Call,
    Casemanager,
    Circumstance,
    Disclosure,
    Explanation,
    FirstDaysDone,
    Involvement,
    JoinRequest,
    Lesson,
    Night,
    OutOfSight,
    Participation,
    Referral,
    Trajectory,
    Transfer,
    TurningPoint,
)
from regie.trajectories.models.arrangement import told_since
from regie.trajectories.models.trajectory_fact import TrajectoryFactQuerySet
from regie.trajectories.rules import Change

SEARCHED = (OutOfSight, BackInSight, Attempt)
FIRST_DAYS = (FirstDaysDone, Call, Night)


def last_day_first(versions: Iterable[F], *, as_known: date | None = None) -> list[F]:
    """Those of all these versions that stand, now or at the end of a day, the last day first."""
    stands = standing(versions, as_known=as_known)
    return sorted(stands, key=AS_TOLD, reverse=True)


def all_of_his_road(trajectory_ids: Sequence[int]) -> list[Asked]:
    """What to ask for to gather all that is told of a road, but how it was closed."""
    kinds = (TurningPoint, Circumstance, Application, Arrangement, Lesson, *FIRST_DAYS, *SEARCHED)
    return [
        Asked(Casemanager, "trajectory", trajectory_ids, "professional"),
        *(Asked(kind, "trajectory", trajectory_ids) for kind in kinds),
    ]


def what_calls_on_the_road(
    trajectory_ids: Sequence[int], *, situation: Iterable[CircumstanceKind], moved: bool
) -> list[Asked]:
    """The same of many for their terms: of their situation these kinds, and who their contact is when they `moved`."""
    his: dict[str, Any] = {"of": "trajectory", "keys": trajectory_ids, "plain": True}
    kinds = (Application, Arrangement, *FIRST_DAYS, *SEARCHED, *([Casemanager] if moved else []))
    return [
        Asked(Circumstance, **his, among=("kind", tuple(situation))),
        *(Asked(kind, **his) for kind in kinds),
    ]


def turning_points_of(
    trajectory: Trajectory, *, as_known: date | None = None, told: Gathered | None = None
) -> list[TurningPoint]:
    """The turning points that we hold true, or held true at the end of a day, the first one first; one query."""
    return last_day_first(
        told.of(TurningPoint) if told else TurningPoint.objects.of(trajectory), as_known=as_known
    )[::-1]


def circumstances_of(
    trajectory: Trajectory, *, as_known: date | None = None, told: Gathered | None = None
) -> list[Circumstance]:
    """What was told of his situation that we hold true, or held true at the end of a day, newest first; one query."""
    return last_day_first(
        told.of(Circumstance) if told else Circumstance.objects.of(trajectory), as_known=as_known
    )


def applications_of(
    trajectory: Trajectory, *, as_known: date | None = None, told: Gathered | None = None
) -> list[Application]:
    """What was asked for him, as we hold it true or did at the end of a day, newest first; one query."""
    return last_day_first(
        told.of(Application) if told else Application.objects.of(trajectory), as_known=as_known
    )


def disclosures_of(trajectory: Trajectory) -> list[Disclosure]:
    """To whom what was told of him, as we hold it true now, newest first; one query."""
    return last_day_first(Disclosure.objects.of(trajectory).select_related("organisation"))


def disclosures_seen(viewer: Actor) -> TrajectoryFactQuerySet:
    """To whom what was told of anybody this viewer may see, as we hold it true now, newest first."""
    seen = Disclosure.objects.current().visible_to(viewer).order_by("-happened_on", "-pk")
    return seen.select_related("organisation", "trajectory__person", "trajectory__municipality")


def told_on_grounds(seen: TrajectoryFactQuerySet) -> tuple[list[tuple[uuid.UUID, str]], list[str]]:
    """Of these disclosures, the organisations by name with their keys, and the grounds; two queries."""
    places = seen.order_by("organisation__name").values_list("organisation__ref", "organisation__name")
    named = places.filter(organisation__isnull=False).distinct()
    return list(named), list(seen.order_by("ground").values_list("ground", flat=True).distinct())


def involvements_of(trajectory: Trajectory) -> list[Involvement]:
    """Who is or was involved with him, as we hold it true now, newest first; one query."""
    return last_day_first(Involvement.objects.of(trajectory).select_related("organisation", "professional"))


def join_requests_of(trajectory: Trajectory) -> list[JoinRequest]:
    """Who asked to be involved, as we hold it true now, newest first; one query."""
    return last_day_first(JoinRequest.objects.of(trajectory))


def transfer_of(trajectory: Trajectory, change: Change) -> Transfer | None:
    """What is told of handing him over at this change, as we hold it true now; one query."""
    return Transfer.objects.current().of(trajectory).filter(period=change.period).first()


def told_of_involvements(trajectory: Trajectory) -> tuple[list[Participation], list[Explanation]]:
    """Who joins, and what was explained to him, as we hold it true now, newest first; one query."""
    told = gather([Asked(kind, "trajectory", [trajectory.pk]) for kind in (Participation, Explanation)])
    return last_day_first(told.of(Participation)), last_day_first(told.of(Explanation))


def casemanagers_of(
    trajectory: Trajectory, *, as_known: date | None = None, told: Gathered | None = None
) -> list[Casemanager]:
    """His contacts in a facility, as we hold it true or did at the end of a day, newest first; one query."""
    his = Casemanager.objects.of(trajectory).select_related("professional")
    return last_day_first(told.of(Casemanager) if told else his, as_known=as_known)


def lessons_of(
    trajectory: Trajectory, *, as_known: date | None = None, told: Gathered | None = None
) -> list[Lesson]:
    """What they learned, as we hold it true or did at the end of a day, newest first; one query."""
    return last_day_first(told.of(Lesson) if told else Lesson.objects.of(trajectory), as_known=as_known)


def arrangements_of(
    trajectory: Trajectory,
    *,
    since: date | None,
    as_known: date | None = None,
    told: Gathered | None = None,
) -> list[Arrangement]:
    """What was told since he came in, as we hold it true or did at the end of a day, oldest first; one query."""
    versions = told.of(Arrangement) if told else Arrangement.objects.of(trajectory)
    return told_since(standing(versions, as_known=as_known), since)


def known_then(trajectory: Trajectory, *, on: date) -> tuple[Identity, Referral] | None:
    """Who he was and what his referral told, as known at the end of that day: None before that; two queries."""
    identity = identity_as_known(trajectory.person, on=on)
    referral = Referral.objects.as_known(on).filter(ref=trajectory.referral.ref).first()
    return (identity, referral) if identity and referral else None


@dataclass(frozen=True)
class Begun:
    """What is told of him where the road begins: his referral, and when he was born."""

    referral: Referral
    born: date | None


def begun_of_many(trajectories: Iterable[Trajectory], *, as_known: date | None = None) -> dict[int, Begun]:
    """By trajectory how its road begins, as we hold it true or did at the end of a day; then it asks two queries.

    The person and the referral must have been fetched along. What was not written down yet is told as it is now.
    """
    chosen = list(trajectories)
    if as_known is None:
        return {one.pk: Begun(one.referral, one.person.birth_date) for one in chosen}
    births = births_as_known((one.person for one in chosen), on=as_known)
    refs = [one.referral.ref for one in chosen]
    then = {one.ref: one for one in Referral.objects.as_known(as_known).filter(ref__in=refs)}
    return {one.pk: Begun(then.get(one.referral.ref, one.referral), births[one.person_id]) for one in chosen}
