"""A partner accepted the code of conduct."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models, transaction

from regie.accounts.models import Municipality, User
from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotAllowed, NotNow
from regie.base.facts import Recorded
from regie.partners.rules import VERSION
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb

ONLY_HIMSELF = "Alleen een partner zelf neemt de gedragscode aan."
NEWER = "De gedragscode is intussen veranderd. Lees hem opnieuw."


class ConductAcceptance(Recorded):
    """He read this version of the code of conduct and accepted it, once."""

    privacy = Declaration(
        shared=Shared.NEVER, retention=Retention.ACCOUNT, ordinary=f"{RECORDED} user version"
    )

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="partners_conductacceptance_once", fields=["user", "version"])
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.version}"

    @classmethod
    def accept(cls, *, version: int, by: Actor, at: datetime) -> Self:
        """He promises it himself, in each municipality in which he comes in; twice is once.

        Raises NotAllowed for who is no partner, NotNow for what he read when it has changed.
        """
        if by.kind is not ActorKind.PARTNER:
            raise NotAllowed(ONLY_HIMSELF)
        if version != VERSION:
            raise NotNow(NEWER)
        user = User.objects.get(pk=by.id)
        with transaction.atomic():
            made, new = cls.objects.get_or_create(
                user=user, version=version, defaults=cls.stamp(by=by, at=at)
            )
            if new:
                here = Municipality.objects.filter(pk__in=[seat.municipality_id for seat in by.seats])
                for place in here.order_by("cbs_code"):
                    journal(
                        Verb.CONDUCT_ACCEPTED,
                        chain=place.cbs_code,
                        subject=user.ref,
                        fields=["version"],
                        by=by,
                        at=at,
                    )
        return made
