"""Somebody tries to get around the municipality's sign-in, or it does not answer as it should."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.core import mail
from django.test import Client
from django.urls import reverse

from regie.accounts.models import User
from tests.cast import Cast
from tests.entrance.provider import TWO_STEPS, Provider, free_port, point_to

VERIFIED = {"email": "noor@example.nl", "email_verified": True}


def stays_out(client: Client) -> bool:
    """Whether nobody signed in."""
    return SESSION_KEY not in client.session


class TestNoWayAroundTheMunicipality:
    """Who gives his second step there has none here: nothing may let somebody else set one up for him."""

    def test_a_mailbox_alone_opens_nothing(self, cast: Cast, provider: Provider, client: Client):
        client.post(reverse("account_reset_password"), {"email": cast.noor.email})
        assert mail.outbox[-1].subject == "Inloggen bij Regie"
        assert "http" not in mail.outbox[-1].body

    def test_with_a_second_step_here_the_mail_helps(
        self, noor_with_app: User, provider: Provider, client: Client
    ):
        client.post(reverse("account_reset_password"), {"email": noor_with_app.email})
        assert "http" in mail.outbox[-1].body

    def test_a_session_of_a_while_ago_sets_up_no_second_step(
        self, cast: Cast, provider: Provider, client: Client
    ):
        cast.noor.set_unusable_password()
        cast.noor.save()
        provider.sign_in(client, provider.knows("while-ago", **VERIFIED, **TWO_STEPS))
        assert client.get(reverse("mfa_add_webauthn")).status_code == 200
        session = client.session
        (record,) = session["account_authentication_methods"]
        session["account_authentication_methods"] = [record | {"at": record["at"] - 301}]
        session.save()
        for name in ("mfa_add_webauthn", "mfa_activate_totp"):
            assert reverse("account_login") in client.post(reverse(name)).headers["Location"], name
        assert stays_out(client)

    def test_a_session_sets_no_password(self, cast: Cast, provider: Provider, client: Client):
        cast.noor.set_unusable_password()
        cast.noor.save()
        provider.sign_in(client, provider.knows("no-password", **VERIFIED, **TWO_STEPS))
        for name in ("account_change_password", "account_set_password"):
            client.post(
                reverse(name), {"password1": "een nieuw wachtwoord", "password2": "een nieuw wachtwoord"}
            )
        cast.noor.refresh_from_db()
        assert not cast.noor.has_usable_password()
        assert "U heeft hier geen wachtwoord." in client.get(reverse("entrance:account")).content.decode()


class TestWhoTampers:
    def test_with_the_state(self, cast: Cast, provider: Provider, client: Client):
        back = provider.address_back(client, provider.knows("state-1", **VERIFIED, **TWO_STEPS))
        answer = client.get(back.replace("state=", "state=x"))
        assert answer.status_code == 401
        assert "Inloggen lukte niet" in answer.content.decode()
        assert stays_out(client)

    def test_by_sending_somebody_else_to_his_own_address_back(
        self, cast: Cast, provider: Provider, client: Client
    ):
        back = provider.address_back(client, provider.knows("state-2", **VERIFIED, **TWO_STEPS))
        victim = Client()
        assert victim.get(back).status_code == 401
        assert stays_out(victim)

    def test_by_going_back_twice(self, cast: Cast, provider: Provider, client: Client):
        back = provider.address_back(client, provider.knows("state-3", **VERIFIED, **TWO_STEPS))
        client.get(back)
        other = Client()
        other.cookies["sessionid"] = client.cookies["sessionid"].value
        assert other.get(back).status_code == 401

    def test_with_the_code(self, cast: Cast, provider: Provider, client: Client):
        back = provider.address_back(client, provider.knows("code", **VERIFIED, **TWO_STEPS))
        answer = client.get(back.replace("code=", "code=x"))
        assert answer.status_code == 401
        assert stays_out(client)

    def test_by_asking_without_a_button(self, cast: Cast, provider: Provider, client: Client):
        page = client.get(reverse("openid_connect_login", args=["gemeente"]))
        assert page.status_code == 200
        assert "Inloggen met Gemeente Sittard-Geleen" in page.content.decode()

    def test_with_a_provider_of_his_own(self, cast: Cast, provider: Provider, client: Client):
        assert client.post(reverse("openid_connect_login", args=["kwaad"])).status_code == 404


class TestTheProviderFails:
    def test_it_is_away(self, cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch, settings):
        point_to(f"http://127.0.0.1:{free_port()}", monkeypatch, settings)
        self.fails(client.post(reverse("openid_connect_login", args=["gemeente"])))

    @pytest.mark.parametrize("path", ["/niets", "/jwks?/.well-known/", "/?/.well-known/"])
    def test_it_answers_nonsense(
        self, cast, provider: Provider, client: Client, monkeypatch, settings, path: str
    ):
        point_to(f"{provider.issuer}{path}", monkeypatch, settings)
        self.fails(client.post(reverse("openid_connect_login", args=["gemeente"])))

    def test_it_goes_away_meanwhile(self, cast, provider: Provider, client: Client, monkeypatch, settings):
        back = provider.address_back(client, provider.knows("away", **VERIFIED, **TWO_STEPS))
        point_to(f"http://127.0.0.1:{free_port()}", monkeypatch, settings)
        self.fails(client.get(back))
        assert stays_out(client)

    def test_it_says_that_something_went_wrong(self, cast: Cast, provider: Provider, client: Client):
        back = provider.address_back(client, provider.knows("wrong", **VERIFIED))
        state = back.partition("state=")[2].partition("&")[0]
        callback = reverse("openid_connect_callback", args=["gemeente"])
        self.fails(client.get(f"{callback}?state={state}&error=server_error&error_description=<b>boem</b>"))

    def test_he_stops_there_himself(self, cast: Cast, provider: Provider, client: Client):
        back = provider.address_back(client, provider.knows("stops", **VERIFIED))
        state = back.partition("state=")[2].partition("&")[0]
        callback = reverse("openid_connect_callback", args=["gemeente"])
        answer = client.get(f"{callback}?state={state}&error=access_denied", follow=True)
        assert "U bent niet ingelogd" in answer.content.decode()

    @staticmethod
    def fails(answer) -> None:
        assert answer.status_code in (401, 502)
        assert "De inlogdienst van uw organisatie gaf geen goed antwoord." in answer.content.decode()
        assert "boem" not in answer.content.decode()
