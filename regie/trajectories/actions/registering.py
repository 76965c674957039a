"""Writing a referral down, and telling it better."""

import uuid
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import check_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.base.submissions import once
from regie.persons.models import Person
from regie.persons.rules import Identity
from regie.privacy.enums import Verb
from regie.trajectories.models import Redirection, Referral, Trajectory
from regie.trajectories.rules import check_referral_dates


@dataclass(frozen=True)
class Telling:
    """What we were told in a referral; an empty date or text was not told."""

    referred_by: str
    happened_on: date
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
    _check_dates(telling, who, on=day(at))

    def make() -> Referral:
        with transaction.atomic():
            person = _known_or_new(who, municipality=municipality, by=by, at=at)
            referral = Referral.objects.create(
                person=person,
                municipality=municipality,
                submission=submission,
                **asdict(telling),
                **Referral.stamp(by=by, at=at),
            )
            referral.journal(Verb.REFERRAL_REGISTERED, list(asdict(telling)), by=by, at=at)
        return referral

    return once(Referral, submission, make)


def correct_referral(
    *,
    referral: Referral,
    telling: Telling,
    identity: Identity,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Referral:
    """Writes down better who it is and what we were told; what stood there before can be read back.

    Until it is accepted by who screens, afterwards by who guides. Raises NotAllowed, NotValid, or NotNow when
    somebody else corrected it meanwhile.
    """
    _check_dates(telling, identity, on=day(at))
    changed = [name for name, value in asdict(telling).items() if getattr(referral, name) != value]

    def make() -> Referral:
        with transaction.atomic():
            # Whoever accepts or corrects at the same moment waits here.
            Person.objects.select_for_update(no_key=True).get(pk=referral.person_id)
            _check_may_correct(referral, by)
            renamed = referral.person.correct(identity=identity, by=by, at=at)
            if not changed and not renamed:
                return referral
            # Also when only his name changed: who saw the older version may not write over it.
            better = referral.add_correction(by=by, at=at, submission=submission, **asdict(telling))
            # The journal first, as every verb that touches a trajectory does: who waits, waits in one order.
            better.journal(Verb.REFERRAL_CORRECTED, changed, by=by, at=at)
            Trajectory.objects.filter(referral__ref=referral.ref).update(referral=better)
        return better

    return once(Referral, submission, make)


def _check_may_correct(referral: Referral, by: Actor) -> None:
    trajectory = Trajectory.objects.filter(referral__ref=referral.ref).first()
    if trajectory is None:
        check_may(by, Permission.SCREEN_REFERRALS, referral.municipality_id)
        if Redirection.objects.filter(referral__ref=referral.ref).exists():
            raise NotNow("Over deze aanmelding is al besloten: reguliere nazorg.")
    else:
        trajectory.check_guided_by(by)


def _check_dates(telling: Telling, who: Identity | Person, *, on: date) -> None:
    check_referral_dates(
        received_on=telling.happened_on,
        detained_since=telling.detained_since,
        birth_date=who.birth_date,
        on=on,
    )


def _known_or_new(who: Identity | Person, *, municipality: Municipality, by: Actor, at: datetime) -> Person:
    if isinstance(who, Identity):
        return Person.register(identity=who, municipality=municipality, by=by, at=at)
    if who.municipality_id != municipality.pk:
        raise NotAllowed("Deze jongere hoort bij een andere gemeente.")
    return who
