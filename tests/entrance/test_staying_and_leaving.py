"""A session lasts half an hour from the last click; who leaves, leaves nothing behind."""

from datetime import timedelta

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from regie.accounts.models import User
from tests.cast import Cast, sign_in
from tests.entrance.codes import come_in


def ends_in() -> timedelta:
    """How long the one session still lasts."""
    return Session.objects.get().expire_date - timezone.now()


class TestStaying:
    def test_it_lasts_half_an_hour(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        assert timedelta(minutes=29) < ends_in() <= timedelta(minutes=30)

    def test_every_click_starts_it_anew(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
        client.get(reverse("desk:people"))
        assert ends_in() > timedelta(minutes=29)

    def test_so_does_staying_without_a_click(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
        assert client.post(reverse("entrance:stay")).status_code == 204
        assert ends_in() > timedelta(minutes=29)

    def test_a_session_that_ended_does_not_come_back(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
        assert client.post(reverse("entrance:stay")).status_code == 302
        assert client.get(reverse("desk:people")).status_code == 302

    def test_the_browser_forgets_it_when_it_closes(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        cookie = client.cookies["sessionid"]
        assert cookie["max-age"] == cookie["expires"] == ""
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")

    def test_the_page_knows_when_to_warn(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        page = client.get(reverse("desk:people")).content.decode()
        assert 'data-session-seconds="1800"' in page
        assert 'data-warning-seconds="120"' in page


class TestLeaving:
    def test_the_session_is_gone(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        left = client.post(reverse("account_logout"))
        assert left.headers["Location"] == reverse("account_login")
        assert SESSION_KEY not in client.session
        assert not Session.objects.exists()
        assert "U bent uitgelogd." in client.get(reverse("account_login")).content.decode()

    def test_a_copy_of_the_cookie_opens_nothing_any_more(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        copy = Client()
        copy.cookies["sessionid"] = client.cookies["sessionid"].value
        assert copy.get(reverse("desk:people")).status_code == 200
        client.post(reverse("account_logout"))
        assert copy.get(reverse("desk:people")).status_code == 302

    def test_only_by_a_button(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        assert "Wilt u uitloggen?" in client.get(reverse("account_logout")).content.decode()
        assert client.get(reverse("desk:people")).status_code == 200

    def test_twice_is_no_error(self, client: Client):
        assert client.post(reverse("account_logout")).status_code == 302

    def test_who_stops_at_the_second_step_has_to_begin_anew(self, noor_with_app: User, client: Client):
        come_in(client, noor_with_app)
        client.post(reverse("account_logout"))
        assert client.get(reverse("mfa_authenticate")).headers["Location"] == reverse("account_login")


class TestNothingIsKeptByABrowser:
    def test_every_page_of_who_signed_in_says_so(self, cast: Cast):
        client = sign_in(cast.noor)
        for name in ("desk:people", "desk:referrals", "entrance:account", "account_change_password"):
            assert "no-store" in client.get(reverse(name)).headers["Cache-Control"], name

    def test_also_a_page_that_is_not_there(self, cast: Cast):
        answer = sign_in(cast.noor).get("/niets/")
        assert answer.status_code == 404
        assert "no-store" in answer.headers["Cache-Control"]
