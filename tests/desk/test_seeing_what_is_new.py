"""Noor sees on Vandaag what is new to her, and that a day moved; once, and not everything on her first day."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.models import Absence, Cover
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.clocks.models import Notice
from regie.detention.enums import Certainty, Title
from regie.persons.rules import Identity
from regie.trajectories.models import Trajectory
from regie.ui.words import written
from tests.cast import Cast, sign_in
from tests.factories import people
from tests.factories.detention import hear, hold, release, sentence
from tests.factories.terms import look
from tests.pinned.counting import questions

URL = reverse("desk:today")
WEEK, DAY = timedelta(weeks=1), timedelta(days=1)


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def trajectory(cast: Cast, now) -> Trajectory:
    """Noor guides Jayden since last week, and met him."""
    jayden = people.guide(cast, at=now - WEEK)
    people.meet(jayden, by=cast.noor, at=now - WEEK)
    return jayden


def read(client: Client, url: str = URL) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get(url).content.decode()))


class TestItIsSaid:
    def test_what_she_never_saw_before_today(self, cast: Cast, trajectory, now, noor: Client):
        look(cast.noor, at=now - DAY)
        hear(trajectory.person, at=now, happened_on=day(now) + DAY)
        for _ in range(2):  # all day, also when she looks again
            assert "Zitting voorbereiden Nieuw Jayden Muller" in read(noor)
        assert read(noor).count("Nieuw") == 1

    def test_that_he_comes_out_earlier_and_which_day_she_knew(self, cast, trajectory, now, noor: Client):
        was = self.moved(trajectory, cast, now, weeks=(4, 3))
        page = read(noor)
        assert f"Vrijlating voorbereiden Eerder dan u dacht: was {was} Jayden" in page
        assert "Nieuw" not in page

    def test_that_he_comes_out_later(self, cast: Cast, trajectory, now, noor: Client):
        was = self.moved(trajectory, cast, now, weeks=(3, 4))
        assert f"Vrijlating voorbereiden Later: was {was} Jayden" in read(noor)

    def test_that_it_can_be_any_day_now_in_his_one_line(self, cast: Cast, trajectory, now, noor: Client):
        was = self.moved(trajectory, cast, now, weeks=(1,), first="benefit_application")
        release(trajectory.person, at=now, certainty=Certainty.ANY_DAY)
        page = read(noor)
        assert f"nog 4 te regelen Eerder dan u dacht: was {was} Jayden" in page
        look(cast.noor, at=now)
        release(trajectory.person, at=now + DAY, expected_on=day(now) + 3 * WEEK)
        tomorrow = look(cast.noor, at=now + DAY)
        assert "Later: kon eerst elke dag" in labels(tomorrow)

    def test_who_can_walk_out_any_day_is_new_once(self, cast: Cast, trajectory, now, noor: Client):
        look(cast.noor, at=now - DAY)
        hold(trajectory.person, at=now, entered_on=day(now))
        sentence(trajectory.person, at=now, title=Title.PRETRIAL)
        assert re.search(r"Kan elke dag vrijkomen: nog \d te regelen Nieuw", read(noor))
        assert labels(look(cast.noor, at=now + DAY)) == []

    def test_a_referral_that_came_in(self, cast: Cast, trajectory, now, noor: Client):
        look(cast.noor, at=now - DAY)
        people.refer(cast, at=now, who=Identity("Kevin", "Smeets"))
        assert "Aanmelding wegen Nieuw Kevin Smeets" in read(noor)

    def moved(
        self, trajectory, cast: Cast, now, *, weeks: tuple[int, ...], first: str = "release_week"
    ) -> str:
        """Yesterday she read the first of these dates of release; since today it is the last. What she was told."""
        him = trajectory.person
        hold(him, at=now - WEEK, entered_on=day(now) - 20 * WEEK)
        sentence(him, at=now - WEEK, months=18)  # too long for end leave
        release(him, at=now - DAY, expected_on=day(now) + weeks[0] * WEEK)
        look(cast.noor, at=now - DAY)
        if weeks[1:]:
            release(him, at=now, expected_on=day(now) + weeks[1] * WEEK)
        told = Notice.objects.get(rule=first).due
        return written(told).removesuffix(f" {now.year}")


class TestItIsNotSaid:
    def test_on_her_first_day(self, cast: Cast, trajectory, now, noor: Client):
        hear(trajectory.person, at=now, happened_on=day(now) + DAY)
        assert "Nieuw" not in read(noor)
        assert "Nieuw" not in read(noor)

    def test_the_next_day(self, cast: Cast, trajectory, now, noor: Client):
        look(cast.noor, at=now - 2 * DAY)
        hear(trajectory.person, at=now - DAY, happened_on=day(now) + DAY)
        look(cast.noor, at=now - DAY)
        assert "Nieuw" not in read(noor)

    def test_of_what_stands_on_another_page(self, cast: Cast, trajectory, now):
        for number in range(60):
            people.refer(cast, at=now, who=Identity(f"J{number}", "Smeets"))
        look(cast.sem, at=now)
        assert Notice.objects.count() == 50
        look(cast.sem, at=now, pagina="2")
        assert Notice.objects.count() == 60

    def test_to_a_colleague_who_covers_and_never_saw_it_all_is_new(self, cast: Cast, trajectory, now):
        people.refer(cast, at=now - DAY, who=Identity("Kevin", "Smeets"))
        look(cast.sem, at=now - DAY)
        absence = Absence(cast.noor, cast.here, cast.sem, day(now), day(now) + WEEK)
        Cover.arrange(absence, by=cast.noor.acting(now), at=now)
        hear(trajectory.person, at=now, happened_on=day(now) + DAY)
        assert "Zitting voorbereiden Nieuw Jayden Muller · Noor" in read(sign_in(cast.sem))


class TestWhatItCosts:
    def test_a_usual_day_asks_so_many_queries_and_one_more_when_something_is_new(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        people.refer(cast, at=now - DAY, who=Identity("Kevin", "Smeets"))
        look(cast.noor, at=now - DAY)
        assert len(questions(lambda: noor.get(URL))) == 16
        hear(trajectory.person, at=now, happened_on=day(now) + DAY)
        assert [len(questions(lambda: noor.get(URL))) for _ in range(2)] == [17, 16]


def labels(page) -> list[str]:
    """What is said to be new."""
    return [line.news.label for group in page.groups for line in group.lines if line.news]
