"""A debt: to whom he owes money, and of what."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from regie.base.actors import Actor
from regie.base.errors import NotNow
from regie.plans import rules
from regie.plans.enums import DebtKind
from regie.plans.models.debt_reading import DebtReading
from regie.plans.rules import DebtAccount, ReadingAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

GONE = "Deze schuld is intussen ingetrokken. Kijk eerst wat er nu staat."


class Debt(TrajectoryFact):
    """Since `happened_on` we know that he owes somebody money; how much and what threatens, say its readings.

    To whom, and of what, can tell of an offence: a fine, or damages to a victim.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on source reference",
        criminal="creditor kind",
    )

    verbs = Verbs(Verb.DEBT_TOLD, Verb.DEBT_CORRECTED, Verb.DEBT_WITHDRAWN)

    creditor = models.CharField(max_length=rules.LONGEST_CREDITOR)
    kind = models.CharField(max_length=20, choices=DebtKind)
    reference = models.CharField(max_length=rules.LONGEST_REFERENCE, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="plans_debt_names_a_creditor", condition=~Q(creditor="")),
        ]

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
        """Writes down a debt and its first `reading`; one sending is once. Raises NotAllowed or NotValid."""
        reading = about["reading"]
        told: dict[str, Any] = {"source": source, "submission": submission, "by": by, "at": at}
        with transaction.atomic():
            debt = super().tell(trajectory=trajectory, account=account, **told)
            DebtReading.tell(trajectory=trajectory, account=reading, debt=debt, **told)
        return debt

    def read(
        self, *, account: ReadingAccount, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> DebtReading:
        """Tells how it stands now; the same twice is once. Raises NotAllowed, NotValid, or NotNow when it is gone."""
        told: dict[str, Any] = {"account": account, "submission": submission, "by": by, "at": at}
        return DebtReading.tell(trajectory=self.trajectory, debt=self, **told)

    def end(
        self, *, account: ReadingAccount, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> DebtReading:
        """Tells that it is over, and why: the last reading of it. Raises as `read`, and when it ends nothing."""
        self.trajectory.check_guided_by(by)
        rules.check_ending(account)
        return self.read(account=account, submission=submission, by=by, at=at)

    def withdraw(self, *, by: Actor, at: datetime) -> Self:
        """Says that it was never so, and takes its readings back with it. Raises NotAllowed or NotNow."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            self.hold()
            for reading in DebtReading.objects.current().filter(debt__ref=self.ref):
                reading.add_correction(by=by, at=at, withdrawn=True)
            return super().withdraw(by=by, at=at)

    @property
    def account(self) -> DebtAccount:
        """What is told here."""
        return DebtAccount(self.happened_on, self.creditor, DebtKind(self.kind), self.reference)

    def hold(self) -> None:
        """Waits for who tells of his debts at the same moment; raises NotNow when this one was taken back."""
        Trajectory.objects.select_for_update(no_key=True).get(pk=self.trajectory_id)
        if not Debt.objects.current().filter(ref=self.ref).exists():
            raise NotNow(GONE)

    @classmethod
    def _told_already(cls, trajectory: Trajectory, _told: Mapping[str, Any], /) -> None:
        """Every debt is one more."""
        # Its reading locks him too, after the journal: who locks in another order than others stands still with them.
        Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)

    @classmethod
    def _check(cls, account: DebtAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_debt(account, birth_date=trajectory.person.birth_date, on=on)
