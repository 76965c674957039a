"""How fast the terms of many people are reckoned, from cold, and whether that grows with how many there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from regie.base.clock import day
from regie.clocks import actions
from regie.clocks.queries import reckonings
from regie.trajectories.models import Trajectory
from tests.bench.places import BENCH

FIRST, BATCH = 1_000, 500


@dataclass(frozen=True)
class TermFigures:
    """Seconds for the first thousand with their queries; per thousand for all in batches, and the memory that took.

    `judged` is what a day of a thousand people takes to judge when all of it is to be written, and `again` a day later.
    """

    first: float
    people: int
    per_thousand: float
    megabytes: float
    terms: int
    judged: float
    judgements: int
    again: float


def measure_terms(*, at: datetime) -> TermFigures:
    """In the database we work in."""
    keys = list(Trajectory.objects.order_by("pk").values_list("pk", flat=True))
    started = perf_counter()
    terms = _reckon(keys[:FIRST], at)
    first = perf_counter() - started
    before, started = _resident(), perf_counter()
    for batch in _batches(keys):
        _reckon(batch, at)
    seconds = perf_counter() - started
    thousands, memory = len(keys) / 1_000, _resident() - before
    judged, judgements = _judge(day(at), at)
    again, _ = _judge(day(at) + timedelta(days=1), at)
    return TermFigures(first, len(keys), seconds / thousands, memory, terms, judged, judgements, again)


def _judge(on: date, at: datetime) -> tuple[float, int]:
    """Seconds a thousand people for the end of a day, and how many judgements were written; at least a thousand."""
    started, people, written = perf_counter(), 0, 0
    for place, keys in actions._batches(on):
        written += actions._judge(place, keys, on, by=BENCH, at=at)
        people += len(keys)
        if people >= FIRST:
            break
    return (perf_counter() - started) / people * 1_000, written


def _reckon(keys: list[int], at: datetime) -> int:
    chosen = Trajectory.objects.filter(pk__in=keys).select_related("person", "referral", "municipality")
    return sum(len(one.terms) for one in reckonings(chosen, on=day(at)).values())


def _batches(keys: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


def _resident() -> float:
    """Megabytes of this process in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1_000_000
