"""A mail to a user: how many things call, on which day."""

import uuid
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from regie.accounts.models import User
from regie.accounts.queries import managed_by
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed
from regie.base.facts import Kept, KeptQuerySet
from regie.mailing.enums import MailEventKind, MailKind
from regie.mailing.models.choice import MailChoice, sees_today
from regie.mailing.models.event import MailEvent
from regie.mailing.rules import ENDS, LONGEST_HELD, Counts, next_try_at
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared

BY_A_JOB = "Alleen Regie zelf stuurt mail."


class MailQuerySet(KeptQuerySet):
    """Questions about mails."""

    def visible_to(self, viewer: Actor) -> Self:
        """His own, and those to the colleagues whose accounts he manages."""
        if viewer.kind is not ActorKind.STAFF:
            return self.none()
        return self.filter(Q(user=int(viewer.id)) | Q(user__in=managed_by(viewer)))

    def open(self) -> Self:
        """Those that did not end yet."""
        return self.filter(~Exists(MailEvent.objects.filter(mail=OuterRef("pk"), kind__in=ENDS).order_by()))

    def newest_of_each(self) -> Self:
        """Of each user and kind the last one."""
        later = Mail.objects.filter(user=OuterRef("user"), kind=OuterRef("kind"), pk__gt=OuterRef("pk"))
        return self.filter(~Exists(later.order_by()))


class Mail(Kept):
    """How many things called him that day, and of which he was not told before; it holds no more than it says.

    `day` is the only day on which it may be sent; what happened to it stands in its events. It goes to the address that
    he has when it is sent. `message_id` stays the same at every try.
    """

    kept = "A mail is never changed or removed: what happens to it is an event."
    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.ACCOUNT,
        ordinary=f"{RECORDED} ref user kind day now_count week_count new_count earlier_count message_id",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=MailKind.choices)
    day = models.DateField()
    now_count = models.PositiveIntegerField()
    week_count = models.PositiveIntegerField()
    new_count = models.PositiveIntegerField()
    earlier_count = models.PositiveIntegerField()
    message_id = models.CharField(max_length=100, unique=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="mailing_mail_one_a_day", fields=["user", "kind", "day"]),
            models.CheckConstraint(
                name="mailing_mail_an_alarm_tells_something",
                condition=~Q(kind=MailKind.ALARM) | Q(new_count__gt=0) | Q(earlier_count__gt=0),
            ),
        ]
        indexes = [models.Index(F("day").desc(), "user", name="mailing_mail_last")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.day}"

    @property
    def counts(self) -> Counts:
        """What it says."""
        return Counts(self.now_count, self.week_count, self.new_count, self.earlier_count)

    @classmethod
    def write(cls, *, user: User, kind: MailKind, counts: Counts, by: Actor, at: datetime) -> "Mail":
        """Makes the mail of that day, to be sent; the database holds it to one of a kind a day. Raises NotAllowed."""
        _check_job(by)
        return cls.objects.create(
            user=user,
            kind=kind,
            day=day(at),
            now_count=counts.now,
            week_count=counts.week,
            new_count=counts.new,
            earlier_count=counts.earlier,
            message_id=f"<{uuid.uuid4().hex}@{_domain()}>",
            **cls.stamp(by=by, at=at),
        )

    def take(self, *, by: Actor, at: datetime) -> MailEvent | None:
        """Somebody will try now; written before anything is said to a server. None when there is nothing to try.

        What nobody asks for any more, or is of another day, ends here. Raises NotAllowed.
        """
        _check_job(by)
        with transaction.atomic():
            # Two workers at once: the second waits here and then finds that the first took it.
            Mail.objects.select_for_update(no_key=True).get(pk=self.pk)
            events = [one.happened for one in self.events.order_by("pk")]
            from_when = next_try_at(events, made_at=self.recorded_at)
            if from_when is None or from_when > at:
                return None
            attempt = events[-1].attempt + 1 if events else 1
            kind = self._may_be_tried(at)
            event = MailEvent.objects.create(
                mail=self, kind=kind, attempt=attempt, **MailEvent.stamp(by=by, at=at)
            )
        return event if kind is MailEventKind.TAKEN else None

    def settle(self, *, by: Actor, at: datetime) -> MailEvent | None:
        """Who took it and said nothing more for a while is gone: whether it was sent, nobody can say."""
        _check_job(by)
        last = self.events.order_by("pk").last()
        if last is None or last.kind != MailEventKind.TAKEN or at - last.recorded_at < LONGEST_HELD:
            return None
        return last.end(MailEventKind.UNCERTAIN, by=by, at=at)

    def _may_be_tried(self, at: datetime) -> MailEventKind:
        if self.day != day(at):
            return MailEventKind.EXPIRED
        user = User.objects.get(pk=self.user_id)
        choice = MailChoice.objects.filter(user=user).order_by("pk").last()
        asked = choice is not None and self.kind in choice.asked
        return MailEventKind.TAKEN if asked and sees_today(user.acting(at)) else MailEventKind.NOT_WANTED


def _check_job(by: Actor) -> None:
    if by.kind is not ActorKind.JOB:
        raise NotAllowed(BY_A_JOB)


def _domain() -> str:
    """Of which installation a mail is."""
    return settings.REGIE_SITE.split("://")[-1].split("/")[0].split(":")[0] or "localhost"
