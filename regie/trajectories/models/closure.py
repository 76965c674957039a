"""Closing and re-opening: guidance ends for a reason, sometimes only when a second person agrees, and can go on again.

Whether it runs is derived from these records; nothing else says so.
"""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from regie.accounts.enums import Permission
from regie.accounts.rules import where_may
from regie.approach.rules import SILENCE
from regie.base.actors import Actor
from regie.base.facts import Fact, FactQuerySet, Recorded
from regie.privacy.declarations import FACT, RECORDED, Declaration, Retention, Shared
from regie.trajectories.enums import Knew

AGREED = Q(second_person=False) | Q(answer__agreed=True)
# Who asked waits for the second person; from his answer on it is closed.
CLOSED_ON = Coalesce("answer__answered_on", "happened_on")


class ClosureQuerySet(FactQuerySet):
    """Questions about closures."""

    def visible_to(self, viewer: Actor) -> Self:
        """Who may be the second person there."""
        where = where_may(viewer, Permission.APPROVE_EXCEPTIONS)
        return self.filter(trajectory__municipality__in=where)

    def holding(self, on: date, *, as_known: date | None = None) -> Self:
        """Those by which guidance is closed that day, each with since when (`closed_on`).

        With `as_known` as far as we knew at the end of a day.
        """
        stands, agreed = self.known(as_known), AGREED
        goes_on = Q(reopening__since__lte=on)
        if as_known is not None:
            agreed = Q(second_person=False) | Q(answer__agreed=True, answer__recorded_at__date__lte=as_known)
            goes_on &= Q(reopening__recorded_at__date__lte=as_known)
        closed = stands.filter(agreed).annotate(closed_on=CLOSED_ON).filter(closed_on__lte=on)
        return closed.exclude(goes_on)

    def counting(self) -> Self:
        """Those by which guidance truly ended, each with since when (`closed_on`), also of what went on again later."""
        return self.current().filter(AGREED).annotate(closed_on=CLOSED_ON)

    def waiting(self) -> Self:
        """Asked, and nobody answered; who was closed otherwise since then has nothing left to ask."""
        later = self.model.objects.current().filter(
            AGREED, trajectory=OuterRef("trajectory"), pk__gt=OuterRef("pk")
        )
        return self.current().filter(~Exists(later), second_person=True, answer__isnull=True)

    def of(self, trajectory: Any) -> Self:
        """Those of this trajectory that stand, each with its answer and re-opening, the first one first."""
        his = self.current().filter(trajectory=trajectory)
        return his.select_related("answer", "reopening").order_by("pk")


class Closure(Fact):
    """His guidance ends on `happened_on` for a reason of the approach (`reason`, called `title` then).

    `second_person` says that it is early, and waits until somebody else agrees. `results` is life domain → result and
    words, in his terms; `takes_over` has a line for each thing: what, and who; `door` whether he knows that the door
    stays open. Of who died none of that is asked.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory second_person door",
        personal="happened_on source reason title death",
        special="results",
        criminal="words stays takes_over",
    )

    trajectory = models.ForeignKey("trajectories.Trajectory", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    second_person = models.BooleanField(default=False)
    death = models.BooleanField(default=False)
    results = models.JSONField(default=dict, blank=True)
    stays = models.TextField(blank=True)
    takes_over = models.TextField(blank=True)
    door = models.CharField(max_length=10, choices=Knew, blank=True)

    objects = ClosureQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_closure_never_for_silence", condition=~Q(reason__in=sorted(SILENCE))
            ),
            models.CheckConstraint(
                name="trajectories_closure_of_who_died_asks_nothing",
                condition=Q(death=False) | Q(second_person=False, stays="", takes_over="", door=""),
            ),
        ]
        indexes = [models.Index(fields=["trajectory", "happened_on"], name="trajectories_closure_of")]

    def __str__(self) -> str:
        return str(self.ref)

    @property
    def answered(self) -> bool:
        """Whether a second person answered; asks the database unless the answer was fetched along."""
        return hasattr(self, "answer")

    @property
    def agreed(self) -> bool:
        """Whether it counts: nobody had to agree, or somebody did; asks the database unless fetched along."""
        return not self.second_person or (self.answered and self.answer.agreed)

    @property
    def reopened(self) -> bool:
        """Whether guidance went on after it; asks the database unless the re-opening was fetched along."""
        return hasattr(self, "reopening")

    @property
    def closes_on(self) -> date:
        """Since when it is closed by this; asks the database unless the answer was fetched along."""
        return self.answer.answered_on if self.answered else self.happened_on


class ClosureAnswer(Recorded):
    """What the second person said on `answered_on`; the database holds that it is another than who asked."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} closure agreed answered_on asked_by_id",
        special="words",
    )

    closure = models.OneToOneField(Closure, models.PROTECT, related_name="answer")
    agreed = models.BooleanField()
    answered_on = models.DateField()
    words = models.TextField(blank=True)
    asked_by_id = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="trajectories_closureanswer_by_a_second_person",
                condition=~Q(recorded_by_id=F("asked_by_id")),
            )
        ]

    def __str__(self) -> str:
        return "ja" if self.agreed else "nee"


class Reopening(Recorded):
    """The same guidance goes on again `since` a day, for a reason; `referral_ref` is the new referral it came from."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} closure referral_ref",
        personal="since",
        criminal="words",
    )

    closure = models.OneToOneField(Closure, models.PROTECT, related_name="reopening")
    since = models.DateField()
    words = models.TextField()
    referral_ref = models.UUIDField(null=True, blank=True, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="trajectories_reopening_says_why", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return f"{self.since:%d-%m-%Y}"
