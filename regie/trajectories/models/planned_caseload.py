"""How many young people an officer is meant to guide."""

import uuid
from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality, RoleGrant, User
from regie.accounts.rules import check_may, where_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.base.facts import Recorded
from regie.base.periods import running
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules


class PlannedCaseloadQuerySet(models.QuerySet["PlannedCaseload"]):
    """Questions about what was planned."""

    def visible_to(self, viewer: Actor) -> Self:
        """Who assigns in a municipality sees what was planned there."""
        return self.filter(municipality__in=where_may(viewer, Permission.ASSIGN))

    def running(self, on: date) -> Self:
        """What holds that day."""
        return self.filter(running(on))


class PlannedCaseload(Recorded):
    """A coordinator plans for so many young people with one officer, from a day until (not including) another."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.ACCOUNT,
        ordinary=f"{RECORDED} ref municipality officer number since until",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = PlannedCaseloadQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="trajectories_plannedcaseload_one_current",
                fields=["municipality", "officer"],
                condition=Q(until__isnull=True),
            ),
            models.CheckConstraint(
                name="trajectories_plannedcaseload_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.officer}: {self.number}"

    @classmethod
    def plan(
        cls,
        *,
        officer: User,
        municipality: Municipality,
        number: int,
        seen: int | None = None,
        by: Actor,
        at: datetime,
    ) -> "PlannedCaseload":
        """From today so many; what was planned before ends. Told twice is once.

        `seen` is the key of what stood when this was decided. Raises NotAllowed, NotValid (the number, or no officer
        here), or NotNow when a colleague planned otherwise meanwhile.
        """
        check_may(by, Permission.ASSIGN, municipality.pk)
        rules.check_planned_number(number)
        grants = RoleGrant.objects.running(day(at)).allowing(Permission.GUIDE)
        if not grants.filter(user=officer, municipality=municipality).exists():
            raise NotValid(f"{officer} is nu geen officier in {municipality}.", field="officer")
        with transaction.atomic():
            Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
            mine = cls.objects.filter(officer=officer, municipality=municipality, until__isnull=True)
            standing = mine.first()
            if standing and standing.number == number:
                return standing
            if standing and standing.pk != seen:
                raise NotNow(f"{standing.recorded_by_label} plande intussen {standing.number} jongeren.")
            mine.update(until=day(at))
            made = cls.objects.create(
                municipality=municipality,
                officer=officer,
                number=number,
                since=day(at),
                **cls.stamp(by=by, at=at),
            )
            chain = municipality.cbs_code
            journal(Verb.CASELOAD_PLANNED, chain=chain, subject=made.ref, fields=["number"], by=by, at=at)
        return made
