"""The desk of a partner: he promises first, and then reads what his involvement opens and nothing else."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.partners.models import ConductAcceptance, Professional
from regie.privacy.enums import AccessGround
from regie.privacy.models import AccessEntry
from tests.cast import Cast, sign_in
from tests.factories import goals, people
from tests.factories.partners import organisation, professional, seat

ASKED, INVOLVED, CONDUCT = "/partner/gevraagd/", "/partner/betrokken/", "/partner/gedragscode/"
MONEY = {"domain": "finances_and_debts", "domain_title": "Financiën en schulden"}
PROMISE = "Ik kijk alleen bij jongeren met wie ik nu werk."


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def els(cast: Cast, now) -> Professional:
    return professional(cast, at=now, organisation=organisation(cast, at=now), email="els@bank.example")


@pytest.fixture
def partner(els, now) -> Client:
    return sign_in(seat(els, at=now))


@pytest.fixture
def told(cast: Cast, trajectory, els, now):
    """On a ground that carries everything that he asked for."""
    return people.involve(
        trajectory, by=cast.noor, at=now, professional=els, ground="own_request", scope="Help met mijn geld."
    )


def page_of(one) -> str:
    return reverse("partnerdesk:person", args=[one.ref])


class TestHePromisesFirst:
    @pytest.fixture
    def newcomer(self, els, now) -> Client:
        return sign_in(seat(els, at=now, promised=False))

    def test_before_that_every_page_leads_to_the_code_of_conduct(self, newcomer: Client, told):
        guessed = reverse("partnerdesk:person", args=[uuid.uuid4()])
        for url in (ASKED, INVOLVED, page_of(told), guessed):
            answer = newcomer.get(url)
            assert answer.headers["Location"] == CONDUCT
        assert not AccessEntry.objects.exists()

    def test_he_reads_it_promises_and_is_asked_no_more(self, newcomer: Client, told):
        page = newcomer.get(CONDUCT)
        assert PROMISE in page.content.decode()
        seen = page.context["form"]["seen"].value()
        answer = newcomer.post(CONDUCT, {"seen": seen}, follow=True)
        assert answer.redirect_chain == [(ASKED, 302)]
        assert "Jayden" in newcomer.get(INVOLVED).content.decode()
        assert "U nam deze gedragscode al aan." in newcomer.get(CONDUCT).content.decode()

    def test_what_he_did_not_read_he_cannot_promise(self, newcomer: Client):
        for sent in ({}, {"seen": "99"}):
            newcomer.post(CONDUCT, sent)
        assert not ConductAcceptance.objects.exists()


class TestBetrokken:
    def test_no_more_places_than_his_own_and_no_search(self, partner: Client, told):
        assert partner.get("/", follow=True).redirect_chain == [(ASKED, 302)]
        page = partner.get(INVOLVED)
        assert [item.label for item in page.context["frame"].nav] == ["Gevraagd", "Betrokken"]
        assert page.context["frame"].search_url == ""
        text = page.content.decode()
        assert "Jayden" in text
        assert (page.context["frame"].name, page.context["frame"].roles) == (
            "Els Janssen",
            "Partner, Sittard-Geleen",
        )

    def test_nobody_yet(self, partner: Client):
        assert "U bent nu bij niemand betrokken" in partner.get(INVOLVED).content.decode()
        assert not AccessEntry.objects.exists()

    def test_that_he_read_the_names_is_written_down_once_a_day(self, partner: Client, told, trajectory):
        partner.get(INVOLVED)
        partner.get(INVOLVED)
        (entry,) = AccessEntry.objects.filter(page="partnerdesk:involved")
        assert (entry.subject, entry.ground) == (trajectory.person.ref, AccessGround.INVOLVEMENT)
        assert (entry.recorded_by_kind, entry.recorded_by_label) == ("partner", "Els Janssen")


class TestOneOfThem:
    def test_what_is_of_his_domain_and_nothing_else(self, cast: Cast, partner: Client, told, trajectory, now):
        goals.goal(
            trajectory, "De schulden op een rij zetten.", by=cast.noor, at=now, words="Ik wil rust.", **MONEY
        )
        goals.goal(
            trajectory, "De verhuurder bellen.", by=cast.noor, at=now, words="Een eigen plek.", **goals.HOME
        )
        text = partner.get(page_of(told)).content.decode()
        for open_to_him in ("Jayden", "Ik wil rust.", "De schulden op een rij zetten.", "Noor"):
            assert open_to_him in text
        for closed in ("Een eigen plek.", "De verhuurder bellen.", told.purpose, told.scope, told.role):
            assert closed not in text
        assert "Van een ander leefgebied" in text

    def test_what_the_ground_cannot_carry_is_withheld_with_its_reason(
        self, cast: Cast, partner: Client, els, trajectory, now
    ):
        narrow = people.involve(trajectory, by=cast.noor, at=now, professional=els)
        goals.goal(trajectory, by=cast.noor, at=now, words="Ik wil rust.", **MONEY)
        text = partner.get(page_of(narrow)).content.decode()
        assert "Ik wil rust." not in text
        assert "Deze grond draagt geen strafrechtelijke gegevens" in text

    def test_what_stays_closed_is_said_the_same_with_and_without_it(
        self, cast: Cast, partner: Client, told, trajectory, now
    ):
        empty = partner.get(page_of(told)).context["page"].closed
        goals.goal(trajectory, by=cast.noor, at=now, words="Een eigen plek.", **goals.HOME)
        assert partner.get(page_of(told)).context["page"].closed == empty

    def test_when_the_ground_left_the_approach_all_is_closed(
        self, cast: Cast, partner: Client, told, trajectory, now
    ):
        goals.goal(trajectory, by=cast.noor, at=now, words="Ik wil rust.", **MONEY)
        type(told).objects.filter(pk=told.pk)._update([(told._meta.get_field("ground"), None, "gone")])
        text = partner.get(page_of(told)).content.decode()
        assert "staat niet meer in de aanpak" in text
        assert "Ik wil rust." not in text

    def test_each_look_is_written_down(self, partner: Client, told, trajectory):
        partner.get(page_of(told))
        partner.get(page_of(told))
        entries = AccessEntry.objects.filter(page="partnerdesk:person")
        assert [entry.subject for entry in entries] == [trajectory.person.ref] * 2
        assert {entry.ground for entry in entries} == {AccessGround.INVOLVEMENT}
        assert {(one.recorded_by_kind, one.recorded_by_label) for one in entries} == {
            ("partner", "Els Janssen")
        }

    def test_of_another_guessed_ended_or_over_there_is_no_page(
        self, cast: Cast, partner: Client, els, told, trajectory, now
    ):
        loes = professional(cast, "Loes", at=now)
        others = people.involve(trajectory, by=cast.noor, at=now, professional=loes)
        gone = people.involve(trajectory, by=cast.noor, at=now, professional=els)
        gone.end(ended_on=day(now), why="Klaar.", by=cast.noor.acting(now), at=now)
        then = now - timedelta(days=40)
        over = people.involve(
            trajectory,
            by=cast.noor,
            at=now,
            professional=els,
            happened_on=day(then),
            until=day(now) - timedelta(days=1),
        )
        for ref in (others.ref, gone.ref, over.ref, uuid.uuid4()):
            assert partner.get(reverse("partnerdesk:person", args=[ref])).status_code == 404
        assert not AccessEntry.objects.filter(page="partnerdesk:person").exists()


class TestTheDoor:
    def test_staff_does_not_come_in_here(self, noor: Client, fatima: Client, told):
        for client in (noor, fatima):
            for url in (INVOLVED, CONDUCT, page_of(told)):
                assert client.get(url).status_code == 403

    def test_nobody_without_a_second_step(self, els, told, now):
        half = Client()
        half.force_login(seat(els, at=now))
        for url in (INVOLVED, CONDUCT, page_of(told)):
            assert half.get(url).status_code == 302
        assert Client().get(INVOLVED).headers["Location"].startswith("/inloggen/")

    def test_he_comes_in_nowhere_else(self, partner: Client, told, trajectory):
        for name in (
            "desk:people",
            "desk:today",
            "desk:search",
            "office:users",
            "entrance:mail",
            "entrance:phone",
        ):
            assert partner.get(reverse(name)).status_code == 403
        assert partner.get(reverse("desk:person", args=[trajectory.person.ref])).status_code == 403

    def test_his_own_account_he_keeps_himself(self, partner: Client, els):
        text = partner.get(reverse("entrance:account")).content.decode()
        assert "Els Janssen, Sittard-Geleen" in text
        assert "Mail van Regie" not in text
        assert partner.get(reverse("account_change_password")).status_code == 200

    def test_who_works_elsewhere_since_is_out_at_once(self, cast: Cast, partner: Client, els, told):
        assert partner.get(INVOLVED).status_code == 200
        at = this_moment()
        other = organisation(cast, "Ander werk", at=at)
        els.change(account=replace(els.account, organisation=other), by=cast.noor.acting(at), at=at)
        for url in (INVOLVED, page_of(told)):
            assert partner.get(url).status_code == 403
