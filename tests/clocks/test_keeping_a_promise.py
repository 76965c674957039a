"""What was promised in his first days outside is asked on its day, and a bed that is not known until it is."""

from datetime import datetime, timedelta

import pytest

from regie.base.clock import day
from regie.clocks.queries import reckonings
from regie.trajectories.enums import Answered, Called, SleepingPlace
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold
from tests.factories.first_days import call, free, settle, sleep

DAY = timedelta(days=1)
PROMISES = ("speak_again", "call_again", "bed_unknown")


@pytest.fixture
def ilias(cast: Cast, now: datetime) -> Trajectory:
    """He came out today."""
    his = people.guide(cast, at=now - 8 * DAY)
    hold(his.person, at=now, entered_on=day(now) - 12 * DAY)
    free(his, by=cast.noor, at=now)
    return his


def asked(his: Trajectory, at: datetime, **when: object) -> list[tuple[str, str, int]]:
    """By its rule what is promised, in words, and in how many days."""
    chosen = Trajectory.objects.select_related("person", "referral", "municipality")
    terms = reckonings(chosen, on=day(at), **when)[his.pk].terms  # type: ignore[arg-type]
    today = day(at)
    return [
        (one.rule.code, one.title, (one.due - today).days)
        for one in terms
        if one.rule.code in PROMISES and one.due
    ]


class TestWeSpeakAgain:
    def test_on_the_day_that_was_agreed_until_there_was_contact(self, cast: Cast, ilias, now):
        sleep(ilias, by=cast.noor, at=now)
        people.meet(ilias, by=cast.noor, at=now)
        settle(ilias, by=cast.noor, at=now, again_on=day(now) + 3 * DAY)
        said = ("speak_again", "Weer contact, zo is het afgesproken", 3)
        assert asked(ilias, now) == [said]
        # Contact sooner does not keep what was agreed for that day; contact on it does.
        people.meet(ilias, by=cast.noor, at=now + DAY, happened_on=day(now) + DAY)
        assert asked(ilias, now + 4 * DAY) == [(*said[:2], -1)]
        people.meet(ilias, by=cast.noor, at=now + 4 * DAY, happened_on=day(now) + 3 * DAY)
        assert asked(ilias, now + 4 * DAY) == []
        assert asked(ilias, now + 4 * DAY, as_known=day(now)) == [(*said[:2], -1)]

    def test_not_of_who_is_inside_again_nor_of_the_time_before(self, cast: Cast, ilias, now):
        settle(ilias, by=cast.noor, at=now)
        back = hold(ilias.person, at=now + 2 * DAY, entered_on=day(now) + 2 * DAY)
        assert asked(ilias, now + 2 * DAY) == []
        back.leave(on=day(now) + 4 * DAY, by=cast.noor.acting(now), at=now + 4 * DAY)
        assert asked(ilias, now + 4 * DAY) == []


class TestWeCallAgain:
    def test_each_who_was_called_once_and_the_last_call_holds(self, cast: Cast, ilias, now):
        again = {"by": cast.noor, "at": now, "again_on": day(now) + DAY}
        call(ilias, **again)
        first = call(ilias, whom=Called.OTHER, name="Mevrouw Bos", **again)
        assert sorted(asked(ilias, now)) == [
            ("call_again", "Weer bellen: Mevrouw Bos", 1),
            ("call_again", "Weer bellen: opvang", 1),
        ]
        call(ilias, by=cast.noor, at=now, answered=Answered.NO)
        # What is told better later stays the call that it was.
        first.correct(account=first.account, by=cast.noor.acting(now), at=now + DAY)
        assert [title for _, title, _ in asked(ilias, now)] == ["Weer bellen: Mevrouw Bos"]
        settle(ilias, by=cast.noor, at=now)
        assert "call_again" not in {code for code, *_ in asked(ilias, now)}

    def test_himself_until_there_was_contact(self, cast: Cast, ilias, now):
        call(ilias, whom=Called.HIMSELF, by=cast.noor, at=now, again_on=day(now) + DAY)
        assert [title for _, title, _ in asked(ilias, now)] == ["Weer bellen: hijzelf"]
        # Speaking him keeps what was promised of him, and not what was promised to another.
        call(ilias, by=cast.noor, at=now, again_on=day(now) + DAY)
        people.meet(ilias, by=cast.noor, at=now + DAY, happened_on=day(now) + DAY)
        assert [title for _, title, _ in asked(ilias, now + DAY)] == ["Weer bellen: opvang"]


class TestABedThatIsNotKnown:
    def test_calls_until_it_is_told(self, cast: Cast, ilias, now):
        sleep(ilias, SleepingPlace.UNKNOWN, by=cast.noor, at=now)
        assert asked(ilias, now) == []
        settle(ilias, by=cast.noor, at=now)
        bed = ("bed_unknown", "Vastleggen waar hij slaapt", 0)
        assert bed in asked(ilias, now)
        assert (*bed[:2], -5) in asked(ilias, now + 5 * DAY)
        sleep(ilias, by=cast.noor, at=now + DAY)
        assert "bed_unknown" not in {code for code, *_ in asked(ilias, now + DAY)}

    def test_a_night_before_does_not_tell_of_tonight(self, cast: Cast, ilias, now):
        sleep(ilias, by=cast.noor, at=now)
        settle(ilias, by=cast.noor, at=now + DAY)
        assert "bed_unknown" in {code for code, *_ in asked(ilias, now + DAY)}

    def test_after_the_first_days_nobody_asks_for_a_night(self, cast: Cast, ilias, now):
        settle(ilias, by=cast.noor, at=now + 4 * DAY)
        assert [code for code, *_ in asked(ilias, now + 4 * DAY)] == ["speak_again"]
