"""He is free, as who guides him hears it first; and taking that back."""

import uuid
from datetime import date, datetime

from django.db import transaction

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.detention.models import Stay
from regie.detention.models.stay import StayAccount
from regie.detention.queries import last_stay
from regie.detention.rules import check_free_since
from regie.persons.models import Person
from regie.trajectories.models import Trajectory


def tell_free(
    *, trajectory: Trajectory, on: date, submission: uuid.UUID | None = None, by: Actor, at: datetime
) -> Stay:
    """He is free from a day: the stay he is in ends, or, when none was told, one is told that ended then.

    Twice is once, also by two colleagues. Raises NotAllowed; NotValid (`on`) for a day that cannot be, or when he is
    free since another day already.
    """
    trajectory.check_guided_by(by)
    with transaction.atomic():
        stay = _last_of(trajectory, on=day(at))
        if stay is not None and stay.left_on == on:
            return stay
        if stay is not None and stay.left_on is not None:
            raise NotValid(_free_already(stay.left_on), field="on")
        check_free_since(
            on,
            stay.facts if stay else None,
            came_in=None if stay else trajectory.referral.detained_since,
            birth_date=trajectory.person.birth_date,
            on=day(at),
        )
        if stay is not None:
            return stay.leave(on=on, submission=submission, by=by, at=at)
        left = StayAccount(left_on=on)
        return Stay.record(person=trajectory.person, account=left, submission=submission, by=by, at=at)


def tell_still_inside(
    *, trajectory: Trajectory, submission: uuid.UUID | None = None, by: Actor, at: datetime
) -> Stay:
    """It was not so that he is free: what was told of the stay before stands again, and the history keeps both.

    Raises NotAllowed, or NotNow when nothing says any more that he is free.
    """
    trajectory.check_guided_by(by)
    with transaction.atomic():
        stay = _last_of(trajectory, on=day(at))
        if stay is None or stay.left_on is None:
            raise NotNow("Er staat niet meer dat hij vrij is.")
        return stay.not_left(submission=submission, by=by, at=at)


def _last_of(trajectory: Trajectory, *, on: date) -> Stay | None:
    """Where he was last; two who tell something at once wait here for each other."""
    Person.objects.select_for_update(no_key=True).get(pk=trajectory.person_id)
    return last_stay(trajectory.person, on=on)


def _free_already(since: date) -> str:
    return (
        f"Er staat al dat hij vrij is sinds {since:%d-%m-%Y}. Klopt die dag niet? Verbeter dan zijn verblijf."
    )
