"""What we told whom: that a term must be done by a day."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from regie.accounts.models import User
from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotAllowed
from regie.base.facts import Kept, KeptQuerySet
from regie.clocks.enums import Channel
from regie.clocks.rules import Heard, Term, day_told
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.trajectories.models import Referral

Shown = tuple[Referral, Term]
Key = tuple[Any, str, str]  # the ref of the referral, the rule, and what it happened to


class NoticeQuerySet(KeptQuerySet):
    """Questions about what was told."""

    def visible_to(self, viewer: Actor) -> Self:
        """Of the referrals he may see, and of the guidance they became."""
        return self.filter(referral__in=Referral.objects.visible_to(viewer))


class Notice(Kept):
    """Somebody was told that a term must be done by `due`; without a day, that it can be any day.

    A road begins with a referral: what was told of an open one still counts in the guidance it becomes. `follows` is
    what he was told of it before along the same channel: two screens at once tell it once.
    """

    kept = "What was told is never changed or removed: tell it anew."
    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} told_to told_to_label referral rule occurrence due channel follows",
    )

    told_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    told_to_label = models.CharField(max_length=200)
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=60)
    occurrence = models.CharField(max_length=80)
    due = models.DateField(null=True, blank=True)
    channel = models.CharField(max_length=20, choices=Channel.choices)
    follows = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="+")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="clocks_notice_one_first_telling",
                fields=["told_to", "referral", "rule", "occurrence", "channel"],
                condition=Q(follows__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.told_to_label} {self.rule} {self.due}"

    @property
    def key(self) -> Key:
        """Of which term it is; the referral must have been fetched along."""
        return self.referral.ref, self.rule, self.occurrence

    @property
    def heard(self) -> Heard:
        """What the rules ask of it."""
        return Heard(self.due)

    @classmethod
    def tell(
        cls, shown: Iterable[Shown], *, last: Mapping[Key, "Notice"], to: User, by: Actor, at: datetime
    ) -> None:
        """He saw these terms: what he was not told so before is written, in one query; nothing when there is none.

        `last` is what he was told of them last on his screen. There only he himself is told. Raises NotAllowed.
        """
        if by.kind is not ActorKind.STAFF or by.id != str(to.pk):
            raise NotAllowed("Alleen wie kijkt, ziet het op zijn scherm.")
        cls._write(shown, Channel.SCREEN, last=last, to=to, by=by, at=at)

    @classmethod
    def mail(
        cls, counted: Iterable[Shown], *, last: Mapping[Key, "Notice"], to: User, by: Actor, at: datetime
    ) -> None:
        """These terms are counted in a mail to him, by a job: what he was not mailed so before is written.

        `last` is what he was told of them last by mail. Raises NotAllowed.
        """
        if by.kind is not ActorKind.JOB:
            raise NotAllowed("Alleen Regie zelf stuurt mail.")
        cls._write(counted, Channel.MAIL, last=last, to=to, by=by, at=at)

    @classmethod
    def _write(
        cls,
        told: Iterable[Shown],
        channel: Channel,
        *,
        last: Mapping[Key, "Notice"],
        to: User,
        by: Actor,
        at: datetime,
    ) -> None:
        known = [(referral, term, last.get(key_of(referral, term))) for referral, term in told]
        stamp = cls.stamp(by=by, at=at)
        made = [
            cls(
                told_to=to,
                told_to_label=to.name,
                referral=referral,
                rule=term.key[0],
                occurrence=term.key[1],
                due=day_told(term),
                channel=channel,
                follows=before,
                **stamp,
            )
            for referral, term, before in known
            if before is None or before.due != day_told(term)
        ]
        # Two at once: of the second one nothing is left.
        Notice.objects.bulk_create(made, ignore_conflicts=True)


def key_of(referral: Referral, term: Term) -> Key:
    """Which term of whom it is, whatever day it is due."""
    return referral.ref, *term.key
