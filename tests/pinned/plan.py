"""What is pinned of his plan."""

from datetime import datetime
from typing import Any

from regie.base.clock import day, now
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import around, plans

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
    ("noor", "desk:around"): 10,
    ("fatima", "desk:around"): 9,
    ("noor", "desk:week"): 9,
    ("fatima", "desk:week"): 8,
    ("noor", "desk:tell_networkmember"): 9,
    ("noor", "desk:correct_networkmember"): 9,
    ("noor", "desk:withdraw_networkmember"): 9,
    ("noor", "send desk:tell_networkmember"): 15,
    ("noor", "send desk:correct_networkmember"): 15,
    ("noor", "send desk:withdraw_networkmember"): 15,
    ("noor", "desk:tell_weekslot"): 9,
    ("noor", "desk:correct_weekslot"): 9,
    ("noor", "desk:withdraw_weekslot"): 9,
    ("noor", "send desk:tell_weekslot"): 15,
    ("noor", "send desk:correct_weekslot"): 15,
    ("noor", "send desk:withdraw_weekslot"): 15,
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
    return {
        "wish_ref": wish.ref,
        "wishfollowup_ref": plans.follow_up(wish, by=cast.noor, at=at).ref,
        "talent_ref": talent.ref,
        "networkmember_ref": around.know(trajectory, by=cast.noor, at=at).ref,
        "weekslot_ref": around.fix(trajectory, by=cast.noor, at=at).ref,
    }


def typed() -> dict[str, dict[str, str]]:
    """What is typed into each form."""
    today = f"{day(now()):%d-%m-%Y}"
    member = {"name": "Oom Ali", "tie": "other", "closeness": "near", "influence": "supports"}
    slot = {"weekday": "2", "begins": "10.00", "ends": "11.30", "kind": "sport", "company": "alone"}
    of_each = {
        "wish": {"happened_on": today, "words": "Ik wil werken."},
        "networkmember": member | {"may_call": "not_asked", "no_contact": "nothing_told"},
        "weekslot": slot,
        "wishfollowup": {"happened_on": today, "outcome": "came_true"},
        "talent": {"happened_on": today, "words": "Hij zingt.", "said_by": "network"},
    }
    return {f"desk:{verb}_{name}": fields for verb in ("tell", "correct") for name, fields in of_each.items()}
