"""What was done with terms, of any number of people."""

from collections.abc import Iterable
from datetime import date

from regie.base.facts import standing
from regie.base.gathering import Gathered
from regie.clocks.models import Handling
from regie.clocks.rules import Key


def handled_of(
    trajectory_ids: Iterable[int], *, as_known: date | None = None, told: Gathered | None = None
) -> dict[int, dict[Key, Handling]]:
    """By trajectory and term what was done with it last, as we hold it true or did at the end of a day.

    One query, none when it was gathered.
    """
    versions = told.of(Handling) if told else Handling.objects.filter(trajectory__in=list(trajectory_ids))
    found: dict[int, dict[Key, Handling]] = {}
    for one in sorted(standing(versions, as_known=as_known), key=lambda one: (one.recorded_at, one.pk)):
        found.setdefault(one.trajectory_id, {})[one.rule, one.occurrence] = one
    return found
