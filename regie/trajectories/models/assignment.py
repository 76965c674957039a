"""Who guides, and in which period."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from regie.base.facts import Recorded
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared


class Assignment(Recorded):
    """An officer guides a trajectory, from a day and until (not including) another; at most one at a time."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} trajectory officer since until",
    )

    trajectory = models.ForeignKey("trajectories.Trajectory", models.PROTECT, related_name="assignments")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="trajectories_assignment_one_current",
                fields=["trajectory"],
                condition=Q(until__isnull=True),
            ),
            models.CheckConstraint(
                name="trajectories_assignment_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
        ]
        indexes = [models.Index(fields=["officer", "until"], name="trajectories_assignment_of")]

    def __str__(self) -> str:
        return f"{self.officer} {self.since}"
