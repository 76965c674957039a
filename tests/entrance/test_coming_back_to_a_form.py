"""A session ended while somebody was typing: after signing in again it is still there, for him alone."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from regie.accounts.models import User
from regie.contacts.models import ContactMoment
from regie.trajectories.models import Referral, Trajectory
from tests.cast import Cast
from tests.entrance.codes import PASSWORD, code, come_in, give_app, give_code, give_password
from tests.factories import people

REFERRAL = {
    "given_names": "Zoë",
    "family_name": "Bijl",
    "birth_date": "31-12-2004",
    "bsn": "",
    "referred_by": "PI Sittard, Els",
    "happened_on": "gisteren",
    "detained_since": "",
    "facility": "PI Sittard",
    "told": "Regel een.\nRegel twee & <b>drie</b>.",
}


@pytest.fixture
def writing(noor_with_app: User, client: Client) -> Client:
    """Noor, signed in through the door, in the browser she works in."""
    come_in(client, noor_with_app)
    return client


def session_ends() -> None:
    """Half an hour without a click."""
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))


def send(client: Client, url: str, typed: dict[str, str]):
    """Sends a form when the session has ended, and comes to the door."""
    session_ends()
    sent = client.post(url, typed)
    assert sent.headers["Location"] == f"{reverse('account_login')}?next={url}"
    door = client.get(sent.headers["Location"])
    assert "U was uitgelogd. Log opnieuw in: wat u typte, blijft bewaard." in door.content.decode()
    return client


def come_back(client: Client, user: User, url: str, typed: str):
    """Signs in again and opens the page where he was."""
    door = f"{reverse('account_login')}?next={url}"
    client.post(door, {"login": user.email, "password": PASSWORD, "next": url})
    assert give_code(client, typed).headers["Location"] == url
    return client.get(url)


class TestNothingIsLost:
    def test_a_referral(self, writing: Client, noor_with_app: User):
        url = reverse("desk:register_referral")
        send(writing, url, REFERRAL)

        page = come_back(writing, noor_with_app, url, code(periods=1))

        form = page.context["form"]
        assert {name: form[name].value() for name in REFERRAL} == REFERRAL
        assert "Wat u typte, staat er nog." in page.content.decode()
        assert not Referral.objects.exists()

    def test_a_moment_of_contact(self, writing: Client, noor_with_app: User, trajectory: Trajectory):
        url = reverse("desk:log_contact", args=[trajectory.person.ref])
        typed = {"outcome": "made", "kind": "phone", "happened_on": "1-11-2026", "words": "Hij wil werken."}
        send(writing, url, typed)

        form = come_back(writing, noor_with_app, url, code(periods=1)).context["form"]

        assert {name: form[name].value() for name in typed} == typed
        assert not ContactMoment.objects.exists()

    def test_an_acceptance(self, writing: Client, noor_with_app: User, referral: Referral):
        people.weigh(referral, by=noor_with_app, at=timezone.now())
        url = reverse("desk:accept_referral", args=[referral.ref])
        send(writing, url, {"planned_end": "1-2-2031"})

        form = come_back(writing, noor_with_app, url, code(periods=1)).context["form"]

        assert form["planned_end"].value() == "1-2-2031"
        assert not Trajectory.objects.exists()

    def test_sending_it_twice_afterwards_makes_one(
        self, writing: Client, noor_with_app: User, trajectory: Trajectory
    ):
        url = reverse("desk:log_contact", args=[trajectory.person.ref])
        empty = writing.get(url).context["form"]
        typed = {"outcome": "made", "kind": "phone", "happened_on": "18-11-2026", "words": "Ja."}
        typed["submission"] = str(empty["submission"].value())
        send(writing, url, typed)
        form = come_back(writing, noor_with_app, url, code(periods=1)).context["form"]
        assert form["submission"].value() == typed["submission"]
        for _ in range(2):
            writing.post(url, typed)
        assert ContactMoment.objects.count() == 1

    def test_it_is_shown_once(self, writing: Client, noor_with_app: User):
        url = reverse("desk:register_referral")
        send(writing, url, REFERRAL)
        come_back(writing, noor_with_app, url, code(periods=1))
        assert writing.get(url).context["form"]["given_names"].value() is None

    def test_another_page_in_between_does_no_harm(self, writing: Client, noor_with_app: User):
        url = reverse("desk:register_referral")
        send(writing, url, REFERRAL)
        give_password(writing, noor_with_app)
        give_code(writing, code(periods=1))
        writing.get(reverse("desk:people"))
        assert writing.get(url).context["form"]["given_names"].value() == "Zoë"

    def test_nor_does_the_nightly_cleaning(self, writing: Client, noor_with_app: User):
        url = reverse("desk:register_referral")
        session_ends()
        call_command("clearsessions")
        send(writing, url, REFERRAL)
        assert (
            come_back(writing, noor_with_app, url, code(periods=1)).context["form"]["told"].value()
            == REFERRAL["told"]
        )


class TestNobodyElseSeesIt:
    def test_a_colleague_who_signs_in_on_the_same_computer(self, writing: Client, cast: Cast):
        url = reverse("desk:register_referral")
        send(writing, url, REFERRAL)
        give_app(cast.sem, "S" * 32)
        page = come_back(writing, cast.sem, url, code("S" * 32))
        assert "Zoë" not in page.content.decode()
        assert page.context["form"]["given_names"].value() is None
        assert "parked_form" not in writing.session

    def test_nor_does_she_after_him(self, writing: Client, cast: Cast, noor_with_app: User):
        url = reverse("desk:register_referral")
        send(writing, url, REFERRAL)
        give_app(cast.sem, "S" * 32)
        come_back(writing, cast.sem, url, code("S" * 32))
        writing.post(reverse("account_logout"))
        page = come_back(writing, noor_with_app, url, code(periods=1))
        assert page.context["form"]["given_names"].value() is None

    def test_the_door_itself_shows_nothing_of_it(self, writing: Client):
        send(writing, reverse("desk:register_referral"), REFERRAL)
        for name in ("account_login", "account_reset_password"):
            assert "Zoë" not in writing.get(reverse(name)).content.decode()

    def test_it_cannot_be_read_in_the_database(self, writing: Client):
        send(writing, reverse("desk:register_referral"), REFERRAL)
        assert Session.objects.count() == 2
        for session in Session.objects.all():
            assert "Zo" not in str(session.get_decoded())
            assert "Sittard" not in session.session_data

    def test_who_never_signed_in_leaves_nothing_behind(self, cast: Cast, client: Client):
        sent = client.post(reverse("desk:register_referral"), REFERRAL)
        assert sent.status_code == 302
        assert not Session.objects.exists()

    def test_who_signed_out_himself_leaves_nothing_behind(self, writing: Client):
        writing.post(reverse("account_logout"))
        writing.post(reverse("desk:register_referral"), REFERRAL)
        assert "parked_form" not in writing.session

    def test_a_password_is_never_kept(self, writing: Client):
        session_ends()
        typed = {"oldpassword": "geheim", "password1": "geheimer", "password2": "geheimer"}
        writing.post(reverse("account_change_password"), typed)
        assert "parked_form" not in writing.session
