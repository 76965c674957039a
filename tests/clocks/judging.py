"""The daily run, and what it wrote."""

from datetime import date, datetime, timedelta

from regie.base import clock
from regie.clocks import actions
from regie.clocks.actions import judge_terms
from regie.clocks.models import Judgement
from regie.trajectories.models import Trajectory
from tests.cast import TESTER

DAY = timedelta(days=1)


def the_day_after(on: date) -> datetime:
    """Early in the morning, when the day before is judged."""
    return datetime.combine(on + DAY, datetime.min.time(), tzinfo=clock.now().tzinfo) + timedelta(hours=4)


def judge(until: date) -> actions.Judging:
    """The run on the morning after that day."""
    return judge_terms(by=TESTER, at=the_day_after(until))


def came(trajectory: Trajectory, code: str) -> list[tuple[str, date | None, date]]:
    """What was judged of his terms by this rule, the first one first: the verdict, when it was due, and of which day."""
    told = Judgement.objects.filter(trajectory=trajectory, rule=code).order_by("judged_for", "pk")
    return list(told.values_list("verdict", "due", "judged_for"))
