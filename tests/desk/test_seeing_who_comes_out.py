"""Noor sees on Vandaag who comes out, and loudest of all that a release came nearer with things open."""

import html
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.detention.enums import Title
from regie.detention.queries import history
from regie.persons.rules import Identity
from regie.trajectories.enums import ArrangementState as State
from regie.ui.words import on_weekday
from tests.cast import TESTER, Cast, sign_in
from tests.clocks.test_supplying_what_was_arranged import ALL, PACK
from tests.factories import people
from tests.factories.detention import hold, release, sentence

TODAY = reverse("desk:today")
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def jayden(trajectory, now):
    """He sits out a sentence since four weeks."""
    hold(trajectory.person, at=now, entered_on=day(now) - 4 * WEEK)
    sentence(trajectory.person, at=now, months=18)
    return trajectory


def read(client: Client, url: str) -> str:
    said = re.sub(r"<[^>]+>", " ", client.get(url).content.decode())
    return html.unescape(re.sub(r"\s+", " ", said))


def page_of(trajectory) -> str:
    return reverse("desk:release_week", args=[trajectory.person.ref])


def nearer(trajectory, now, *, soon: timedelta = 4 * DAY, was: timedelta = 14 * DAY) -> None:
    """First he was to come out later."""
    release(trajectory.person, at=now, expected_on=day(now) + was)
    release(trajectory.person, at=now, expected_on=day(now) + soon)


def arrange_all(trajectory, cast: Cast, now, items=ALL) -> None:
    for item in items:
        people.arrange(trajectory, item, State.ARRANGED, by=cast.noor, at=now)


class TestTheLoudestSignal:
    def test_stands_on_top_of_three_pages_until_all_is_arranged(self, cast: Cast, jayden, now, noor: Client):
        nearer(jayden, now)
        his = reverse("desk:person", args=[jayden.person.ref])
        title = "vrijlating kwam 10 dagen naar voren"
        for url in (TODAY, his, page_of(jayden)):
            page = read(noor, url)
            assert title in page
            assert (
                f"Het was {on_weekday(day(now) + 14 * DAY)}. Nu is het {on_weekday(day(now) + 4 * DAY)}. Nog 9 dingen te regelen."
                in page
            )
        assert "Jayden Muller: de vrijlating kwam" in read(noor, TODAY)
        arrange_all(jayden, cast, now, ALL[:-1])
        assert "Nog 1 ding te regelen." in read(noor, TODAY)
        arrange_all(jayden, cast, now)
        for url in (TODAY, his, page_of(jayden)):
            assert title not in read(noor, url)

    def test_is_gone_when_he_is_free_or_the_date_was_a_mistake(self, jayden, now, noor: Client):
        nearer(jayden, now)
        wrong = history(jayden.person).releases[1]
        wrong.withdraw(by=TESTER, at=now)
        assert "naar voren" not in read(noor, TODAY)
        nearer(jayden, now, was=13 * DAY)
        assert "naar voren" in read(noor, TODAY)
        history(jayden.person).stays[0].leave(on=day(now), by=TESTER, at=now)
        assert "naar voren" not in read(noor, TODAY)

    def test_far_away_it_is_no_signal_yet(self, jayden, now, noor: Client):
        nearer(jayden, now, soon=29 * DAY, was=40 * DAY)
        assert "naar voren" not in read(noor, TODAY)
        release(jayden.person, at=now, expected_on=day(now) + 28 * DAY)
        assert "naar voren" in read(noor, TODAY)

    def test_later_than_it_was_is_no_signal(self, jayden, now, noor: Client):
        nearer(jayden, now, soon=14 * DAY, was=4 * DAY)
        assert "naar voren" not in read(noor, TODAY)


class TestVandaag:
    def test_who_comes_out_within_a_week_stands_on_top(self, cast: Cast, jayden, now, noor: Client):
        release(jayden.person, at=now, expected_on=day(now) + WEEK)
        page = read(noor, TODAY)
        assert re.search(
            r"Komt vrij \(1\) Nog 9 dingen te regelen Jayden Muller .*Nog 7 dagen: .*Naar de lijst", page
        )
        assert page.index("Komt vrij") < page.index("Vrijlating voorbereiden")
        arrange_all(jayden, cast, now)
        page = read(noor, TODAY)
        assert "Komt vrij (1) Alles is geregeld" in page
        assert "Vrijlating voorbereiden" not in page

    def test_further_away_he_does_not_stand_there(self, jayden, now, noor: Client):
        release(jayden.person, at=now, expected_on=day(now) + WEEK + DAY)
        assert "Komt vrij" not in read(noor, TODAY)

    def test_who_should_have_been_free_stands_there(self, jayden, now, noor: Client):
        release(jayden.person, at=now, expected_on=day(now) - DAY)
        assert f"Hij had op {on_weekday(day(now) - DAY)} vrij moeten zijn." in read(noor, TODAY)

    def test_who_can_walk_out_any_day_until_the_minimum_is_ready(
        self, cast: Cast, trajectory, now, noor: Client
    ):
        hold(trajectory.person, at=now, entered_on=day(now) - WEEK)
        sentence(trajectory.person, at=now, title=Title.PRETRIAL)
        page = read(noor, TODAY)
        assert "Komt vrij (" not in page  # nobody knows a day: his terms say it
        assert "Het minimum klaarleggen" in page
        arrange_all(trajectory, cast, now, PACK)
        page = read(noor, TODAY)
        assert "Komt vrij" not in page
        assert "Het minimum klaarleggen" not in page

    def test_what_is_due_leads_to_the_list(self, cast: Cast, jayden, now, noor: Client):
        people.arrange(jayden, by=cast.noor, at=now, due_on=day(now) + DAY)
        page = noor.get(TODAY).content.decode()
        assert "Identiteitsbewijs bij zijn spullen" in page
        assert f'href="{page_of(jayden)}"' in page

    def test_as_many_queries_for_two_as_for_four_and_no_more_than_twelve_lines(
        self, cast: Cast, jayden, now, noor: Client
    ):
        release(jayden.person, at=now, expected_on=day(now) + WEEK)
        for number in range(13):
            other = people.guide(
                cast, at=now, who=Identity(f"J{number}", "Aalders", date(2005, 1, number + 1))
            )
            hold(other.person, at=now, entered_on=day(now) - WEEK)
            release(other.person, at=now, expected_on=day(now) + 2 * DAY)
        page = noor.get(TODAY).context["page"]
        assert (page.coming_out.count, len(page.coming_out.lines)) == (14, 12)
        assert page.coming_out.more == "En nog 2 anderen."
        assert all("Aalders" in line.who for line in page.coming_out.lines)  # the soonest first

    def test_of_many_that_came_nearer_the_soonest_twelve_and_how_many_others(
        self, cast: Cast, jayden, now, noor: Client
    ):
        nearer(jayden, now, soon=3 * DAY)
        for number in range(12):  # by name they would come after him
            who = Identity(f"Z{number}", "Aalders", date(2005, 1, number + 1))
            other = people.guide(cast, at=now, who=who)
            hold(other.person, at=now, entered_on=day(now) - WEEK)
            nearer(other, now, soon=2 * DAY)
        coming = noor.get(TODAY).context["page"].coming_out
        assert len(coming.alarms) == 12
        assert all("Aalders" in alarm.title for alarm in coming.alarms)
        assert "En nog 1 ander. Ook zijn vrijlating kwam naar voren." in read(noor, TODAY)
        late = people.guide(cast, at=now, who=Identity("Tom", "Zuidema", date(2004, 2, 2)))
        hold(late.person, at=now, entered_on=day(now) - WEEK)
        nearer(late, now)
        assert "En nog 2 anderen. Ook hun vrijlating kwam naar voren." in read(noor, TODAY)

    def test_of_who_is_not_hers_she_reads_nothing(self, cast: Cast, jayden, now):
        nearer(jayden, now)
        assert "naar voren" not in read(sign_in(cast.sem), TODAY)
        assert "Komt vrij" not in read(sign_in(cast.sem), TODAY)
        assert "naar voren" in read(sign_in(cast.fatima), TODAY)
