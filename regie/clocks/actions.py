"""Every day what came of every term is written down, by what was known that day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from regie.accounts.models import Municipality
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow
from regie.clocks.models import JudgedDay, Judgement
from regie.clocks.queries import days_to_judge, handled_of, reckonings
from regie.clocks.rules import Reckoning, SoFar, to_write
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory

MOST_DAYS = 31  # in one run; the next one goes on
BATCH = 500  # people


@dataclass(frozen=True)
class Judging:
    """How many days were judged, how many judgements that gave, and how many days are left for the next run."""

    days: int
    judgements: int
    left: int


def judge_terms(*, since: date | None = None, by: Actor, at: datetime) -> Judging:
    """Judges every day that is over and was not judged yet, of everybody who was guided then.

    A day twice, or two runs at once, write nothing twice. `since` is where to begin when no day was judged before.
    """
    waiting = days_to_judge(today=day(at), since=since)
    chosen = waiting[:MOST_DAYS]
    written = sum(_judge_day(on, by=by, at=at) for on in chosen)
    return Judging(len(chosen), written, len(waiting) - len(chosen))


def _judge_day(on: date, *, by: Actor, at: datetime) -> int:
    written = sum(_judge(place, keys, on, by=by, at=at) for place, keys in _batches(on))
    JudgedDay.objects.get_or_create(day=on, defaults=JudgedDay.stamp(by=by, at=at))
    return written


def _batches(on: date) -> Iterator[tuple[Municipality, list[int]]]:
    """The trajectories that ran that day as far as we knew, each batch of one municipality."""
    keys: dict[int, list[int]] = {}
    known = Trajectory.objects.filter(recorded_at__date__lte=on).running(on, as_known=on)
    known = known.order_by("municipality", "pk")
    for place, pk in known.values_list("municipality", "pk"):
        keys.setdefault(place, []).append(pk)
    places = Municipality.objects.in_bulk(list(keys))
    for place, his in keys.items():
        for start in range(0, len(his), BATCH):
            yield places[place], his[start : start + BATCH]


def _judge(place: Municipality, keys: list[int], on: date, *, by: Actor, at: datetime) -> int:
    """One batch; where no approach was known that day there were no terms to judge."""
    people = Trajectory.objects.filter(pk__in=keys).select_related("person", "referral", "municipality")
    chosen = {one.pk: one for one in people.order_by("pk")}
    try:
        found = reckonings(chosen.values(), on=on, as_known=on)
    except NotNow:
        return 0
    with transaction.atomic():
        # Two runs at once: the second waits here and then finds what the first wrote.
        Municipality.objects.select_for_update(no_key=True).get(pk=place.pk)
        made = list(_judgements(chosen, found, on, by=by, at=at))
        Judgement.objects.bulk_create(made)
        for pk in dict.fromkeys(one.trajectory_id for one in made):
            chosen[pk].journal(Verb.TERMS_JUDGED, ["verdict"], by=by, at=at)
    return len(made)


def _judgements(
    chosen: dict[int, Trajectory], found: dict[int, Reckoning], on: date, *, by: Actor, at: datetime
) -> Iterator[Judgement]:
    """What is to be written of these people that day."""
    handled = handled_of(chosen, as_known=on)
    held = Judgement.objects.held(chosen, on=on)
    stamp = Judgement.stamp(by=by, at=at)
    for pk, trajectory in chosen.items():
        for term in found[pk].terms:
            said = handled.get(pk, {}).get(term.key)
            before = held.get(pk, {}).get(term.key, SoFar())
            judged = to_write(term, said.handled if said else None, so_far=before, on=on)
            if judged:
                yield Judgement.of(trajectory, term, judged, judged_for=on, stamp=stamp)
