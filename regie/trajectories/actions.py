"""What changes more than one record at a time."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import check_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed
from regie.base.submissions import once
from regie.persons.models import Person
from regie.persons.rules import Identity
from regie.privacy.actions import journal
from regie.privacy.enums import Verb
from regie.trajectories.models import Referral
from regie.trajectories.rules import check_referral_dates


@dataclass(frozen=True)
class Telling:
    """What we were told in a referral; an empty date or text was not told."""

    referred_by: str
    received_on: date
    detained_since: date | None = None
    facility: str = ""
    told: str = ""


def register_referral(
    *,
    telling: Telling,
    who: Identity | Person,
    municipality: Municipality,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Referral:
    """Writes a referral down, of somebody new (`Identity`) or somebody already known (`Person`).

    Raises NotAllowed, or NotValid beside the field that cannot be true.
    """
    check_may(by, Permission.SCREEN_REFERRALS, municipality.pk)
    check_referral_dates(
        received_on=telling.received_on,
        detained_since=telling.detained_since,
        birth_date=who.birth_date,
        on=day(at),
    )

    def make() -> Referral:
        with transaction.atomic():
            person = _known_or_new(who, municipality=municipality, by=by, at=at)
            referral = Referral.objects.create(
                person=person,
                municipality=municipality,
                happened_on=telling.received_on,
                referred_by=telling.referred_by.strip(),
                detained_since=telling.detained_since,
                facility=telling.facility.strip(),
                told=telling.told.strip(),
                submission=submission,
                **Referral.stamp(by=by, at=at),
            )
            journal(
                Verb.REFERRAL_REGISTERED,
                chain=municipality.cbs_code,
                subject=person.ref,
                fields=["referred_by", "happened_on", "detained_since", "facility", "told"],
                by=by,
                at=at,
            )
        return referral

    return once(Referral, submission, make)


def _known_or_new(who: Identity | Person, *, municipality: Municipality, by: Actor, at: datetime) -> Person:
    if isinstance(who, Identity):
        return Person.register(identity=who, municipality=municipality, by=by, at=at)
    if who.municipality_id != municipality.pk:
        raise NotAllowed("Deze jongere hoort bij een andere gemeente.")
    return who
