"""Somebody signs in: a password, a second step, and what happens without one of them."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from regie.accounts.models import User
from regie.entrance.second_factor import CONFIRMED
from tests.cast import Cast
from tests.entrance.codes import (
    SECRET,
    code,
    come_in,
    give_app,
    give_code,
    give_password,
    give_recovery_codes,
)

HOME = "/"


def is_in(client: Client) -> bool:
    """Whether a page of work opens."""
    return client.get(reverse("desk:people")).status_code == 200


class TestWithTheApp:
    def test_a_password_and_then_a_code(self, noor_with_app: User, client: Client):
        first = give_password(client, noor_with_app)
        assert first.headers["Location"] == reverse("mfa_authenticate")
        assert not is_in(client)

        second = give_code(client, code())

        assert second.headers["Location"] == HOME
        assert is_in(client)

    def test_the_address_may_be_typed_in_capitals(self, noor_with_app: User, client: Client):
        give_password(client, " Noor@Example.NL ")
        assert give_code(client, code()).headers["Location"] == HOME

    def test_spaces_in_a_code_do_no_harm(self, noor_with_app: User, client: Client):
        shown = code()
        give_password(client, noor_with_app)
        assert give_code(client, f"{shown[:3]} {shown[3:]}").headers["Location"] == HOME

    @pytest.mark.parametrize("periods", [-1, 1])
    def test_a_phone_may_be_half_a_minute_off(self, noor_with_app: User, client: Client, periods: int):
        give_password(client, noor_with_app)
        assert give_code(client, code(periods=periods)).headers["Location"] == HOME

    def test_a_code_of_minutes_ago_is_refused(self, noor_with_app: User, client: Client):
        give_password(client, noor_with_app)
        assert "Deze code klopt niet" in give_code(client, code(periods=-5)).content.decode()
        assert not is_in(client)

    def test_a_used_code_is_refused_for_as_long_as_it_is_good(self, noor_with_app: User, client: Client):
        used = code(periods=1)
        give_password(client, noor_with_app)
        give_code(client, used)

        # allauth forgets a used code after half a minute, while the clock's tolerance keeps it good for longer.
        cache.delete(f"allauth.mfa.totp.used?user={noor_with_app.pk}&code={used}")
        thief = Client()
        give_password(thief, noor_with_app)

        assert "u gebruikte hem al" in give_code(thief, used).content.decode()
        assert not is_in(thief)


class TestWithARecoveryCode:
    def test_it_opens_the_door_once(self, noor_with_app: User):
        (once, *_) = give_recovery_codes(noor_with_app)
        for expected in (True, False):
            client = Client()
            give_password(client, noor_with_app)
            give_code(client, once)
            assert is_in(client) is expected

    def test_another_one_still_works(self, noor_with_app: User):
        codes = give_recovery_codes(noor_with_app)
        for each in codes[:2]:
            client = Client()
            give_password(client, noor_with_app)
            give_code(client, each)
        assert is_in(client)


class TestWithoutASecondStep:
    def test_he_is_led_to_set_one_up_and_reaches_nothing_else(self, cast: Cast, client: Client):
        came = give_password(client, cast.noor)
        assert came.headers["Location"] == HOME
        for name in (
            "entrance:home",
            "desk:people",
            "desk:referrals",
            "entrance:account",
            "account_change_password",
        ):
            assert client.get(reverse(name)).headers["Location"] == reverse("mfa_activate_totp"), name

    def test_he_does_not_see_where_he_could_go(self, cast: Cast, client: Client):
        give_password(client, cast.noor)
        page = client.get(reverse("mfa_activate_totp")).content.decode()
        assert "Aanmeldingen" not in page
        assert "Uitloggen" in page

    def test_once_he_set_it_up_he_is_in(self, cast: Cast, client: Client):
        give_password(client, cast.noor)
        secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
        done = client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
        assert done.headers["Location"] == reverse("mfa_view_recovery_codes")
        assert is_in(client)

    def test_a_session_from_before_his_second_step_is_no_way_around_it(self, cast: Cast):
        thief = Client()
        give_password(thief, cast.noor)
        give_app(cast.noor)

        for name in ("desk:people", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate"):
            give_password(thief, cast.noor)
            assert reverse("account_login") in thief.get(reverse(name)).headers["Location"], name
        assert not is_in(thief)


class TestWhoIsRefused:
    def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(
        self, noor_with_app: User, client: Client
    ):
        wrong = give_password(client, noor_with_app, "iets anders")
        unknown = give_password(Client(), "niemand@example.nl", "iets anders")
        assert "Dit e-mailadres en dit wachtwoord horen niet bij elkaar." in wrong.content.decode()
        assert _without_typing(wrong) == _without_typing(unknown)

    def test_an_unknown_address_costs_as_much_hashing_as_a_known_one(
        self, noor_with_app: User, client: Client, monkeypatch: pytest.MonkeyPatch
    ):
        hashed: list[str] = []
        encode = MD5PasswordHasher.encode
        monkeypatch.setattr(
            MD5PasswordHasher, "encode", lambda self, *given: (hashed.append("once"), encode(self, *given))[1]
        )
        give_password(client, noor_with_app, "iets anders")
        known = len(hashed)
        give_password(client, "niemand@example.nl", "iets anders")
        assert len(hashed) == 2 * known > 0

    def test_an_account_that_was_switched_off(self, noor_with_app: User, client: Client):
        User.objects.filter(pk=noor_with_app.pk).update(is_active=False)
        came = give_password(client, noor_with_app)
        assert came.headers["Location"] == reverse("account_inactive")
        assert client.get(reverse("mfa_authenticate")).headers["Location"] == reverse("account_login")

    def test_an_account_that_is_switched_off_while_he_works(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        User.objects.filter(pk=noor_with_app.pk).update(is_active=False)
        assert not is_in(client)

    def test_the_second_step_alone_is_nothing(self, noor_with_app: User, client: Client):
        assert give_code(client, code()).headers["Location"] == reverse("account_login")

    def test_nobody_signs_himself_up(self, client: Client):
        assert client.get("/inloggen/aanmelden/").status_code == 404
        page = client.get(reverse("account_login")).content.decode().lower()
        assert "registre" not in page
        assert "account aanmaken" not in page


class TestTheSession:
    def test_it_gets_another_key_at_the_door(self, noor_with_app: User, client: Client):
        give_password(client, noor_with_app)
        before = client.cookies["sessionid"].value
        give_code(client, code())
        assert client.cookies["sessionid"].value != before

    def test_it_says_that_a_second_step_was_given(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        assert client.session[CONFIRMED] is True

    def test_after_a_new_password_every_other_session_is_over(self, noor_with_app: User, client: Client):
        elsewhere = Client()
        come_in(elsewhere, noor_with_app)
        noor_with_app.set_password("een heel ander wachtwoord")
        noor_with_app.save()
        assert not is_in(elsewhere)


class TestWhereHeComesOut:
    def test_the_page_he_asked_for(self, noor_with_app: User, client: Client):
        wanted = reverse("desk:referrals")
        asked = client.get(wanted)
        assert asked.headers["Location"] == f"{reverse('account_login')}?next={wanted}"
        client.post(
            asked.headers["Location"],
            {"login": noor_with_app.email, "password": "een-lang-wachtwoord", "next": wanted},
        )
        assert give_code(client, code()).headers["Location"] == wanted

    @pytest.mark.parametrize(
        "next_url",
        [
            "https://kwaad.example/",
            "//kwaad.example/",
            "https:kwaad.example",
            "javascript:alert(1)",
            "/\\kwaad.example",
            "http://testserver@kwaad.example/",
        ],
    )
    def test_never_another_site(self, noor_with_app: User, client: Client, next_url: str):
        typed = {"login": noor_with_app.email, "password": "een-lang-wachtwoord", "next": next_url}
        client.post(f"{reverse('account_login')}?next={next_url}", typed)
        assert give_code(client, code()).headers["Location"] == HOME


class TestWhatIsStored:
    def test_the_secret_of_the_app_is_sealed(self, noor_with_app: User):
        stored = Authenticator.objects.get(user=noor_with_app, type=Authenticator.Type.TOTP)
        assert SECRET not in str(stored.data)

    def test_so_are_the_recovery_codes(self, noor_with_app: User):
        codes = give_recovery_codes(noor_with_app)
        stored = Authenticator.objects.get(user=noor_with_app, type=Authenticator.Type.RECOVERY_CODES)
        assert len(codes) == 10
        assert not any(each in str(stored.data) for each in codes)

    def test_a_secret_that_is_being_set_up_is_sealed_too(self, cast: Cast, client: Client):
        give_password(client, cast.noor)
        secret = client.get(reverse("mfa_activate_totp")).context["form"].secret
        assert Session.objects.exists()
        assert not any(secret in session.session_data for session in Session.objects.all())
        assert client.session["mfa.totp.secret"] == secret


def _without_typing(response: HttpResponse) -> str:
    """The page without what differs by itself: the token, the address that was typed."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())
    return re.sub(r'value="[^"]+@example\.nl"', "", page)
