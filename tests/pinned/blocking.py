"""What is pinned of what stands in his way, and what is typed there."""

from datetime import datetime
from typing import Any

from regie.base.clock import day, now
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import barriers, goals

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:barriers"): 9,
    ("fatima", "desk:barriers"): 8,
    ("noor", "desk:barrier"): 14,
    ("fatima", "desk:barrier"): 13,  # also by which approach to rise is proposed
    ("noor", "desk:tell_barrier"): 15,
    ("noor", "send desk:tell_barrier"): 24,
    ("noor", "desk:correct_barrier"): 15,
    ("noor", "send desk:correct_barrier"): 23,
    ("noor", "desk:withdraw_barrier"): 9,
    ("noor", "send desk:withdraw_barrier"): 15,
    ("noor", "desk:tell_barrierattempt"): 9,
    ("noor", "send desk:tell_barrierattempt"): 20,
    ("noor", "desk:correct_barrierattempt"): 10,
    ("noor", "send desk:correct_barrierattempt"): 18,
    ("noor", "desk:withdraw_barrierattempt"): 10,
    ("noor", "send desk:withdraw_barrierattempt"): 16,
    ("noor", "desk:tell_barrierend"): 9,
    ("noor", "send desk:tell_barrierend"): 20,
    ("noor", "desk:correct_barrierend"): 10,
    ("noor", "send desk:correct_barrierend"): 18,
    ("noor", "desk:withdraw_barrierend"): 10,
    ("noor", "send desk:withdraw_barrierend"): 16,
}


def told(trajectory: Trajectory, cast: Cast, size: int, *, at: datetime) -> dict[str, Any]:
    """Several that block a step, one that was tried at often, and one that is over."""
    by: dict[str, Any] = {"by": cast.noor, "at": at}
    step = goals.step(goals.goal(trajectory, **by), **by)
    stand = [barriers.blocked(trajectory, words=f"{n}", steps=[str(step.ref)], **by) for n in range(size)]
    tried = [barriers.attempt(stand[0], **by) for _ in range(size)]
    over = barriers.end(barriers.blocked(trajectory, words="Voorbij", **by), **by)
    refs = {"barrier_ref": stand[0], "barrierattempt_ref": tried[0], "barrierend_ref": over}
    return {name: one.ref for name, one in refs.items()}


def typed() -> dict[str, dict[str, Any]]:
    """What is typed into each form."""
    today = f"{day(now()):%d-%m-%Y}"
    barrier = {"kind": "no_id", "words": "Anders.", "owner": "officer", "happened_on": today}
    attempt, end = (
        {"words": "Anders.", "happened_on": today, **more} for more in ({}, {"outcome": "broken"})
    )
    forms = {"barrier": barrier, "barrierattempt": attempt, "barrierend": end}
    return {f"desk:{way}_{name}": said for way in ("tell", "correct") for name, said in forms.items()}
