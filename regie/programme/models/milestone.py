"""A milestone of an intervention."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.base.errors import NotValid
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.programme import rules
from regie.programme.enums import MilestoneKind
from regie.programme.models.intervention import Intervention
from regie.programme.models.plan_fact import PlanFact
from regie.programme.rules import LONGEST_MILESTONE, MilestoneAccount
from regie.trajectories.models.trajectory_fact import Verbs


class Milestone(PlanFact):
    """Something that is reached in a quarter ("2025-Q1"): planned, and really; later than planned it says why."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{FACT} happened_on source intervention kind planned real real_on why words",
    )

    verbs = Verbs(Verb.MILESTONE_TOLD, Verb.MILESTONE_CORRECTED, Verb.MILESTONE_WITHDRAWN)

    kind = models.CharField(max_length=20, choices=MilestoneKind.choices)
    planned = models.CharField(max_length=7, blank=True)
    real = models.CharField(max_length=7, blank=True)
    real_on = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=LONGEST_MILESTONE["why"], blank=True)
    words = models.CharField(max_length=LONGEST_MILESTONE["words"], blank=True)

    class Meta(PlanFact.Meta):
        constraints = [
            *PlanFact.Meta.constraints,
            models.CheckConstraint(
                name="programme_milestone_kind_we_know", condition=Q(kind__in=MilestoneKind.values)
            ),
            models.CheckConstraint(
                name="programme_milestone_says_when", condition=~Q(planned="") | ~Q(real="")
            ),
            models.CheckConstraint(
                name="programme_milestone_day_has_its_quarter",
                condition=Q(real_on__isnull=True) | ~Q(real=""),
            ),
            models.CheckConstraint(
                name="programme_milestone_late_says_why",
                condition=Q(planned="") | Q(real__lte=F("planned")) | ~Q(why=""),
            ),
            models.CheckConstraint(
                name="programme_milestone_other_in_words",
                condition=~Q(kind=MilestoneKind.OTHER) | ~Q(words=""),
            ),
            models.UniqueConstraint(
                name="programme_milestone_one_of_a_kind",
                fields=["intervention", "kind"],
                condition=~Q(kind=MilestoneKind.OTHER) & Q(corrects__isnull=True),
            ),
        ]

    @property
    def account(self) -> MilestoneAccount:
        """What is told here."""
        return MilestoneAccount(**{one.name: getattr(self, one.name) for one in fields(MilestoneAccount)})

    @property
    def about(self) -> Mapping[str, Any]:
        """What is reached."""
        return {"kind": self.kind}

    @property
    def name(self) -> str:
        """What is reached, in words."""
        return self.words if self.kind == MilestoneKind.OTHER else MilestoneKind(self.kind).label

    @classmethod
    def _told_before(cls, intervention: Intervention, **about: Any) -> Self | None:
        if about["kind"] == MilestoneKind.OTHER:
            return None
        last: Self | None = cls.objects.last_versions().filter(intervention=intervention, **about).first()
        if last is not None and not last.withdrawn:
            raise NotValid(f"“{last.name}” staat al in de planning. Werk die mijlpaal bij.", field="planned")
        return last

    @classmethod
    def _check(cls, account: MilestoneAccount, **about: Any) -> None:
        rules.check_milestone(about["kind"], account, on=about["on"])
