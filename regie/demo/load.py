"""Loads the demo by calling the verbs that a user would call."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from io import StringIO
from operator import itemgetter
from pathlib import Path

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.management import call_command

from regie.accounts.actions import tell_work_phone
from regie.accounts.models import Municipality, Region, RoleGrant, User
from regie.approach.actions import load as load_layer
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.clocks.actions import judge_terms
from regie.demo.blocking import stand_in_his_way
from regie.demo.case import Case
from regie.demo.cast import COLLEAGUES, NOOR, PASSWORD, PLACES, REGION, SECOND, SEM, Colleague
from regie.demo.conditions import measured
from regie.demo.events import events
from regie.demo.measuring import measure
from regie.demo.partner import help_from_outside
from regie.demo.people import MESSAGES, PEOPLE
from regie.demo.programme import programme_acts
from regie.demo.social_map import DOUBTED, LIST, WORDS
from regie.intake.actions import receive
from regie.mailing.enums import MailKind
from regie.mailing.models import MailChoice
from regie.partners.actions import bring_in
from regie.partners.models import Professional

LOADER = Actor(ActorKind.JOB, "demo", "Demo")
APPROACHES = Path(__file__).resolve().parents[2] / "approaches"
INDICATORS = APPROACHES.parent / "indicators"
SHIPPED = [str(INDICATORS / f"{name}.yaml") for name in ("national", "sittard-geleen")]
LONG_AGO = timedelta(days=800)
LATELY = timedelta(days=14)  # of these days it is judged how the terms went; two years would take too long
LAYERS = ("national", "zuid-limburg", "sittard-geleen")


def load(*, at: datetime) -> bool:
    """Makes the places, the colleagues and the young people; False when they are here already."""
    if User.objects.filter(email=COLLEAGUES[0].email).exists():
        return False
    region = Region.objects.create(name=REGION)
    for code, name in PLACES.items():
        Municipality.objects.create(cbs_code=code, name=name, region=region)
    _lay_down(at=at - LONG_AGO)
    call_command("facilities", "load", stdout=StringIO())
    call_command("indicators", "load", *SHIPPED, stdout=StringIO())
    for colleague in COLLEAGUES:
        _employ(colleague, at=at)
    _live(at=at)
    for text in MESSAGES:
        _receive(text, at=at)
    _keep_map(at=at)
    help_from_outside(at=at)
    stand_in_his_way(at=at)
    measure(at=at)
    judge_terms(since=day(at) - LATELY, by=LOADER, at=at)
    noor = User.objects.get(email=NOOR.email)
    MailChoice.choose(user=noor, asked=list(MailKind), by=noor.acting(at), at=at)
    return True


def _lay_down(*, at: datetime) -> None:
    """The rules were there before anybody was guided: what was due then is judged by them."""
    for name in LAYERS:
        text = (APPROACHES / f"{name}.yaml").read_text(encoding="utf-8")
        load_layer(text, filename=name, by=LOADER, at=at)


def _employ(colleague: Colleague, *, at: datetime) -> None:
    user = User.objects.create_user(colleague.email, PASSWORD, name=colleague.name)
    place = Municipality.objects.get(cbs_code=colleague.place)
    assert colleague.role
    RoleGrant.grant(
        user=user, role=colleague.role, municipality=place, since=day(at - LONG_AGO), by=LOADER, at=at
    )
    if colleague.phone:
        tell_work_phone(user, phone=colleague.phone, by=user.acting(at), at=at)
    if not Authenticator.objects.filter(user=user).exists():
        TOTP.activate(user, colleague.secret)


def _receive(text: str, *, at: datetime) -> None:
    noor = User.objects.get(email=NOOR.email)
    here = Municipality.objects.get(cbs_code=NOOR.place)
    receive(text, sender="DJI", received_on=day(at), municipality=here, by=noor.acting(at), at=at)


def _keep_map(*, at: datetime) -> None:
    """Noor brings the list of her municipality in, and Sem finds that one of it is not right."""
    noor, sem = (User.objects.get(email=colleague.email) for colleague in (NOOR, SEM))
    here = Municipality.objects.get(cbs_code=NOOR.place)
    days = {"lately": at - timedelta(days=30), "long_ago": at - timedelta(days=250)}
    text = LIST.format(**{name: f"{day(moment):%d-%m-%Y}" for name, moment in days.items()})
    bring_in(text, municipality=here, by=noor.acting(at), at=at)
    Professional.objects.get(name=DOUBTED).doubt(words=WORDS, by=sem.acting(at), at=at)


def _live(*, at: datetime) -> None:
    """Everything that was done, for everybody and of the programme, in the order in which it was done."""
    for then, act in sorted([*_guiding(at), *programme_acts(at=at)], key=itemgetter(0)):
        act(then)


def _guiding(at: datetime) -> list[tuple[datetime, Callable[[datetime], None]]]:
    users = {user.email: user for user in User.objects.all()}
    places = {place.cbs_code: place for place in Municipality.objects.all()}
    acts = []
    for turn, who in enumerate(PEOPLE):
        place = who.officer.place
        case = Case(who, users[who.officer.email], users[SECOND[place].email], places[place])
        his = [*events(who.road, today=day(at), turn=turn), *measured(who.road, turn)]
        acts += [(event.at(at), turn, event, case) for event in his]
    acts.sort(key=lambda act: (act[0], act[1], act[2].turn))
    return [(then, partial(event.act, case)) for then, _turn, event, case in acts]
