"""That something stops, and goes on again: facts in turn, of which none writes another over.

The first of a thing says since when it stops, the second since when it goes on, and so in turn: the odd ones stop it.
"""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any, Self, TypeVar

from django.db import IntegrityError, models, transaction
from django.db.models import Q

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.base.facts import CORRECTED_MEANWHILE, Kept

H = TypeVar("H", bound="Halt")
LONGEST_REASON = 500
FURTHEST = timedelta(days=366)  # what stops later than that is a plan, or a year typed wrong
STOPS, GOES_ON = "Dit is al gestopt.", "Dit gaat gewoon door."


class Halt(Kept):
    """Since when one thing stops or goes on again, and why; `number` counts them from 1. Its owner is a key."""

    kept = "That something stopped stays written: say that it goes on again."

    number = models.PositiveSmallIntegerField()
    since = models.DateField()
    reason = models.CharField(max_length=LONGEST_REASON)
    submission = models.UUIDField(null=True, blank=True, unique=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_says_why", condition=Q(number__gt=0) & ~Q(reason="")
            )
        ]

    @property
    def stops(self) -> bool:
        """Whether it stops by this; otherwise it goes on again."""
        return self.number % 2 == 1

    @classmethod
    def add(
        cls,
        *,
        stops: bool,
        since: date,
        reason: str,
        begun: date | None = None,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
        **owner: Any,
    ) -> Self:
        """The next one of its owner, in a transaction of who asked whether he may; of two at once one is told so.

        Raises NotValid beside `since` or `reason`, or NotNow for what stops already, or goes on already.
        """
        manager: Any = cls._default_manager
        last: Self | None = manager.filter(**owner).order_by("number").last()
        if (last is not None and last.stops) == stops:
            raise NotNow(STOPS if stops else GOES_ON)
        check_halt(since, reason, after=last.since if last else begun, on=day(at))
        told = {"number": (last.number if last else 0) + 1, "since": since, "reason": reason.strip()}
        try:
            with transaction.atomic():
                made: Self = manager.create(**owner, **told, submission=submission, **cls.stamp(by=by, at=at))
        except IntegrityError:
            raise NotNow(CORRECTED_MEANWHILE) from None
        return made


def check_halt(since: date, reason: str, *, after: date | None, on: date) -> None:
    """Raises NotValid for a day before the last one (`after`) or far away, or without a reason."""
    if after is not None and since < after:
        raise NotValid(f"Vul een dag in op of na {after:%d-%m-%Y}.", field="since")
    if since > on + FURTHEST:
        raise NotValid("Deze dag is meer dan een jaar vooruit.", field="since")
    if not reason.strip():
        raise NotValid("Vertel in een zin waarom.", field="reason")
    if len(reason.strip()) > LONGEST_REASON:
        raise NotValid(f"Dit is te lang: hoogstens {LONGEST_REASON} tekens.", field="reason")


def halted(halts: Iterable[H], *, on: date) -> H | None:
    """Of one thing the one by which it stands still that day; None while it goes on."""
    told = sorted((one for one in halts if one.since <= on), key=lambda one: one.number)
    return told[-1] if told and told[-1].stops else None


def told_last(halts: Iterable[H]) -> H | None:
    """Of one thing the last one that was told, also when its day is still to come."""
    return max(halts, key=lambda one: one.number, default=None)
