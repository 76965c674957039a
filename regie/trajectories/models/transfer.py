"""A warm transfer: who guides him next is told what he must know, and they speak with him about it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q

from regie.approach.queries import approach_for
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.enums import TransferTalk
from regie.trajectories.models.assignment import Assignment
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.rules import TransferAccount

APART = Q(talk=TransferTalk.WITHOUT_HIM)


class Transfer(TrajectoryFact):
    """Of the period with which another officer begins (`period`): what he must know, what is done, and how they spoke.

    `happened_on` is the day of that talk, or of writing while there was none. One stands of each period.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory period talk done",
        personal="happened_on source",
        criminal="must_know why_apart",
    )

    verbs = Verbs(Verb.TRANSFER_TOLD, Verb.TRANSFER_CORRECTED, Verb.TRANSFER_WITHDRAWN)
    one_stands = True

    period = models.ForeignKey(Assignment, models.PROTECT, related_name="+")
    must_know = models.CharField(max_length=rules.LONGEST_TRANSFER)
    talk = models.CharField(max_length=20, choices=TransferTalk)
    done = models.JSONField(default=list, blank=True)
    why_apart = models.CharField(max_length=rules.LONGEST_WHY_APART, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="trajectories_transfer_says_something", condition=~Q(must_know="")),
            models.CheckConstraint(
                name="trajectories_transfer_talk_we_know", condition=Q(talk__in=TransferTalk.values)
            ),
            models.CheckConstraint(
                name="trajectories_transfer_says_why_without_him",
                condition=(APART & ~Q(why_apart="")) | (~APART & Q(why_apart="")),
            ),
        ]

    @property
    def account(self) -> TransferAccount:
        """What is told here."""
        return TransferAccount(self.happened_on, self.must_know, self.talk, self.done, self.why_apart)

    @property
    def about(self) -> Mapping[str, Any]:
        """With which period the other begins, which no correction changes."""
        return {"period": self.period}

    @classmethod
    def tell(cls, *, trajectory: Trajectory, account: Any, by: Actor, at: datetime, **sent: Any) -> Self:
        """Writes it down of the last change of officer.

        Raises NotAllowed, NotValid, or NotNow when nobody else begins.
        """
        trajectory.check_guided_by(by)
        change = rules.last_change(trajectory.guidance().assignments, on=day(at))
        if change is None:
            raise NotNow(rules.NOTHING_CHANGES)
        return super().tell(
            trajectory=trajectory, account=account, period=change.period, by=by, at=at, **sent
        )

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The same, told already; raises NotNow when a colleague told it otherwise."""
        # Two at once: the second waits here and then finds what the first wrote.
        Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
        there: Self | None = cls.objects.current().of(trajectory).filter(period=told["period"]).first()
        if there and any(getattr(there, name) != value for name, value in told.items()):
            raise NotNow(f"{there.recorded_by_label} schreef deze overdracht al op. Verbeter wat er staat.")
        return there

    @classmethod
    def _check(cls, account: TransferAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        items = approach_for(trajectory.municipality, on=on).transfer_items
        rules.check_transfer(account, items, birth_date=trajectory.person.birth_date, on=on)
