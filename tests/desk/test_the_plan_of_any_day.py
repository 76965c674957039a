"""The plan as it was known at the end of a day, and what changed between two days."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from regie.desk.pages.comparing import compared_cards
from regie.desk.pages.lines import Line
from regie.desk.pages.plan_words import PlanCard
from regie.trajectories.models import Trajectory
from regie.ui.parts import Item
from tests.cast import Cast
from tests.factories import plans
from tests.factories.agreements import RIDE, SCHOOL, account, agree

DAY = timedelta(days=1)
FIRST = date(2026, 11, 18)
ROOM, HOUSE, WORK = "Ik wil een eigen kamer.", "Ik wil een huis.", "Ik wil werken."


def card(title: str, *lines: Line) -> PlanCard:
    return PlanCard(title, lines, "Niets.")


def line(term: str, words: str, key: str = "") -> Line:
    return Line(Item(term, words), key=key)


@pytest.fixture
def planned(cast: Cast, trajectory: Trajectory, now: datetime) -> Trajectory:
    """On the 18th a wish and an agreement; on the 19th both told better and a second wish; on the 20th that is taken back."""
    first, agreed = plans.wish(trajectory, by=cast.noor, at=now), agree(trajectory, by=cast.noor, at=now)
    by, on = cast.noor.acting(now), now + DAY
    first.correct(account=first.account.__class__(FIRST, HOUSE, "PI Sittard"), by=by, at=on)
    agreed.correct(account=account(now, RIDE), by=by, at=on)
    plans.wish(trajectory, by=cast.noor, at=on, words=WORK).withdraw(by=by, at=on + DAY)
    return trajectory


def plan(client: Client, trajectory: Trajectory, **asked: str) -> Any:
    return client.get(reverse("desk:plan", args=[trajectory.person.ref]), asked)


def between(client: Client, trajectory: Trajectory, van: str, met: str) -> Any:
    return client.get(reverse("desk:plan_between", args=[trajectory.person.ref]), {"van": van, "met": met})


class TestThePlanOfADay:
    @pytest.mark.parametrize(
        ("op", "stands", "not_yet"),
        [
            ("18-11-2026", [ROOM, SCHOOL.words], [HOUSE, WORK, RIDE.words]),
            ("19-11-2026", [HOUSE, WORK, RIDE.words], [ROOM, SCHOOL.words]),
            ("20-11-2026", [HOUSE, RIDE.words], [ROOM, WORK, SCHOOL.words]),
        ],
    )
    def test_is_as_it_was_known(self, planned, noor, op, stands, not_yet):
        page = plan(noor, planned, op=op).content.decode()
        assert "Het plan zoals bekend op" in page
        assert all(words in page for words in stands)
        assert not any(words in page for words in not_yet)

    def test_nothing_of_it_can_be_changed(self, planned, noor):
        page = plan(noor, planned, op="19-11-2026")
        assert not any(part.actions for part in page.context["page"].cards)
        assert not any(one.actions for part in page.context["page"].cards for one in part.lines)
        assert "Naar het plan van nu" in page.content.decode()

    def test_of_today_it_can(self, planned, noor):
        page = plan(noor, planned)
        assert all(part.actions for part in page.context["page"].cards)
        assert "zoals bekend" not in page.content.decode()

    def test_costs_as_many_questions_as_today_and_what_changed_two_for_each_part(self, planned, noor):
        def asked(name: str, **days: str) -> int:
            with CaptureQueriesContext(connection) as queries:
                noor.get(reverse(name, args=[planned.person.ref]), days)
            return len(queries)

        assert asked("desk:plan", op="19-11-2026") == asked("desk:plan")
        changed = asked("desk:plan_between", van="18-11-2026", met="19-11-2026")
        choosing = asked("desk:plan_between")
        assert changed == choosing + 2 * (asked("desk:plan") - choosing)

    @pytest.mark.parametrize(
        ("op", "says"),
        [
            ("", "Vul een dag in"),
            ("morgen", "geen datum"),
            ("01-01-2099", "nog niet geweest"),
            ("17-11-2026", "begeleidden we hem nog niet"),
        ],
    )
    def test_a_day_that_cannot_be_is_said_beside_it(self, planned, noor, op, says):
        page = plan(noor, planned, op=op)
        assert says in str(page.context["form"].errors["op"])
        assert page.context["page"].title == "Het plan van een dag"

    def test_a_part_that_was_not_there_asks_nothing(self, cast: Cast, trajectory, now, noor):
        page = plan(noor, trajectory, op="18-11-2026").content.decode()
        assert "Toen was hier nog niets vastgelegd." in page
        assert "Vraag hem" not in page

    def test_only_who_may_see_him(self, planned, fatima, sem, bas):
        for ask in (
            lambda client: plan(client, planned, op="19-11-2026"),
            lambda client: between(client, planned, "18-11-2026", "19-11-2026"),
        ):
            assert [ask(client).status_code for client in (fatima, sem, bas)] == [200, 404, 404]


class TestWhatChangedBetweenTwoDays:
    def test_added_gone_and_otherwise_in_words(self, planned, noor):
        page = between(noor, planned, "18-11-2026", "19-11-2026").content.decode()
        for said in (
            f'<del dir="auto">“{ROOM}”',
            f'<ins dir="auto">“{HOUSE}”',
            f"“{WORK}”",
            "Veranderd",
            "Nieuw",
        ):
            assert said in page
        gone = between(noor, planned, "19-11-2026", "20-11-2026").content.decode()
        assert "Niet meer" in gone
        assert HOUSE not in gone

    def test_nothing(self, planned, noor):
        assert "Niets veranderd" in between(noor, planned, "20-11-2026", "21-11-2026").content.decode()

    @pytest.mark.parametrize(
        ("van", "met", "field"),
        [
            ("", "19-11-2026", "van"),
            ("18-11-2026", "", "met"),
            ("19-11-2026", "18-11-2026", "met"),
            ("18-11-2026", "01-01-2099", "met"),
        ],
    )
    def test_days_that_cannot_be(self, planned, noor, van, met, field):
        page = between(noor, planned, van, met)
        assert list(page.context["form"].errors) == [field]
        assert page.context["page"].parts is None


class TestAnyCard:
    """The cards of every noun are compared by the same rule, with keys and without."""

    @pytest.mark.parametrize(
        ("before", "after", "says"),
        [
            ([line("A", "1", "k")], [line("A", "2", "k")], [("A", "Veranderd", "1", "2")]),
            ([line("A", "1", "k")], [line("B", "1", "k")], [("B", "Veranderd", "A\n1", "B\n1")]),
            (
                [line("A", "1", "k"), line("A", "1", "l")],
                [line("A", "1", "l")],
                [("A", "Niet meer", "1", "")],
            ),
            ([line("A", "1")], [line("A", "1"), line("A", "1")], [("A", "Nieuw", "", "1")]),
            ([line("A", "1")], [line("A", "2")], [("A", "Nieuw", "", "2"), ("A", "Niet meer", "1", "")]),
            ([line("A", "1", "k"), line("B", "2")], [line("B", "2"), line("A", "1", "k")], []),
            ([line("A", "", "k")], [line("A", "1", "k")], [("A", "Veranderd", "Nog niet bekend", "1")]),
        ],
    )
    def test_its_lines(self, before, after, says):
        found = compared_cards([card("T", *before)], [card("T", *after)])
        assert [(one.term, one.says, one.before, one.after) for part in found for one in part.changes] == says

    def test_a_card_that_came_or_went(self):
        old, new = card("Oud", line("A", "1", "k")), card("Nieuw", line("B", "2", "k"))
        found = compared_cards([old], [new])
        assert [(part.title, part.changes[0].says) for part in found] == [
            ("Nieuw", "Nieuw"),
            ("Oud", "Niet meer"),
        ]
