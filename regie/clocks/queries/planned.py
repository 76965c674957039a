"""What his plan tells terms: his steps, what was agreed, what was measured, what threatens, and what was taken over."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from regie.approach.enums import Anchor
from regie.base.gathering import Asked, Gathered
from regie.clocks.queries.agreed import AGREED
from regie.clocks.queries.measured import MOMENTS
from regie.clocks.queries.stepping import STEP_ANCHORS
from regie.plans.models import (
    Agreement,
    Authorisation,
    ConditionReading,
    DebtReading,
    Doing,
    Goal,
    GoalResult,
    Step,
    StepMark,
    TakenOver,
)
from regie.plans.queries import (
    InHand,
    StepToTake,
    agreed_by_trajectory,
    conditions_by_trajectory,
    in_hand_by_trajectory,
    readings_by_trajectory,
    steps_to_take,
)
from regie.trajectories.models.trajectory_fact import TrajectoryFact

EVERY_ANCHOR = frozenset(Anchor)
ALL_MEASURED = frozenset(MOMENTS)
# By what is counted from it what must be read of a plan.
COUNTED: Mapping[frozenset[Anchor], tuple[type[TrajectoryFact], ...]] = {
    frozenset(STEP_ANCHORS): (Goal, GoalResult, Step, StepMark),
    frozenset(AGREED): (Agreement,),
    frozenset({Anchor.DEBT_THREAT}): (DebtReading,),
    frozenset({Anchor.AUTHORISATION_END, Anchor.AUTHORISATION_GONE, Anchor.LOOK_TOGETHER}): (
        TakenOver,
        Authorisation,
        Doing,
    ),
}
ALONG: Mapping[type[TrajectoryFact], str] = {DebtReading: "debt"}


@dataclass(frozen=True)
class Planned:
    """Of one young person; `debts` are the readings of each of them, the first one first."""

    steps: Sequence[StepToTake] = ()
    agreement: Agreement | None = None
    measured: Sequence[ConditionReading] = ()
    debts: Sequence[Sequence[DebtReading]] = ()
    in_hand: InHand = field(default_factory=InHand)


NOTHING_PLANNED = Planned()


def all_of_his_plan(
    trajectory_ids: Sequence[int],
    *,
    anchors: Collection[Anchor] = EVERY_ANCHOR,
    fulfilling: Collection[Anchor] = ALL_MEASURED,
    plain: bool = False,
) -> list[Asked]:
    """What to ask for to gather what terms are counted from and fulfilled by; of nothing else is read what was told."""
    return [
        Asked(kind, "trajectory", trajectory_ids, ALONG.get(kind, ""), plain=plain)
        for kind in _kinds(frozenset(anchors), frozenset(fulfilling))
    ]


def _kinds(anchors: frozenset[Anchor], fulfilling: frozenset[Anchor]) -> Iterator[type[TrajectoryFact]]:
    for counted, kinds in COUNTED.items():
        if counted & anchors:
            yield from kinds
    if ALL_MEASURED & fulfilling:
        yield ConditionReading


def planned_by_trajectory(
    told: Gathered, trajectory_ids: Iterable[int], *, as_known: date | None = None, done_too: bool = True
) -> dict[int, Planned]:
    """Of each what his plan tells, by what was gathered of it, also the steps that are done unless not `done_too`."""
    steps = steps_to_take(told, as_known=as_known, done_too=done_too) if Step in told else {}
    agreed = agreed_by_trajectory(told, as_known=as_known) if Agreement in told else {}
    measured = told.of(ConditionReading) if ConditionReading in told else []
    conditions = conditions_by_trajectory(measured, as_known=as_known)
    debts = readings_by_trajectory(told, as_known=as_known) if DebtReading in told else {}
    in_hand = in_hand_by_trajectory(told, as_known=as_known) if Doing in told else {}
    return {
        key: Planned(
            steps.get(key, ()),
            agreed.get(key),
            conditions.get(key, ()),
            debts.get(key, ()),
            in_hand.get(key, NOTHING_PLANNED.in_hand),
        )
        for key in trajectory_ids
    }
