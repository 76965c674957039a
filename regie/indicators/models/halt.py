"""That a municipality follows an indicator no more, and takes it up again; its figures stay."""

import uuid
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction

from regie.accounts.enums import Permission
from regie.accounts.rules import check_may, where_may
from regie.base.actors import Actor
from regie.base.errors import NotAllowed, NotNow
from regie.base.facts import KeptQuerySet
from regie.base.halts import Halt, halted
from regie.base.submissions import once
from regie.indicators.models.indicator import Indicator
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb

SHARED = "Deze indicator is landelijk. U hoeft hem niet te volgen, maar hij blijft in de lijst."
ENDED = "Deze indicator wordt niet meer gevolgd sinds {since:%d-%m-%Y}. Neem hem eerst weer op."


class IndicatorHaltQuerySet(KeptQuerySet):
    """Questions about what is followed no more."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the municipalities where this viewer reads indicators."""
        return self.filter(indicator__municipality__in=where_may(viewer, Permission.READ_INDICATORS))


class IndicatorHalt(Halt):
    """Since when an indicator is followed no more, or again; of what is shipped for the whole country there is none."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} indicator number since reason submission",
    )

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")

    objects = IndicatorHaltQuerySet.as_manager()

    class Meta(Halt.Meta):
        constraints = [
            *Halt.Meta.constraints,
            models.UniqueConstraint(
                fields=["indicator", "number"], name="indicators_indicatorhalt_one_after_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.since:%d-%m-%Y}: {self.reason}"

    @classmethod
    def end(
        cls,
        indicator: Indicator,
        *,
        since: date,
        reason: str,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "IndicatorHalt":
        """It is followed no more from that day on; raises NotAllowed, NotValid beside the field, or NotNow."""
        told = {"stops": True, "since": since, "reason": reason, "submission": submission}
        return cls._tell(indicator, Verb.INDICATOR_ENDED, told, by=by, at=at)

    @classmethod
    def resume(
        cls,
        indicator: Indicator,
        *,
        since: date,
        reason: str,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "IndicatorHalt":
        """It is followed again from that day on; raises NotAllowed, NotValid beside the field, or NotNow."""
        told = {"stops": False, "since": since, "reason": reason, "submission": submission}
        return cls._tell(indicator, Verb.INDICATOR_RESUMED, told, by=by, at=at)

    @classmethod
    def check_followed(cls, indicator: Indicator, *, on: date) -> None:
        """Raises NotNow for an indicator that is followed no more that day; one query."""
        by = halted(cls.objects.filter(indicator=indicator), on=on)
        if by is not None:
            raise NotNow(ENDED.format(since=by.since))

    @classmethod
    def _tell(
        cls, indicator: Indicator, verb: Verb, told: dict[str, Any], *, by: Actor, at: datetime
    ) -> "IndicatorHalt":
        if indicator.municipality is None:
            raise NotAllowed(SHARED)
        check_may(by, Permission.KEEP_INDICATORS, indicator.municipality.pk)

        def make() -> "IndicatorHalt":
            with transaction.atomic():
                made = cls.add(indicator=indicator, **told, by=by, at=at)
                indicator.journal(verb, ["since", "reason"], by=by, at=at)
            return made

        return once(cls, told["submission"], make)
