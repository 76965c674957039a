"""What falls together with an appointment that is about to be made, and where he may not come."""

import uuid
from collections.abc import Iterator
from datetime import date, timedelta

from regie.accounts.models import Cover
from regie.base.actors import Actor
from regie.contacts.enums import MeetingWith
from regie.contacts.models import Appointment
from regie.contacts.rules import OUTSIDE, AppointmentAccount, Busy, clashing
from regie.detention.enums import LeaveState
from regie.detention.models import Leave, SpecialCondition
from regie.detention.queries import area_bans_of, hearings_of, leaves_of
from regie.plans.queries import week_of
from regie.trajectories.models import Trajectory

DAY = timedelta(days=1)


def together_with(
    account: AppointmentAccount, trajectory: Trajectory, *, officer: Actor, but: uuid.UUID | None = None
) -> list[Busy]:
    """What the officer has then, and, when he is there himself, what is fixed for him; `but` this one. Five queries."""
    busy = [*_of_officer(officer, account.happened_on, but)]
    if account.company != MeetingWith.WITHOUT_HIM:
        busy += _of_him(trajectory, account.happened_on)
    return clashing(account, busy)


def bans_at(account: AppointmentAccount, trajectory: Trajectory) -> list[SpecialCondition]:
    """The area bans that hold that day, when he has to go somewhere himself; one query at most.

    Nobody knows where the place of an appointment lies: whoever makes it is asked to look.
    """
    if account.company == MeetingWith.WITHOUT_HIM or account.kind not in OUTSIDE:
        return []
    return area_bans_of(trajectory.person, on=account.happened_on)


def _of_officer(officer: Actor, on: date, but: uuid.UUID | None) -> Iterator[Busy]:
    his = Trajectory.objects.in_hands_of(officer).running(on)
    for one in Appointment.objects.current().open().filter(trajectory__in=his, happened_on=on):
        if one.ref != but:
            yield Busy("U hebt dan een andere afspraak", one.begins, one.ends)
    away = Cover.objects.visible_to(officer).filter(officer=int(officer.id)).touching(on, on + DAY)
    if away.exists():
        yield Busy("U bent die dag afwezig")


def _of_him(trajectory: Trajectory, on: date) -> Iterator[Busy]:
    for slot in week_of(trajectory):
        if slot.weekday == on.isoweekday() and slot.account.holds(on):
            label = slot.words or slot.get_kind_display()
            yield Busy(f"In zijn week staat dan: {label}", slot.begins, slot.ends)
    if any((one.postponed_to or one.happened_on) == on for one in hearings_of(trajectory.person)):
        yield Busy("Hij heeft die dag een zitting")
    if any(_away(one, on) for one in leaves_of(trajectory.person)):
        yield Busy("Hij heeft dan verlof")


def _away(leave: Leave, on: date) -> bool:
    first, last = leave.since, leave.account.last
    return leave.state == LeaveState.GRANTED and bool(first and last and first <= on <= last)
