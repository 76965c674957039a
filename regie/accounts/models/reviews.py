"""Reviews: a manager looks at every account, and says of each whether it is still needed."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models

from regie.accounts.enums import Permission, ReviewOutcome
from regie.accounts.models.places import Municipality
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.base.facts import Recorded
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared


class AccountReviewQuerySet(models.QuerySet["AccountReview"]):
    """Questions about reviews."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the municipalities whose users he manages."""
        return self.filter(municipality__in=where_may(viewer, Permission.MANAGE_USERS))

    def newest_first(self) -> Self:
        """The latest at the top."""
        return self.order_by("-recorded_at", "-pk")


class AccountReview(Recorded):
    """On a day somebody looked at all accounts of a municipality."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.ACCOUNT,
        ordinary=f"{RECORDED} ref municipality reviewed_on submission",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    reviewed_on = models.DateField()
    submission = models.UUIDField(null=True, blank=True, unique=True)

    objects = AccountReviewQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.municipality}, {self.reviewed_on}"


class ReviewedAccount(Recorded):
    """What was said of one account, with the roles and the last sign-in as they were then."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.ACCOUNT,
        ordinary=f"{RECORDED} review user outcome roles last_login",
    )

    review = models.ForeignKey(AccountReview, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=20, choices=ReviewOutcome.choices)
    roles = models.CharField(max_length=1000)
    last_login = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="accounts_reviewedaccount_once_a_review", fields=["review", "user"])
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_outcome_display()}"
