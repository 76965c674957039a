"""What happened to an account, besides its roles."""

from django.conf import settings
from django.db import models

from regie.accounts.enums import AccountEventKind
from regie.base.facts import Recorded
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared


class AccountEvent(Recorded):
    """A manager closed or opened an account, or took a second step away."""

    privacy = Declaration(shared=Shared.NEVER, retention=Retention.ACCOUNT, ordinary=f"{RECORDED} user kind")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=AccountEventKind.choices)

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}"
