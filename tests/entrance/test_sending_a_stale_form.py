"""A form comes back with a token that is no longer good, or from somewhere else."""

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from regie.trajectories.models import Referral
from tests.cast import Cast, sign_in
from tests.entrance.test_coming_back_to_a_form import REFERRAL

OUR_OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}
FROM_ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {},
]
REGISTER = "/aanmeldingen/nieuw/"


@pytest.fixture
def strict(cast: Cast) -> Client:
    """Noor's client, held to the token like a browser."""
    client = sign_in(cast.noor)
    client.handler.enforce_csrf_checks = True
    return client


def send(client: Client, headers: dict[str, str], path: str = REGISTER, **typed: str) -> HttpResponse:
    """Sends a form with a token of another session."""
    client.get(path)
    return client.post(path, (typed or REFERRAL) | {"csrfmiddlewaretoken": "x" * 64}, headers=headers)


class TestFromOurOwnPage:
    def test_the_form_comes_back_with_what_was_typed(self, strict: Client):
        sent = send(strict, OUR_OWN_PAGE)
        assert sent.headers["Location"] == REGISTER

        page = strict.get(REGISTER)

        assert "Dit formulier was verlopen. Er is nog niets opgeslagen." in page.content.decode()
        assert page.context["form"]["told"].value() == REFERRAL["told"]
        assert not Referral.objects.exists()

    def test_the_token_on_that_page_is_good(self, strict: Client):
        send(strict, OUR_OWN_PAGE)
        form = strict.get(REGISTER).context["form"]
        typed = REFERRAL | {"happened_on": "18-11-2026", "municipality": str(form["municipality"].value())}
        token = strict.cookies["csrftoken"].value
        assert strict.post(REGISTER, typed | {"csrfmiddlewaretoken": token}).status_code == 302
        assert Referral.objects.count() == 1

    def test_at_the_door_he_is_asked_again_and_no_password_is_kept(self, cast: Cast):
        client = Client(enforce_csrf_checks=True)
        door = reverse("account_login")
        sent = send(client, OUR_OWN_PAGE, door, login="noor@example.nl", password="geheim")
        assert sent.headers["Location"] == door
        assert "Dit formulier was verlopen." in client.get(door).content.decode()
        assert "parked_form" not in client.session

    def test_signing_out_with_an_old_token_asks_whether_he_wants_to(self, strict: Client):
        out = reverse("account_logout")
        assert send(strict, OUR_OWN_PAGE, out, stay="no").headers["Location"] == out
        assert "Wilt u uitloggen?" in strict.get(out).content.decode()

    def test_a_browser_that_keeps_no_cookies_gets_a_page_and_no_circle(self, cast: Cast):
        client = Client(enforce_csrf_checks=True)
        sent = client.post(reverse("account_login"), {"login": "x"}, headers=OUR_OWN_PAGE)
        assert sent.status_code == 403


class TestFromElsewhere:
    @pytest.mark.parametrize("headers", FROM_ELSEWHERE, ids=str)
    def test_it_is_refused_and_nothing_is_kept(self, strict: Client, headers: dict[str, str]):
        sent = send(strict, headers)
        assert sent.status_code == 403
        assert "Zoë" not in sent.content.decode()
        assert strict.get(REGISTER).context["form"]["given_names"].value() is None
        assert not Referral.objects.exists()

    def test_a_page_elsewhere_that_sends_to_us_with_a_good_token_in_its_own_cookie(self, cast: Cast):
        client = Client(enforce_csrf_checks=True)
        sent = client.post(
            reverse("account_login"),
            {"login": cast.noor.email, "password": "een-lang-wachtwoord"},
            headers={"Origin": "https://kwaad.example", "Sec-Fetch-Site": "cross-site"},
        )
        assert sent.status_code == 403


class TestADoubleClick:
    def test_the_same_form_twice_is_one_referral(self, cast: Cast):
        client = sign_in(cast.noor)
        form = client.get(REGISTER).context["form"]
        typed = REFERRAL | {
            "happened_on": "18-11-2026",
            "municipality": str(form["municipality"].value()),
            "submission": str(form["submission"].value()),
        }
        first, second = client.post(REGISTER, typed), client.post(REGISTER, typed)
        assert first.headers["Location"] == second.headers["Location"]
        assert Referral.objects.count() == 1


class TestAStrangeHost:
    def test_it_gets_a_plain_page(self, client: Client):
        answer = client.get("/inloggen/", headers={"Host": "kwaad.example"})
        assert answer.status_code == 400
        assert "Dit kunnen wij niet lezen" in answer.content.decode()
        assert "kwaad.example" not in answer.content.decode()
