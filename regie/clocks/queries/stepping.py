"""What terms rest on of the steps towards his goals: those that have a day, of goals that run."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from regie.approach.enums import Anchor, StepActor, StepCounted
from regie.clocks.rules import Held, Told
from regie.plans.queries import StepToTake
from regie.plans.rules import due_day

# Who takes it; a step of which nobody knows yet who takes it is ours to find out.
ANCHORS: Mapping[str, Anchor] = {
    StepActor.OFFICER: Anchor.OUR_STEP,
    StepActor.UNKNOWN: Anchor.OUR_STEP,
    StepActor.YOUNG_PERSON: Anchor.HIS_STEP,
    StepActor.PARTNER: Anchor.THEIR_STEP,
    StepActor.NETWORK: Anchor.THEIR_STEP,
}
STEP_ANCHORS = frozenset(ANCHORS.values())
NOT_YET = "of deze stap al kan"


def stepping(steps: Iterable[StepToTake], held: Held, release: Told | None) -> Iterator[tuple[Anchor, Told]]:
    """Each step with its day; what waits until he is free asks nothing while he is held (ADR 30)."""
    out_on = held.left_on or (release.day if release else None)
    for one in steps:
        if one.outside_only and held.inside:
            continue
        due = due_day(one.account, goal_on=one.goal_on, release=out_on, step_before=one.step_before)
        soonest = _soonest(one, release)
        if due or soonest:
            yield ANCHORS[one.account.actor], _told(one, due, soonest)


def _soonest(one: StepToTake, release: Told | None) -> date | None:
    """Of what is to be done before he comes out, when that can be any day: now."""
    before_release = one.account.counted == StepCounted.BEFORE_RELEASE
    return release.earliest if before_release and release and release.day is None else None


def _told(one: StepToTake, due: date | None, soonest: date | None) -> Told:
    return Told(
        due,
        f"step:{one.ref}",
        "Afgesproken bij zijn doel",
        earliest=soonest,
        done_on=one.done_on,
        depends_on=NOT_YET if one.held else "",
        title=one.account.words,
    )
