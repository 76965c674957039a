"""What a colleague can be asked when guidance ends: to cover, to write a death down, to ask and to answer."""

from datetime import timedelta
from typing import Any

from regie.accounts.models import Absence, Cover, Municipality, User
from regie.base.clock import day, now
from regie.privacy.models import JournalEntry
from regie.trajectories.actions import answer_closure, close_trajectory
from regie.trajectories.models import Closure, ClosureAnswer, Trajectory
from tests.factories import endings
from tests.prove.acts import Deed, acting

OF_CLOSING = ("closure.asked", "closure.answered", "trajectory.closed")


def cover(*, officer: str, substitute: str) -> Deed:
    """He stands in for her from today on."""
    her, him = (User.objects.get(email=f"{name}@example.nl") for name in (officer, substitute))
    since, by = day(now()), acting(officer)
    absence = Absence(her, Municipality.objects.get(cbs_code="GM1883"), him, since, since + timedelta(days=9))
    return lambda: Cover.arrange(absence, by=by, at=now()).pk


def close(*, by: str, trajectory: int, reason: str) -> Deed:
    """Closes it, or asks to when it is early."""
    who, found = acting(by), _trajectory(trajectory)
    told = endings.what_is_told(found, reason, on=day(now()))
    return lambda: close_trajectory(trajectory=found, closing=told, by=who, at=now()).pk


def answer(*, by: str, closure: int, agreed: bool) -> Deed:
    """Answers as the second person."""
    who = acting(by)
    asked = Closure.objects.select_related("trajectory__person", "trajectory__municipality").get(pk=closure)
    return lambda: answer_closure(closure=asked, agreed=agreed, words="Zo is het.", by=who, at=now()).pk


def closings(*, trajectory: int) -> Deed:
    """Whether it runs, and how many closures, answers and entries in the journal there are."""
    found = _trajectory(trajectory)
    entries = JournalEntry.objects.filter(subject=found.person.ref, verb__in=OF_CLOSING)

    def look() -> list[Any]:
        runs = Trajectory.objects.running(day(now())).filter(pk=trajectory).exists()
        closures = Closure.objects.filter(trajectory=trajectory)
        answers = ClosureAnswer.objects.filter(closure__in=closures)
        return [runs, closures.count(), answers.count(), entries.count()]

    return look


def _trajectory(key: int) -> Trajectory:
    return Trajectory.objects.select_related("person", "municipality", "referral__person").get(pk=key)
