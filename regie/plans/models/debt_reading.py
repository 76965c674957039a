"""A reading of a debt: how it stood on a day."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Self
from uuid import UUID

from django.db import models
from django.db.models import F, Q

from regie.base.facts import AS_TOLD
from regie.plans import rules
from regie.plans.enums import AmountAnswer, DebtState, DebtThreat, PaymentPlan
from regie.plans.rules import ReadingAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

# Of a debt that is over nothing is left.
OPEN = Q(state=DebtState.OPEN)
NOTHING_LEFT = Q(
    amount_known=AmountAnswer.NOT_ASKED,
    payment_plan=PaymentPlan.NONE,
    threat=DebtThreat.NONE,
    next_payment="",
    administrator="",
)
NO_PLAN = Q(monthly__isnull=True, plan_since__isnull=True)


class DebtReading(TrajectoryFact):
    """On `happened_on` a debt stood so; the last reading of a debt that stands holds.

    `debt` is a version of it: all versions share its ref. The strictest counts: a threat can be detention for fines.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory debt",
        personal="happened_on source state amount_known amount payment_plan monthly plan_since next_payment "
        "administrator",
        criminal="threat threat_on",
    )

    verbs = Verbs(Verb.DEBT_READ, Verb.DEBT_READING_CORRECTED, Verb.DEBT_READING_WITHDRAWN)
    one_stands = True

    debt = models.ForeignKey("plans.Debt", models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=DebtState)
    amount_known = models.CharField(max_length=20, choices=AmountAnswer)
    amount = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    payment_plan = models.CharField(max_length=20, choices=PaymentPlan)
    monthly = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    plan_since = models.DateField(null=True, blank=True)
    next_payment = models.CharField(max_length=rules.LONGEST_WORDS, blank=True)
    administrator = models.CharField(max_length=rules.LONGEST_WORDS, blank=True)
    threat = models.CharField(max_length=20, choices=DebtThreat)
    threat_on = models.DateField(null=True, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="plans_debtreading_amount_is_known_or_not",
                condition=Q(amount_known=AmountAnswer.KNOWN, amount__isnull=False)
                | ~Q(amount_known=AmountAnswer.KNOWN) & Q(amount__isnull=True),
            ),
            models.CheckConstraint(
                name="plans_debtreading_amounts_are_never_below_nothing",
                condition=(Q(amount__isnull=True) | Q(amount__gte=0))
                & (Q(monthly__isnull=True) | Q(monthly__gte=0)),
            ),
            models.CheckConstraint(
                name="plans_debtreading_is_paid_by_a_plan",
                condition=NO_PLAN | Q(payment_plan__in=rules.PAID_EACH_MONTH),
            ),
            models.CheckConstraint(
                name="plans_debtreading_threat_has_its_day",
                condition=Q(threat_on__isnull=True)
                | Q(threat__in=sorted(rules.THREATS), threat_on__gte=F("happened_on")),
            ),
            models.CheckConstraint(name="plans_debtreading_over_is_over", condition=OPEN | NOTHING_LEFT),
        ]

    @property
    def account(self) -> ReadingAccount:
        """What is told here."""
        return ReadingAccount(
            self.happened_on,
            DebtState(self.state),
            AmountAnswer(self.amount_known),
            self.amount,
            PaymentPlan(self.payment_plan),
            self.monthly,
            self.plan_since,
            self.next_payment,
            self.administrator,
            DebtThreat(self.threat),
            self.threat_on,
        )

    @property
    def is_open(self) -> bool:
        """Whether the debt was still there."""
        return self.state == DebtState.OPEN

    @property
    def threatens(self) -> bool:
        """Whether something was about to happen to him."""
        return self.threat in rules.THREATS

    @property
    def about(self) -> Mapping[str, Any]:
        """Its debt."""
        return {"debt": self.debt}

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The same reading of that day; raises NotNow when its debt was taken back."""
        told["debt"].hold()
        same = {name: value for name, value in told.items() if name != "debt"}
        found: Self | None = (
            cls.objects.current().of(trajectory).filter(debt__ref=told["debt"].ref, **same).first()
        )
        return found

    @classmethod
    def _check(cls, account: ReadingAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_reading(account, birth_date=trajectory.person.birth_date, on=on)


def by_debt(readings: Iterable[DebtReading]) -> dict[UUID, list[DebtReading]]:
    """Of each debt, by its ref, its readings that stand, the first one first."""
    found: dict[UUID, list[DebtReading]] = {}
    for one in sorted(readings, key=AS_TOLD):
        found.setdefault(one.debt.ref, []).append(one)
    return found
