"""Somebody guesses: an account is locked for a while, and nobody else is."""

import time
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from allauth.core.internal import ratelimit
from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from regie.accounts.models import User
from tests.cast import Cast
from tests.entrance.codes import code, come_in, give_app, give_code, give_password

LOCKED = "Dat was te vaak niet goed. Wacht vijf minuten en probeer het dan opnieuw."


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Lets the clock by which wrong tries are counted run so many seconds ahead."""

    def run_ahead(seconds: float) -> None:
        clock = SimpleNamespace(
            time=lambda: time.time() + seconds, monotonic=time.monotonic, sleep=time.sleep
        )
        monkeypatch.setattr(ratelimit, "time", clock)

    return run_ahead


def guess(user: User | str, times: int, **extra: str) -> str:
    """So many wrong passwords; what the last page says."""
    for _ in range(times):
        page = give_password(Client(), user, "gegokt", **extra)
    return page.content.decode()


class TestWrongPasswords:
    def test_five_lock_the_account_also_for_the_right_password(self, noor_with_app: User, client: Client):
        assert LOCKED not in guess(noor_with_app, 5)
        assert LOCKED in give_password(client, noor_with_app).content.decode()

    def test_four_do_not(self, noor_with_app: User, client: Client):
        guess(noor_with_app, 4)
        assert come_in(client, noor_with_app).headers["Location"] == "/"

    def test_after_five_minutes_it_opens_again(self, noor_with_app: User, client: Client, later):
        guess(noor_with_app, 5)
        later(4 * 60)
        assert LOCKED in give_password(client, noor_with_app).content.decode()
        later(5 * 60 + 1)
        assert come_in(client, noor_with_app).headers["Location"] == "/"

    def test_a_colleague_behind_the_same_address_comes_in(
        self, cast: Cast, noor_with_app: User, client: Client
    ):
        guess(noor_with_app, 10)
        give_app(cast.sem)
        assert come_in(client, cast.sem).headers["Location"] == "/"

    def test_a_whole_town_hall_signs_in_at_nine(self, cast: Cast, noor_with_app: User):
        for _ in range(60):
            assert give_password(Client(), noor_with_app).status_code == 302

    def test_another_address_of_the_guesser_does_not_help(self, noor_with_app: User, client: Client):
        for number in range(5):
            guess(noor_with_app, 1, REMOTE_ADDR=f"10.0.0.{number}")
        assert LOCKED in give_password(client, noor_with_app, REMOTE_ADDR="10.0.0.99").content.decode()

    def test_nor_does_another_way_to_write_the_host(self, noor_with_app: User, client: Client):
        for number in range(5):
            guess(noor_with_app, 1, HTTP_HOST=f"testserver:{8000 + number}")
        assert LOCKED in give_password(client, noor_with_app).content.decode()

    def test_nor_do_capitals(self, noor_with_app: User, client: Client):
        guess("NOOR@example.nl", 2)
        guess("noor@EXAMPLE.nl", 3)
        assert LOCKED in give_password(client, noor_with_app).content.decode()

    def test_an_unknown_address_is_locked_in_the_same_way(self, cast: Cast):
        assert LOCKED in guess("niemand@example.nl", 6)

    def test_a_sign_in_in_between_does_not_wipe_the_count(self, noor_with_app: User):
        guess(noor_with_app, 4)
        give_password(Client(), noor_with_app)
        guess(noor_with_app, 1)
        assert LOCKED in give_password(Client(), noor_with_app).content.decode()

    def test_a_new_password_by_mail_opens_it_at_once(self, noor_with_app: User, client: Client, mailoutbox):
        guess(noor_with_app, 5)
        client.post(reverse("account_reset_password"), {"email": noor_with_app.email})
        link = next(line for line in mailoutbox[0].body.splitlines() if line.startswith("http"))
        form = client.get(link, follow=True)
        new = {"password1": "een heel nieuw wachtwoord", "password2": "een heel nieuw wachtwoord"}
        client.post(form.context["action_url"], new)
        assert give_password(client, noor_with_app, "een heel nieuw wachtwoord").status_code == 302


class TestWrongCodes:
    def test_five_lock_the_second_step_also_for_the_right_code(self, noor_with_app: User, client: Client):
        give_password(client, noor_with_app)
        for _ in range(5):
            give_code(client, "000000")
        assert LOCKED in give_code(client, code()).content.decode()
        assert SESSION_KEY not in client.session

    def test_also_over_several_sessions(self, noor_with_app: User):
        for _ in range(6):
            client = Client()
            give_password(client, noor_with_app)
            page = give_code(client, "000000")
        assert LOCKED in page.content.decode()

    def test_after_five_minutes_it_opens_again(self, noor_with_app: User, client: Client, later):
        give_password(client, noor_with_app)
        for _ in range(6):
            give_code(client, "000000")
        later(5 * 60 + 1)
        assert give_code(client, code()).headers["Location"] == "/"


class TestTheCount:
    def test_it_stands_in_the_database_that_all_processes_share(self, noor_with_app: User):
        guess(noor_with_app, 1)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM shared_cache WHERE cache_key LIKE '%login_failed%'")
            assert cursor.fetchone()[0] > 0

    def test_it_is_not_pushed_out_by_guessing_at_many_accounts(self, noor_with_app: User, client: Client):
        guess(noor_with_app, 5)
        for number in range(1_000):
            cache.set(f"other:{number}", number, 300)
        assert LOCKED in give_password(client, noor_with_app).content.decode()

    def test_it_does_not_name_who_was_guessed_at(self, noor_with_app: User):
        guess(noor_with_app, 1)
        with connection.cursor() as cursor:
            cursor.execute("SELECT cache_key FROM shared_cache")
            assert not any("noor" in key for (key,) in cursor.fetchall())


def test_whoever_hammers_from_one_address_is_told_to_wait(cast: Cast, client: Client):
    """Three hundred tries a minute is no town hall."""
    for number in range(301):
        page = give_password(client, f"iemand{number}@example.nl", "gegokt")
    assert page.status_code == 429
    assert "Dit ging te vaak achter elkaar." in page.content.decode()
