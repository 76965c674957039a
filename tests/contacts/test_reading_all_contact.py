"""An officer reads back all the contact there was: the latest on his page, the rest one click away."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.desk.pages.contact_log import LATEST, PER_PAGE
from regie.privacy.models import AccessEntry
from tests.cast import Cast
from tests.factories import people


@pytest.fixture
def his_page(trajectory) -> str:
    return reverse("desk:person", args=[trajectory.person.ref])


@pytest.fixture
def everything(trajectory) -> str:
    return reverse("desk:contacts", args=[trajectory.person.ref])


def meet(trajectory, cast: Cast, now, count: int) -> None:
    for turn in range(count):
        people.meet(
            trajectory,
            by=cast.noor,
            at=now,
            happened_on=day(now) - timedelta(days=turn),
            words=f"Gesprek nummer {turn}.",
        )


class TestItWorks:
    def test_the_latest_ten_stand_on_his_page(
        self, cast: Cast, trajectory, now, noor: Client, his_page, everything
    ):
        meet(trajectory, cast, now, LATEST + 1)
        shown = noor.get(his_page).content.decode()
        assert f"Gesprek nummer {LATEST - 1}." in shown
        assert f"Gesprek nummer {LATEST}." not in shown
        assert f'href="{everything}"' in shown

    def test_ten_need_no_other_page(self, cast: Cast, trajectory, now, noor: Client, his_page, everything):
        meet(trajectory, cast, now, LATEST)
        assert f'href="{everything}"' not in noor.get(his_page).content.decode()

    def test_all_of_it_in_the_order_of_the_days(self, cast: Cast, trajectory, now, noor: Client, everything):
        meet(trajectory, cast, now, PER_PAGE + 1)
        first = noor.get(everything).content.decode()
        assert f"{PER_PAGE + 1} keer" in first
        assert first.index("Gesprek nummer 0.") < first.index("Gesprek nummer 1.")
        assert f"Gesprek nummer {PER_PAGE}." not in first
        assert f"Gesprek nummer {PER_PAGE}." in noor.get(everything, {"pagina": "2"}).content.decode()

    def test_what_was_told_better_stands_there_once(
        self, cast: Cast, trajectory, now, noor: Client, everything
    ):
        moment = people.meet(trajectory, by=cast.noor, at=now, words="Eerst zo.")
        moment.withdraw(by=cast.noor.acting(now), at=now)
        shown = noor.get(everything).content.decode()
        assert "Eerst zo." not in shown
        assert "Er was nog geen contact." in shown


class TestWhoMay:
    def test_a_colleague_without_him_finds_nothing(self, sem: Client, everything):
        assert sem.get(everything).status_code == 404

    def test_the_coordinator_reads_and_tells_nothing_better(
        self, cast: Cast, trajectory, now, fatima: Client, everything
    ):
        moment = people.meet(trajectory, by=cast.noor, at=now)
        shown = fatima.get(everything).content.decode()
        assert moment.words in shown
        assert "Verbeteren" not in shown

    def test_reading_is_in_the_access_log(self, trajectory, noor: Client, everything):
        noor.get(everything)
        assert AccessEntry.objects.filter(subject=trajectory.person.ref, page="desk:contacts").count() == 1


class TestWrongInput:
    @pytest.mark.parametrize("number", ["0", "-1", "999", "x", ""])
    def test_a_page_that_is_not_there_is_the_nearest(
        self, cast: Cast, trajectory, now, noor: Client, everything, number
    ):
        meet(trajectory, cast, now, 1)
        assert "Gesprek nummer 0." in noor.get(everything, {"pagina": number}).content.decode()
