"""The access log: who opened which file, when, in which role and on which ground."""

from django.db import models

from regie.base.facts import Recorded
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import AccessGround


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

    def __str__(self) -> str:
        return f"{self.recorded_by_label} {self.page} {self.recorded_at:%Y-%m-%d %H:%M}"
