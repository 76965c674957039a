"""What his plan tells terms: his steps, what was agreed, what was measured, what threatens, and what was taken over."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from regie.approach.enums import Anchor
from regie.clocks.queries.agreed import AGREED
from regie.clocks.queries.measured import MOMENTS, measured_of_many
from regie.clocks.queries.stepping import STEP_ANCHORS
from regie.plans.models import Agreement, ConditionReading, DebtReading
from regie.plans.queries import (
    InHand,
    StepToTake,
    agreed_by_many,
    in_hand_of_many,
    readings_of_many,
    steps_to_take,
)
from regie.trajectories.models import Trajectory

OF_IN_HAND = frozenset({Anchor.AUTHORISATION_END, Anchor.AUTHORISATION_GONE, Anchor.LOOK_TOGETHER})
EVERY_ANCHOR = frozenset(Anchor)
ALL_MEASURED = frozenset(MOMENTS)


@dataclass(frozen=True)
class Planned:
    """Of one young person; `debts` are the readings of each of them, the first one first."""

    steps: Sequence[StepToTake] = ()
    agreement: Agreement | None = None
    measured: Sequence[ConditionReading] = ()
    debts: Sequence[Sequence[DebtReading]] = ()
    in_hand: InHand = field(default_factory=InHand)


NOTHING_PLANNED = Planned()


def planned_of_many(
    trajectories: Iterable[Trajectory],
    *,
    anchors: Collection[Anchor] = EVERY_ANCHOR,
    fulfilling: Collection[Anchor] = ALL_MEASURED,
    as_known: date | None = None,
) -> dict[int, Planned]:
    """By the key of the trajectory; one query for each of the five that some term is counted from or fulfilled by."""
    chosen, asked = list(trajectories), frozenset(anchors)
    steps = steps_to_take(chosen, as_known=as_known) if STEP_ANCHORS & asked else {}
    agreed = agreed_by_many(chosen, as_known=as_known) if AGREED & asked else {}
    measured = measured_of_many(chosen, fulfilling, as_known=as_known)
    debts = readings_of_many(chosen, as_known=as_known) if Anchor.DEBT_THREAT in asked else {}
    in_hand = in_hand_of_many(chosen, as_known=as_known) if OF_IN_HAND & asked else {}
    return {
        one.pk: Planned(
            steps.get(one.pk, ()),
            agreed.get(one.pk),
            measured.get(one.pk, ()),
            debts.get(one.pk, ()),
            in_hand.get(one.pk, InHand()),
        )
        for one in chosen
    }
