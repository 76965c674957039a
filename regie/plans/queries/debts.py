"""What he owes, how that went, and what we do not know of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from regie.base.facts import AS_TOLD, standing
from regie.base.gathering import Gathered
from regie.plans.enums import AmountAnswer, DebtsKnown
from regie.plans.models import Debt, DebtReading, NoDebts
from regie.plans.models.debt_reading import by_debt
from regie.plans.rules import Owed, Total, total
from regie.trajectories.models import Trajectory


@dataclass(frozen=True)
class DebtLine:
    """One debt with its readings that stand, the first one first."""

    debt: Debt
    readings: Sequence[DebtReading]

    @property
    def now(self) -> DebtReading | None:
        """How it stands; None when nobody told, or that was taken back."""
        return self.readings[-1] if self.readings else None

    @property
    def is_open(self) -> bool:
        """Whether it is still there, as far as we know."""
        return self.now is None or self.now.is_open

    @property
    def threatens(self) -> bool:
        """Whether something is about to happen to him."""
        return self.now is not None and self.now.threatens

    @property
    def amount(self) -> DebtReading | None:
        """The last reading that says how much it is, or that nobody knows; who told a threat asked no amount."""
        return next(
            (one for one in reversed(self.readings) if one.amount_known != AmountAnswer.NOT_ASKED), None
        )

    @property
    def owed(self) -> Owed:
        """How much it is as of which day."""
        last = self.amount
        return Owed(last.amount, last.happened_on) if last else Owed(None)

    @property
    def order(self) -> tuple[bool, date, str, int]:
        """What threatens first, the soonest on top; then by name."""
        day = self.now.threat_on if self.now else None
        return not self.threatens, day or date.max, self.debt.creditor.casefold(), self.debt.pk


@dataclass(frozen=True)
class Debts:
    """All his debts, what threatens first; that he said to have none, when none is open or was told of since."""

    lines: Sequence[DebtLine]
    none: NoDebts | None = None

    @property
    def open(self) -> list[DebtLine]:
        """Those that are still there."""
        return [one for one in self.lines if one.is_open]

    @property
    def over(self) -> list[DebtLine]:
        """Those that are not."""
        return [one for one in self.lines if not one.is_open]

    @property
    def total(self) -> Total:
        """What is owed together, and what that leaves out."""
        return total(one.owed for one in self.open)

    @property
    def known(self) -> DebtsKnown:
        """Whether we know of his debts."""
        if self.none:
            return DebtsKnown.NONE
        return DebtsKnown.TOLD if self.lines else DebtsKnown.UNKNOWN


def debts_of(trajectory: Trajectory, *, as_known: date | None = None) -> Debts:
    """His debts as we hold them true, or did at the end of a day; three queries, two while one is open."""
    debts = standing(Debt.objects.of(trajectory), as_known=as_known)
    readings = by_debt(standing(DebtReading.objects.of(trajectory).select_related("debt"), as_known=as_known))
    lines = sorted((DebtLine(debt, readings.get(debt.ref, ())) for debt in debts), key=lambda one: one.order)
    if any(one.is_open for one in lines):
        return Debts(lines)
    told = standing(NoDebts.objects.of(trajectory), as_known=as_known)
    none = max(told, key=AS_TOLD, default=None)
    since = max((one.now.happened_on for one in lines if one.now), default=date.min)
    return Debts(lines, none if none and none.happened_on >= since else None)


def debts_known(trajectory: Trajectory, *, as_known: date | None = None) -> DebtsKnown:
    """Whether we know of his debts: told of one, told that there are none, or neither; three queries."""
    return debts_of(trajectory, as_known=as_known).known


def debt_line(debt: Debt) -> DebtLine:
    """One debt with how it went; one query."""
    readings = standing(DebtReading.objects.filter(debt__ref=debt.ref).select_related("debt"))
    return DebtLine(debt, by_debt(readings).get(debt.ref, ()))


def creditors_of(trajectory: Trajectory) -> list[str]:
    """The names that were told before of whom he owes, in order; one query."""
    return sorted({one.creditor for one in standing(Debt.objects.of(trajectory))}, key=str.casefold)


def readings_by_trajectory(
    told: Gathered, *, as_known: date | None = None
) -> dict[int, list[list[DebtReading]]]:
    """By the key of the trajectory the readings of each of his debts, the first one first, by what was gathered."""
    found: dict[int, list[list[DebtReading]]] = {}
    for line in by_debt(standing(told.of(DebtReading), as_known=as_known)).values():
        found.setdefault(line[0].trajectory_id, []).append(line)
    return found
