"""Asks a professional of the map in as a partner, and lets him in."""

import uuid
from datetime import datetime

from django.db import transaction

from regie.accounts.actions import UNUSABLE, Invited, accept_invitation, invite
from regie.accounts.models import Invitation, User
from regie.accounts.rules import check_may_manage
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.partners.models import Professional, Seat, SeatOffer
from regie.partners.models.listing import GONE

NO_ADDRESS = "Bij deze professional staat geen e-mailadres. Zet dat eerst op de sociale kaart."
SITS = "Deze professional heeft al een account."


def invite_partner(
    *, professional: Professional, submission: uuid.UUID | None = None, by: Actor, at: datetime
) -> Invited:
    """Asks him to come in as himself, by the address that stands on the map, for seven days.

    Raises NotAllowed, NotValid without an address, or NotNow for who ended, has an account or was asked already.
    """
    check_may_manage(by, professional.municipality_id)
    with transaction.atomic():
        professional.lock()
        if professional.ended_on:
            raise NotNow(GONE, field="professional")
        if not professional.email:
            raise NotValid(NO_ADDRESS, field="professional")
        if Seat.objects.running(day(at)).filter(professional=professional).exists():
            raise NotNow(SITS, field="professional")
        made = invite(
            municipality=professional.municipality,
            role=None,
            name=professional.name,
            email=professional.email,
            submission=submission,
            by=by,
            at=at,
        )
        if made.code:
            SeatOffer.objects.create(
                invitation=made.invitation, professional=professional, **SeatOffer.stamp(by=by, at=at)
            )
    return made


def accept(invitation: Invitation, *, password: str = "", by: Actor, at: datetime) -> User:
    """Lets somebody in by his invitation, as a colleague or as a partner.

    Raises NotAllowed or NotNow as `accept_invitation` does; also for a partner who works elsewhere since he was asked.
    """
    with transaction.atomic():
        offer = SeatOffer.of(invitation)
        if offer and not offer.holds(day(at)):
            raise NotNow(UNUSABLE)
        user = accept_invitation(invitation, password=password, by=by, at=at)
        if offer:
            Seat.give(user=user, professional=offer.professional, by=by, at=at)
    return user
