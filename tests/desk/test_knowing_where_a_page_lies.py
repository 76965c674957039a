"""Noor sees above each page what it lies under, and a form leads back there when she changes her mind."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.contacts.enums import AppointmentResult
from tests.cast import Cast
from tests.factories import people
from tests.factories.agreements import agree as promise
from tests.factories.appointments import agree, went
from tests.factories.around import fix
from tests.factories.debts import owe
from tests.factories.goals import goal, step
from tests.factories.losses import lose
from tests.factories.papers import paper
from tests.factories.requests import answer, ask

AGENDA, PAPERS = ("Agenda",), ("Plan", "Papieren")


def above(noor: Client, name: str, *parts: Any) -> tuple[str, ...]:
    """What it lies under below his own page; where a form leads back to is the last of them."""
    page = noor.get(reverse(f"desk:{name}", args=list(parts))).context["page"]
    *links, here = page.crumbs
    assert not here.url
    assert all(one.url for one in links)
    back = getattr(page, "cancel_url", getattr(page, "back", links[-1].url))
    assert back == links[-1].url
    return tuple(one.label for one in links[2:])


class TestAnAppointment:
    def test_it_lies_under_his_agenda(self, cast: Cast, trajectory, now, noor: Client):
        one = agree(trajectory, by=cast.noor, at=now)
        assert above(noor, "appointments", trajectory.person.ref) == ()
        assert above(noor, "tell_appointment", trajectory.person.ref) == AGENDA
        for name in ("appointment", "correct_appointment", "withdraw_appointment"):
            assert above(noor, name, one.ref) == AGENDA
        assert above(noor, "send_appointment", one.ref) == (*AGENDA, "Afspraak")

    def test_how_it_went_lies_under_it(self, cast: Cast, trajectory, now, noor: Client):
        one = agree(trajectory, by=cast.noor, at=now, on=day(now))
        went(one, AppointmentResult.OFF_BY_US, by=cast.noor, at=now)
        assert above(noor, "withdraw_appointmentoutcome", one.ref) == (*AGENDA, "Afspraak")


class TestAPaper:
    def test_it_lies_under_his_papers(self, cast: Cast, trajectory, now, noor: Client):
        one = paper(trajectory, by=cast.noor, at=now)
        assert above(noor, "tell_paper", trajectory.person.ref) == PAPERS
        assert above(noor, "correct_paper", one.ref) == PAPERS
        assert above(noor, "withdraw_paper", one.ref) == PAPERS

    def test_a_letter_lies_under_what_can_be_written(self, trajectory, noor: Client):
        writing = "Brief of eerste dag maken"
        assert above(noor, "write_papers", trajectory.person.ref) == PAPERS
        assert above(noor, "write_paper", trajectory.person.ref, "uitnodiging") == (*PAPERS, writing)


class TestItsPlaceInHisPlan:
    @pytest.mark.parametrize("name", ["tell_wish", "tell_goal", "papers", "debts", "week", "agreements"])
    def test_it_lies_under_his_plan(self, trajectory, noor: Client, name: str):
        assert above(noor, name, trajectory.person.ref) == ("Plan",)

    def test_his_plan_lies_under_himself(self, trajectory, noor: Client):
        assert above(noor, "plan", trajectory.person.ref) == ()

    def test_a_step_lies_under_its_goal(self, cast: Cast, trajectory, now, noor: Client):
        mine = goal(trajectory, by=cast.noor, at=now)
        one = step(mine, by=cast.noor, at=now)
        assert above(noor, "tell_step", mine.ref) == ("Plan", "Doel")
        assert above(noor, "correct_step", one.ref) == ("Plan", "Doel")

    def test_what_is_told_of_a_list_lies_under_it(self, cast: Cast, trajectory, now, noor: Client):
        told = {"by": cast.noor, "at": now}
        assert above(noor, "read_debt", owe(trajectory, **told).ref) == ("Plan", "Schulden")
        assert above(noor, "correct_weekslot", fix(trajectory, **told).ref) == ("Plan", "Zijn week")
        assert above(noor, "agreement_paper", promise(trajectory, **told).ref) == ("Plan", "Afspraken")


class TestWhatIsToldOfAListOfHis:
    def test_searching_lies_under_out_of_sight(self, cast: Cast, trajectory, now, noor: Client):
        one = lose(trajectory, by=cast.noor, at=now)
        assert above(noor, "tell_attempt", trajectory.person.ref) == ("Uit beeld",)
        assert above(noor, "correct_out_of_sight", one.ref) == ("Uit beeld",)

    def test_a_disclosure_lies_under_its_list_or_where_it_is_told_again(self, trajectory, noor: Client):
        assert above(noor, "tell_disclosure", trajectory.person.ref) == ("Verstrekkingen",)
        way = reverse("desk:tell_disclosure", args=[trajectory.person.ref])
        page = noor.get(way, {"onderdeel": "medicines"}).context["page"]
        assert page.crumbs[-2].label == "Overgeplaatst"

    def test_who_is_involved_lies_under_its_list(self, cast: Cast, trajectory, now, noor: Client):
        told = people.involve(trajectory, by=cast.noor, at=now)
        assert above(noor, "tell_involvement", trajectory.person.ref) == ("Wie is betrokken",)
        for way in ("correct_involvement", "end_involvement", "withdraw_involvement"):
            assert above(noor, way, told.ref) == ("Wie is betrokken",)

    def test_a_request_lies_under_its_list(self, cast: Cast, trajectory, now, noor: Client):
        asked = ask(people.involve(trajectory, by=cast.noor, at=now), by=cast.noor, at=now)
        assert above(noor, "tell_partnerrequest", trajectory.person.ref) == ("Gevraagd aan partners",)
        for way in ("partnerrequest", "correct_partnerrequest", "withdraw_partnerrequest"):
            assert above(noor, way, asked.ref) == ("Gevraagd aan partners",)
        answer(asked, by=cast.noor, at=now)
        assert above(noor, "withdraw_requestanswer", asked.ref) == ("Gevraagd aan partners", "Vraag")

    def test_contact_lies_under_himself(self, trajectory, noor: Client):
        assert above(noor, "log_contact", trajectory.person.ref) == ()
