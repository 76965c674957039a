"""That an intervention stops, and goes on again; its page stays to be read."""

import uuid
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction

from regie.accounts.enums import Permission
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.base.errors import NotNow
from regie.base.facts import KeptQuerySet
from regie.base.halts import Halt, halted
from regie.base.submissions import once
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.programme.models.intervention import Intervention

STOPPED = "Deze interventie is gestopt op {since:%d-%m-%Y}. Een nieuwe versie publiceren kan niet meer."


class InterventionHaltQuerySet(KeptQuerySet):
    """Questions about what stopped."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the municipalities whose programme he may read."""
        return self.filter(intervention__municipality__in=where_may(viewer, Permission.READ_PROGRAMME))


class InterventionHalt(Halt):
    """Since when an intervention stops, or goes on again."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} intervention number since reason submission",
    )

    intervention = models.ForeignKey(Intervention, models.PROTECT, related_name="+")

    objects = InterventionHaltQuerySet.as_manager()

    class Meta(Halt.Meta):
        constraints = [
            *Halt.Meta.constraints,
            models.UniqueConstraint(
                fields=["intervention", "number"], name="programme_interventionhalt_one_after_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.since:%d-%m-%Y}: {self.reason}"

    @classmethod
    def end(
        cls,
        intervention: Intervention,
        *,
        since: date,
        reason: str,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "InterventionHalt":
        """It stops on that day; raises NotAllowed, NotValid beside the field, or NotNow."""
        told = {"stops": True, "since": since, "reason": reason, "submission": submission}
        return cls._tell(intervention, Verb.INTERVENTION_ENDED, told, by=by, at=at)

    @classmethod
    def resume(
        cls,
        intervention: Intervention,
        *,
        since: date,
        reason: str,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "InterventionHalt":
        """It goes on again from that day; raises NotAllowed, NotValid beside the field, or NotNow."""
        told = {"stops": False, "since": since, "reason": reason, "submission": submission}
        return cls._tell(intervention, Verb.INTERVENTION_RESUMED, told, by=by, at=at)

    @classmethod
    def check_running(cls, intervention: Intervention, *, on: date) -> None:
        """Raises NotNow for an intervention that stopped; one query."""
        by = halted(cls.objects.filter(intervention=intervention), on=on)
        if by is not None:
            raise NotNow(STOPPED.format(since=by.since))

    @classmethod
    def _tell(
        cls, intervention: Intervention, verb: Verb, told: dict[str, Any], *, by: Actor, at: datetime
    ) -> "InterventionHalt":
        intervention.check_kept_by(by)

        def make() -> "InterventionHalt":
            with transaction.atomic():
                intervention.hold()
                began = intervention.since
                made = cls.add(intervention=intervention, begun=began, **told, by=by, at=at)
                intervention.journal(verb, intervention.ref, ["since", "reason"], by=by, at=at)
            return made

        return once(cls, told["submission"], make)
