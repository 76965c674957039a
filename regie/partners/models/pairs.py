"""Two entries that were found to be one, or not to be one."""

import uuid
from typing import Any

from django.db import models
from django.db.models import F, Q

from regie.base.facts import Recorded
from regie.partners.models.organisation import Organisation
from regie.partners.models.professional import Professional
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared

TWO = "organisation other_organisation professional other_professional"


class Pair(Recorded):
    """Two organisations, or two professionals."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )
    other_organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="other_%(class)ss"
    )
    professional = models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )
    other_professional = models.ForeignKey(
        Professional, models.PROTECT, null=True, blank=True, related_name="other_%(class)ss"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="partners_%(class)s_is_of_two_of_a_kind",
                condition=Q(
                    organisation__isnull=False,
                    other_organisation__isnull=False,
                    professional__isnull=True,
                    other_professional__isnull=True,
                )
                & ~Q(organisation=F("other_organisation"))
                | Q(
                    organisation__isnull=True,
                    other_organisation__isnull=True,
                    professional__isnull=False,
                    other_professional__isnull=False,
                )
                & ~Q(professional=F("other_professional")),
            )
        ]

    @property
    def kept(self) -> Any:
        """The first of the two."""
        return self.organisation or self.professional

    @property
    def gone(self) -> Any:
        """The other."""
        return self.other_organisation or self.other_professional

    @staticmethod
    def named(one: Any, other: Any) -> dict[str, Any]:
        """The columns that name these two."""
        name = one._meta.model_name
        return {name: one, f"other_{name}": other}


class Merge(Pair):
    """Both were one: the other left the map, who worked there moved along, and what was empty was filled.

    `filled` names the fields, `moved` the keys of who moved, so that it can be undone.
    """

    privacy = Declaration(
        shared=Shared.NEVER, retention=Retention.SETTING, ordinary=f"{RECORDED} ref {TWO} filled moved"
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    filled = models.JSONField(default=list, blank=True)
    moved = models.JSONField(default=list, blank=True)

    def __str__(self) -> str:
        return f"{self.gone} is {self.kept}"


class MergeUndone(Recorded):
    """They were two after all."""

    privacy = Declaration(shared=Shared.NEVER, retention=Retention.SETTING, ordinary=f"{RECORDED} merge")

    merge = models.OneToOneField(Merge, models.PROTECT, related_name="undone")

    def __str__(self) -> str:
        return str(self.merge)


class Apart(Pair):
    """Somebody looked: these are two. The one that was written first comes first."""

    privacy = Declaration(shared=Shared.NEVER, retention=Retention.SETTING, ordinary=f"{RECORDED} {TWO}")

    class Meta(Pair.Meta):
        constraints = [
            *Pair.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "other_organisation"], name="partners_apart_two_organisations_once"
            ),
            models.UniqueConstraint(
                fields=["professional", "other_professional"], name="partners_apart_two_professionals_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kept} is niet {self.gone}"
