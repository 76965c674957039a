"""A turning point: after it, his road went another way."""

import uuid
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Self

from django.db import models, transaction
from django.db.models import Q

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import Fact, FactQuerySet
from regie.base.submissions import once
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.models.trajectory import Trajectory


@dataclass(frozen=True)
class TurningPointAccount:
    """What is told of a turning point: its day, and in a few words what changed."""

    happened_on: date
    words: str


class TurningPointQuerySet(FactQuerySet):
    """Questions about turning points."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the trajectories he may see."""
        return self.filter(trajectory__in=Trajectory.objects.visible_to(viewer))

    def of(self, trajectory: Trajectory) -> Self:
        """Those of one trajectory."""
        return self.filter(trajectory=trajectory)


class TurningPoint(Fact):
    """On `happened_on` his road went another way; `words` tell it so that he may read it, `source` who told it."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on source",
        criminal="words",
    )

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="+")
    words = models.CharField(max_length=rules.LONGEST_TURNING_POINT)

    objects = TurningPointQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(name="trajectories_turningpoint_says_something", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return str(self.ref)

    @classmethod
    def tell(
        cls,
        *,
        trajectory: Trajectory,
        account: TurningPointAccount,
        source: str = "",
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "TurningPoint":
        """Writes it down; one sending is once. Raises NotAllowed, or NotValid beside what cannot be."""
        trajectory.check_guided_by(by)
        cls._check(account, trajectory, on=day(at))

        def make() -> "TurningPoint":
            with transaction.atomic():
                told = cls.objects.create(
                    trajectory=trajectory,
                    source=source,
                    submission=submission,
                    **asdict(account),
                    **cls.stamp(by=by, at=at),
                )
                trajectory.journal(Verb.TURNING_POINT_TOLD, list(asdict(account)), by=by, at=at)
            return told

        return once(cls, submission, make)

    def correct(
        self, *, account: TurningPointAccount, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> "TurningPoint":
        """Tells it better; what stood there before can be read back. Raises NotAllowed, NotValid or NotNow."""
        self.trajectory.check_guided_by(by)
        self._check(account, self.trajectory, on=day(at))
        changed = [name for name, value in asdict(account).items() if getattr(self, name) != value]
        if not changed:
            return self

        def make() -> "TurningPoint":
            with transaction.atomic():
                better = self.add_correction(by=by, at=at, submission=submission, **asdict(account))
                self.trajectory.journal(Verb.TURNING_POINT_CORRECTED, changed, by=by, at=at)
            return better

        return once(type(self), submission, make)

    def withdraw(self, *, by: Actor, at: datetime) -> "TurningPoint":
        """Says that it was not so, for instance because it is about somebody else. Raises NotAllowed or NotNow."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            withdrawal = self.add_correction(by=by, at=at, withdrawn=True)
            self.trajectory.journal(Verb.TURNING_POINT_WITHDRAWN, [], by=by, at=at)
        return withdrawal

    @property
    def account(self) -> TurningPointAccount:
        """What is told here."""
        return TurningPointAccount(self.happened_on, self.words)

    @classmethod
    def _check(cls, account: TurningPointAccount, trajectory: Trajectory, *, on: date) -> None:
        rules.check_turning_point(
            account.happened_on, account.words, birth_date=trajectory.person.birth_date, on=on
        )
