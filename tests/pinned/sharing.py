"""What is pinned of the pages on which the work is shared, and what is typed into their forms."""

from datetime import datetime
from typing import Any

from regie.accounts.models import RoleGrant
from regie.base.clock import day
from regie.trajectories.models import Assignment, Trajectory
from tests.cast import Cast

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("fatima", "desk:allocation"): 12,
    ("fatima", "desk:plan_caseload"): 7,
    ("fatima", "send desk:allocation"): 23,
    ("fatima", "send desk:plan_caseload"): 16,
}


def typed(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, dict[str, Any]]:
    """What is typed into each form about this young person."""
    standing = Assignment.objects.get(trajectory=trajectory)
    post = RoleGrant.objects.get(user=cast.sem)
    box = f"{trajectory.person.ref}.{standing.pk}"
    return {
        "desk:allocation": {"people": [box], "officer": cast.sem.pk, "since": f"{day(at):%d-%m-%Y}"},
        "desk:plan_caseload": {"post": f"{post.pk}.0", "number": "9"},
    }
