"""One circumstance of his situation: how it stands with his benefit, his home, his identity card."""

import uuid
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Self

from django.db import models, transaction
from django.db.models import F, Q

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import Fact, FactQuerySet
from regie.base.submissions import once
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.enums import CircumstanceKind, CircumstanceValue
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.rules import CircumstanceAccount

FITS = reduce(or_, (Q(kind=kind, value__in=answers) for kind, answers in rules.ANSWERS.items()))


class CircumstanceQuerySet(FactQuerySet):
    """Questions about circumstances."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the trajectories he may see."""
        return self.filter(trajectory__in=Trajectory.objects.visible_to(viewer))

    def of(self, *trajectories: Trajectory) -> Self:
        """Those of these trajectories."""
        return self.filter(trajectory__in=[one.pk for one in trajectories])


class Circumstance(Fact):
    """Since `happened_on` it stands so with this kind; what `valid_until` means is said by `rules.UNTIL`.

    The last one of a kind that stands holds. A value can tell of his health (a benefit) or his detention (an
    insurance that is suspended): the strictest counts.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory kind",
        personal="happened_on valid_until source",
        criminal="value",
    )

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=CircumstanceKind)
    value = models.CharField(max_length=20, choices=CircumstanceValue)
    valid_until = models.DateField(null=True, blank=True)

    objects = CircumstanceQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(name="trajectories_circumstance_value_is_of_its_kind", condition=FITS),
            models.CheckConstraint(
                name="trajectories_circumstance_ends_after_it_begins",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("happened_on")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.ref)

    @classmethod
    def tell(
        cls,
        *,
        trajectory: Trajectory,
        kind: CircumstanceKind,
        account: CircumstanceAccount,
        source: str = "",
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "Circumstance":
        """Writes it down; what holds already is told once. Raises NotAllowed, or NotValid beside what cannot be."""
        trajectory.check_guided_by(by)
        cls._check(kind, account, trajectory, on=day(at))

        def make() -> "Circumstance":
            with transaction.atomic():
                # Two who tell the same at once: the second waits here and then finds what the first wrote.
                Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
                same = cls._held(trajectory, kind, account)
                if same is not None:
                    return same
                told = cls.objects.create(
                    trajectory=trajectory,
                    kind=kind,
                    source=source,
                    submission=submission,
                    **asdict(account),
                    **cls.stamp(by=by, at=at),
                )
                trajectory.journal(Verb.CIRCUMSTANCE_TOLD, ["kind", *asdict(account)], by=by, at=at)
            return told

        return once(cls, submission, make)

    def correct(
        self, *, account: CircumstanceAccount, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> "Circumstance":
        """Tells it better; what stood there before can be read back. Raises NotAllowed, NotValid or NotNow."""
        self.trajectory.check_guided_by(by)
        self._check(CircumstanceKind(self.kind), account, self.trajectory, on=day(at))
        changed = [name for name, value in asdict(account).items() if getattr(self, name) != value]
        if not changed:
            return self

        def make() -> "Circumstance":
            with transaction.atomic():
                better = self.add_correction(by=by, at=at, submission=submission, **asdict(account))
                self.trajectory.journal(Verb.CIRCUMSTANCE_CORRECTED, changed, by=by, at=at)
            return better

        return once(type(self), submission, make)

    def withdraw(self, *, by: Actor, at: datetime) -> "Circumstance":
        """Says that it was not so, for instance because it is about somebody else. Raises NotAllowed or NotNow."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            withdrawal = self.add_correction(by=by, at=at, withdrawn=True)
            self.trajectory.journal(Verb.CIRCUMSTANCE_WITHDRAWN, [], by=by, at=at)
        return withdrawal

    @property
    def account(self) -> CircumstanceAccount:
        """What is told here."""
        return CircumstanceAccount(CircumstanceValue(self.value), self.happened_on, self.valid_until)

    @classmethod
    def _held(
        cls, trajectory: Trajectory, kind: CircumstanceKind, account: CircumstanceAccount
    ) -> "Circumstance | None":
        """The one that says this already, on the day that is told; whatever was told after it."""
        held = holding(cls.objects.current().of(trajectory).filter(kind=kind), on=account.happened_on).get(
            kind
        )
        said = (account.value, account.valid_until)
        return held if held is not None and (held.value, held.valid_until) == said else None

    @classmethod
    def _check(
        cls, kind: CircumstanceKind, account: CircumstanceAccount, trajectory: Trajectory, *, on: date
    ) -> None:
        rules.check_circumstance(kind, account, birth_date=trajectory.person.birth_date, on=on)


def holding(told: Iterable[Circumstance], *, on: date) -> dict[CircumstanceKind, Circumstance]:
    """Of each kind the one that holds that day, of facts that stand: the last since when it is so."""
    begun = (one for one in told if one.happened_on <= on)
    ordered = sorted(begun, key=lambda one: (one.happened_on, one.recorded_at, one.pk))
    return {CircumstanceKind(one.kind): one for one in ordered}
