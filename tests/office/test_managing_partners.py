"""Partners: the manager opens the page of one, closes his account and takes away a second step that he lost."""

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import User
from regie.base.clock import now as this_moment
from regie.partners.models import Seat
from tests.cast import Cast, employ, sign_in
from tests.entrance.codes import give_app, give_password
from tests.factories.partners import organisation, professional, seat
from tests.office.test_managing_colleagues import send, url


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def wil(cast: Cast) -> Client:
    return sign_in(cast.wil)


@pytest.fixture
def els(cast: Cast, now) -> User:
    user = seat(professional(cast, at=now, organisation=organisation(cast, at=now)), at=now)
    give_app(user)
    return user


def test_his_page_tells_as_whom_he_comes_in_and_offers_no_role(wil: Client, cast: Cast, els, now):
    seat(professional(cast, "Loes Smeets", at=now), at=now)
    assert url("user", els) in wil.get("/gebruikers/partners/").content.decode()
    page = wil.get(url("user", els)).content.decode()
    for words in ("Partner: Els Janssen, Sittard-Geleen", els.email, "Account uitzetten", "Nog geen einde"):
        assert words in page
    assert reverse("office:end_seat", args=[Seat.objects.get(user=els).ref]) in page
    assert "Loes Smeets" not in page
    assert "Rol geven" not in page
    assert wil.get(url("give_role", els)).status_code == 404


def test_off_and_on_again(wil: Client, els):
    his = sign_in(els)
    assert "Els Janssen: account uitgezet." in send(wil, url("account", els))
    assert his.get("/partner/betrokken/").status_code == 302
    assert "Account staat uit" in wil.get("/gebruikers/partners/").content.decode()
    page = send(wil, url("account", els))
    assert "Els Janssen: account aangezet." in page
    assert page.count("door Wil.") == 2


def test_a_second_step_is_taken_away_and_he_is_told_when_he_comes_in(wil: Client, els):
    assert "Els Janssen: tweede stap weggehaald." in send(wil, url("reset_second_factor", els))
    browser = Client()
    give_password(browser, els)
    page = browser.get("/partner/betrokken/", follow=True).content.decode()
    assert "is uw tweede stap weggehaald door Wil." in page


def test_what_it_was_as_a_colleague_is_seen_as_well(wil: Client, cast: Cast, now):
    seat(professional(cast, "Noor", at=now), at=now, user=cast.noor, promised=False)
    page = wil.get(url("user", cast.noor)).content.decode()
    for words in ("Re-integratieofficier, Sittard-Geleen", "Partner: Noor, Sittard-Geleen", "Rol geven"):
        assert words in page


@pytest.mark.parametrize("name", ["user", "account", "reset_second_factor"])
def test_nobody_else_comes_in(cast: Cast, els, now, name: str):
    hub = sign_in(employ("Hub", Role.FUNCTIONAL_MANAGER, cast.elsewhere, at=now))
    assert hub.get(url(name, els)).status_code == 404
    for who in (cast.noor, cast.fatima, cast.ada):
        assert sign_in(who).get(url(name, els)).status_code == 403
    assert sign_in(els).get(url(name, els)).status_code in (302, 403, 404)
