"""What was agreed, and when to look at it again."""

from collections import defaultdict
from datetime import date

from regie.base.gathering import Gathered
from regie.plans.models import Agreement, Promise
from regie.plans.models.agreement import newest_first
from regie.plans.rules import Promised
from regie.trajectories.models import Trajectory


def agreements_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[Agreement]:
    """What stands, or stood at the end of a day, each with its promises; the one that holds first; one query."""
    rows = Promise.objects.filter(agreement__trajectory=trajectory).select_related("agreement")
    versions: dict[int, Agreement] = {}
    promises: dict[int, list[Promised]] = defaultdict(list)
    for row in rows.order_by("agreement", "place"):
        versions.setdefault(row.agreement_id, row.agreement)
        promises[row.agreement_id].append(row.told)
    for pk, agreement in versions.items():
        agreement.promises = tuple(promises[pk])
    return newest_first(versions.values(), as_known=as_known)


def agreed_by_trajectory(told: Gathered, *, as_known: date | None = None) -> dict[int, Agreement]:
    """By the key of the trajectory the agreement that holds, as we know it or did then, by what was gathered."""
    versions: dict[int, list[Agreement]] = defaultdict(list)
    for one in told.of(Agreement):
        versions[one.trajectory_id].append(one)
    found = {pk: newest_first(all_of_it, as_known=as_known) for pk, all_of_it in versions.items()}
    return {pk: stand[0] for pk, stand in found.items() if stand}
