"""Somebody comes in by an invitation: a code or a link, a first password, and his second step."""

import re

import pytest
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from regie.accounts.actions import UNUSABLE, Invited
from regie.accounts.enums import Role
from regie.accounts.models import Invitation, RoleGrant, User
from regie.base.clock import now as this_moment
from tests.cast import Cast, sign_in
from tests.entrance.codes import code, give_app, give_code, give_password
from tests.factories.colleagues import invite

NEW = "een heel nieuw wachtwoord"
WELCOME = "/uitnodiging/welkom/"


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def made(cast: Cast, now) -> Invited:
    """Wil asked Kim in, as an officer."""
    return invite(cast, "Kim", at=now)


def give(client: Client, typed: str) -> str:
    """Types the code of the letter; the page that follows."""
    return client.post(reverse("entrance:invitation"), {"code": typed}, follow=True).content.decode()


def choose(client: Client, password: str = NEW, again: str = ""):
    return client.post(WELCOME, {"password1": password, "password2": again or password})


class TestComingIn:
    def test_from_the_code_to_the_second_step_and_in(self, made: Invited, client: Client):
        welcome = give(client, made.code.lower().replace("-", " "))
        assert "Sittard-Geleen nodigt u uit als: Re-integratieofficier." in welcome
        assert choose(client).headers["Location"] == "/"
        kim = User.objects.get(email="kim@example.nl")
        assert client.session[SESSION_KEY] == str(kim.pk)
        app = client.get("/", follow=True)
        assert app.redirect_chain[-1][0] == reverse("mfa_activate_totp")
        assert client.get(reverse("desk:people")).status_code == 302
        secret = app.context["form"].secret
        client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
        assert client.get(reverse("desk:people")).status_code == 200

    def test_the_link_does_not_stay_in_the_address(self, made: Invited, client: Client):
        arrived = client.get(reverse("entrance:open_invitation", args=[made.code]), follow=True)
        assert arrived.redirect_chain == [(WELCOME, 302)]
        assert made.code not in arrived.content.decode()

    def test_it_works_once(self, made: Invited, client: Client):
        give(client, made.code)
        choose(client)
        assert UNUSABLE in give(Client(), made.code)

    def test_two_at_once_make_one_account(self, made: Invited, client: Client):
        other = Client()
        for browser in (client, other):
            give(browser, made.code)
        choose(client)
        assert (
            UNUSABLE
            in other.post(WELCOME, {"password1": NEW, "password2": NEW}, follow=True).content.decode()
        )
        assert User.objects.filter(email="kim@example.nl").count() == 1

    def test_a_colleague_who_lent_his_browser_is_signed_out(self, made: Invited, cast: Cast):
        sem = sign_in(cast.sem)
        give(sem, made.code)
        choose(sem)
        assert sem.session[SESSION_KEY] == str(User.objects.get(email="kim@example.nl").pk)
        assert sem.get(reverse("desk:people")).status_code == 302
        assert sem.get(reverse("mfa_activate_totp")).status_code == 200, "his password still counts as given"


class TestWhatDoesNotWork:
    @pytest.mark.parametrize("why", ["wrong", "expired", "used", "withdrawn", "odd"])
    def test_every_code_that_does_not_work_reads_the_same(self, made: Invited, cast: Cast, now, why: str):
        typed = {"wrong": "BBBB-BBBB-BBBB-BBBB", "odd": "🌷'; --"}.get(why, made.code)
        if why == "expired":
            Invitation.objects.update(expires_at=now)
        elif why == "withdrawn":
            made.invitation.withdraw(by=cast.wil.acting(now), at=now)
        elif why == "used":
            used = Client()
            give(used, made.code)
            choose(used)
        visitor = Client()
        page = _bare(give(visitor, typed))
        assert UNUSABLE in page
        assert page == _bare(give(Client(), "CCCC-CCCC-CCCC-CCCC"))
        assert "Kim" not in page
        assert visitor.get(WELCOME).headers["Location"] == reverse("entrance:invitation")

    def test_who_comes_without_a_code_is_asked_for_it(self, made: Invited, client: Client):
        page = client.get(WELCOME, follow=True).content.decode()
        assert "Vul de code uit die brief in." in page
        assert UNUSABLE not in page
        assert choose(Client()).headers["Location"] == reverse("entrance:invitation")
        assert not User.objects.filter(email="kim@example.nl").exists()

    def test_nothing_typed_is_said(self, client: Client, db):
        assert "Vul de code in." in client.post(reverse("entrance:invitation"), {"code": ""}).content.decode()

    @pytest.mark.parametrize(
        ("password", "again", "sentence"),
        [
            ("kort", "kort", "Neem minstens 12 tekens."),
            ("kim@example.nl", "kim@example.nl", "lijkt te veel op uw naam of e-mailadres."),
            ("password1234", "password1234", "Kies een ander."),
            (NEW, "iets anders", "Dit is niet hetzelfde als het eerste wachtwoord."),
        ],
    )
    def test_a_poor_password_is_refused_with_a_reason(self, made, client: Client, password, again, sentence):
        give(client, made.code)
        assert sentence in choose(client, password, again).content.decode()
        assert not User.objects.filter(email="kim@example.nl").exists()
        assert choose(client).status_code == 302

    @pytest.mark.parametrize("way", ["code", "link"])
    def test_who_guesses_too_often_waits_also_with_a_good_code(self, made: Invited, client: Client, way: str):
        for _ in range(20):
            if way == "code":
                give(client, "BBBB-BBBB-BBBB-BBBB")
            else:
                client.get("/uitnodiging/code/BBBB/", follow=True)
        last = client.get(reverse("entrance:open_invitation", args=[made.code]), follow=True)
        assert last.status_code == 429
        assert "Dit ging te vaak achter elkaar." in last.content.decode()
        assert choose(client).status_code == 429


class TestWhoHasAnAccount:
    @pytest.fixture
    def made(self, cast: Cast, now) -> Invited:
        """Wil asked Bas in, who works in Heerlen, to coordinate here too."""
        return invite(cast, "Bas", Role.COORDINATOR, at=now)

    def test_signs_in_first_and_keeps_his_password(self, made: Invited, cast: Cast, client: Client):
        page = give(client, made.code)
        assert "U heeft al een account bij Regie." in page
        assert "password1" not in page
        choose(client)
        cast.bas.refresh_from_db()
        assert cast.bas.check_password("een-lang-wachtwoord")
        assert RoleGrant.objects.filter(user=cast.bas).count() == 1

    def test_takes_the_role_with_one_click(self, made: Invited, cast: Cast, now):
        bas = sign_in(cast.bas)
        assert "Deze rol komt erbij." in give(bas, made.code)
        text = bas.post(WELCOME, follow=True).content.decode()
        assert "U heeft nu ook deze rol: Coördinator, Sittard-Geleen." in text
        assert cast.bas.acting(now).municipalities_as([Role.COORDINATOR]) == {cast.here.pk}

    def test_without_his_second_step_he_takes_nothing(self, made: Invited, cast: Cast, client: Client):
        client.force_login(cast.bas)
        give(client, made.code)
        client.post(WELCOME)
        assert RoleGrant.objects.filter(user=cast.bas).count() == 1

    def test_another_who_is_signed_in_takes_nothing(self, made: Invited, cast: Cast, now):
        noor = sign_in(cast.noor)
        assert "Log daarmee in." in give(noor, made.code)
        noor.post(WELCOME)
        assert RoleGrant.objects.filter(municipality=cast.here, role=Role.COORDINATOR).count() == 1

    def test_the_way_in_leads_back_to_the_invitation(self, made: Invited, cast: Cast):
        give_app(cast.bas, "B" * 32)
        browser = Client()
        page = give(browser, made.code)
        assert f"/inloggen/?next={WELCOME}" in page
        give_password(browser, cast.bas)
        give_code(browser, code("B" * 32))
        assert "Deze rol komt erbij." in browser.get(WELCOME).content.decode()


def _bare(page: str) -> str:
    """A page without what differs in every sending."""
    return re.sub(r'value="[^"]*"', "", page)
