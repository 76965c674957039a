"""What is told of the road of who is guided: his turning points, his terms, his situation, and what was asked for him."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.clocks.enums import HandlingKind
from regie.clocks.models import Handling, Judgement
from regie.clocks.models.handling import HandlingAccount
from regie.trajectories.enums import ApplicationKind, ApplicationOutcome, CircumstanceKind, CircumstanceValue
from regie.trajectories.models import Circumstance, Trajectory, TurningPoint
from regie.trajectories.models.turning_point import TurningPointAccount
from regie.trajectories.rules import CircumstanceAccount
from tests.factories import first_days, people
from tests.factories.terms import handle, term_of


def told_of_his_road(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """One of each, by what it is called in the file."""
    tellers = (_turned, _handled, _situated, _asked, _arranged)
    return {name: fact for tell in tellers for name, fact in tell(trajectory, officer, at).items()}


def told_of_first_days(trajectory: Trajectory, officer: User, at: datetime, *, done: bool) -> dict[str, Any]:
    """A call, a night and, when they are done, the hand-over, each told better; he must have come out."""
    found: dict[str, Any] = {}
    for name, tell in (
        ("call", first_days.call),
        ("night", first_days.sleep),
        ("hand-over", first_days.settle),
    ):
        if tell is first_days.settle and not done:
            continue
        told = tell(trajectory, by=officer, at=at)
        account = replace(told.account, words="Twee")
        better = told.correct(account=account, by=officer.acting(at), at=at)
        found |= {f"{name} before it was corrected": told, f"corrected {name}": better}
    return found


def _turned(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A turning point that was told better."""
    told: dict[str, Any] = {"by": officer.acting(at), "at": at}
    first = TurningPoint.tell(trajectory=trajectory, account=TurningPointAccount(day(at), "Een"), **told)
    better = first.correct(account=TurningPointAccount(day(at), "Twee"), **told)
    return {"turning point before it was corrected": first, "corrected turning point": better}


def _handled(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A term that is not needed, with why; and one that was done too late, and is judged so."""
    kind = HandlingKind.NOT_NEEDED
    handling = handle(trajectory, "first_contact", by=officer, at=at, kind=kind)
    term = replace(term_of(trajectory, "measured_at_entry", on=day(at)), due=day(at) - timedelta(days=9))
    account, by = HandlingAccount(HandlingKind.DONE, day(at)), officer.acting(at)
    Handling.tell(trajectory=trajectory, term=term, account=account, seen=None, by=by, at=at)
    return {"handling": handling, "judgement": Judgement.objects.get(trajectory=trajectory, verdict="missed")}


def _situated(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """A circumstance that was told better."""
    told: dict[str, Any] = {"by": officer.acting(at), "at": at}
    account = CircumstanceAccount(CircumstanceValue.VALID_ID, day(at), day(at) + timedelta(days=90))
    first = Circumstance.tell(trajectory=trajectory, kind=CircumstanceKind.IDENTITY, account=account, **told)
    better = first.correct(account=replace(account, valid_until=day(at) + timedelta(days=99)), **told)
    return {"circumstance before it was corrected": first, "corrected circumstance": better}


def _asked(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """Something was asked for him and granted; it was told better what it was."""
    granted = {"outcome": ApplicationOutcome.GRANTED, "decided_on": day(at)}
    first = people.ask(trajectory, ApplicationKind.OTHER, by=officer, at=at, **granted)
    better = first.correct(account=replace(first.account, words="Een fiets"), by=officer.acting(at), at=at)
    return {"application before it was corrected": first, "corrected application": better}


def _arranged(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, Any]:
    """Something that must be arranged for his release, told better."""
    told = {"due_on": day(at) + timedelta(days=9), "owner_name": "Anneke", "words": "Wacht op de foto."}
    first = people.arrange(trajectory, by=officer, at=at, **told)
    better = first.correct(account=replace(first.account, words="Ligt klaar."), by=officer.acting(at), at=at)
    return {"arrangement before it was corrected": first, "corrected arrangement": better}
