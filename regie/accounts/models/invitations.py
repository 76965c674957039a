"""Invitations: a colleague is asked in, for one role, by a code that works once."""

import uuid
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef

from regie.accounts.enums import Permission, Role
from regie.accounts.models.places import Municipality
from regie.accounts.rules import check_may_manage, same_code, where_may
from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotNow
from regie.base.facts import Recorded
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.privacy.keys import index_of

PARTNER = "Partner"
OVER = "Deze uitnodiging is al aangenomen of ingetrokken."


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Questions about invitations."""

    def open(self, at: datetime) -> Self:
        """Those whose code works at that moment."""
        ended = InvitationEnd.objects.filter(invitation=OuterRef("pk"))
        return self.filter(~Exists(ended), expires_at__gt=at)

    def not_ended(self) -> Self:
        """Those that nobody accepted or withdrew, also when their time is over."""
        return self.filter(~Exists(InvitationEnd.objects.filter(invitation=OuterRef("pk"))))

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the municipalities whose users he manages."""
        return self.filter(municipality__in=where_may(viewer, Permission.MANAGE_USERS))

    def by_code(self, code: str, at: datetime) -> "Invitation | None":
        """The open invitation with this code, as it was typed."""
        return self.open(at).filter(code_hash=hash_of(code)).first()


class Invitation(Recorded):
    """Somebody is asked to come and work in a municipality; only the hash of his code is kept.

    Without a role he is asked in as a partner: as whom, the app of partners knows.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.ACCOUNT,
        ordinary=f"{RECORDED} ref municipality role code_hash expires_at submission",
        personal="name email",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=Role.choices, blank=True)
    name = models.CharField(max_length=200)
    email = models.EmailField()
    code_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    submission = models.UUIDField(null=True, blank=True, unique=True)

    objects = InvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.name}, {self.asked_as}"

    @property
    def asked_as(self) -> str:
        """As what, in which municipality."""
        return f"{self.get_role_display() or PARTNER}, {self.municipality}"

    @property
    def holder(self) -> Actor:
        """Who holds the code, and nobody knows more of him yet."""
        return Actor(ActorKind.LINK_HOLDER, str(self.ref), self.name)

    def withdraw(self, *, by: Actor, at: datetime) -> "InvitationEnd":
        """Makes the code worthless."""
        check_may_manage(by, self.municipality_id)
        return self.end(Verb.INVITATION_WITHDRAWN, by=by, at=at)

    def end(self, verb: Verb, *, user: Any = None, by: Actor, at: datetime) -> "InvitationEnd":
        """Writes down that it is over, once: `user` accepted it, or nobody did."""
        try:
            with transaction.atomic():
                ended = InvitationEnd.objects.create(
                    invitation=self, user=user, **InvitationEnd.stamp(by=by, at=at)
                )
                self.write(verb, ["user"] if user else [], by=by, at=at)
        except IntegrityError:
            raise NotNow(OVER) from None
        return ended

    def write(self, verb: Verb, fields: list[str], *, by: Actor, at: datetime) -> None:
        """Writes the journal of its municipality."""
        journal(verb, chain=self.municipality.cbs_code, subject=self.ref, fields=fields, by=by, at=at)


class InvitationEnd(Recorded):
    """An invitation is over: accepted by a user, or withdrawn (no user)."""

    privacy = Declaration(
        shared=Shared.NEVER, retention=Retention.ACCOUNT, ordinary=f"{RECORDED} invitation user"
    )

    invitation = models.OneToOneField(Invitation, models.PROTECT, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.invitation}: {'aangenomen' if self.user_id else 'ingetrokken'}"


def hash_of(code: str) -> str:
    """What the database holds of a code: nobody can read it back, and equal codes give equal hashes."""
    return index_of(same_code(code), purpose="accounts_invitation.code")
