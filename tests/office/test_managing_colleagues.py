"""Gebruikers: the list, a colleague's page, his roles, his account and a second step that he lost."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import AccountEvent, RoleGrant, User
from regie.base.clock import day
from regie.base.clock import now as this_moment
from tests.cast import TESTER, Cast, employ, sign_in
from tests.entrance.codes import give_app, give_password


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def wil(cast: Cast) -> Client:
    """Wil's client: the functional manager."""
    return sign_in(cast.wil)


def url(name: str, user: User) -> str:
    return reverse(f"office:{name}", args=[user.ref])


def end_url(user: User) -> str:
    return reverse("office:end_role", args=[RoleGrant.objects.get(user=user).ref])


def send(client: Client, address: str, **typed: str) -> str:
    """Opens the form and sends it with this typed into it."""
    form = client.get(address).context["form"]
    given = {name: form[name].value() or "" for name in form.fields}
    return client.post(address, given | typed, follow=True).content.decode()


def row_of(page: str, name: str) -> str:
    return next(row for row in re.findall(r"<tr>.*?</tr>", page, re.S) if f">{name}</a>" in row)


class TestTheList:
    def test_it_says_of_each_how_he_stands(self, wil: Client, cast: Cast, now):
        give_app(cast.noor)
        User.objects.filter(pk=cast.noor.pk).update(last_login=now)
        User.objects.filter(pk=cast.sem.pk).update(is_active=False)
        RoleGrant.objects.filter(user=cast.fatima).update(until=day(now))
        RoleGrant.objects.filter(user=cast.ada).update(since=day(now) + timedelta(days=3))
        page = wil.get("/gebruikers/").content.decode()
        told = {"Noor": ("Actief", "Ja"), "Sem": ("Account staat uit", "Nog nooit", "Nee")}
        told |= {"Fatima": ("Werkt hier niet meer",), "Ada": ("Begint nog", "vanaf")}
        for name, words in told.items():
            assert all(word in row_of(page, name) for word in words), name
        assert "Nog nooit" not in row_of(page, "Noor")

    def test_nothing_of_the_work_itself(self, wil: Client, cast: Cast, trajectory):
        for address in ("/gebruikers/", url("user", cast.noor)):
            assert "Jayden" not in wil.get(address).content.decode()


class TestAColleague:
    def test_his_page_tells_his_roles_and_his_account(self, wil: Client, cast: Cast):
        page = wil.get(url("user", cast.noor)).content.decode()
        for words in (
            "noor@example.nl",
            "Nog nooit",
            "Re-integratieofficier, Sittard-Geleen",
            "Nog geen einde",
        ):
            assert words in page
        assert "Tweede stap weghalen" not in page

    def test_a_role_elsewhere_is_not_shown(self, wil: Client, cast: Cast, now):
        employed = {"user": cast.bas, "role": Role.COORDINATOR, "municipality": cast.here}
        RoleGrant.grant(**employed, since=day(now), by=TESTER, at=now)
        page = wil.get(url("user", cast.bas)).content.decode()
        assert "Coördinator, Sittard-Geleen" in page
        assert "Heerlen" not in page
        assert "ook in een andere gemeente" in send(wil, url("account", cast.bas))

    @pytest.mark.parametrize("name", ["user", "give_role", "account", "reset_second_factor"])
    def test_who_works_elsewhere_is_not_there(self, wil: Client, cast: Cast, name: str):
        assert wil.get(url(name, cast.bas)).status_code == 404
        assert wil.get(end_url(cast.bas)).status_code == 404

    @pytest.mark.parametrize("who", ["noor", "fatima", "ada", "bas"])
    @pytest.mark.parametrize("name", ["user", "give_role", "account", "reset_second_factor"])
    def test_nobody_else_comes_in(self, cast: Cast, who: str, name: str):
        client = sign_in(getattr(cast, who))
        assert client.get(url(name, cast.sem)).status_code == 403
        assert client.post(url(name, cast.sem)).status_code == 403

    def test_of_himself_he_only_reads(self, wil: Client, cast: Cast):
        employ("Mia", Role.FUNCTIONAL_MANAGER, cast.here, at=this_moment())
        page = wil.get(url("user", cast.wil)).content.decode()
        assert "Dit bent u zelf" in page
        assert "Rol geven" not in page
        assert "Beëindigen" not in page
        for address in (url("account", cast.wil), url("reset_second_factor", cast.wil), end_url(cast.wil)):
            assert "niet bij uzelf doen" in send(wil, address)
        assert "niet bij uzelf doen" in send(wil, url("give_role", cast.wil), role="coordinator")
        assert RoleGrant.objects.get(user=cast.wil).until is None
        assert not AccountEvent.objects.exists()


class TestRoles:
    def test_a_role_for_a_period(self, wil: Client, cast: Cast, now):
        until = day(now) + timedelta(days=60)
        page = send(wil, url("give_role", cast.noor), role="coordinator", until=f"{until:%d-%m-%Y}")
        assert "Rol gegeven: Coördinator, Sittard-Geleen" in page
        assert RoleGrant.objects.get(user=cast.noor, role=Role.COORDINATOR).until == until

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"role": ""}, "Kies een antwoord."),
            ({"role": "officer"}, "heeft deze rol in die tijd al"),
            ({"since": "1-1-2020"}, "Kies vandaag of een dag later."),
            ({"since": "morgen"}, "Dit is geen datum."),
            ({"until": "1-1-2020"}, "Kies vandaag of een dag later."),
        ],
    )
    def test_what_cannot_be_is_said(self, wil: Client, cast: Cast, typed: dict[str, str], sentence: str):
        page = send(
            wil, url("give_role", cast.noor), **({"role": "coordinator", "until": "1-1-2040"} | typed)
        )
        assert sentence in page
        assert ("1-1-2040" in page) is ("until" not in typed)
        assert RoleGrant.objects.filter(user=cast.noor).count() == 1

    def test_an_end(self, wil: Client, cast: Cast, now):
        page = send(wil, end_url(cast.noor))
        assert "Rol beëindigd: Re-integratieofficier, Sittard-Geleen" in page
        assert sign_in(cast.noor).get("/jongeren/").status_code == 403
        assert "al beëindigd" in send(
            wil, end_url(cast.noor), until=f"{day(now) + timedelta(days=1):%d-%m-%Y}"
        )


class TestTheAccount:
    def test_off_and_on_again(self, wil: Client, cast: Cast):
        noor, address = sign_in(cast.noor), url("account", cast.noor)
        assert "Noor: account uitgezet." in send(wil, address)
        assert noor.get("/jongeren/").status_code == 302
        page = send(wil, address)
        assert "Noor: account aangezet." in page
        assert page.count("door Wil.") == 2

    def test_the_second_of_two_managers_is_told(self, wil: Client, cast: Cast, now):
        address = url("account", cast.noor)
        mia = sign_in(employ("Mia", Role.FUNCTIONAL_MANAGER, cast.here, at=now))
        seen = mia.get(address).context["form"].version
        send(wil, address)
        page = mia.post(address, {"seen": str(seen)}).content.decode()
        assert "Iemand anders heeft dit intussen al verbeterd." in page
        cast.noor.refresh_from_db()
        assert not cast.noor.is_active


class TestALostSecondStep:
    def test_it_is_taken_away_and_he_is_told_when_he_comes_in(self, wil: Client, cast: Cast):
        give_app(cast.noor)
        assert "Tweede stap weghalen" in wil.get(url("user", cast.noor)).content.decode()
        assert "Noor: tweede stap weggehaald." in send(wil, url("reset_second_factor", cast.noor))
        browser = Client()
        give_password(browser, cast.noor)
        page = browser.get("/jongeren/", follow=True).content.decode()
        assert "is uw tweede stap weggehaald door Wil." in page
        assert "Vroeg u dit niet? Bel dan nu uw beheerder." in page
        assert "Een app als tweede stap" in page

    def test_who_has_a_new_one_or_never_lost_it_is_told_nothing(self, wil: Client, cast: Cast):
        give_app(cast.noor)
        send(wil, url("reset_second_factor", cast.noor))
        give_app(cast.noor)
        for user in (cast.noor, cast.sem):
            browser = Client()
            give_password(browser, user)
            assert "weggehaald" not in browser.get("/jongeren/", follow=True).content.decode()

    def test_twice_is_told(self, wil: Client, cast: Cast):
        give_app(cast.noor)
        send(wil, url("reset_second_factor", cast.noor))
        assert "nog geen tweede stap" in send(wil, url("reset_second_factor", cast.noor))
