"""What is pinned of his plan."""

from datetime import datetime
from typing import Any

from regie.base.clock import day, now
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import plans
from tests.factories.papers import Sent, paper

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:plan"): 10,
    ("fatima", "desk:plan"): 9,
    ("noor", "desk:papers"): 9,
    ("fatima", "desk:papers"): 8,
    ("noor", "desk:paper_file"): 8,
    ("fatima", "desk:paper_file"): 7,
    ("noor", "desk:tell_paper"): 9,
    ("noor", "desk:correct_paper"): 9,
    ("noor", "desk:withdraw_paper"): 9,
    ("noor", "send desk:tell_paper"): 19,
    ("noor", "send desk:correct_paper"): 15,
    ("noor", "send desk:withdraw_paper"): 15,
    ("noor", "desk:tell_wish"): 9,
    ("noor", "desk:correct_wish"): 9,
    ("noor", "desk:withdraw_wish"): 9,
    ("noor", "send desk:tell_wish"): 15,
    ("noor", "send desk:correct_wish"): 15,
    ("noor", "send desk:withdraw_wish"): 15,
}


def told(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """One of each that is told of his plan, by the part of the address."""
    return {
        "wish_ref": plans.wish(trajectory, by=cast.noor, at=at).ref,
        "paper_ref": paper(trajectory, by=cast.noor, at=at).ref,
    }


def typed() -> dict[str, dict[str, Any]]:
    """What is typed into each form."""
    today = f"{day(now()):%d-%m-%Y}"
    of_each: dict[str, dict[str, Any]] = {
        "wish": {"happened_on": today, "words": "Ik wil werken."},
        "paper": {
            "happened_on": today,
            "kind": "letter",
            "reach": "team",
            "file": Sent(b"%PDF-1.4 Een brief"),
        },
    }
    return {f"desk:{verb}_{name}": fields for verb in ("tell", "correct") for name, fields in of_each.items()}
