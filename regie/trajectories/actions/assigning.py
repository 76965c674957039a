"""A coordinator says who guides whom."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from regie.accounts.enums import Permission
from regie.accounts.models import User
from regie.accounts.rules import check_may
from regie.base.actors import Actor
from regie.trajectories.models import Trajectory


@dataclass(frozen=True)
class Chosen:
    """A trajectory to assign, and the key of the assignment that stood when it was chosen; None for nobody."""

    trajectory: Trajectory
    seen: int | None


def assign_many(chosen: Collection[Chosen], *, officer: User, since: date, by: Actor, at: datetime) -> int:
    """Assigns them all to one officer from a day on, or none of them, and says how many were chosen.

    Raises NotAllowed, NotValid, or NotNow when a colleague assigned one of them meanwhile.
    """
    for one in chosen:
        check_may(by, Permission.ASSIGN, one.trajectory.municipality_id)
    in_order = sorted(chosen, key=lambda one: one.trajectory.pk)
    keys = [one.trajectory.pk for one in in_order]
    with transaction.atomic():
        # All at once and in one order, before the journal is locked: two coordinators never wait for each other.
        list(Trajectory.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk"))
        for one in in_order:
            one.trajectory.assign(officer=officer, since=since, seen=one.seen, by=by, at=at)
    return len(in_order)
