"""What is pinned of what is agreed with him and how it went, and what is typed there."""

from datetime import datetime, timedelta
from typing import Any

from regie.base.clock import day, now
from regie.contacts.enums import AppointmentResult
from regie.contacts.models import Appointment
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories.appointments import agree, went

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:appointments"): 9,
    ("fatima", "desk:appointments"): 8,
    ("noor", "desk:tell_appointment"): 11,
    ("noor", "desk:correct_appointment"): 11,
    ("noor", "desk:withdraw_appointment"): 9,
    ("noor", "desk:appointment"): 10,
    ("noor", "desk:send_appointment"): 9,
    ("noor", "desk:withdraw_appointmentoutcome"): 10,
    # Before it is agreed it is looked up what falls together with it.
    ("noor", "send desk:tell_appointment"): 26,
    ("noor", "send desk:correct_appointment"): 29,
    ("noor", "send desk:withdraw_appointment"): 19,
    ("noor", "send desk:appointment"): 26,
    ("noor", "send desk:withdraw_appointmentoutcome"): 27,
}


def agreed(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Appointment]:
    """One that is to come, one of yesterday, and one of the day before of which it was told how it went."""
    by, today = {"by": cast.noor, "at": at}, day(at)
    ahead = agree(trajectory, **by)
    asked, told = (agree(trajectory, on=today - timedelta(days=days), **by) for days in (1, 2))
    went(told, AppointmentResult.MADE, **by)
    return {"ahead": ahead, "asked": asked, "told": told}


def parts(appointments: dict[str, Appointment], name: str) -> dict[str, Any]:
    """Which of them a page is about."""
    which = {"desk:appointment": "asked", "desk:withdraw_appointmentoutcome": "told"}
    return {"appointment_ref": appointments[which.get(name, "ahead")].ref}


def typed() -> dict[str, dict[str, Any]]:
    """What is typed into each form."""
    told = {"begins": "15.30", "kind": "phone", "company": "him", "told_how": "said"}
    told |= {"happened_on": f"{day(now()) + timedelta(days=40):%d-%m-%Y}"}
    return {
        "desk:tell_appointment": told,
        "desk:correct_appointment": told,
        "desk:appointment": {"result": "made"},
    }
