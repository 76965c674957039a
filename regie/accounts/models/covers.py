"""An officer is away, and a colleague covers for him."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q

from regie.accounts.enums import Permission
from regie.accounts.models.places import Municipality
from regie.accounts.models.roles import RoleGrant
from regie.accounts.rules import check_absence, may, where_may
from regie.base.actors import Actor, ActorKind, StandIn
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.base.facts import Recorded
from regie.base.periods import running
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb


@dataclass(frozen=True)
class Absence:
    """Which user is away and where, who covers for him, from which day, and on which day he is back."""

    officer: Any
    municipality: Municipality
    substitute: Any
    since: date
    until: date


class CoverQuerySet(models.QuerySet["Cover"]):
    """Questions about covers."""

    def visible_to(self, viewer: Actor) -> Self:
        """Who is away and who covers, while they work there; and who coordinates there."""
        if viewer.kind is not ActorKind.STAFF:
            return self.none()
        his = Q(officer_id=int(viewer.id)) | Q(substitute_id=int(viewer.id))
        return self.filter(
            Q(municipality__in=where_may(viewer, Permission.ASSIGN))
            | Q(municipality__in=where_may(viewer, Permission.GUIDE)) & his
        )

    def running(self, on: date) -> Self:
        """Those that hold that day."""
        return self.filter(running(on))

    def stood_in(self, substitute: int, *, on: date) -> Iterator[StandIn]:
        """Whom this user covers for that day; one query."""
        his = self.running(on).filter(substitute=substitute).order_by().values_list("officer", "municipality")
        yield from (StandIn(*one) for one in his)

    def touching(self, since: date, until: date) -> Self:
        """Those that hold on some day of a period."""
        return self.filter(since__lt=until, until__gt=since).exclude(until=F("since"))


class Cover(Recorded):
    """An officer is away from a day until the day he is back, and a colleague covers for him: then, and not longer.

    He told so himself (planned), or a coordinator did (unplanned). Ended early, `until` is that day, and nothing of
    that day is open any more; `planned_until` keeps what was planned.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} ref municipality officer substitute since until planned_until",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    substitute = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    planned_until = models.DateField()

    objects = CoverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="accounts_cover_ends_after_it_begins",
                condition=Q(until__gte=F("since")) & Q(until__lte=F("planned_until")),
            ),
            models.CheckConstraint(
                name="accounts_cover_by_somebody_else", condition=~Q(officer=F("substitute"))
            ),
        ]
        indexes = [models.Index(fields=["substitute", "until"], name="accounts_cover_by")]

    def __str__(self) -> str:
        return f"{self.officer} {self.since}"

    @property
    def planned(self) -> bool:
        """Whether he told so himself; else a coordinator did, when he was away already."""
        return self.recorded_by_id == str(self.officer_id)

    @property
    def ended_early(self) -> bool:
        """Whether he was back sooner than planned."""
        return self.until < self.planned_until

    def holds(self, on: date) -> bool:
        """Whether it holds that day."""
        return self.since <= on < self.until

    @property
    def last_day(self) -> date:
        """The last day on which something may have been done under it: of one that ended early, that day as well."""
        return self.until if self.ended_early else self.until - timedelta(days=1)

    @classmethod
    def arrange(cls, absence: Absence, *, by: Actor, at: datetime) -> "Cover":
        """A colleague covers for an officer who is away; told twice is once.

        Raises NotAllowed, NotValid beside what cannot be, or NotNow when somebody covers for him then already.
        """
        cls._check_may(by, absence.officer, absence.municipality)
        check_absence(since=absence.since, until=absence.until, on=day(at))
        _check_works_there(absence)
        with transaction.atomic():
            # One at a time in a municipality: two arrangements at once could cover for each other.
            Municipality.objects.select_for_update(no_key=True).get(pk=absence.municipality.pk)
            same = cls.objects.filter(**vars(absence)).first()
            if same is not None:
                return same
            cls._check_free(absence, by)
            made = cls.objects.create(**vars(absence), planned_until=absence.until, **cls.stamp(by=by, at=at))
            made._journal(Verb.COVER_ARRANGED, ["officer", "since", "substitute", "until"], by=by, at=at)
        return made

    def end(self, *, by: Actor, at: datetime) -> None:
        """He is back, or it was a mistake: the cover ends now. Raises NotAllowed, or NotNow when it was over."""
        self._check_may(by, self.officer, self.municipality)
        with transaction.atomic():
            until = max(day(at), self.since)
            ended = Cover.objects.filter(pk=self.pk, until__gt=until).update(until=until)
            if not ended:
                raise NotNow("Deze vervanging was al voorbij.")
            self._journal(Verb.COVER_ENDED, ["until"], by=by, at=at)
        self.until = until

    @staticmethod
    def _check_may(by: Actor, officer: Any, municipality: Municipality) -> None:
        himself = by.id == str(officer.pk) and may(by, Permission.GUIDE, municipality.pk)
        if not himself and not may(by, Permission.ASSIGN, municipality.pk):
            raise NotAllowed("Alleen de officier zelf of de coördinator regelt vervanging.")

    @classmethod
    def _check_free(cls, absence: Absence, by: Actor) -> None:
        then = cls.objects.touching(absence.since, absence.until).filter(municipality=absence.municipality)
        covered = then.filter(officer=absence.officer).select_related("substitute").first()
        if covered is not None:
            raise NotNow(f"In deze dagen vervangt {covered.substitute} {absence.officer} al.")
        if then.filter(officer=absence.substitute).exists():
            raise NotValid(f"{absence.substitute} is dan zelf afwezig.", field="substitute")
        covers = then.filter(substitute=absence.officer).select_related("officer").first()
        if covers is not None and by.id == str(absence.officer.pk):
            raise NotNow(f"U vervangt dan {covers.officer}. Regel daarvoor eerst een ander.")

    def _journal(self, verb: Verb, fields: list[str], *, by: Actor, at: datetime) -> None:
        chain = self.municipality.cbs_code
        journal(verb, chain=chain, subject=self.ref, fields=fields, by=by, at=at)


def _check_works_there(absence: Absence) -> None:
    officers = RoleGrant.objects.allowing(Permission.GUIDE).filter(municipality=absence.municipality)
    if not officers.running(absence.since).filter(user=absence.officer).exists():
        raise NotValid(f"{absence.officer} is dan geen officier in {absence.municipality}.", field="officer")
    if absence.officer == absence.substitute:
        raise NotValid("Kies een ander dan wie afwezig is.", field="substitute")
    if not officers.lasting(absence.since, absence.until).filter(user=absence.substitute).exists():
        raise NotValid(
            f"{absence.substitute} is niet al die dagen officier in {absence.municipality}.",
            field="substitute",
        )
