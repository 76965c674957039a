"""That mails were made, so that somebody notices when they are not."""

from datetime import datetime

from django.db import models

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import Recorded
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared


class MailRound(Recorded):
    """On this day it was looked at who is to get a mail, and `last_at` for the last time."""

    privacy = Declaration(
        shared=Shared.NEVER, retention=Retention.SETTING, ordinary=f"{RECORDED} day last_at"
    )

    day = models.DateField(unique=True)
    last_at = models.DateTimeField()

    objects: models.Manager["MailRound"] = models.Manager()

    def __str__(self) -> str:
        return str(self.day)

    @classmethod
    def note(cls, *, by: Actor, at: datetime) -> None:
        """It was looked at now."""
        _, new = cls.objects.get_or_create(day=day(at), defaults={"last_at": at, **cls.stamp(by=by, at=at)})
        if not new:
            cls.objects.filter(day=day(at), last_at__lt=at).update(last_at=at)
