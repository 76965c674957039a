"""What is agreed with a young person, by the verbs themselves."""

from datetime import date, datetime, time, timedelta
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.contacts.actions import tell_how_it_went
from regie.contacts.enums import AppointmentResult, ContactKind
from regie.contacts.models import Appointment, AppointmentOutcome
from regie.contacts.rules import AppointmentAccount, OutcomeAccount
from regie.trajectories.models import Trajectory


def account(on: date, **told: Any) -> AppointmentAccount:
    """A talk at half past ten in the town hall, unless told otherwise."""
    meeting: dict[str, Any] = {"begins": time(10, 30), "kind": ContactKind.MEETING, "place": "Markt 1"}
    return AppointmentAccount(happened_on=on, **meeting | told)


def agree(
    trajectory: Trajectory, *, by: User, at: datetime, on: date | None = None, **told: Any
) -> Appointment:
    """An appointment, tomorrow unless told otherwise."""
    agreed = account(on or day(at) + timedelta(days=1), **told)
    return Appointment.tell(trajectory=trajectory, account=agreed, by=by.acting(at), at=at)


def went(
    appointment: Appointment, result: AppointmentResult, *, by: User, at: datetime, words: str = ""
) -> AppointmentOutcome:
    """How it went."""
    told = OutcomeAccount(result, words)
    return tell_how_it_went(appointment=appointment, account=told, by=by.acting(at), at=at)
