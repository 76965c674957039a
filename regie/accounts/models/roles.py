"""Roles with periods."""

import uuid
from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q

from regie.accounts.enums import Permission, Role
from regie.accounts.models.places import Municipality
from regie.accounts.rules import roles_that_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow
from regie.base.facts import Recorded
from regie.base.periods import running
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    """Questions about roles."""

    def running(self, on: date) -> Self:
        """Grants whose period holds that day: the first day counts, the last does not."""
        return self.filter(running(on))

    def lasting(self, since: date, until: date) -> Self:
        """Grants that hold on every day of a period."""
        return self.filter(since__lte=since).filter(Q(until__isnull=True) | Q(until__gte=until))

    def allowing(self, permission: Permission) -> Self:
        """Grants of a role that may do this, of who still has an account."""
        return self.filter(role__in=roles_that_may(permission), user__is_active=True)

    def not_over(self, on: date) -> Self:
        """Grants that hold that day, and those still to begin."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=on))


class RoleGrant(Recorded):
    """Somebody holds a role in a municipality, from a day and until (not including) another."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.ACCOUNT,
        ordinary=f"{RECORDED} ref user role municipality since until",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=Role.choices)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="accounts_rolegrant_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
            models.UniqueConstraint(
                name="accounts_rolegrant_held_once",
                fields=["user", "role", "municipality"],
                condition=Q(until__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.municipality}"

    def holds(self, on: date) -> bool:
        """Whether its period holds that day."""
        return self.since <= on and (self.until is None or on < self.until)

    @classmethod
    def grant(
        cls,
        *,
        user: Any,
        role: Role,
        municipality: Municipality,
        since: date,
        until: date | None = None,
        by: Actor,
        at: datetime,
    ) -> "RoleGrant":
        """Gives somebody a role from a day on; whether that may be, the actions of accounts ask."""
        with transaction.atomic():
            told = ["user", "role", "municipality", "since", *(["until"] if until else [])]
            made = cls.objects.create(
                user=user,
                role=role,
                municipality=municipality,
                since=since,
                until=until,
                **cls.stamp(by=by, at=at),
            )
            made._journal(Verb.ROLE_GRANTED, told, by=by, at=at)
        return made

    def end(self, *, until: date, by: Actor, at: datetime) -> None:
        """Ends the role; from that day on he may no more. An end that is still to come can be moved."""
        with transaction.atomic():
            ended = type(self).objects.filter(pk=self.pk).not_over(day(at)).update(until=until)
            if not ended:
                raise NotNow("Deze rol was al beëindigd.")
            self._journal(Verb.ROLE_ENDED, ["until"], by=by, at=at)
        self.until = until

    def _journal(self, verb: Verb, fields: list[str], *, by: Actor, at: datetime) -> None:
        journal(verb, chain=self.municipality.cbs_code, subject=self.ref, fields=fields, by=by, at=at)
