"""Which mail somebody asks for."""

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef

from regie.accounts.enums import Permission
from regie.accounts.models import User
from regie.accounts.queries import works_in
from regie.accounts.rules import where_may
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed
from regie.base.facts import Kept, KeptQuerySet
from regie.base.submissions import once
from regie.mailing.enums import MailKind
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb

HIS_OWN = "Alleen u zelf kiest welke mail u krijgt."
NO_TODAY = "De mail gaat over wat op Vandaag staat. Met uw rol ziet u Vandaag niet."
ON_TODAY = (Permission.GUIDE, Permission.SEE_ALL_TRAJECTORIES)


class MailChoiceQuerySet(KeptQuerySet):
    """Questions about choices."""

    def standing(self) -> Self:
        """The last one of everybody: what he asks for now."""
        later = MailChoice.objects.filter(user=OuterRef("user"), pk__gt=OuterRef("pk"))
        return self.filter(~Exists(later.order_by()))

    def visible_to(self, viewer: Actor) -> Self:
        """His own."""
        return self.filter(user=int(viewer.id)) if viewer.kind is ActorKind.STAFF else self.none()


class MailChoice(Kept):
    """A user says which mail he wants; until he does he gets none, and what he says last holds."""

    kept = "A choice is never changed or removed: choose anew."
    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.ACCOUNT,
        ordinary=f"{RECORDED} user overview alarms submission",
    )

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    overview = models.BooleanField()
    alarms = models.BooleanField()
    submission = models.UUIDField(null=True, blank=True, unique=True)

    objects = MailChoiceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["user", "id"], name="mailing_choice_of_user")]

    def __str__(self) -> str:
        return f"{self.user_id}: {', '.join(self.asked)}"

    @property
    def asked(self) -> tuple[MailKind, ...]:
        """The mails he wants."""
        chosen = {MailKind.OVERVIEW: self.overview, MailKind.ALARM: self.alarms}
        return tuple(kind for kind, wanted in chosen.items() if wanted)

    @classmethod
    def choose(
        cls,
        *,
        user: User,
        asked: Collection[MailKind],
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "MailChoice":
        """He himself says which mail he wants; the same again is once. Raises NotAllowed."""
        if (by.kind, by.id) != (ActorKind.STAFF, str(user.pk)):
            raise NotAllowed(HIS_OWN)
        if asked and not sees_today(by):
            raise NotAllowed(NO_TODAY)
        return once(cls, submission, lambda: cls._choose(user, asked, submission, by=by, at=at))

    @classmethod
    def _choose(
        cls, user: User, asked: Collection[MailKind], submission: uuid.UUID | None, *, by: Actor, at: datetime
    ) -> "MailChoice":
        with transaction.atomic():
            # Two screens at once: the second waits here and then finds what the first chose.
            User.objects.select_for_update(no_key=True).get(pk=user.pk)
            before = cls.objects.filter(user=user).order_by("pk").last()
            if before and set(before.asked) == set(asked):
                return before
            made = cls.objects.create(
                user=user,
                overview=MailKind.OVERVIEW in asked,
                alarms=MailKind.ALARM in asked,
                submission=submission,
                **cls.stamp(by=by, at=at),
            )
            for place in works_in(user, on=day(at)):
                journal(
                    Verb.MAIL_CHOSEN,
                    chain=place.cbs_code,
                    subject=user.ref,
                    fields=["alarms", "overview"],
                    by=by,
                    at=at,
                )
        return made


def sees_today(actor: Actor) -> bool:
    """Whether there is a Vandaag for him to be told of."""
    return any(where_may(actor, permission) for permission in ON_TODAY)
