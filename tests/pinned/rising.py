"""What is pinned of a barrier that rises, and what is typed there."""

from datetime import datetime, timedelta
from typing import Any

from regie.base.clock import day, now
from regie.escalations.enums import Level
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import barriers
from tests.factories.escalations import SAID, answer, rise

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:escalate_tactical"): 13,
    ("noor", "send desk:escalate_tactical"): 25,
    ("noor", "desk:escalate_strategic"): 13,
    ("noor", "send desk:escalate_strategic"): 26,
    ("noor", "desk:tell_escalationanswer"): 9,
    ("noor", "send desk:tell_escalationanswer"): 23,
    ("fatima", "desk:consent_escalation"): 7,
    ("fatima", "send desk:consent_escalation"): 18,
    ("noor", "desk:withdraw_escalation"): 10,
    ("noor", "send desk:withdraw_escalation"): 16,
    ("noor", "desk:withdraw_escalationanswer"): 11,
    ("noor", "send desk:withdraw_escalationanswer"): 21,
}


def told(trajectory: Trajectory, cast: Cast, size: int, *, at: datetime) -> dict[str, Any]:
    """One that waits for a second person, one that was answered, and more that were."""
    by: dict[str, Any] = {"by": cast.noor, "at": at}
    waits, *others = (barriers.blocked(trajectory, words=f"Hoger {n}", **by) for n in range(size + 2))
    answered = [answer(rise(one, **by), **by) for one in others]
    return {
        "escalation_ref": rise(waits, Level.STRATEGIC, **by).ref,
        "escalationanswer_ref": answered[0].ref,
    }


def typed() -> dict[str, dict[str, Any]]:
    """What is typed into each form."""
    today = day(now())
    days = {"happened_on": f"{today:%d-%m-%Y}", "wanted_by": f"{today + timedelta(days=9):%d-%m-%Y}"}
    asked = SAID | days
    return {
        "desk:escalate_tactical": asked,
        "desk:escalate_strategic": asked,
        "desk:tell_escalationanswer": {"outcome": "called_off", "words": "Niet nodig.", **days},
        "desk:consent_escalation": {"agreed": "yes", "words": "Er is haast bij."},
    }
