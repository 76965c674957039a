"""What is pinned of his plan."""

from datetime import datetime
from typing import Any

from regie.base.clock import day, now
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import plans, readings

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:plan"): 11,
    ("fatima", "desk:plan"): 10,
    ("noor", "desk:tell_wish"): 9,
    ("noor", "desk:correct_wish"): 9,
    ("noor", "desk:withdraw_wish"): 9,
    ("noor", "send desk:tell_wish"): 15,
    ("noor", "send desk:correct_wish"): 15,
    ("noor", "send desk:withdraw_wish"): 15,
    ("noor", "desk:readings"): 12,
    ("fatima", "desk:readings"): 11,
    ("noor", "desk:tell_readings"): 10,
    ("noor", "desk:measure_conditions"): 11,
    ("noor", "desk:correct_domainreading"): 10,
    ("noor", "desk:withdraw_domainreading"): 10,
    ("noor", "desk:correct_conditionreading"): 9,
    ("noor", "desk:withdraw_conditionreading"): 10,
    ("noor", "send desk:tell_readings"): 19,
    ("noor", "send desk:measure_conditions"): 20,
    ("noor", "send desk:correct_domainreading"): 19,
    ("noor", "send desk:withdraw_domainreading"): 15,
    ("noor", "send desk:correct_conditionreading"): 18,
    ("noor", "send desk:withdraw_conditionreading"): 15,
}


def told(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """One of each that is told of his plan, by the part of the address."""
    return {
        "wish_ref": plans.wish(trajectory, by=cast.noor, at=at).ref,
        "domainreading_ref": readings.read(trajectory, by=cast.noor, at=at).ref,
        "conditionreading_ref": readings.measure(trajectory, by=cast.noor, at=at).ref,
        "measured_at": "entry",
    }


def typed() -> dict[str, dict[str, str]]:
    """What is typed into each form."""
    today = f"{day(now()):%d-%m-%Y}"
    of_each = {"wish": {"happened_on": today, "words": "Ik wil werken."}}
    read = {"happened_on": today, "eye": "himself"}
    return {
        **{f"desk:{verb}_{name}": fields for verb in ("tell", "correct") for name, fields in of_each.items()},
        "desk:tell_readings": read
        | {"level_housing": "mostly", "words_care": "Goed.", "level_care": "unknown"},
        "desk:correct_domainreading": read | {"level": "not", "words": "Nee."},
        "desk:measure_conditions": {"happened_on": today, "answer_debts": "unknown", "answer_care": "no"},
        "desk:correct_conditionreading": {"happened_on": today, "answer": "no"},
    }
