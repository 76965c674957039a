"""What the facts of a trajectory share: who guides him tells them, tells them better, and takes them back."""

import uuid
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, ClassVar, NamedTuple, Self

from django.db import models, transaction

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotValid
from regie.base.facts import Fact, FactQuerySet
from regie.base.submissions import once
from regie.privacy.enums import Verb
from regie.trajectories.models.trajectory import Trajectory


class Verbs(NamedTuple):
    """How the journal says that a fact was told, told better and taken back."""

    told: Verb
    corrected: Verb
    withdrawn: Verb


class TrajectoryFactQuerySet(FactQuerySet):
    """Questions about facts of trajectories."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the trajectories he may see."""
        return self.filter(trajectory__in=Trajectory.objects.visible_to(viewer))

    def of(self, *trajectories: Trajectory) -> Self:
        """Those of these trajectories."""
        return self.filter(trajectory__in=[one.pk for one in trajectories])


class TrajectoryFact(Fact):
    """A fact that who guides him tells of his road; its account is a dataclass with the fields that are told."""

    verbs: ClassVar[Verbs]
    # Whether one stands at a time of what it is about: then what was withdrawn stands again only where none does now.
    one_stands: ClassVar[bool] = False

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="+")

    class Meta(Fact.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.ref)

    @classmethod
    def tell(
        cls,
        *,
        trajectory: Trajectory,
        account: Any,
        source: str = "",
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
        **about: Any,
    ) -> Self:
        """Writes it down; one sending is once. `about` never changes after that, such as the kind of a circumstance.

        Raises NotAllowed, or NotValid beside what cannot be.
        """
        trajectory.check_guided_by(by)
        cls._check(account, trajectory, on=day(at), **about)
        told = about | asdict(account)

        def make() -> Any:
            manager: Any = cls._default_manager
            with transaction.atomic():
                same = cls._told_already(trajectory, told)
                if same is not None:
                    return same
                made = manager.create(
                    trajectory=trajectory,
                    source=source,
                    submission=submission,
                    **told,
                    **cls.stamp(by=by, at=at),
                )
                trajectory.journal(cls.verbs.told, list(told), by=by, at=at)
            return made

        first: Self = once(cls, submission, make)
        return first

    def correct(self, *, account: Any, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> Self:
        """Tells it better; what stood there before can be read back. Raises NotAllowed, NotValid or NotNow.

        What was withdrawn stands again by it: who tells it better saw that it was withdrawn, and says that it was so.
        """
        self.trajectory.check_guided_by(by)
        return self._tell_better(self.verbs.corrected, account, submission=submission, by=by, at=at)

    def withdraw(self, *, by: Actor, at: datetime) -> Self:
        """Says that it was not so, for instance because it is about somebody else. Raises NotAllowed or NotNow."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            withdrawal = self.add_correction(by=by, at=at, withdrawn=True)
            self.trajectory.journal(self.verbs.withdrawn, [], by=by, at=at)
        return withdrawal

    @property
    def account(self) -> Any:
        """What is told here."""
        raise NotImplementedError

    @property
    def about(self) -> Mapping[str, Any]:
        """What it is about, which no correction changes."""
        return {}

    def _tell_better(
        self, verb: Verb, account: Any, *, submission: uuid.UUID | None, by: Actor, at: datetime
    ) -> Self:
        """Adds the next version, or gives this one when nothing is told otherwise; who may was asked before."""
        self._check_better(account, on=day(at))
        changed = [name for name, value in asdict(account).items() if getattr(self, name) != value]
        if not changed and not self.withdrawn:
            return self

        def make() -> Any:
            with transaction.atomic():
                told = asdict(account)
                if self.withdrawn and self.one_stands:
                    there = self._told_already(self.trajectory, {**self.about, **told})
                    if there is not None:
                        return there
                better = self.add_correction(by=by, at=at, submission=submission, withdrawn=False, **told)
                again = ["withdrawn"] if self.withdrawn else []
                self.trajectory.journal(verb, [*changed, *again], by=by, at=at)
            return better

        made: Self = once(type(self), submission, make)
        return made

    def _check_better(self, account: Any, *, on: date) -> None:
        """Raises NotValid beside what cannot be told instead of this."""
        self._check(account, self.trajectory, on=on, **self.about)

    @classmethod
    def _told_already(cls, _trajectory: Trajectory, _told: Mapping[str, Any], /) -> Self | None:
        """The one that says this already, of what is told once; of others each telling is new."""
        return None

    @classmethod
    def _check(cls, account: Any, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        """Raises NotValid beside what cannot be."""
        raise NotImplementedError


def check_on_his_map(entry: Any, trajectory: Trajectory, *, field: str) -> None:
    """Raises NotValid for an entry of the map of another municipality."""
    if entry and entry.municipality_id not in (None, trajectory.municipality_id):
        raise NotValid("Dit staat op de kaart van een andere gemeente.", field=field)
