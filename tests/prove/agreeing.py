"""What a colleague can be asked to do with an appointment; an act is as in `acts`."""

import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from regie.base.clock import day, now
from regie.contacts.actions import tell_how_it_went
from regie.contacts.enums import AppointmentResult
from regie.contacts.models import Appointment, AppointmentOutcome, ContactMoment
from regie.contacts.rules import OutcomeAccount, moved
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Trajectory
from tests.factories import appointments
from tests.prove.acts import Deed, acting


def meet(*, by: str, trajectory: int, submission: str = "") -> Deed:
    """An appointment of yesterday, so that it is asked how it went."""
    his = Trajectory.objects.select_related("person", "municipality").get(pk=trajectory)
    who, account = acting(by), appointments.account(day(now()) - timedelta(days=1))
    sent = uuid.UUID(submission) if submission else None
    return lambda: Appointment.tell(trajectory=his, account=account, submission=sent, by=who, at=now()).pk


def went(*, by: str, appointment: int, result: str = "made", submission: str = "") -> Deed:
    """Tells how it went."""
    agreed, who = _agreed(appointment), acting(by)
    told: dict[str, Any] = {"appointment": agreed, "account": OutcomeAccount(AppointmentResult(result))}
    sent = uuid.UUID(submission) if submission else None
    return lambda: tell_how_it_went(**told, submission=sent, by=who, at=now()).pk


def put_off(*, by: str, appointment: int, days: int = 1) -> Deed:
    """Moves it to so many days from now."""
    agreed, who = _agreed(appointment), acting(by)
    later = replace(agreed.account, happened_on=day(now()) + timedelta(days=days))
    return lambda: agreed.correct(account=later, by=who, at=now()).pk


def never_agreed(*, by: str, appointment: int) -> Deed:
    """Takes it back."""
    agreed, who = _agreed(appointment), acting(by)
    return lambda: agreed.withdraw(by=who, at=now()).pk


def went_otherwise(*, by: str, outcome: int) -> Deed:
    """Takes back how it went."""
    told = AppointmentOutcome.objects.select_related(
        "trajectory__person", "trajectory__municipality", "contact"
    ).get(pk=outcome)
    who = acting(by)
    return lambda: told.withdraw(by=who, at=now()).pk


def how_it_stands(*, appointment: int) -> Deed:
    """Whether it stands, how it went, and how many moments of contact his trajectory has."""
    agreed = _agreed(appointment)
    outcomes = AppointmentOutcome.objects.current().filter(agreed=agreed.ref)
    return lambda: [
        Appointment.objects.current().filter(ref=agreed.ref).exists(),
        list(outcomes.values_list("result", flat=True)),
        ContactMoment.objects.current().filter(trajectory=agreed.trajectory_id).count(),
    ]


def last_written(*, trajectory: int) -> Deed:
    """What the journal tells last of him."""
    his = Trajectory.objects.select_related("person").get(pk=trajectory)
    entries = JournalEntry.objects.filter(subject=his.person.ref).order_by("-number")
    return lambda: entries.values_list("verb", flat=True).first()


def of_appointments() -> Iterator[tuple[str, Any]]:
    """Every change of an appointment, or of how it went, that asks for an entry: the verb and its subject."""
    versions = Appointment.objects.select_related("corrects", "trajectory__person")
    yield from ((_verb(one).value, one.trajectory.person.ref) for one in versions)
    outcomes = AppointmentOutcome.objects.select_related("trajectory__person")
    for one in outcomes:
        verbs = one.verbs
        yield (verbs.withdrawn if one.withdrawn else verbs.told).value, one.trajectory.person.ref


def _verb(one: Appointment) -> Verb:
    if one.withdrawn:
        return one.verbs.withdrawn
    if one.corrects is None:
        return one.verbs.told
    return Verb.APPOINTMENT_MOVED if moved(one.corrects.account, one.account) else one.verbs.corrected


def _agreed(key: int) -> Appointment:
    seen = Appointment.objects.select_related("trajectory__person", "trajectory__municipality")
    return seen.get(pk=key)
