"""What the facts of a plan page share: who keeps the programme tells them, tells them better, and takes them back."""

import uuid
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models, transaction

from regie.accounts.enums import Permission
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import Fact, FactQuerySet
from regie.base.submissions import once
from regie.programme.models.intervention import Intervention
from regie.trajectories.models.trajectory_fact import Verbs


class PlanFactQuerySet(FactQuerySet):
    """Questions about facts of plan pages."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the municipalities whose programme he may read."""
        return self.filter(intervention__municipality__in=where_may(viewer, Permission.READ_PROGRAMME))


class PlanFact(Fact):
    """A fact of a plan page; `happened_on` is the day on which it was written, its account is a dataclass."""

    verbs: ClassVar[Verbs]

    intervention = models.ForeignKey(Intervention, models.PROTECT, related_name="+")

    objects = PlanFactQuerySet.as_manager()

    class Meta(Fact.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.ref)

    @classmethod
    def tell(
        cls,
        *,
        intervention: Intervention,
        account: Any,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
        **about: Any,
    ) -> Self:
        """Writes it down; one sending is once. `about` never changes after that, such as the kind of a block.

        What was taken back and is told again stands again, as its next version. Raises NotAllowed, or NotValid beside
        what cannot be.
        """
        intervention.check_kept_by(by)
        cls._check(account, on=day(at), intervention=intervention, **about)
        told = about | asdict(account)

        def make() -> Any:
            with transaction.atomic():
                intervention.hold()
                before = cls._told_before(intervention, **about)
                fresh: dict[str, Any] = {"happened_on": day(at), "submission": submission}
                if before is not None:
                    made = before.add_correction(by=by, at=at, withdrawn=False, **fresh, **told)
                else:
                    manager: Any = cls._default_manager
                    stamp = cls.stamp(by=by, at=at)
                    made = manager.create(intervention=intervention, **fresh, **told, **stamp)
                intervention.journal(cls.verbs.told, made.ref, list(told), by=by, at=at)
            return made

        first: Self = once(cls, submission, make)
        return first

    def correct(self, *, account: Any, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> Self:
        """Tells it better; what stood there can be read back. Raises NotAllowed, NotValid or NotNow."""
        self.intervention.check_kept_by(by)
        self._check(account, on=day(at), intervention=self.intervention, **self.about)
        told = asdict(account)
        changed = [name for name in told if getattr(self.account, name) != getattr(account, name)]
        if not changed:
            return self

        def make() -> Any:
            with transaction.atomic():
                self.intervention.hold()
                fresh: dict[str, Any] = {"happened_on": day(at), "submission": submission}
                better = self.add_correction(by=by, at=at, **fresh, **told)
                self.intervention.journal(self.verbs.corrected, self.ref, changed, by=by, at=at)
            return better

        made: Self = once(type(self), submission, make)
        return made

    def withdraw(self, *, by: Actor, at: datetime) -> Self:
        """Takes it off the page; what stood there can be read back. Raises NotAllowed or NotNow."""
        self.intervention.check_kept_by(by)
        with transaction.atomic():
            self.intervention.hold()
            gone = self.add_correction(by=by, at=at, withdrawn=True, submission=None)
            self.intervention.journal(self.verbs.withdrawn, self.ref, [], by=by, at=at)
        return gone

    @property
    def account(self) -> Any:
        """What is told here."""
        raise NotImplementedError

    @property
    def about(self) -> Mapping[str, Any]:
        """What it is about, which no correction changes."""
        return {}

    @classmethod
    def _told_before(cls, intervention: Intervention, **about: Any) -> Self | None:  # noqa: ARG003
        """The withdrawn one of which this is the next version; raises NotValid where one stands already."""
        return None

    @classmethod
    def _check(cls, account: Any, **about: Any) -> None:
        """Raises NotValid beside what cannot be; `about` also tells the day (`on`) and the `intervention`."""
        raise NotImplementedError
