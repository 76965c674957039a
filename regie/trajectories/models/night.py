"""Where he sleeps, one night of his first 72 hours outside."""

from collections.abc import Mapping
from typing import Any, Self

from django.db import models
from django.db.models import Q

from regie.detention.queries import stays_of
from regie.detention.rules import came_out
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.enums import SleepingPlace
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.rules import NightAccount


class Night(TrajectoryFact):
    """In the night that begins on `happened_on` he sleeps there; of one night the last one told holds."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on place words source",
    )

    verbs = Verbs(Verb.NIGHT_TOLD, Verb.NIGHT_CORRECTED, Verb.NIGHT_WITHDRAWN)

    place = models.CharField(max_length=20, choices=SleepingPlace)
    words = models.CharField(max_length=rules.LONGEST_NIGHT, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_night_place_we_know", condition=Q(place__in=SleepingPlace.values)
            ),
        ]

    @property
    def account(self) -> NightAccount:
        """What is told here."""
        return NightAccount(self.happened_on, SleepingPlace(self.place), self.words)

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one of that night that holds, when it says the same."""
        # Two who tell the same at once: the second waits here and then finds what the first wrote.
        Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
        of_that_night = cls.objects.current().of(trajectory).filter(happened_on=told["happened_on"])
        held: Any = of_that_night.order_by("recorded_at", "pk").last()
        same = held and all(getattr(held, name) == told[name] for name in ("place", "words"))
        return held if same else None

    @classmethod
    def _check(cls, account: NightAccount, trajectory: Trajectory, **_about: Any) -> None:
        stays = stays_of([trajectory.person_id])[trajectory.person_id]
        rules.check_night(account, since=came_out(stays, on=account.happened_on))
