"""Wie is betrokken proposes to end what nobody needs any more: with why, and the way to do it."""

from typing import Any

import pytest
from django.test import Client

from regie.base.clock import now as this_moment
from regie.contacts.enums import ContactKind, Outcome
from regie.trajectories.models import Involvement
from tests.cast import TESTER, Cast
from tests.desk.test_involving_with_a_look import DAY, TODAY, TYPED, again, plan_goal, way
from tests.factories import people
from tests.factories.approaches import without_debts
from tests.factories.partners import move, organisation, professional


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def told(cast: Cast, trajectory, now) -> Involvement:
    """Els of the credit bank is involved since a month."""
    bank = organisation(cast, at=now)
    els = professional(cast, at=now, organisation=bank)
    since = {"happened_on": TODAY - 30 * DAY, "until": TODAY + 30 * DAY}
    return people.involve(trajectory, by=cast.noor, at=now, organisation=bank, professional=els, **since)


def test_on_top_with_why_and_the_way_to_end_it(cast: Cast, told, trajectory, now, noor: Client):
    page = way("involved", trajectory.person.ref)
    assert "Voorgesteld om te beëindigen" not in noor.get(page).content.decode()
    without_debts(by=TESTER, at=now)
    move(told.professional, cast, at=now)
    shown = noor.get(page).content.decode()
    for says in (
        "Voorgesteld om te beëindigen",
        "De grond staat niet meer in de aanpak.",
        "Werkt daar niet meer, zegt de sociale kaart.",
        "Grond: Hulp bij schulden",  # as it was called then
    ):
        assert says in shown
    ending = noor.get(way("end_involvement", told.ref)).content.decode()
    assert "De grond staat niet meer in de aanpak. Werkt daar niet meer" in ending


def test_the_coordinator_reads_it_and_cannot_end_it(cast: Cast, told, trajectory, now, fatima):
    without_debts(by=TESTER, at=now)
    page = fatima.get(way("involved", trajectory.person.ref)).content.decode()
    assert "De grond staat niet meer in de aanpak." in page
    assert str(told.ref) not in page


def test_contact_with_them_takes_it_away(cast: Cast, trajectory, now, noor: Client):
    bank = organisation(cast, at=now)
    since = {"happened_on": TODAY - 93 * DAY, "until": TODAY + DAY}
    people.involve(trajectory, by=cast.noor, at=now, organisation=bank, **since)
    page, by = way("involved", trajectory.person.ref), {"by": cast.noor, "at": now}
    assert "Al lang geen contact." in noor.get(page).content.decode()
    with_bank: dict[str, Any] = {"kind": ContactKind.PARTNER, "organisation": bank}
    people.meet(trajectory, **by, **with_bank, outcome=Outcome.ATTEMPTED)
    assert "Al lang geen contact." in noor.get(page).content.decode()
    people.meet(trajectory, **by, **with_bank)
    assert "Al lang geen contact." not in noor.get(page).content.decode()


def test_the_form_says_which_ground_is_gone_and_asks_another(cast, told, now, noor: Client):
    without_debts(by=TESTER, at=now)
    where = way("correct_involvement", told.ref)
    says = "Hulp bij schulden: dit staat niet meer in de aanpak."
    page = noor.get(where).content.decode()
    assert says in page
    assert 'value="debts"' not in page


def test_of_what_is_over_the_form_offers_it_still_and_nothing_opens(cast, told, now, noor: Client):
    by: dict[str, Any] = {"by": cast.noor.acting(now), "at": now}
    told.end(ended_on=TODAY, why="Klaar.", **by)
    without_debts(by=TESTER, at=now)
    told.professional.end(**by)
    where = way("correct_involvement", told.ref)
    page = noor.get(where)
    assert 'value="debts"' in page.content.decode()
    assert f'value="{told.professional.ref}" selected' in page.content.decode()
    form = page.context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"role": "Budgetcoach"}
    look = noor.post(where, sent)
    assert "u mag hem niets meer vertellen" in look.content.decode()
    noor.post(where, again(look))
    assert Involvement.objects.current().get().role == "Budgetcoach"


def test_who_is_chosen_without_his_organisation_is_told_with_it(cast, trajectory, now, noor):
    bank = organisation(cast, at=now)
    els = professional(cast, at=now, organisation=bank)
    sent = {
        "professional": str(els.ref),
        "role": "Schuldhulpverlener",
        "domains": ["finances_and_debts"],
        "ground": "debts",
        "purpose": "Rust.",
        "happened_on": TYPED,
        "until": f"{TODAY + 90 * DAY:%d-%m-%Y}",
    }
    where = way("tell_involvement", trajectory.person.ref)
    look = noor.post(where, sent)
    assert "Els Janssen, Kredietbank Limburg" in look.content.decode()
    noor.post(where, again(look))
    assert Involvement.objects.get().organisation == bank


def test_of_what_is_over_nothing_opens_on_whatever_ground(cast, trajectory, now, noor: Client):
    plan_goal(trajectory, cast, now, "Ik wil rust in mijn geld.", "finances_and_debts")
    by: dict[str, Any] = {"by": cast.noor, "at": now}
    one = people.involve(trajectory, **by, ground="own_request", scope="Mijn schulden.")
    where = way("correct_involvement", one.ref)
    for ended, opens in ((False, True), (True, False)):
        if ended:
            one.end(ended_on=TODAY, why="Klaar.", by=cast.noor.acting(now), at=now)
        form = noor.get(where).context["form"]
        sent = {name: form[name].value() or "" for name in form.fields}
        assert ("Ik wil rust in mijn geld." in noor.post(where, sent).content.decode()) is opens
