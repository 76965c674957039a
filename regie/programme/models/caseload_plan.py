"""How many young people are meant to be guided in each month of a year."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from django.db import models

from regie.base.errors import NotValid
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.programme import rules
from regie.programme.models.intervention import Intervention
from regie.programme.models.plan_fact import PlanFact
from regie.programme.rules import CaseloadAccount
from regie.trajectories.models.trajectory_fact import Verbs


class CaseloadPlan(PlanFact):
    """Twelve numbers of one year, January first; null is a month for which nothing is planned."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{FACT} happened_on source intervention year numbers",
    )

    verbs = Verbs(Verb.CASELOAD_PLAN_TOLD, Verb.CASELOAD_PLAN_CORRECTED, Verb.CASELOAD_PLAN_WITHDRAWN)

    year = models.PositiveSmallIntegerField()
    numbers = models.JSONField()

    class Meta(PlanFact.Meta):
        constraints = [
            *PlanFact.Meta.constraints,
            models.UniqueConstraint(
                name="programme_caseloadplan_one_of_a_year",
                fields=["intervention", "year"],
                condition=models.Q(corrects__isnull=True),
            ),
        ]

    @property
    def account(self) -> CaseloadAccount:
        """What is planned here."""
        return CaseloadAccount(tuple(self.numbers))

    @property
    def about(self) -> Mapping[str, Any]:
        """Of which year it is."""
        return {"year": self.year}

    @property
    def by_month(self) -> dict[date, int]:
        """The first day of each month for which something is planned → how many."""
        months = zip(rules.months_of([self.year]), self.numbers, strict=True)
        return {month: number for month, number in months if number is not None}

    @classmethod
    def _told_before(cls, intervention: Intervention, **about: Any) -> Self | None:
        last: Self | None = cls.objects.last_versions().filter(intervention=intervention, **about).first()
        if last is not None and not last.withdrawn:
            raise NotValid(f"Voor {last.year} is al gepland. Werk dat bij.", field="year")
        return last

    @classmethod
    def _check(cls, account: CaseloadAccount, **about: Any) -> None:
        rules.check_plan_year(about["year"], on=about["on"])
        rules.check_caseload(account)
