"""One circumstance of his situation: how it stands with his benefit, his home, his identity card."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.base.facts import AS_TOLD
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.enums import CircumstanceKind, CircumstanceValue
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.rules import CircumstanceAccount

FITS = reduce(or_, (Q(kind=kind, value__in=answers) for kind, answers in rules.ANSWERS.items()))


class Circumstance(TrajectoryFact):
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

    verbs = Verbs(Verb.CIRCUMSTANCE_TOLD, Verb.CIRCUMSTANCE_CORRECTED, Verb.CIRCUMSTANCE_WITHDRAWN)

    kind = models.CharField(max_length=20, choices=CircumstanceKind)
    value = models.CharField(max_length=20, choices=CircumstanceValue)
    valid_until = models.DateField(null=True, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="trajectories_circumstance_value_is_of_its_kind", condition=FITS),
            models.CheckConstraint(
                name="trajectories_circumstance_ends_after_it_begins",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("happened_on")),
            ),
        ]

    @property
    def account(self) -> CircumstanceAccount:
        """What is told here."""
        return CircumstanceAccount(CircumstanceValue(self.value), self.happened_on, self.valid_until)

    @property
    def about(self) -> Mapping[str, Any]:
        """Its kind, which no correction changes."""
        return {"kind": CircumstanceKind(self.kind)}

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one that holds already on the day that is told, whatever was told after it."""
        # Two who tell the same at once: the second waits here and then finds what the first wrote.
        Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
        of_its_kind = cls.objects.current().of(trajectory).filter(kind=told["kind"])
        held: Any = holding(of_its_kind, on=told["happened_on"]).get(told["kind"])
        same = held and all(getattr(held, name) == told[name] for name in ("value", "valid_until"))
        return held if same else None

    @classmethod
    def _check(cls, account: CircumstanceAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        rules.check_circumstance(about["kind"], account, birth_date=trajectory.person.birth_date, on=on)


def holding(told: Iterable[Circumstance], *, on: date) -> dict[CircumstanceKind, Circumstance]:
    """Of each kind the one that holds that day, of facts that stand: the last since when it is so."""
    begun = (one for one in told if one.happened_on <= on)
    ordered = sorted(begun, key=AS_TOLD)
    return {CircumstanceKind(one.kind): one for one in ordered}
