"""Loads the demo by calling the verbs that a user would call."""

from datetime import date, datetime, timedelta
from functools import partial
from io import StringIO
from pathlib import Path

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import call_command

from regie.accounts.models import Municipality, Region, RoleGrant, User
from regie.approach.queries import approach_for
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.contacts.models import ContactMoment
from regie.contacts.models.contact_moment import Account
from regie.demo.cast import COLLEAGUES, NOOR, PASSWORD, PLACES, REGION, Colleague
from regie.demo.people import MESSAGES, PEOPLE, YoungPerson
from regie.detention.enums import Certainty, Regime, ReleaseKind
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.stay import StayAccount
from regie.intake.actions import receive
from regie.partners.queries import find
from regie.persons.rules import Identity
from regie.trajectories.actions import Telling, register_referral, tell_detention, weigh_referral
from regie.trajectories.enums import Answer
from regie.trajectories.models import Referral, Trajectory
from regie.trajectories.queries import duration_of
from regie.trajectories.rules import AGE, Judged, Weighed

LOADER = Actor(ActorKind.JOB, "demo", "Demo")
APPROACHES = Path(__file__).resolve().parents[2] / "approaches"
WEIGHED = {
    "multi_problem": "Geen woning, schulden en geen inkomen.",
    "regular_aftercare": "De nazorg begint pas bij vrijlating. Er moet nu al iemand naast de jongere staan.",
    "willingness": "Wil kennismaken.",
}
LONG_AGO = timedelta(days=400)


def load(*, at: datetime) -> bool:
    """Makes the places, the colleagues and the young people; False when they are here already."""
    if User.objects.filter(email=COLLEAGUES[0].email).exists():
        return False
    region = Region.objects.create(name=REGION)
    for code, name in PLACES.items():
        Municipality.objects.create(cbs_code=code, name=name, region=region)
    call_command("approach", "load", str(APPROACHES), stdout=StringIO())
    call_command("facilities", "load", stdout=StringIO())
    for colleague in COLLEAGUES:
        _employ(colleague, at=at)
    for person in PEOPLE:
        _guide(person, at=at)
    for text in MESSAGES:
        _receive(text, at=at)
    return True


def _employ(colleague: Colleague, *, at: datetime) -> None:
    user = User.objects.create_user(colleague.email, PASSWORD, name=colleague.name)
    place = Municipality.objects.get(cbs_code=colleague.place)
    RoleGrant.grant(
        user=user, role=colleague.role, municipality=place, since=day(at - LONG_AGO), by=LOADER, at=at
    )
    if not Authenticator.objects.filter(user=user).exists():
        TOTP.activate(user, colleague.secret)


def _receive(text: str, *, at: datetime) -> None:
    noor = User.objects.get(email=NOOR.email)
    here = Municipality.objects.get(cbs_code=NOOR.place)
    receive(text, sender="DJI", received_on=day(at), municipality=here, by=noor.acting(at), at=at)


def _guide(person: YoungPerson, *, at: datetime) -> None:
    user = User.objects.get(email=person.officer.email)
    referral = _refer(person, user, at=at)
    if person.accepted is None:
        return
    accepted_at = at - timedelta(days=person.accepted)
    by = user.acting(accepted_at)
    _weigh(referral, by, at=accepted_at)
    planned_end = duration_of(referral, on=day(accepted_at)).proposed
    trajectory = referral.accept(planned_end=planned_end, by=by, at=accepted_at)
    _detain(trajectory, person, by, at=accepted_at)
    for moment in person.moments:
        then = at - timedelta(days=moment.days_ago)
        account = Account(day(then), moment.kind, moment.outcome, moment.words)
        ContactMoment.log(trajectory=trajectory, account=account, by=by, at=then)


def _detain(trajectory: Trajectory, person: YoungPerson, by: Actor, *, at: datetime) -> None:
    """Where he is held, on what ground and until when, as far as it is known of him."""
    if person.detained is None:
        return
    tell = partial(tell_detention, trajectory=trajectory, source=person.referred_by, by=by, at=at)
    entered_on = trajectory.referral.detained_since
    stay = StayAccount(person.facility, find(person.facility), Regime.ADULT, entered_on=entered_on)
    tell(account=stay)
    if person.sentence is not None:
        tell(account=person.sentence)
    if person.out_in is not None:
        out_on = day(at + timedelta(days=person.out_in))
        release = ReleaseAccount(out_on, ReleaseKind.END_OF_SENTENCE, Certainty.EXPECTED)
        tell(account=release)


def _weigh(referral: Referral, by: Actor, *, at: datetime) -> None:
    approach = approach_for(referral.municipality, on=day(at))
    asked = (criterion.code for criterion in approach.criteria if criterion.code != AGE)
    criteria = {code: Judged(Answer.MET, WEIGHED.get(code, "")) for code in asked}
    weighed = Weighed(criteria, domains=("housing", "finances_and_debts"))
    weigh_referral(referral=referral, weighed=weighed, by=by, at=at)


def _refer(person: YoungPerson, user: User, *, at: datetime) -> Referral:
    then = at - timedelta(days=person.referred)
    detained = day(at - timedelta(days=person.detained)) if person.detained is not None else None
    return register_referral(
        telling=Telling(person.referred_by, day(then), detained, person.facility, person.told),
        who=Identity(person.given_names, person.family_name, date.fromisoformat(person.born), person.bsn),
        municipality=Municipality.objects.get(cbs_code=person.officer.place),
        by=user.acting(then),
        at=then,
    )
