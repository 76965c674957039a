"""The hand-over that ends his first days: what stays open is asked first, and what was agreed stands on Vandaag."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.trajectories.models import FirstDaysDone, Trajectory
from tests.cast import Cast
from tests.desk.first_hours import page, typed, way
from tests.factories import people
from tests.factories.detention import hold
from tests.factories.first_days import call, free, out_since_yesterday, settle, sleep

DAY = timedelta(days=1)


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def out(cast: Cast, now) -> Trajectory:
    """He came out yesterday, after a week of guidance."""
    return out_since_yesterday(by=cast, at=now)


class TestTheHandOver:
    def test_from_the_button_to_the_screen_and_his_page(self, out, now, noor: Client):
        assert way("tell_first_days_done", out.person.ref) in page(noor, out)
        sent = {"words": "Hij slaapt bij zijn tante.", "again_on": typed(day(now) + 7 * DAY), "sure": "on"}
        to = way("tell_first_days_done", out.person.ref)
        shown = noor.post(to, sent, follow=True).content.decode()
        assert "Hij slaapt bij zijn tante." in shown
        assert to not in shown
        # That his bed is not known does not go away by it: here, and loud on Vandaag.
        assert "We weten nog niet waar hij vannacht slaapt." in shown
        assert "Vastleggen waar hij slaapt" in noor.get(reverse("desk:today")).content.decode()
        his = noor.get(way("person", out.person.ref)).content.decode()
        assert "Stabiliseren" in his

    @pytest.mark.parametrize(
        ("wrong", "says"),
        [
            ({"words": ""}, "Vul dit in."),
            ({"words": "a" * 601}, "600"),
            ({"again_on": ""}, "Vul dit in."),
            ({"again_on": "1-1-2020"}, "Deze dag is al geweest."),
        ],
    )
    def test_what_cannot_be_is_said(self, out, now, noor: Client, wrong: dict[str, str], says: str):
        sent = {"words": "Zijn tante.", "again_on": typed(day(now) + DAY), "sure": "on"} | wrong
        assert says in noor.post(way("tell_first_days_done", out.person.ref), sent).content.decode()
        assert not FirstDaysDone.objects.exists()

    def test_it_asks_first_what_stays_open(self, cast: Cast, out, now, noor: Client):
        call(out, by=cast.noor, at=now, again_on=day(now) + DAY)
        to = way("tell_first_days_done", out.person.ref)
        asks = "Vannacht is nog niet geregeld."
        shown = noor.get(to).content.decode()
        assert asks in shown
        assert "Toch overdragen?" in shown
        assert "Weer bellen: Opvang" in shown
        assert "nog niet nagegaan. Toch" in shown
        sent = {"words": "Zijn tante.", "again_on": typed(day(now) + DAY)}
        assert "Zet hier een vinkje" in noor.post(to, sent).content.decode()
        assert not FirstDaysDone.objects.exists()
        sleep(out, by=cast.noor, at=now)
        assert asks not in noor.get(to).content.decode()

    def test_once_they_are_over_it_asks_nothing(self, cast: Cast, now, noor: Client):
        his = people.guide(cast, at=now - 20 * DAY)
        hold(his.person, at=now, entered_on=day(now) - 20 * DAY)
        free(his, by=cast.noor, at=now, on=day(now) - 4 * DAY)
        shown = noor.get(way("tell_first_days_done", his.person.ref)).content.decode()
        assert "Toch overdragen?" not in shown
        assert "Nog niet nagegaan" in shown
        sent = {"words": "Zijn tante.", "again_on": typed(day(now) + DAY)}
        noor.post(way("tell_first_days_done", his.person.ref), sent)
        assert FirstDaysDone.objects.get().words == "Zijn tante."

    def test_by_a_colleague_first_it_says_so(self, cast: Cast, out, now, noor: Client):
        settle(out, by=cast.noor, at=now)
        sent = {"words": "Iets anders.", "again_on": typed(day(now) + DAY), "sure": "on"}
        shown = noor.post(way("tell_first_days_done", out.person.ref), sent).content.decode()
        assert "Noor rondde zijn eerste dagen al af op" in shown

    def test_told_better_and_taken_back(self, cast: Cast, out, now, noor: Client):
        done = settle(out, by=cast.noor, at=now)
        assert way("correct_first_days_done", done.ref) in page(noor, out)
        sent = {"words": "Zijn moeder.", "again_on": typed(day(now)), "seen": done.pk}
        assert (
            "Zijn moeder."
            in noor.post(way("correct_first_days_done", done.ref), sent, follow=True).content.decode()
        )
        noor.post(way("withdraw_first_days_done", done.ref))
        assert way("tell_first_days_done", out.person.ref) in page(noor, out)

    def test_after_three_days_it_says_that_they_are_not_done(self, cast: Cast, now, noor: Client):
        his = people.guide(cast, at=now - 8 * DAY)
        free(his, by=cast.noor, at=now, on=day(now) - 4 * DAY)
        assert "De 72 uur zijn voorbij" in page(noor, his)
        shown = noor.get(way("person", his.person.ref)).content.decode()
        assert way("first_hours", his.person.ref) in shown
        assert "Eerste dagen afronden" in shown
