"""What holds for a while around him: from a day until a day, each of which may be unknown."""

import uuid
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.base.actors import Actor
from regie.base.facts import Fact
from regie.detention import rules
from regie.detention.models.condition_fact import ConditionFact
from regie.persons.models import Person


class EndingFact(ConditionFact):
    """It goes on until `ended_on`, a field of each: from that day on it holds no longer."""

    class Meta(Fact.Meta):
        abstract = True

    def over(self, *, on: date) -> bool:
        """Whether it holds no longer."""
        return period_of(self).over(on=on)

    def begun(self, *, on: date) -> bool:
        """Whether it began already, as far as we know."""
        return period_of(self).begun(on=on)

    def end(self, *, on: date, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> Self:
        """It holds no longer, from this day on; the same day twice is once. Raises NotValid, or NotNow.

        Call it through an action of trajectories, which knows who may.
        """
        ended = replace(self.account, ended_on=on)
        return self.correct(account=ended, submission=submission, by=by, at=at)

    @classmethod
    def _check(cls, account: Any, person: Person, *, on: date, **_known: Any) -> None:
        rules.check_period(period_of(account), birth_date=person.birth_date, on=on)


class LastingFact(EndingFact):
    """It holds from `since` up to and including `until`, and from `ended_on` on it holds no longer.

    Each day is empty when nobody knows it; `happened_on` is the day on which it was told.
    """

    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta(Fact.Meta):
        abstract = True
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_it_begins",
                condition=(Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=F("since")))
                & (Q(since__isnull=True) | Q(ended_on__isnull=True) | Q(ended_on__gte=F("since"))),
            ),
        ]


def period_of(told: Any) -> rules.Period:
    """From when until when it holds, of a fact or of an account; some have no first or no last day."""
    return rules.Period(getattr(told, "since", None), getattr(told, "until", None), told.ended_on)
