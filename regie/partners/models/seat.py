"""A partner has an account: somebody who signs in is a professional of the map of one municipality, for a while."""

import uuid
from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q

from regie.accounts.enums import Permission
from regie.accounts.models import Invitation, User
from regie.accounts.rules import check_may_manage, where_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow
from regie.base.facts import Recorded
from regie.base.periods import running
from regie.partners.models.professional import Professional
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb

ENDED = "Dit partneraccount was al beëindigd."


def still_there(on: date) -> Q:
    """Of a row that names a professional: he stands on the map, and did not move since it was written."""
    stands = Q(professional__ended_on__isnull=True) | Q(professional__ended_on__gt=on)
    stayed = Q(professional__moved_at__isnull=True) | Q(professional__moved_at__lt=F("recorded_at"))
    return stands & stayed


class SeatQuerySet(models.QuerySet["Seat"]):
    """Questions about the accounts of partners."""

    def running(self, on: date) -> Self:
        """Those by which somebody may come in that day: who left the map or his employer does not."""
        return self.filter(running(on), still_there(on))

    def standing(self, on: date) -> Self:
        """Those whose period is not over, whether he may still come in or not."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=on))

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the municipalities whose users he manages."""
        return self.filter(professional__municipality__in=where_may(viewer, Permission.MANAGE_USERS))


class Seat(Recorded):
    """Somebody signs in as this professional, from a day and until (not including) another.

    It is worth nothing from the moment that he leaves the map or works elsewhere: then he is invited anew.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.ACCOUNT,
        ordinary=f"{RECORDED} ref user professional since until",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="partners_seat_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
            models.UniqueConstraint(
                name="partners_seat_one_of_a_professional",
                fields=["professional"],
                condition=Q(until__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.professional}, {self.professional.municipality}"

    def opens(self, on: date) -> bool:
        """Whether he may come in by it that day: it holds, and he works where he did; no query when both were read."""
        entry = self.professional
        left = entry.ended_on is not None and entry.ended_on <= on
        moved = entry.moved_at is not None and entry.moved_at >= self.recorded_at
        return self.since <= on and (self.until is None or on < self.until) and not (left or moved)

    @classmethod
    def give(cls, *, user: User, professional: Professional, by: Actor, at: datetime) -> Self:
        """From today he comes in as this professional, and nobody else does; whether that may be, its action asked."""
        with transaction.atomic():
            professional.lock()
            for other in cls.objects.filter(professional=professional, until__isnull=True):
                other._end(until=day(at), by=by, at=at)
            made = cls.objects.create(
                user=user, professional=professional, since=day(at), **cls.stamp(by=by, at=at)
            )
            made._journal(Verb.SEAT_GIVEN, ["user", "professional", "since"], by=by, at=at)
        return made

    def end(self, *, by: Actor, at: datetime) -> Self:
        """He comes in no more from this moment on. Raises NotAllowed, or NotNow when it was over."""
        check_may_manage(by, self.professional.municipality_id)
        self._end(until=day(at), by=by, at=at)
        return self

    def _end(self, *, until: date, by: Actor, at: datetime) -> None:
        with transaction.atomic():
            if not type(self).objects.filter(pk=self.pk).standing(until).update(until=until):
                raise NotNow(ENDED)
            self._journal(Verb.SEAT_ENDED, ["until"], by=by, at=at)
        self.until = until

    def _journal(self, verb: Verb, fields: list[str], *, by: Actor, at: datetime) -> None:
        chain = self.professional.municipality.cbs_code
        journal(verb, chain=chain, subject=self.ref, fields=fields, by=by, at=at)


class SeatOffer(Recorded):
    """As which professional somebody is invited."""

    privacy = Declaration(
        shared=Shared.NEVER, retention=Retention.ACCOUNT, ordinary=f"{RECORDED} invitation professional"
    )

    invitation = models.OneToOneField(Invitation, models.PROTECT, related_name="+")
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.invitation)

    @classmethod
    def of(cls, invitation: Invitation) -> "SeatOffer | None":
        """What this invitation offers; None when it is one of staff; one query, none of staff."""
        if invitation.role:
            return None
        offers: Any = cls.objects.select_related("professional__municipality")
        found: SeatOffer | None = offers.filter(invitation=invitation).first()
        return found

    def holds(self, on: date) -> bool:
        """Whether he still stands on the map and works where he did when he was invited; one query."""
        return SeatOffer.objects.filter(still_there(on), pk=self.pk).exists()
