"""What a colleague can be asked to tell of his road; an act is as in `acts`."""

from datetime import date
from typing import Any

from regie.base.clock import day, now
from regie.trajectories.enums import ApplicationKind, ApplicationOutcome, CircumstanceKind, CircumstanceValue
from regie.trajectories.models import Application, Circumstance, Trajectory
from regie.trajectories.rules import ApplicationAccount, CircumstanceAccount
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


def _trajectory(key: int) -> Trajectory:
    return Trajectory.objects.select_related("person", "municipality").get(pk=key)
