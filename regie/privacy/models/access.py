"""The access log: who opened which file, when, in which role and on which ground."""

from typing import Self

from django.db import models

from regie.base.actors import Actor
from regie.base.facts import Recorded
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import AccessGround

# Pages that a program asks for by itself, on behalf of who let it: nobody opened them with his own hand.
BY_ITSELF = ("desk:calendar_file",)


class AccessEntryQuerySet(models.QuerySet["AccessEntry"]):
    """Questions about who opened what."""

    def by(self, actor: Actor) -> Self:
        """What somebody opened himself; what his telephone fetched for him is not among it."""
        return self.of(actor).exclude(page__in=BY_ITSELF)

    def of(self, actor: Actor) -> Self:
        """What was opened in his name."""
        return self.filter(recorded_by_kind=actor.kind, recorded_by_id=actor.id)


class AccessEntry(Recorded):
    """Somebody opened a file; the young person can see who."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} municipality_code subject page ground",
    )

    municipality_code = models.CharField(max_length=20)
    subject = models.UUIDField(db_index=True)
    page = models.CharField(max_length=60)
    ground = models.CharField(max_length=20, choices=AccessGround.choices)

    objects = AccessEntryQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["recorded_by_id", "-recorded_at"], name="privacy_accessentry_lately")]

    def __str__(self) -> str:
        return f"{self.recorded_by_label} {self.page} {self.recorded_at:%Y-%m-%d %H:%M}"
