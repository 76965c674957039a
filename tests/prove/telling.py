"""What a colleague can be asked to tell of his road; an act is as in `acts`."""

from datetime import date, timedelta
from typing import Any

from regie.accounts.models import Absence, Cover, Municipality, User
from regie.base.clock import day, now
from regie.detention.models import Stay
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import tell_free
from regie.trajectories.enums import (
    ApplicationKind,
    ApplicationOutcome,
    ArrangementList,
    ArrangementState,
    CircumstanceKind,
    CircumstanceValue,
)
from regie.trajectories.models import Application, Arrangement, Circumstance, Trajectory
from regie.trajectories.rules import ApplicationAccount, ArrangementAccount, CircumstanceAccount
from tests.factories.detention import hold
from tests.prove.acts import Deed, acting


def situate(*, by: str, trajectory: int, value: str) -> Deed:
    """Tells how it stands with his benefit, since today."""
    account = CircumstanceAccount(CircumstanceValue(value), day(now()))
    told: dict[str, Any] = {"kind": CircumstanceKind.BENEFIT, "account": account, "by": acting(by)}
    his = _trajectory(trajectory)
    return lambda: Circumstance.tell(trajectory=his, at=now(), **told).pk


def ask(*, by: str, trajectory: int, asked_on: str) -> Deed:
    """Tells that social assistance was asked for him."""
    account = ApplicationAccount(date.fromisoformat(asked_on))
    told: dict[str, Any] = {
        "kind": ApplicationKind.SOCIAL_ASSISTANCE,
        "account": account,
        "by": acting(by),
    }
    his = _trajectory(trajectory)
    return lambda: Application.tell(trajectory=his, at=now(), **told).pk


def decide(*, by: str, application: int, outcome: str) -> Deed:
    """Tells what was decided, today."""
    found = Application.objects.select_related("trajectory__person", "trajectory__municipality")
    told, who = found.get(pk=application), acting(by)
    chosen = ApplicationOutcome(outcome)
    return lambda: told.decide(outcome=chosen, decided_on=day(now()), by=who, at=now()).pk


def stand(*, trajectory: int) -> Deed:
    """How many circumstances and how many applications of his stand."""
    his = _trajectory(trajectory)
    return lambda: [model.objects.current().of(his).count() for model in (Circumstance, Application)]


def stand_in(*, by: str, whom: str) -> Deed:
    """Arranges that somebody works for a colleague who is away, today and tomorrow."""
    away, substitute = (User.objects.get(email=f"{name}@example.nl") for name in (by, whom))
    here, today = Municipality.objects.get(cbs_code="GM1883"), day(now())
    absence = Absence(away, here, substitute, today, today + timedelta(days=1))
    return lambda: Cover.arrange(absence, by=acting(by), at=now()).pk


def held(*, trajectory: int) -> Deed:
    """He is inside since a week, for so far as anybody told."""
    his = _trajectory(trajectory).person
    return lambda: hold(his, at=now(), entered_on=day(now()) - timedelta(days=7)).pk


def free(*, by: str, trajectory: int, days_ago: int = 0) -> Deed:
    """Taps that he is free; answers the stay that ended."""
    his, who, on = _trajectory(trajectory), acting(by), day(now()) - timedelta(days=days_ago)
    return lambda: tell_free(trajectory=his, on=on, by=who, at=now()).pk


def freed(*, trajectory: int) -> Deed:
    """How many stays of his stand, how often an end was written, and how many entries tell of his stays."""
    his = _trajectory(trajectory).person
    stays = Stay.objects.filter(person=his)
    entries = JournalEntry.objects.filter(verb=Verb.STAY_RECORDED, subject=his.ref)
    return lambda: [
        Stay.objects.current().of(his).count(),
        stays.filter(left_on__isnull=False).count(),
        entries.count(),
    ]


def arrange(*, by: str, trajectory: int, state: str) -> Deed:
    """Tells how it stands with his telephone, since today."""
    his, who = _trajectory(trajectory), acting(by)
    account = ArrangementAccount(ArrangementState(state), day(now()))
    told: dict[str, Any] = {"list": ArrangementList.RELEASE, "item": "phone", "account": account, "by": who}
    return lambda: Arrangement.tell(trajectory=his, at=now(), **told).pk


def arrangements(*, trajectory: int) -> Deed:
    """How many arrangements of his were told, and how many entries tell of one."""
    his = _trajectory(trajectory)
    entries = JournalEntry.objects.filter(verb=Verb.ARRANGEMENT_TOLD, subject=his.person.ref)
    return lambda: [Arrangement.objects.of(his).count(), entries.count()]


def _trajectory(key: int) -> Trajectory:
    return Trajectory.objects.select_related("person", "municipality").get(pk=key)
