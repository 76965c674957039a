"""Staff: people who sign in."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from regie.accounts.models.roles import RoleGrant
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
        ordinary="id is_active last_login",
        personal="email name password",
    )

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name that others read."""
        return self.name

    def acting(self, at: datetime) -> Actor:
        """This user as an actor, with the posts he holds at that moment."""
        on = day(at)
        grants = RoleGrant.objects.running(on).filter(user=self)
        posts = frozenset(Post(grant.role, grant.municipality_id) for grant in grants)
        held = posts if self.is_active else frozenset()
        return Actor(ActorKind.STAFF, str(self.pk), self.name, held, on)
