"""What terms rest on of the basic conditions: when all of them were told of at a moment."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from regie.approach.enums import Anchor
from regie.approach.rules import Approach
from regie.clocks.rules import Held, Told
from regie.plans.enums import MeasuredAt
from regie.plans.models import ConditionReading
from regie.plans.rules import Detained, counts, measured_on

ANCHORS: Mapping[MeasuredAt, Anchor] = {
    MeasuredAt.ENTRY: Anchor.MEASURED_AT_ENTRY,
    MeasuredAt.RELEASE: Anchor.MEASURED_AT_RELEASE,
    MeasuredAt.AFTER_6: Anchor.MEASURED_AFTER_6,
    MeasuredAt.AFTER_12: Anchor.MEASURED_AFTER_12,
    MeasuredAt.AFTER_24: Anchor.MEASURED_AFTER_24,
}
MOMENTS = {anchor: moment for moment, anchor in ANCHORS.items()}


def measured(
    readings: Sequence[ConditionReading], approach: Approach | None, *, held: Held, accepted_on: date | None
) -> Iterator[tuple[Anchor, Told]]:
    """Each moment of which all was told; what was measured before the day that a term counts from fulfils it too."""
    conditions = [one.code for one in approach.basic_conditions] if approach else []
    detained = Detained(None, held.came_in, held.left_on, held.inside)
    for moment, told in told_at(readings, detained).items():
        since = accepted_on if moment is MeasuredAt.ENTRY else held.left_on
        done_on = measured_on(conditions, told)
        if done_on:
            yield ANCHORS[moment], Told(max(done_on, since or done_on), f"measured:{moment}", moment.label)


def told_at(
    readings: Collection[ConditionReading], detained: Detained
) -> dict[MeasuredAt, dict[str, list[date]]]:
    """By moment and condition the days on which it was told of, of what counts for this detention."""
    found: dict[MeasuredAt, dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    for one in readings:
        moment = MeasuredAt(one.moment)
        if counts(moment, one.happened_on, detained):
            found[moment][one.condition].append(one.happened_on)
    return found
