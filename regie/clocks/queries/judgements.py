"""What came of terms, and which days are still to be judged."""

from datetime import date, timedelta

from django.db.models import Min

from regie.base.clock import day
from regie.clocks.models import JudgedDay, Judgement
from regie.trajectories.models import Trajectory

DAY = timedelta(days=1)


def judgements_of(trajectory: Trajectory, *, most: int) -> list[Judgement]:
    """What was judged last of each of his terms, the newest first; one query."""
    last: dict[tuple[str, str], Judgement] = {}
    for one in Judgement.objects.filter(trajectory=trajectory).order_by("-judged_for", "-pk"):
        last.setdefault((one.rule, one.occurrence), one)
    return list(last.values())[:most]


def days_to_judge(*, today: date, since: date | None = None) -> list[date]:
    """The days that are over and were not judged yet, the first one first; two queries.

    From the day after the last one; where none was judged, from the first day of the first trajectory or from `since`.
    """
    first = Trajectory.objects.aggregate(at=Min("recorded_at"))["at"]
    if first is None:
        return []
    last = JudgedDay.objects.last_day()
    begin = last + DAY if last else max(day(first), since or date.min)
    return [begin + number * DAY for number in range((today - begin).days)]
