"""That he said that he has no debts."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from regie.base.errors import NotNow
from regie.base.facts import standing
from regie.detention.rules import check_told_day
from regie.plans.models.debt import Debt
from regie.plans.models.debt_reading import DebtReading, by_debt
from regie.plans.rules import NoDebtsAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

STILL_OPEN = "Er staat nog een schuld open. Is die voorbij? Leg dat dan eerst vast."


class NoDebts(TrajectoryFact):
    """On `happened_on` he said that he has no debts: that nobody asked, is something else."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on source",
    )

    verbs = Verbs(Verb.NO_DEBTS_TOLD, Verb.NO_DEBTS_CORRECTED, Verb.NO_DEBTS_WITHDRAWN)
    one_stands = True

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        pass

    @property
    def account(self) -> NoDebtsAccount:
        """What is told here."""
        return NoDebtsAccount(self.happened_on)

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """What he said that same day; raises NotNow while a debt is open."""
        # Two who tell the same at once: the second waits here and then finds what the first wrote.
        Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
        lines = by_debt(standing(DebtReading.objects.of(trajectory).select_related("debt")))
        over = {ref for ref, readings in lines.items() if not readings[-1].is_open}
        if any(debt.ref not in over for debt in standing(Debt.objects.of(trajectory))):
            raise NotNow(STILL_OPEN)
        found: Self | None = cls.objects.current().of(trajectory).filter(**told).first()
        return found

    @classmethod
    def _check(cls, account: NoDebtsAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        born = trajectory.person.birth_date
        check_told_day(account.happened_on, field="happened_on", birth_date=born, on=on)
