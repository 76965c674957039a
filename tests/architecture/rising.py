"""What the pages of opschalen are about: one that waits for a second person, and one that was answered."""

from datetime import datetime
from typing import Any

from regie.accounts.models import User
from regie.escalations.enums import Level
from regie.trajectories.models import Trajectory
from tests.factories import barriers
from tests.factories.escalations import answer, rise


def what_rises(trajectory: Trajectory, *, by: User, at: datetime) -> dict[str, Any]:
    """One of each."""
    told: dict[str, Any] = {"by": by, "at": at}
    waits, answered = (barriers.blocked(trajectory, words=words, **told) for words in ("Vijf", "Zes"))
    return {
        "escalation_ref": rise(waits, Level.STRATEGIC, **told).ref,
        "escalationanswer_ref": answer(rise(answered, **told), **told).ref,
    }
