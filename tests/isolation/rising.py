"""What rose of who is guided: a level that waits for a second person, and one that was agreed to and answered."""

from datetime import datetime, timedelta
from typing import Any

from regie.accounts.enums import Role
from regie.accounts.models import User
from regie.base.clock import day
from regie.escalations.enums import EscalationOutcome, Level
from regie.trajectories.models import Trajectory
from tests.cast import employ
from tests.factories import barriers
from tests.factories.escalations import agree, answer, rise

# What no page shows to anyone.
SEEN_BY_NOBODY = frozenset(
    {
        "barrier that waits.source",  # nobody types one
        "barrier that rose.source",
        "proposed escalation.source",
        "answered escalation.source",
        "answered escalation.ref",  # nothing is done with it any more
        "answered escalation.wanted_by",  # its day is over
        "answer to an escalation.source",
    }
)


def told_of_what_rose(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """One of each."""
    told: dict[str, Any] = {"by": officer, "at": at}
    waits, rose = (barriers.blocked(trajectory, words=words, **told) for words in ("Zeven", "Acht"))
    second = employ(f"Ziet-mee-{trajectory.pk}", Role.COORDINATOR, trajectory.municipality, at=at)
    asked = rise(rose, Level.STRATEGIC, wanted_by=day(at) + timedelta(days=30), **told)
    consent = agree(asked, by=second, at=at)
    return {
        "barrier that waits": waits,
        "barrier that rose": rose,
        "proposed escalation": rise(waits, Level.STRATEGIC, **told),
        "answered escalation": asked,
        "second person's word": consent,
        "answer to an escalation": answer(
            asked, EscalationOutcome.OTHER_LEVEL, to_level=Level.TACTICAL, **told
        ),
    }
