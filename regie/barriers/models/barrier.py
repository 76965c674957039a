"""A barrier: what stands in his way, whose rule or queue it is, and who of us takes it."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.approach.queries import approach_for
from regie.barriers import rules
from regie.barriers.enums import BarrierOwner
from regie.barriers.models.attempt import BarrierAttempt
from regie.barriers.models.ending import BarrierEnd
from regie.barriers.rules import BarrierAccount
from regie.base.errors import NotNow, NotValid
from regie.partners.models import Organisation
from regie.plans.models import Step
from regie.plans.rules import domains_of
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import (
    TrajectoryFact,
    TrajectoryFactQuerySet,
    Verbs,
    check_on_his_map,
)

LONGEST_CODE = 60
OF_ANOTHER = "Dit is van iemand anders. Kies iets van hem."
GONE = "Deze barrière is ingetrokken. Leg haar eerst opnieuw vast."
NOT_HIS_STEP = "Deze stap is van iemand anders, of ingetrokken. Kies een stap van hem."


class Barrier(TrajectoryFact):
    """Since `happened_on` we take it; it stands in his way since `since`, as far as anybody knows.

    Its kind and its domain are kept as they were called then. A kind tells of care or of crime: the strictest counts.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory steps owner",
        personal="happened_on source since organisation party owner_name",
        special="domain domain_title",
        criminal="kind kind_title words costs",
    )

    verbs = Verbs(Verb.BARRIER_TOLD, Verb.BARRIER_CORRECTED, Verb.BARRIER_WITHDRAWN)

    words = models.CharField(max_length=rules.LONGEST_BARRIER)
    kind = models.CharField(max_length=LONGEST_CODE)
    kind_title = models.CharField(max_length=rules.LONGEST_TITLE)
    since = models.DateField(null=True, blank=True)
    domain = models.CharField(max_length=LONGEST_CODE, blank=True)
    domain_title = models.CharField(max_length=rules.LONGEST_TITLE, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    party = models.CharField(max_length=rules.LONGEST_NAMED, blank=True)
    costs = models.CharField(max_length=rules.LONGEST_BARRIER, blank=True)
    owner = models.CharField(max_length=20, choices=BarrierOwner)
    owner_name = models.CharField(max_length=rules.LONGEST_NAMED, blank=True)
    steps = models.JSONField(default=list, blank=True)  # refs of the steps that it blocks

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="barriers_barrier_says_what_it_is",
                condition=~Q(words="") & ~Q(kind="") & ~Q(kind_title=""),
            ),
            models.CheckConstraint(
                name="barriers_barrier_blocks_before_we_take_it",
                condition=Q(since__isnull=True) | Q(since__lte=F("happened_on")),
            ),
            models.CheckConstraint(
                name="barriers_barrier_keeps_what_its_domain_was_called",
                condition=Q(domain="", domain_title="") | (~Q(domain="") & ~Q(domain_title="")),
            ),
            models.CheckConstraint(
                name="barriers_barrier_has_an_owner",
                condition=Q(owner=BarrierOwner.OFFICER)
                | (Q(owner__in=BarrierOwner.values) & ~Q(owner_name="")),
            ),
            models.CheckConstraint(
                name="barriers_barrier_of_the_map_or_in_words",
                condition=Q(organisation__isnull=True) | Q(party=""),
            ),
        ]

    @property
    def account(self) -> BarrierAccount:
        """What is told here."""
        told = {one.name: getattr(self, one.name) for one in fields(BarrierAccount)}
        return BarrierAccount(**(told | {"owner": BarrierOwner(self.owner)}))

    @property
    def about(self) -> Mapping[str, Any]:
        """The barrier itself: what it was filed under stays possible, also when the approach has it no more."""
        return {"was": self}

    @property
    def whose(self) -> str:
        """Whose rule or queue it is, empty when nobody knows."""
        return self.organisation.name if self.organisation else self.party

    @property
    def taken_by(self) -> str:
        """Who of us takes it, in words."""
        return self.owner_name or self.get_owner_display()

    def now_of(self, trajectory: Trajectory) -> Self:
        """The version that stands; raises NotValid of somebody else's, NotNow when it was withdrawn; one query."""
        if self.trajectory_id != trajectory.pk:
            raise NotValid(OF_ANOTHER)
        standing: Self | None = type(self).objects.current().filter(ref=self.ref).first()
        if standing is None:
            raise NotNow(GONE)
        return standing

    def tried_on(self) -> date | None:
        """The day of the last attempt at it; one query."""
        return max(self._days_of(BarrierAttempt), default=None)

    def ended_on(self) -> date | None:
        """Since when it stands in his way no more; one query."""
        return max(self._days_of(BarrierEnd), default=None)

    def days_after(self) -> list[date]:
        """The days that stand with it, which may not come before it; two queries."""
        return [*self._days_of(BarrierAttempt), *self._days_of(BarrierEnd)]

    def _days_of(self, model: type[TrajectoryFact]) -> list[date]:
        manager: Any = model._default_manager
        return list(manager.current().filter(barrier__ref=self.ref).values_list("happened_on", flat=True))

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one that says just the same."""
        # Two who tell the same at once: the second waits here and then finds what the first wrote.
        trajectory.hold_open()
        same = (one for one in cls.objects.current().of(trajectory) if _says(one, told))
        return next(same, None)

    @classmethod
    def _check(cls, account: BarrierAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        was: Barrier | None = about.get("was")
        rules.check_barrier(account, birth_date=trajectory.person.birth_date, on=on)
        check_on_his_map(account.organisation, trajectory, field="organisation")
        approach = approach_for(trajectory.municipality, on=on)
        kinds = {(one.code, one.title) for one in rules.kinds_of(approach)}
        domains = {(one.code, one.title) for one in domains_of(approach)}
        if was is not None:
            kinds.add((was.kind, was.kind_title))
            domains.add((was.domain, was.domain_title))
            rules.check_days_after(account, was.days_after())
        rules.check_kind(account, kinds)
        rules.check_filed(account, domains)
        _check_steps(set(account.steps) - set(was.steps if was else ()), trajectory)


def _says(one: Barrier, told: Mapping[str, Any]) -> bool:
    return all(getattr(one, name) == value for name, value in told.items())


def _check_steps(refs: set[str], trajectory: Trajectory) -> None:
    """Raises NotValid of a step that is not his; one query, and none without steps."""
    if refs and Step.objects.current().of(trajectory).filter(ref__in=refs).count() != len(refs):
        raise NotValid(NOT_HIS_STEP, field="steps")
