"""Wie is betrokken: from his page to the form, then a look at what it opens, and only then it is told."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.contacts.enums import ContactKind
from regie.privacy.models import AccessEntry
from regie.trajectories.models import Involvement
from regie.ui.words import written
from tests.cast import Cast
from tests.factories import goals as plans
from tests.factories import people
from tests.factories.partners import organisation, professional

TODAY, DAY = day(this_moment()), timedelta(days=1)
TYPED = f"{TODAY:%d-%m-%Y}"


def way(name: str, *parts: object) -> str:
    return reverse(f"desk:{name}", args=parts)


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def bank(cast: Cast, now):
    return organisation(cast, at=now)


@pytest.fixture
def sent(bank) -> dict[str, Any]:
    return {
        "submission": str(uuid.uuid4()),
        "organisation": str(bank.ref),
        "role": "Schuldhulpverlener",
        "domains": ["finances_and_debts"],
        "ground": "own_request",
        "scope": "Dat u mijn schulden kent.",
        "purpose": "Zodat zijn schulden niet groeien.",
        "happened_on": TYPED,
        "until": f"{TODAY + 90 * DAY:%d-%m-%Y}",
    }


class TestHeLooksBeforeItIsTold:
    def test_what_opens_what_stays_closed_and_then_it_stands_there(self, cast, trajectory, now, noor, sent):
        plan_goal(trajectory, cast, now, "Ik wil rust in mijn geld.", "finances_and_debts")
        plan_goal(trajectory, cast, now, "Ik wil een eigen plek.", "housing")
        ref = trajectory.person.ref
        look = noor.post(way("tell_involvement", ref), sent)
        assert not Involvement.objects.exists()
        page = look.content.decode()
        assert "Dit mag u Kredietbank Limburg vertellen" in page
        assert "Ik wil rust in mijn geld." in page
        assert "Ik wil een eigen plek." not in page
        assert "Van een ander leefgebied" in page
        assert "Alleen als u het zelf vertelt" in page
        assert "Gaat nooit mee" in page
        assert "Anders stuurt Regie niets" in page
        told = noor.post(way("tell_involvement", ref), again(look), follow=True).content.decode()
        for says in (
            "Vastgelegd wie betrokken is.",
            "Kredietbank Limburg",
            f"Sinds {written(TODAY)}, tot en met {written(TODAY + 90 * DAY)}",
            "Grond: Hij vroeg er zelf om",
            "Leefgebieden: Financiën en schulden",
            "Wat hij vroeg of goedvond: Dat u mijn schulden kent.",
        ):
            assert says in told

    def test_the_many_kinds_that_he_tells_himself_are_folded_away(self, trajectory, noor, sent):
        look = noor.post(way("tell_involvement", trajectory.person.ref), sent)
        page, shown = look.context["page"], look.content.decode()
        assert "Talenten" in page.by_hand
        before, folded = shown.split('<details class="more">')
        assert f"Alleen als u het zelf vertelt: {len(page.by_hand)} soorten gegevens" in folded
        assert all(f"<li>{title}</li>" in folded for title in page.by_hand)
        assert [one.term for one in page.closed] == ["Gaat nooit mee"]
        assert "Gaat nooit mee" in before

    def test_what_the_ground_cannot_carry_stays_closed_and_is_not_refused(
        self, cast, trajectory, now, noor, sent
    ):
        plan_goal(trajectory, cast, now, "Ik wil rust in mijn geld.", "finances_and_debts")
        look = noor.post(
            way("tell_involvement", trajectory.person.ref), sent | {"ground": "debts", "scope": ""}
        )
        page, _ = look.content.decode().split('<details class="more">')
        assert "Ik wil rust in mijn geld." not in page
        assert "Deze grond draagt geen strafrechtelijke gegevens" in page
        assert "Deze grond draagt geen gegevens over gezondheid" in page
        noor.post(way("tell_involvement", trajectory.person.ref), again(look))
        assert Involvement.objects.count() == 1

    def test_who_takes_a_step_is_never_told_by_name(self, cast, trajectory, now, noor, sent):
        goal = plan_goal(trajectory, cast, now, "Rust.", "finances_and_debts")
        plans.step(
            goal, words="Meegaan naar de bank.", by=cast.noor, at=now, actor="network", actor_name="Tante Mia"
        )
        page = noor.post(way("tell_involvement", trajectory.person.ref), sent).content.decode()
        assert "Meegaan naar de bank." in page
        assert "Iemand uit zijn netwerk" in page
        assert "Tante Mia" not in page

    def test_when_something_changed_meanwhile_he_looks_again(self, cast, trajectory, now, noor, sent):
        where = way("tell_involvement", trajectory.person.ref)
        looked = again(noor.post(where, sent))
        plan_goal(trajectory, cast, now, "Ik wil rust in mijn geld.", "finances_and_debts")
        look = noor.post(where, looked)
        assert "Er is intussen iets veranderd." in look.content.decode()
        assert not Involvement.objects.exists()
        noor.post(where, again(look))
        assert Involvement.objects.count() == 1

    def test_what_he_typed_otherwise_is_looked_at_again(self, trajectory, noor, sent):
        where = way("tell_involvement", trajectory.person.ref)
        looked = again(noor.post(where, sent))
        noor.post(where, looked | {"purpose": "Iets anders."})
        assert not Involvement.objects.exists()

    def test_he_goes_back_to_adjust_and_what_was_typed_is_still_there(self, trajectory, noor, sent):
        where = way("tell_involvement", trajectory.person.ref)
        looked = again(noor.post(where, sent))
        page = noor.post(where, looked | {"adjust": "1"}).content.decode()
        assert "Zodat zijn schulden niet groeien." in page
        assert "Verder" in page
        assert not Involvement.objects.exists()

    def test_sent_twice_is_one(self, trajectory, noor, sent):
        where = way("tell_involvement", trajectory.person.ref)
        looked = again(noor.post(where, sent))
        noor.post(where, looked)
        noor.post(where, looked)
        assert Involvement.objects.count() == 1

    def test_that_the_privacy_officer_judges_is_said(self, trajectory, noor, sent):
        asked = sent | {"ground": "privacy_officer_decides", "scope": ""}
        page = noor.post(way("tell_involvement", trajectory.person.ref), asked).content.decode()
        assert "De functionaris gegevensbescherming moet nog oordelen." in page

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"domains": []}, "Kies minstens één leefgebied."),
            ({"organisation": ""}, "Wie betrekt u?"),
            ({"scope": ""}, "Wat vroeg hij, of waarmee stemde hij in?"),
            ({"until": f"{TODAY + 400 * DAY:%d-%m-%Y}"}, "hooguit één jaar"),
            ({"until": "nu"}, "Zodat zijn schulden niet groeien."),
        ],
    )
    def test_what_cannot_be_is_said_beside_it_and_what_was_typed_stays(
        self, trajectory, noor, sent, typed, says
    ):
        page = noor.post(way("tell_involvement", trajectory.person.ref), sent | typed).content.decode()
        assert says in page
        assert "Zodat zijn schulden niet groeien." in page
        assert "Wat u vastlegt" not in page


def plan_goal(trajectory, cast: Cast, now, words: str, domain: str):
    title = {"housing": "Wonen", "finances_and_debts": "Financiën en schulden"}[domain]
    told = {"words": words, "domain": domain, "domain_title": title}
    return plans.goal(trajectory, by=cast.noor, at=now, **told)


def again(look) -> dict[str, Any]:
    """What the preview sends: what was typed, and which look this was."""
    form, page = look.context["form"], look.context["page"]
    html = look.content.decode()
    typed = {name: form.data.getlist(name) for name in form.data if name not in ("shown", "adjust")}
    assert all(f'name="{name}"' in html for name in typed)
    return typed | {"shown": page.shown}


class TestThePageShowsIt:
    def test_from_his_page_to_nobody_yet(self, trajectory, noor: Client):
        ref = trajectory.person.ref
        assert way("involved", ref) in noor.get(way("person", ref)).content.decode()
        assert "Nog niemand betrokken" in noor.get(way("involved", ref)).content.decode()

    def test_who_leads_stands_on_top_and_who_was_is_folded_away(self, cast, trajectory, now, noor, bank):
        told = {"by": cast.noor, "at": now}
        els = professional(cast, "Els Bakker", at=now)
        people.involve(trajectory, **told, professional=els, lead=True)
        people.involve(trajectory, **told, organisation=bank)
        past = {"happened_on": TODAY - 9 * DAY, "until": TODAY - DAY}
        people.involve(trajectory, **told, role="Vroeger", organisation=bank, **past)
        page = noor.get(way("involved", trajectory.person.ref)).content.decode()
        order = [
            page.index(one)
            for one in ("Els Bakker, heeft de leiding", "Kredietbank Limburg", "Eén keer eerder")
        ]
        assert order == sorted(order)
        assert page.index("Vroeger") > order[-1]

    def test_when_somebody_last_spoke_with_them(self, cast, trajectory, now, noor, bank):
        told = {"by": cast.noor, "at": now}
        people.involve(trajectory, **told, organisation=bank)
        page = way("involved", trajectory.person.ref)
        assert "Laatste contact" not in noor.get(page).content.decode()
        people.meet(trajectory, **told, kind=ContactKind.PARTNER, organisation=bank)
        assert f"Laatste contact: {written(TODAY)}" in noor.get(page).content.decode()

    def test_the_coordinator_reads_it_and_nobody_else(self, cast, trajectory, now, fatima, sem):
        told = people.involve(trajectory, by=cast.noor, at=now)
        page = fatima.get(way("involved", trajectory.person.ref)).content.decode()
        assert "Budgetwinkel" in page
        assert str(told.ref) not in page
        assert sem.get(way("involved", trajectory.person.ref)).status_code == 404
        assert AccessEntry.objects.filter(page="desk:involved").count() == 1


class TestItIsToldBetterEndedAndTakenBack:
    def test_better_after_a_look(self, cast, trajectory, now, noor, sent, bank):
        told = people.involve(trajectory, by=cast.noor, at=now, organisation=bank)
        where = way("correct_involvement", told.ref)
        assert f'value="{bank.ref}" selected' in noor.get(where).content.decode()
        look = noor.post(where, sent | {"seen": told.pk})
        assert Involvement.objects.count() == 1
        page = noor.post(where, again(look), follow=True).content.decode()
        assert "Betrokkenheid verbeterd." in page
        assert Involvement.objects.current().get().ground == "own_request"

    def test_ended_with_a_day_and_a_reason_which_can_be_told_better(self, cast, trajectory, now, noor):
        told = people.involve(trajectory, by=cast.noor, at=now)
        end = way("end_involvement", told.ref)
        assert "Waarom stopt het?" in noor.get(end).content.decode()
        refused = noor.post(end, {"ended_on": TYPED, "why_ended": ""}).content.decode()
        assert "Vul dit in." in refused
        page = noor.post(end, {"ended_on": TYPED, "why_ended": "Hij wil het niet."}, follow=True)
        assert f"Eerder geëindigd op {written(TODAY)}: Hij wil het niet." in page.content.decode()
        assert "Eerder geëindigd op" in noor.get(way("correct_involvement", told.ref)).content.decode()

    def test_taken_back_what_never_was(self, cast, trajectory, now, noor):
        told = people.involve(trajectory, by=cast.noor, at=now)
        assert "Eerder beëindigen" in noor.get(way("withdraw_involvement", told.ref)).content.decode()
        noor.post(way("withdraw_involvement", told.ref))
        assert not Involvement.objects.current().exists()
