"""The guidance period: from the acceptance until at least two years later."""

import uuid
from typing import Self

from django.db import models
from django.db.models import F, Q

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality, User
from regie.accounts.rules import may, where_may
from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotAllowed
from regie.base.facts import Recorded
from regie.persons.models import Person
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.trajectories.models.assignment import Assignment


class TrajectoryQuerySet(models.QuerySet["Trajectory"]):
    """Questions about trajectories."""

    def visible_to(self, viewer: Actor) -> Self:
        """An officer sees what is assigned to him now; a coordinator all of his municipality; others nothing."""
        return self.filter(
            Q(municipality__in=where_may(viewer, Permission.SEE_ALL_TRAJECTORIES))
            | Q(municipality__in=where_may(viewer, Permission.GUIDE)) & self._assigned_to(viewer)
        )

    def assigned_to(self, officer: Actor) -> Self:
        """The trajectories that this officer guides now: his own young people."""
        return self.filter(self._assigned_to(officer))

    def _assigned_to(self, officer: Actor) -> Q:
        if officer.kind is not ActorKind.STAFF:
            return Q(pk__in=[])
        return Q(
            pk__in=Assignment.objects.filter(officer_id=int(officer.id), until__isnull=True).values(
                "trajectory"
            )
        )


class Trajectory(Recorded):
    """One young person is guided, from `started_on` until at least two years later (`planned_end`).

    It begins with the acceptance of a referral; a new detention continues it.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} ref person municipality referral",
        criminal="started_on planned_end",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    referral = models.OneToOneField("trajectories.Referral", models.PROTECT, related_name="trajectory")
    started_on = models.DateField()
    planned_end = models.DateField()

    objects = TrajectoryQuerySet.as_manager()

    class Meta:
        constraints = [
            # No trajectory ends yet; with closures this becomes: one running trajectory per person.
            models.UniqueConstraint(fields=["person"], name="trajectories_trajectory_one_per_person"),
            models.CheckConstraint(
                name="trajectories_trajectory_ends_after_it_starts",
                condition=Q(planned_end__gt=F("started_on")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.ref)

    @property
    def officer(self) -> User:
        """Who guides now; asks the database unless assignments were fetched along."""
        return next(assignment.officer for assignment in self.assignments.all() if assignment.until is None)

    def check_guided_by(self, by: Actor) -> None:
        """Raises NotAllowed unless this officer guides this trajectory now."""
        mine = Trajectory.objects.filter(pk=self.pk).assigned_to(by).exists()
        if not mine or not may(by, Permission.GUIDE, self.municipality_id):
            raise NotAllowed("Alleen de toegewezen re-integratieofficier kan dit vastleggen.")
