"""Noor takes a sheet along into the prison: it says what she needs at the table, and no more than fits on it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.plans.enums import PromisedBy
from regie.plans.rules import Promised
from regie.trajectories.enums import CircumstanceKind, CircumstanceValue
from regie.trajectories.models import Trajectory
from regie.trajectories.rules import ANSWERS
from regie.ui.words import on_weekday
from tests.cast import Cast
from tests.factories import goals, people, plans
from tests.factories.agreements import RIDE, SCHOOL, agree
from tests.factories.detention import hold, release
from tests.sheets.reading import faults, said


@pytest.fixture
def told(cast: Cast, now: Any) -> dict[str, Any]:
    return {"by": cast.noor, "at": now}


def visit(client: Client, trajectory: Trajectory) -> str:
    pdf = client.get(reverse("desk:visit_sheet", args=[trajectory.person.ref])).content
    assert faults(pdf) == []
    return said(pdf)


class TestWhereHeIs:
    def test_is_where_he_was_referred_from_while_nobody_told_of_a_stay(self, noor: Client, trajectory):
        assert "Inrichting: PI Sittard Registratienummer" in visit(noor, trajectory)

    @pytest.mark.parametrize(
        ("stay", "shown"),
        [
            (
                {"facility": "PI Roermond", "entered_on": date(2026, 11, 1)},
                "PI Roermond, sinds 1 november 2026",
            ),
            ({"facility": "PI Roermond"}, "PI Roermond Registratienummer"),
            ({"facility": "", "entered_on": date(2026, 11, 1)}, ". ."),
            ({"entered_on": date(2026, 11, 1), "left_on": date(2026, 11, 10)}, ". ."),
        ],
    )
    def test_is_what_was_told_of_it_and_room_to_write_what_was_not(
        self, noor: Client, trajectory, now, stay: dict[str, Any], shown: str
    ):
        hold(trajectory.person, at=now, **stay)
        assert f"Inrichting: {shown}" in visit(noor, trajectory)


class TestWhen:
    def test_he_comes_out_and_was_spoken_last(self, noor: Client, trajectory, told):
        text = visit(noor, trajectory)
        assert "Vrijlating: Er is nog geen datum van vrijlating bekend." in text
        assert "Laatste contact: Nog geen contact." in text
        soon = day(this_moment()) + timedelta(days=3)
        hold(trajectory.person, at=told["at"], entered_on=date(2026, 11, 1))
        release(trajectory.person, at=told["at"], expected_on=soon)
        people.meet(trajectory, **told)
        text = visit(noor, trajectory)
        assert f"Vrijlating: Nog 3 dagen: {on_weekday(soon)}." in text
        assert "Laatste contact: Woensdag 18 november 2026" in text
        assert "Nog te regelen voor hij vrijkomt" in text


class TestWhatToAskHim:
    def test_how_it_went_with_what_was_agreed_last(self, noor: Client, trajectory, told):
        agree(trajectory, SCHOOL, **told)
        agree(trajectory, Promised(PromisedBy.OFFICER, "", "Ik bel de school."), **told)
        text = visit(noor, trajectory)
        assert "hoe ging het? Ik bel de school. Wie: ik" in text
        assert "Ik bel maandag naar school." not in text

    def test_nothing_of_what_only_others_promised(self, noor: Client, trajectory, told):
        agree(trajectory, RIDE, **told)
        text = visit(noor, trajectory)
        assert "hoe ging het?" not in text
        assert "De volgende stappen" not in text

    def test_nothing_when_everything_is_known(self, noor: Client, trajectory, told):
        open_questions = (CircumstanceValue.NOT_ASKED, CircumstanceValue.UNKNOWN)
        for kind in CircumstanceKind:
            known = next(value for value in ANSWERS[kind] if value not in open_questions)
            people.situate(trajectory, known, kind=kind, **told)
        assert "Vraag hem naar" not in visit(noor, trajectory)


class TestHowAStepStands:
    def test_that_it_cannot_be_yet_and_not_why(self, noor: Client, trajectory, told):
        goal = goals.goal(trajectory, **told)
        goals.hold(goals.step(goal, **told), words="Kenmerkwoord.", **told)
        text = visit(noor, trajectory)
        assert "De verhuurder bellen. Ik heb een eigen kamer. Kan nog niet." in text
        assert "Kenmerkwoord" not in text

    def test_that_its_day_is_over(self, noor: Client, trajectory, told):
        goals.step(goals.goal(trajectory, **told), due_on=date(2026, 11, 20), **told)
        assert "Voor 20 november 2026. Die dag is voorbij." in visit(noor, trajectory)


class TestItFitsOnATable:
    def test_of_one_too_many_it_says_so(self, noor: Client, trajectory, told):
        for number in range(9):
            plans.wish(trajectory, words=f"Wens {number}.", **told)
        text = visit(noor, trajectory)
        assert text.count("Wens ") == 8
        assert "En nog 1. Die staan in Regie." in text

    def test_of_many_promises_too(self, noor: Client, trajectory, told):
        promised = [Promised(PromisedBy.OFFICER, "", f"Belofte {number}.") for number in range(10)]
        agree(trajectory, *promised, **told)
        text = visit(noor, trajectory)
        assert text.count("Belofte ") == 8
        assert "En nog 2. Die staan in Regie." in text
