"""What is pinned of his plan."""

from datetime import datetime
from typing import Any

from regie.base.clock import day, now
from regie.plans.enums import Doer
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import plans, taking_over

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:plan"): 12,
    ("fatima", "desk:plan"): 11,
    ("noor", "desk:tell_wish"): 9,
    ("noor", "desk:correct_wish"): 9,
    ("noor", "desk:withdraw_wish"): 9,
    ("noor", "send desk:tell_wish"): 15,
    ("noor", "send desk:correct_wish"): 15,
    ("noor", "send desk:withdraw_wish"): 15,
    ("noor", "desk:taken_over"): 12,
    ("fatima", "desk:taken_over"): 11,
    ("noor", "desk:authorisation_paper"): 9,
    ("fatima", "desk:authorisation_paper"): 8,
    ("noor", "desk:stop_authorisation"): 9,
    ("noor", "send desk:stop_authorisation"): 15,
    ("noor", "desk:tell_authorisation"): 10,
    ("noor", "desk:tell_takenover"): 11,
    ("noor", "desk:tell_doing"): 9,
    ("noor", "desk:correct_authorisation"): 10,
    ("noor", "desk:correct_takenover"): 11,
    ("noor", "desk:correct_doing"): 9,
    ("noor", "desk:withdraw_authorisation"): 9,
    ("noor", "desk:withdraw_takenover"): 9,
    ("noor", "desk:withdraw_doing"): 9,
    ("noor", "send desk:tell_authorisation"): 18,
    ("noor", "send desk:tell_takenover"): 19,
    ("noor", "send desk:tell_doing"): 18,
    ("noor", "send desk:correct_authorisation"): 16,
    ("noor", "send desk:correct_takenover"): 17,
    ("noor", "send desk:correct_doing"): 16,
    ("noor", "send desk:withdraw_authorisation"): 15,
    ("noor", "send desk:withdraw_takenover"): 15,
    ("noor", "send desk:withdraw_doing"): 15,
}


def told(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """One of each that is told of his plan, by the part of the address."""
    made: dict[str, Any] = {"by": cast.noor, "at": at}
    signed = taking_over.authorise(trajectory, **made)
    taken = taking_over.take_over(trajectory, on=signed, **made)
    return {
        "wish_ref": plans.wish(trajectory, **made).ref,
        "authorisation_ref": signed.ref,
        "takenover_ref": taken.ref,
        "doing_ref": taking_over.do(taken, Doer.TOGETHER, **made).ref,
    }


def typed() -> dict[str, dict[str, str]]:
    """What is typed into each form."""
    today = f"{day(now()):%d-%m-%Y}"
    of_each = {
        "wish": {"happened_on": today, "words": "Ik wil werken."},
        "authorisation": {
            "happened_on": today,
            "party": "Zijn bank",
            "scope": "Bellen.",
            "lasts": "unknown",
            "replaces": "none",
        },
        "takenover": {"happened_on": today, "words": "Bellen.", "rests_on": "unknown"},
        "doing": {"happened_on": today, "doer": "watched"},
    }
    return {"desk:stop_authorisation": {"stopped_on": today}} | {
        f"desk:{verb}_{name}": fields for verb in ("tell", "correct") for name, fields in of_each.items()
    }
