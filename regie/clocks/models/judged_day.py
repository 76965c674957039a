"""Which days were judged."""

from datetime import date

from django.db import models

from regie.base.facts import Kept, KeptQuerySet
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared


class JudgedDayQuerySet(KeptQuerySet):
    """Questions about which days were judged."""

    def last_day(self) -> date | None:
        """The last day that was judged."""
        found: date | None = self.aggregate(last=models.Max("day"))["last"]
        return found


class JudgedDay(Kept):
    """At the end of this day every term was judged, of everybody in every municipality."""

    kept = "A day that was judged stays judged."
    privacy = Declaration(shared=Shared.NEVER, retention=Retention.SETTING, ordinary=f"{RECORDED} day")

    day = models.DateField(unique=True)

    objects = JudgedDayQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.day:%d-%m-%Y}"
