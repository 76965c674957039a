"""What is pinned of his plan."""

from datetime import datetime
from typing import Any

from regie.base.clock import day, now
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import agreements, plans

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:plan"): 10,
    ("fatima", "desk:plan"): 9,
    ("noor", "desk:plan_between"): 8,
    ("fatima", "desk:plan_between"): 7,
    ("noor", "desk:agreements"): 9,
    ("fatima", "desk:agreements"): 8,
    ("noor", "desk:compare_agreements"): 9,
    ("fatima", "desk:compare_agreements"): 8,
    ("noor", "desk:agreement_paper"): 9,
    ("fatima", "desk:agreement_paper"): 8,
    ("noor", "desk:tell_agreement"): 10,
    ("noor", "desk:correct_agreement"): 10,
    ("noor", "desk:withdraw_agreement"): 10,
    ("noor", "send desk:tell_agreement"): 20,
    ("noor", "send desk:correct_agreement"): 18,
    ("noor", "send desk:withdraw_agreement"): 17,
    ("noor", "desk:tell_wish"): 9,
    ("noor", "desk:correct_wish"): 9,
    ("noor", "desk:withdraw_wish"): 9,
    ("noor", "send desk:tell_wish"): 15,
    ("noor", "send desk:correct_wish"): 15,
    ("noor", "send desk:withdraw_wish"): 15,
}


def told(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """One of each that is told of his plan, by the part of the address."""
    agreements.agree(trajectory, by=cast.noor, at=at)  # two, so that there is something to compare
    agreed = agreements.agree(trajectory, agreements.RIDE, by=cast.noor, at=at)
    return {
        "wish_ref": plans.wish(trajectory, by=cast.noor, at=at).ref,
        "agreement_ref": agreed.ref,
        "agreement": agreed.pk,
    }


def typed(planned: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What is typed into each form, after what was told before."""
    today = f"{day(now()):%d-%m-%Y}"
    agreed = {"young_person": "Ik bel.", "presence": "by_phone", "consent": "agreed", "retold": "not_asked"}
    of_each = {
        "wish": {"happened_on": today, "words": "Ik wil werken."},
        "agreement": {"happened_on": today, "follows": planned["agreement"], **agreed},
    }
    return {f"desk:{verb}_{name}": fields for verb in ("tell", "correct") for name, fields in of_each.items()}
