"""What was judged day by day is what can be rebuilt afterwards from what was known: nothing hangs on when it ran."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db.models import QuerySet

from regie.base.clock import day
from regie.clocks.actions import judge_terms
from regie.clocks.enums import Verdict
from regie.clocks.models import JudgedDay, Judgement
from regie.clocks.queries import reckonings
from regie.clocks.rules import JudgedTerm
from regie.trajectories.models import Trajectory
from tests.cast import TESTER, Cast
from tests.clocks.judged_story import Story

DAYS = 40
MORNING = timedelta(hours=18)  # after the day on which it happened
NIGHTS: dict[str, Callable[[int], bool]] = {
    "every night": lambda _: True,
    "now and then": lambda number: number % 9 == 4,
    "never until the end": lambda _: False,
}
Held = dict[tuple[int, str, str], JudgedTerm]


def lived(cast: Cast, seed: int, runs: Callable[[int], bool], *, at: datetime) -> datetime:
    """So many days go by, with a run in some of the nights; answers the morning after."""
    story = Story(cast, seed, at=at)
    for number in range(1, DAYS):
        then = at + timedelta(days=number)
        if number == DAYS // 2:
            story.lay_down(then)
        story.live(then)
        if runs(number):
            judge_terms(by=TESTER, at=then + MORNING)
    assert len(story.happened) == 12, story.happened
    return at + timedelta(days=DAYS)


def held(on: date) -> Held:
    """What held of every term at the end of that day; what was open again was judged no more."""
    held = Judgement.objects.held(Trajectory.objects.values_list("pk", flat=True), on=on)
    flat = {(pk, *key): one.last for pk, terms in held.items() for key, one in terms.items()}
    return {key: one for key, one in flat.items() if one and one.verdict is not Verdict.OPEN}


def every_day(at: datetime) -> list[Held]:
    return [held(day(at) + timedelta(days=number)) for number in range(DAYS)]


def catch_up(at: datetime) -> None:
    while judge_terms(by=TESTER, at=at).left:
        pass


def gone_that_evening() -> set[tuple[int, str, str]]:
    """The terms that somebody did on a day at whose end they were no terms any more: only he wrote them down."""
    people = Trajectory.objects.select_related("person", "referral", "municipality")
    gone = set()
    for one in Judgement.objects.filter(recorded_by_kind="staff"):
        on, his = one.judged_for, [people.get(pk=one.trajectory_id)]
        terms = reckonings(his, on=on, as_known=on)[one.trajectory_id].terms
        if (one.rule, one.occurrence) not in {term.key for term in terms}:
            gone.add((one.trajectory_id, one.rule, one.occurrence))
    return gone


# Each life with its own nights; every life with all nights is lived by bin/prove.
@pytest.mark.parametrize(
    ("seed", "nights"),
    [
        pytest.param(seed, nights, marks=() if place == seed else pytest.mark.prove)
        for seed in range(3)
        for place, nights in enumerate(NIGHTS)
    ],
)
def test_rebuilt_in_one_go_it_is_the_same_of_every_day(cast: Cast, now: datetime, seed: int, nights: str):
    end = lived(cast, seed, NIGHTS[nights], at=now)
    catch_up(end)
    written, gone = every_day(now), gone_that_evening()
    for model in (Judgement, JudgedDay):
        QuerySet(model).all()._raw_delete(model.objects.db)
    catch_up(end)
    for number, (then, again) in enumerate(zip(written, every_day(now), strict=True)):
        differs = {key for key in then | again if then.get(key) != again.get(key)}
        assert differs <= gone, number
    assert len(gone) < len(written[-1]) / 5
    verdicts = {one.verdict for days in written for one in days.values()}
    assert verdicts == {Verdict.MET, Verdict.MISSED, Verdict.EXEMPT, Verdict.UNKNOWN}
    assert len(written[-1]) > len(written[DAYS // 3]) > 10
