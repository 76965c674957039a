"""Somebody signs in at the municipality itself: a real OpenID provider, whose word is weighed every time."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialLogin, SocialToken
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from regie.accounts.models import User
from regie.entrance.provider import Refusal, account_behind, asked_two_steps
from tests.cast import Cast, sign_in
from tests.entrance.codes import PASSWORD, code, give_app, give_code, give_password
from tests.entrance.provider import TWO_STEPS, Provider
from tests.factories.partners import professional, seat

VERIFIED = {"email": "noor@example.nl", "email_verified": True}


def is_in(client: Client) -> bool:
    """Whether a page of work opens."""
    return client.get(reverse("desk:people")).status_code == 200


def stays_out(client: Client) -> bool:
    """Whether nobody signed in."""
    return SESSION_KEY not in client.session


class TestWhoIsKnown:
    def test_comes_in_when_the_municipality_asked_two_steps(
        self, cast: Cast, provider: Provider, client: Client
    ):
        noor = provider.knows("noor-1", **VERIFIED, **TWO_STEPS)
        assert provider.sign_in(client, noor).headers["Location"] == "/"
        assert is_in(client)

    def test_a_partner_comes_in_at_his_own_desk_and_nowhere_else(
        self, cast: Cast, provider: Provider, client: Client, now
    ):
        els = seat(professional(cast, "Els Janssen", at=now), at=now)
        known = provider.knows("els-1", email=els.email, email_verified=True, **TWO_STEPS)
        assert provider.sign_in(client, known).headers["Location"] == "/"
        assert client.get(reverse("partnerdesk:asked")).status_code == 200
        assert not is_in(client)

    def test_in_capitals_too(self, cast: Cast, provider: Provider, client: Client):
        noor = provider.knows("noor-2", **(VERIFIED | {"email": "Noor@Example.NL"}), **TWO_STEPS)
        provider.sign_in(client, noor)
        assert is_in(client)

    def test_goes_to_the_page_he_asked_for(self, cast: Cast, provider: Provider, client: Client):
        noor = provider.knows("noor-3", **VERIFIED, **TWO_STEPS)
        wanted = reverse("desk:referrals")
        assert provider.sign_in(client, noor, query=f"?next={wanted}").headers["Location"] == wanted

    def test_never_to_another_site(self, cast: Cast, provider: Provider, client: Client):
        noor = provider.knows("noor-4", **VERIFIED, **TWO_STEPS)
        assert provider.sign_in(client, noor, query="?next=https://kwaad.example/").headers["Location"] == "/"

    def test_his_password_here_stays_what_it_was(self, cast: Cast, provider: Provider, client: Client):
        provider.sign_in(client, provider.knows("noor-5", **VERIFIED, **TWO_STEPS))
        cast.noor.refresh_from_db()
        assert cast.noor.check_password(PASSWORD)

    def test_nothing_of_him_is_kept(self, cast: Cast, provider: Provider, client: Client):
        provider.sign_in(client, provider.knows("noor-6", **VERIFIED, **TWO_STEPS))
        assert not SocialAccount.objects.exists()
        assert not SocialToken.objects.exists()


class TestTheSecondStep:
    def test_it_is_asked_here_when_the_municipality_asked_one_step(
        self, noor_with_app: User, provider: Provider, client: Client
    ):
        noor = provider.knows("one-1", **VERIFIED, amr=["pwd"])
        assert provider.sign_in(client, noor).headers["Location"] == reverse("mfa_authenticate")
        assert stays_out(client)
        give_code(client, code())
        assert is_in(client)

    def test_also_when_it_says_nothing_about_steps(
        self, noor_with_app: User, provider: Provider, client: Client
    ):
        noor = provider.knows("one-2", **VERIFIED)
        assert provider.sign_in(client, noor).headers["Location"] == reverse("mfa_authenticate")

    def test_it_has_to_be_set_up_by_who_has_none(self, cast: Cast, provider: Provider, client: Client):
        provider.sign_in(client, provider.knows("one-3", **VERIFIED))
        assert client.get(reverse("desk:people")).headers["Location"] == reverse("mfa_activate_totp")
        secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
        client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
        assert is_in(client)

    def test_it_is_not_asked_twice(self, noor_with_app: User, provider: Provider, client: Client):
        provider.sign_in(client, provider.knows("two-1", **VERIFIED, **TWO_STEPS))
        assert is_in(client)

    def test_two_steps_there_say_nothing_of_a_password_here(
        self, cast: Cast, provider: Provider, client: Client
    ):
        provider.sign_in(client, provider.knows("two-2", **VERIFIED, **TWO_STEPS))
        client.post(reverse("account_logout"))
        give_password(client, cast.noor)
        assert not is_in(client)

    @pytest.mark.parametrize(
        ("amr", "two"),
        [
            (["mfa"], True),
            (["pwd", "otp"], True),
            (["pin", "hwk"], True),
            (["pwd", "face"], True),
            (["pwd"], False),
            (["otp"], False),
            (["pwd", "pin"], False),
            (["hwk", "otp"], False),
            ("mfa", False),
            (None, False),
            ([], False),
            ([["mfa"]], False),
        ],
        ids=str,
    )
    def test_what_counts_as_two_steps(self, amr: object, two: bool):
        assert asked_two_steps(_login({"id_token": {"amr": amr}})) is two


class TestWhoIsRefused:
    def test_an_unknown_address_gets_a_clear_page_and_no_account(
        self, cast: Cast, provider: Provider, client: Client
    ):
        before = User.objects.count()
        stranger = provider.knows("stranger", email="vreemd@example.nl", email_verified=True, **TWO_STEPS)
        answer = provider.sign_in(client, stranger)
        assert answer.status_code == 403
        page = answer.content.decode()
        assert "Wij kennen dit account niet: vreemd@example.nl." in page
        assert "Vraag uw beheerder" in page
        assert User.objects.count() == before
        assert stays_out(client)

    @pytest.mark.parametrize("claim", [False, None, "true", "false", "yes", 1], ids=repr)
    def test_an_address_that_is_not_verified(
        self, cast: Cast, provider: Provider, client: Client, claim: object
    ):
        noor = provider.knows("unverified", email="noor@example.nl", email_verified=claim, **TWO_STEPS)
        answer = provider.sign_in(client, noor)
        assert answer.status_code == 403
        assert "niet bevestigd" in answer.content.decode()
        assert stays_out(client)

    def test_nobody_says_whether_it_is_verified(self, cast: Cast, provider: Provider, client: Client):
        noor = provider.knows("silent", email="noor@example.nl", **TWO_STEPS)
        assert provider.sign_in(client, noor).status_code == 403

    def test_no_address_at_all(self, cast: Cast, provider: Provider, client: Client):
        assert provider.sign_in(client, provider.knows("nameless", email_verified=True)).status_code == 403

    def test_an_account_that_is_off(self, cast: Cast, provider: Provider, client: Client):
        User.objects.filter(pk=cast.noor.pk).update(is_active=False)
        noor = provider.knows("off", **VERIFIED, **TWO_STEPS)
        assert provider.sign_in(client, noor).headers["Location"] == reverse("account_inactive")
        assert stays_out(client)

    def test_an_address_with_something_in_it_is_shown_as_text(
        self, cast: Cast, provider: Provider, client: Client
    ):
        evil = provider.knows("evil", email="<script>alert(1)</script>@example.nl", email_verified=True)
        assert "<script>alert" not in provider.sign_in(client, evil).content.decode()

    def test_two_answers_about_two_people(self, cast: Cast):
        told = {"userinfo": {"sub": "a"} | VERIFIED, "id_token": {"sub": "b"} | VERIFIED}
        with pytest.raises(Refusal, match="twee verschillende antwoorden"):
            account_behind(_login(told))

    def test_who_wants_to_link_an_account(self, cast: Cast, provider: Provider):
        client = sign_in(cast.sem)
        noor = provider.knows("linking", **VERIFIED, **TWO_STEPS)
        answer = provider.sign_in(client, noor, query="?process=connect")
        assert answer.status_code == 403
        assert not SocialAccount.objects.exists()


class TestWithoutAProvider:
    def test_the_door_does_not_mention_one(self, cast: Cast, client: Client):
        assert "Inloggen met Gemeente" not in client.get(reverse("account_login")).content.decode()

    def test_with_one_it_does(self, cast: Cast, provider: Provider, client: Client):
        assert "Inloggen met Gemeente Sittard-Geleen" in client.get(reverse("account_login")).content.decode()

    def test_its_address_is_not_there(self, cast: Cast, client: Client):
        assert client.post(reverse("openid_connect_login", args=["gemeente"])).status_code == 404


class TestWhileHeWaits:
    def test_what_the_provider_told_is_sealed(self, noor_with_app: User, provider: Provider, client: Client):
        """Between the steps allauth keeps it in the session, with the hash of his password."""
        provider.sign_in(client, provider.knows("waits", **VERIFIED))
        stored = "".join(session.session_data for session in Session.objects.all())
        assert "noor@example.nl" not in stored
        assert noor_with_app.password not in stored
        assert not Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).exists()

    def test_who_is_in_and_comes_again_as_a_colleague_is_the_colleague(self, cast: Cast, provider: Provider):
        client = sign_in(cast.sem)
        give_app(cast.noor)
        answer = provider.sign_in(client, provider.knows("switch", **VERIFIED, amr=["pwd"]))
        assert answer.headers["Location"] == reverse("mfa_authenticate")
        assert not is_in(client)


def _login(told: dict[str, object]) -> SocialLogin:
    login = SocialLogin(account=SocialAccount(extra_data=told))
    login.state = {"process": "login"}
    return login
