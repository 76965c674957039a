"""What is pinned of his plan."""

from datetime import datetime
from typing import Any

from regie.base.clock import day, now
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import plans

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:plan"): 11,
    ("fatima", "desk:plan"): 10,
    ("noor", "desk:wishes"): 10,
    ("fatima", "desk:wishes"): 9,
    ("noor", "desk:tell_wish"): 9,
    ("noor", "desk:correct_wish"): 9,
    ("noor", "desk:withdraw_wish"): 9,
    ("noor", "send desk:tell_wish"): 15,
    ("noor", "send desk:correct_wish"): 15,
    ("noor", "send desk:withdraw_wish"): 15,
    ("noor", "desk:tell_wishfollowup"): 10,
    ("noor", "desk:correct_wishfollowup"): 9,
    ("noor", "desk:withdraw_wishfollowup"): 9,
    ("noor", "send desk:tell_wishfollowup"): 16,
    ("noor", "send desk:correct_wishfollowup"): 15,
    ("noor", "send desk:withdraw_wishfollowup"): 15,
    ("noor", "desk:tell_talent"): 9,
    ("noor", "desk:correct_talent"): 9,
    ("noor", "desk:withdraw_talent"): 9,
    ("noor", "send desk:tell_talent"): 15,
    ("noor", "send desk:correct_talent"): 15,
    ("noor", "send desk:withdraw_talent"): 15,
}


def told(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """One of each that is told of his plan, by the part of the address."""
    wish, talent = (tell(trajectory, by=cast.noor, at=at) for tell in (plans.wish, plans.talent))
    asked = plans.follow_up(wish, by=cast.noor, at=at)
    return {"wish_ref": wish.ref, "wishfollowup_ref": asked.ref, "talent_ref": talent.ref}


def typed() -> dict[str, dict[str, str]]:
    """What is typed into each form."""
    today = f"{day(now()):%d-%m-%Y}"
    of_each = {
        "wish": {"happened_on": today, "words": "Ik wil werken."},
        "wishfollowup": {"happened_on": today, "outcome": "came_true"},
        "talent": {"happened_on": today, "words": "Hij zingt.", "said_by": "network"},
    }
    return {f"desk:{verb}_{name}": fields for verb in ("tell", "correct") for name, fields in of_each.items()}
