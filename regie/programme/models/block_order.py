"""In which order a municipality shows the blocks of a page."""

from collections.abc import Sequence
from datetime import datetime
from typing import Self

from django.db import models, transaction

from regie.accounts.enums import Permission
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.base.errors import NotNow, NotValid
from regie.base.facts import CORRECTED_MEANWHILE, Kept, KeptQuerySet
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.programme.enums import BlockKind
from regie.programme.models.intervention import Intervention


class BlockOrderQuerySet(KeptQuerySet):
    """Questions about orders."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the municipalities whose programme he may read."""
        return self.filter(intervention__municipality__in=where_may(viewer, Permission.READ_PROGRAMME))

    def newest_first(self) -> Self:
        """The one that holds at the top."""
        return self.order_by("-pk")


class BlockOrder(Kept):
    """The kinds of blocks in the order in which they stand on the page; the newest order holds."""

    kept = "An order is never changed: choose the next one."

    privacy = Declaration(
        shared=Shared.NEVER, retention=Retention.SETTING, ordinary=f"{RECORDED} intervention kinds"
    )

    intervention = models.ForeignKey(Intervention, models.PROTECT, related_name="+")
    kinds = models.JSONField()

    objects = BlockOrderQuerySet.as_manager()

    def __str__(self) -> str:
        return ", ".join(self.kinds)

    @classmethod
    def choose(
        cls,
        *,
        intervention: Intervention,
        kinds: Sequence[str],
        seen: int | None = None,
        by: Actor,
        at: datetime,
    ) -> "BlockOrder":
        """From now on in this order; the same twice is once. `seen` is the key of the order that he looked at.

        Raises NotAllowed, NotValid for an order that leaves a kind out or names one twice, or NotNow.
        """
        intervention.check_kept_by(by)
        if sorted(kinds) != sorted(BlockKind.values):
            raise NotValid("Geef elk blok een eigen plek.")
        with transaction.atomic():
            intervention.hold()
            holding = cls.objects.filter(intervention=intervention).newest_first().first()
            if holding is not None and list(holding.kinds) == list(kinds):
                return holding
            if holding is not None and holding.pk != seen:
                raise NotNow(CORRECTED_MEANWHILE)
            stamp = cls.stamp(by=by, at=at)
            made: BlockOrder = cls.objects.create(intervention=intervention, kinds=list(kinds), **stamp)
            intervention.journal(Verb.BLOCK_ORDER_CHOSEN, intervention.ref, ["kinds"], by=by, at=at)
        return made
