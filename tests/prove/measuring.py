"""What bringing indicators and figures in left behind, for who looks whether everything is sound."""

from collections.abc import Iterator
from typing import Any

from regie.indicators.enums import Way
from regie.indicators.models import Definition, Indicator, IndicatorHalt, Observation
from regie.privacy.enums import Verb


def of_indicators() -> Iterator[tuple[str, Any]]:
    """Each indicator, definition and figure has its entry; the figures of one file have one together."""
    yield from ((Verb.INDICATOR_ADDED.value, ref) for ref in Indicator.objects.values_list("ref", flat=True))
    defined = Definition.objects.values_list("indicator__ref", flat=True)
    yield from ((Verb.INDICATOR_DEFINED.value, ref) for ref in defined)
    for halt in IndicatorHalt.objects.select_related("indicator"):
        verb = Verb.INDICATOR_ENDED if halt.stops else Verb.INDICATOR_RESUMED
        yield verb.value, halt.indicator.ref
    loaded = Observation.objects.filter(batch__isnull=False).values_list("batch", flat=True).distinct()
    yield from ((Verb.OBSERVATIONS_LOADED.value, batch) for batch in loaded)
    by_hand = Observation.objects.filter(way=Way.HAND)
    yield from _of(Verb.OBSERVATION_TOLD, by_hand.filter(corrects=None))
    better = Observation.objects.exclude(corrects=None)
    yield from _of(Verb.OBSERVATION_WITHDRAWN, better.filter(withdrawn=True))
    yield from _of(Verb.OBSERVATION_CORRECTED, better.filter(withdrawn=False))


def _of(verb: Verb, rows: Any) -> Iterator[tuple[str, Any]]:
    yield from ((verb.value, ref) for ref in rows.values_list("ref", flat=True))
