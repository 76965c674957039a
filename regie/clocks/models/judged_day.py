"""Which days were judged."""

from datetime import date
from typing import Any

from django.db import models

from regie.base.facts import Recorded
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared


class JudgedDayQuerySet(models.QuerySet["JudgedDay"]):
    """Questions about which days were judged."""

    def last_day(self) -> date | None:
        """The last day that was judged."""
        found: date | None = self.aggregate(last=models.Max("day"))["last"]
        return found


class JudgedDay(Recorded):
    """At the end of this day every term was judged, of everybody in every municipality."""

    privacy = Declaration(shared=Shared.NEVER, retention=Retention.SETTING, ordinary=f"{RECORDED} day")

    day = models.DateField(unique=True)

    objects = JudgedDayQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.day:%d-%m-%Y}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes that a day was judged; it stays judged."""
        if not self._state.adding:
            raise TypeError("A day that was judged stays judged.")
        super().save(*args, **kwargs)
