"""What the pages of barriers are about: one that stands and was tried at, and one that is over."""

from datetime import datetime
from typing import Any

from regie.accounts.models import User
from regie.trajectories.models import Trajectory
from tests.factories import barriers


def in_his_way(trajectory: Trajectory, *, by: User, at: datetime) -> dict[str, Any]:
    """One of each."""
    told: dict[str, Any] = {"by": by, "at": at}
    stands, over = (barriers.blocked(trajectory, words=words, **told) for words in ("Een", "Twee"))
    return {
        "barrier_ref": stands.ref,
        "barrierattempt_ref": barriers.attempt(stands, **told).ref,
        "barrierend_ref": barriers.end(over, **told).ref,
    }
