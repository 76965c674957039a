"""Staff: people who sign in."""

import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from regie.accounts.enums import Permission
from regie.accounts.models.covers import Cover
from regie.accounts.models.roles import RoleGrant
from regie.accounts.rules import roles_that_may
from regie.base.actors import Actor, ActorKind, Post
from regie.base.clock import day
from regie.privacy.declarations import Declaration, Retention, Shared


class UserManager(BaseUserManager["User"]):
    """Makes users."""

    def create_user(self, email: str, password: str | None = None, **values: Any) -> "User":
        """A user with a normalised address; without a password he can only sign in another way."""
        user = self.model(email=self.normalize_email(email).lower(), **values)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A member of staff; what he may do follows from his roles, never from a switch on his account."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.ACCOUNT,
        ordinary="id ref is_active last_login sessions_ended_at",
        personal="email name password work_phone",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    work_phone = models.CharField(max_length=40, blank=True)  # as it is dialled; those whom he guides read it
    is_active = models.BooleanField(default=True)
    sessions_ended_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name that others read."""
        return self.name

    def end_sessions(self, *, at: datetime, is_active: bool) -> None:
        """Whoever is signed in as he, is so no more; for actions of accounts, which check and write that down."""
        self.sessions_ended_at, self.is_active = at, is_active
        self.save(update_fields=["sessions_ended_at", "is_active"])

    def get_session_auth_hash(self) -> str:
        """What a session is bound to: the password, and the last time that sessions were ended."""
        return self._bound(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """The same with the secrets of before."""
        yield from (self._bound(former) for former in super().get_session_auth_fallback_hash())

    def _bound(self, to_password: str) -> str:
        if self.sessions_ended_at is None:
            return to_password
        ended = f"{to_password} {self.sessions_ended_at.timestamp()}"
        return salted_hmac("regie.accounts.sessions", ended, algorithm="sha256").hexdigest()

    def acting(self, at: datetime) -> Actor:
        """This user as an actor, with the posts he holds at that moment and whom he covers for."""
        on = day(at)
        grants = RoleGrant.objects.running(on).filter(user=self).select_related("municipality")
        posts = frozenset(Post(grant.role, grant.municipality_id, str(grant)) for grant in grants)
        held = posts if self.is_active else frozenset()
        guides = roles_that_may(Permission.GUIDE)
        covers = Cover.objects.stood_in(self.pk, on=on) if any(post.role in guides for post in held) else ()
        return Actor(ActorKind.STAFF, str(self.pk), self.name, held, on, frozenset(covers))
