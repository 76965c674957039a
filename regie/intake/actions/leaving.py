"""A message says that he is free: who guides him may have known that already, from another day."""

from dataclasses import replace
from datetime import date, datetime

from regie.base.actors import Actor
from regie.detention.models.stay import StayAccount
from regie.intake.enums import FreeDay
from regie.intake.queries import other_free_day, stay_left
from regie.intake.rules import check_free_day
from regie.trajectories.actions import correct_detention, tell_detention
from regie.trajectories.models import Trajectory


def tell_leaving(
    trajectory: Trajectory,
    leaving: StayAccount,
    source: str,
    *,
    chosen: FreeDay | None,
    by: Actor,
    at: datetime,
) -> None:
    """He left the place where he was then; the same day is not told twice, of two days somebody chose which holds.

    Raises NotValid (`free_day`) when nobody did.
    """
    assert leaving.left_on is not None
    person = trajectory.person
    there = other_free_day(person, leaving.left_on)
    if there:
        check_free_day(chosen, there=there, told=leaving.left_on)
    if there and chosen is FreeDay.FILE:
        return
    stay = None if there and chosen is FreeDay.BOTH else stay_left(person, leaving.left_on)
    if stay is None:
        tell_detention(trajectory=trajectory, account=leaving, source=source, by=by, at=at)
    elif stay.left_on != leaving.left_on:
        free = replace(stay.account, left_on=leaving.left_on)
        correct_detention(trajectory=trajectory, told=stay, account=free, by=by, at=at)


def said_otherwise(trajectory: Trajectory, left_on: date | None, *, chosen: FreeDay | None) -> str:
    """What is kept of a day that was not chosen, in words; the message itself is destroyed one day."""
    there = other_free_day(trajectory.person, left_on) if left_on else None
    if there is None or left_on is None or chosen is not FreeDay.FILE:
        return ""
    return f"Volgens dit bericht is hij vrij sinds {left_on:%d-%m-%Y}. Wij hielden {there:%d-%m-%Y} aan."
