"""What changes an appointment and the contact that came of it at once."""

import uuid
from datetime import datetime

from django.db import transaction

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow
from regie.base.submissions import once
from regie.contacts import rules
from regie.contacts.enums import AppointmentResult, ContactKind, Outcome
from regie.contacts.models import Appointment, AppointmentOutcome, ContactMoment
from regie.contacts.rules import ContactAccount, OutcomeAccount

GONE = "Deze afspraak is ingetrokken. Leg hem eerst opnieuw vast."
# What is written down as contact with him, and how.
WRITTEN = {AppointmentResult.MADE: Outcome.MADE, AppointmentResult.NO_SHOW: Outcome.ATTEMPTED}


def tell_how_it_went(
    *,
    appointment: Appointment,
    account: OutcomeAccount,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> AppointmentOutcome:
    """Says how it went, and writes the contact down, or the attempt when he was not there; told twice is once.

    Raises NotAllowed, or NotNow: it is still to come, was withdrawn, or somebody told otherwise.
    """
    trajectory = appointment.trajectory
    trajectory.check_guided_by(by)

    def make() -> AppointmentOutcome:
        with transaction.atomic():
            trajectory.hold_open()
            agreed = Appointment.objects.current().filter(ref=appointment.ref).first()
            if agreed is None:
                raise NotNow(GONE)
            there = AppointmentOutcome.objects.current().filter(agreed=agreed.ref).first()
            if there is not None:
                return _same(there, account)
            rules.check_outcome(account, starts_at=agreed.starts_at, at=at)
            agreed.trajectory = trajectory
            contact = _contact(agreed, account, by=by, at=at)
            told = {
                "agreed": agreed.ref,
                "happened_on": min(agreed.happened_on, day(at)),
                "result": account.result,
                "words": "" if contact else account.words.strip(),
                "contact": contact,
            }
            return AppointmentOutcome.write(
                trajectory=trajectory, told=told, submission=submission, by=by, at=at
            )

    return once(AppointmentOutcome, submission, make)


def _same(there: AppointmentOutcome, account: OutcomeAccount) -> AppointmentOutcome:
    if there.result != account.result:
        said = there.get_result_display()
        raise NotNow(f"Er staat al hoe het ging: {said.lower()}. Trek dat eerst in.")
    return there


def _contact(
    agreed: Appointment, account: OutcomeAccount, *, by: Actor, at: datetime
) -> ContactMoment | None:
    """The moment of contact that it was, with him or with a partner; of what was called off none."""
    outcome = WRITTEN.get(account.result)
    if outcome is None:
        return None
    with_him = agreed.is_with_him
    told = ContactAccount(
        happened_on=agreed.happened_on,
        kind=ContactKind(agreed.kind) if with_him else ContactKind.PARTNER,
        outcome=outcome,
        words=account.words.strip(),
        party="" if with_him else agreed.partner,
    )
    return ContactMoment.log(trajectory=agreed.trajectory, account=told, by=by, at=at)
