"""A plan page as it was published, and that it was taken back."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from regie.accounts.enums import Permission
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.base.facts import Kept, KeptQuerySet
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.programme.models.intervention import Intervention
from regie.programme.rules import fingerprint

LONGEST_CHANGES = 1000


class PublishedPageQuerySet(KeptQuerySet):
    """Questions about published pages."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the municipalities whose programme he may read."""
        return self.filter(intervention__municipality__in=where_may(viewer, Permission.READ_PROGRAMME))

    def newest_first(self) -> Self:
        """The last version at the top, each with how it was taken back."""
        return self.select_related("taken_back", "intervention__municipality").order_by("-version")

    def at_address(self, municipality_code: str, code: str) -> Self:
        """Every version at a public address."""
        return self.filter(intervention__municipality__cbs_code=municipality_code, intervention__code=code)


class PublishedPage(Kept):
    """One version of a page, as everyone can read it: its document, its PDF, and what changed since the last.

    `fingerprint` is the SHA-256 of the document, so that anybody can see that it is the same.
    """

    kept = "What was published stays as it was: publish the next version, or take this one back."

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} ref intervention version published_on changes document pdf fingerprint submission",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    intervention = models.ForeignKey(Intervention, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    published_on = models.DateField()
    changes = models.TextField(max_length=LONGEST_CHANGES)
    document = models.JSONField()
    pdf = models.BinaryField()
    fingerprint = models.CharField(max_length=64)
    submission = models.UUIDField(null=True, blank=True, unique=True)

    objects = PublishedPageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="programme_publishedpage_one_of_a_version", fields=["intervention", "version"]
            ),
            models.CheckConstraint(name="programme_publishedpage_says_changes", condition=~Q(changes="")),
        ]

    def __str__(self) -> str:
        return f"{self.intervention}, versie {self.version}"

    @property
    def stands(self) -> bool:
        """Whether nobody took it back."""
        return not hasattr(self, "taken_back")

    @classmethod
    def add(
        cls,
        *,
        intervention: Intervention,
        document: Mapping[str, Any],
        pdf: bytes,
        version: int,
        changes: str,
        submission: uuid.UUID | None,
        by: Actor,
        at: datetime,
    ) -> "PublishedPage":
        """The next version; whoever calls this holds the intervention and asked whether he may."""
        made: PublishedPage = cls.objects.create(
            intervention=intervention,
            version=version,
            published_on=day(at),
            changes=changes.strip(),
            document=document,
            pdf=pdf,
            fingerprint=fingerprint(document),
            submission=submission,
            **cls.stamp(by=by, at=at),
        )
        intervention.journal(Verb.PAGE_PUBLISHED, made.ref, ["document", "version"], by=by, at=at)
        return made

    def take_back(self, *, reason: str, by: Actor, at: datetime) -> "TakenBack":
        """From now on nobody reads it any more; what it said stays to be read inside. Raises NotAllowed or NotNow."""
        self.intervention.check_kept_by(by)
        if not reason.strip():
            raise NotValid("Vertel in een zin waarom.", field="reason")
        with transaction.atomic():
            self.intervention.hold()
            if TakenBack.objects.filter(page=self).exists():
                raise NotNow("Deze versie is al ingetrokken.")
            made: TakenBack = TakenBack.objects.create(
                page=self, reason=reason.strip(), **TakenBack.stamp(by=by, at=at)
            )
            self.intervention.journal(Verb.PAGE_TAKEN_BACK, self.ref, ["reason"], by=by, at=at)
        return made


class TakenBack(Kept):
    """A published version that is not public any more, and why; the reason is told at its address."""

    kept = "That a version was taken back stays: publish the next one."

    privacy = Declaration(
        shared=Shared.NEVER, retention=Retention.SETTING, ordinary=f"{RECORDED} page reason"
    )

    page = models.OneToOneField(PublishedPage, models.PROTECT, related_name="taken_back")
    reason = models.CharField(max_length=500)

    objects = KeptQuerySet.as_manager()

    def __str__(self) -> str:
        return self.reason
