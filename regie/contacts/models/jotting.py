"""A note of an officer, mostly from a telephone without a network, until he puts it to a young person."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality, User
from regie.accounts.rules import where_may
from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotAllowed, NotNow
from regie.base.facts import Kept, KeptQuerySet, Recorded
from regie.contacts.enums import NotOpened
from regie.contacts.models.contact_moment import ContactMoment
from regie.contacts.rules import ContactAccount, Jotted
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.privacy.fields import EncryptedTextField
from regie.trajectories.models import Trajectory

NOT_HIS = "Alleen een re-integratieofficier heeft kladnotities, en alleen hijzelf ziet ze."
ALREADY = "Deze kladnotitie is al bij een jongere gezet, of weggegooid."
STAYS_SHUT = "Deze kladnotitie is niet te openen, en kan dus niet bij een jongere."


class JottingQuerySet(models.QuerySet["Jotting"]):
    """Questions about notes."""

    def visible_to(self, viewer: Actor) -> Self:
        """What he wrote himself, as long as he guides somewhere; nobody sees that of another."""
        if viewer.kind is not ActorKind.STAFF or not where_may(viewer, Permission.GUIDE):
            return self.none()
        return self.filter(writer=int(viewer.id))

    def open(self) -> Self:
        """What was not put to anyone yet, and not thrown away; in the order in which it was written."""
        return self.filter(~Exists(JottingEnd.objects.filter(jotting=OuterRef("pk")))).order_by("pk")

    def readable(self) -> Self:
        """Those that could be opened."""
        return self.filter(unopened="")


class Jotting(Recorded):
    """What `writer` jotted down, sealed; `told_at` is the clock of his telephone, `recorded_at` when it arrived.

    `ref` was drawn on the telephone, so that the same note sent twice is kept once. Its words go when it ends; the
    bare row stays, for a telephone that heard no answer sends it again. Of what could not be opened only that is known
    (`unopened`): the words are still on the telephone, and come along when it sends them again and they do open.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.ACCOUNT,
        ordinary=f"{RECORDED} ref writer unopened",
        personal="told_at kind outcome about",
        criminal="words",
    )

    ref = models.UUIDField(unique=True)
    writer = models.ForeignKey(User, models.PROTECT, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    about = EncryptedTextField()
    words = EncryptedTextField()
    unopened = models.CharField(max_length=20, choices=NotOpened.choices, blank=True)

    objects = JottingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contacts_jotting_opens_or_says_why",
                condition=Q(unopened="", told_at__isnull=False)
                | Q(unopened__in=NotOpened.values, told_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.told_at or self.recorded_at:%Y-%m-%d %H:%M}"

    @classmethod
    def keep(cls, ref: uuid.UUID, jotted: Jotted, *, writer: User, by: Actor, at: datetime) -> "Jotting":
        """It arrived, or what did not open before does now; what was thrown away meanwhile stays so.

        Raises NotAllowed for who guides nowhere, or for the note of another.
        """
        places = _check_his(writer.pk, by)
        with transaction.atomic():
            kept = cls._shut(ref, writer)
            if kept and kept._ended():
                return kept
            kept = kept or cls(ref=ref, writer=writer, **cls.stamp(by=by, at=at))
            for name, value in {**vars(jotted), "unopened": ""}.items():
                setattr(kept, name, value)
            kept.save()
            _journal(Verb.JOTTING_KEPT, kept, places, list(vars(jotted)), by=by, at=at)
        return kept

    @classmethod
    def keep_shut(cls, ref: uuid.UUID, why: NotOpened, *, writer: User, by: Actor, at: datetime) -> "Jotting":
        """It came and could not be opened; told again is once. Raises NotAllowed as `keep`."""
        places = _check_his(writer.pk, by)
        with transaction.atomic():
            kept = cls._shut(ref, writer)
            if kept:
                return kept
            kept = cls.objects.create(ref=ref, writer=writer, unopened=why, **cls.stamp(by=by, at=at))
            _journal(Verb.JOTTING_UNOPENED, kept, places, [], by=by, at=at)
        return kept

    @classmethod
    def _shut(cls, ref: uuid.UUID, writer: User) -> "Jotting | None":
        """The note that came before and did not open; two at once: the second waits here."""
        his = cls.objects.filter(ref=ref, writer=writer).exclude(unopened="")
        return his.select_for_update(no_key=True).first()

    def place(
        self,
        *,
        trajectory: Trajectory,
        account: ContactAccount,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> ContactMoment:
        """Makes contact with this young person of it, and ends it; the same form twice is once."""
        _check_his(self.writer_id, by)
        if self.unopened:
            raise NotNow(STAYS_SHUT)
        with transaction.atomic():
            ended = self._ended()
            if ended and ended.moment and submission and ended.moment.submission == submission:
                return ended.moment
            if ended:
                raise NotNow(ALREADY)
            moment = ContactMoment.log(
                trajectory=trajectory, account=account, submission=submission, by=by, at=at
            )
            self._end(moment, by=by, at=at)
            _journal(Verb.JOTTING_PLACED, self, [trajectory.municipality], [], by=by, at=at)
        return moment

    def throw_away(self, *, by: Actor, at: datetime) -> "JottingEnd":
        """Its words are gone; told twice is once. Raises NotNow when it was put to somebody."""
        places = _check_his(self.writer_id, by)
        with transaction.atomic():
            ended = self._ended()
            if ended and ended.moment:
                raise NotNow(ALREADY)
            if ended:
                return ended
            ended = self._end(None, by=by, at=at)
            _journal(Verb.JOTTING_THROWN_AWAY, self, places, [], by=by, at=at)
        return ended

    @property
    def is_ended(self) -> bool:
        """Whether it was put to somebody or thrown away."""
        return JottingEnd.objects.filter(jotting=self).exists()

    def _ended(self) -> "JottingEnd | None":
        """What became of it; two at once: the second waits here, and then finds what the first did."""
        Jotting.objects.select_for_update(no_key=True).get(pk=self.pk)
        return JottingEnd.objects.filter(jotting=self).select_related("moment").first()

    def _end(self, moment: ContactMoment | None, *, by: Actor, at: datetime) -> "JottingEnd":
        ended = JottingEnd.objects.create(jotting=self, moment=moment, **self.stamp(by=by, at=at))
        Jotting.objects.filter(pk=self.pk).update(words=None, about=None)
        return ended


class JottingEnd(Kept):
    """A note is done: it became this moment of contact, or it was thrown away."""

    kept = "What became of a note stays."
    privacy = Declaration(
        shared=Shared.NEVER, retention=Retention.ACCOUNT, ordinary=f"{RECORDED} jotting moment"
    )

    jotting = models.OneToOneField(Jotting, models.PROTECT, related_name="+")
    moment = models.ForeignKey(ContactMoment, models.PROTECT, null=True, related_name="+")

    objects = KeptQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.jotting_id} {self.moment_id or '-'}"


def _check_his(writer_id: int, by: Actor) -> "models.QuerySet[Municipality]":
    """The municipalities in which he guides; raises NotAllowed for who does not, or for another."""
    places = where_may(by, Permission.GUIDE)
    if by.kind is not ActorKind.STAFF or by.id != str(writer_id) or not places:
        raise NotAllowed(NOT_HIS)
    return Municipality.objects.filter(pk__in=places).order_by("cbs_code")


def _journal(
    verb: Verb,
    jotting: Jotting,
    places: Iterable[Municipality],
    fields: list[str],
    *,
    by: Actor,
    at: datetime,
) -> None:
    for place in places:
        journal(verb, chain=place.cbs_code, subject=jotting.ref, fields=fields, by=by, at=at)
