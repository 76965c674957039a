"""Somebody forgot his password: a mail with a link that works once."""

import re

import pytest
from django.contrib.auth import SESSION_KEY
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.http import int_to_base36

from regie.accounts.models import User
from tests.cast import Cast, sign_in
from tests.entrance.codes import PASSWORD, code, give_code, give_password

NEW = "een heel nieuw wachtwoord"


def ask(client: Client, email: str) -> str:
    """Asks for a link; the page that follows, without its token."""
    page = client.post(reverse("account_reset_password"), {"email": email}, follow=True)
    return re.sub(r'value="[^"]+"', "", page.content.decode())


def link() -> str:
    """The link in the last mail that has one."""
    lines = [line for message in mail.outbox for line in message.body.splitlines()]
    return [line for line in lines if line.startswith("http")][-1]


def choose(client: Client, password: str = NEW, again: str | None = None):
    """Opens the link and chooses a password."""
    form = client.get(link(), follow=True)
    new = {"password1": password, "password2": password if again is None else again}
    return client.post(form.context["action_url"], new, follow=True)


class TestTheMail:
    def test_it_is_in_dutch_and_holds_one_link(self, cast: Cast, client: Client):
        ask(client, cast.noor.email)
        (message,) = mail.outbox
        assert message.to == [cast.noor.email]
        assert message.subject == "Kies een nieuw wachtwoord voor Regie"
        assert message.body.count("http://testserver/wachtwoord/nieuw/") == 1
        assert not re.search(
            r"\b(you|password|please|hello|example\.com)\b", message.body.lower().replace(cast.noor.email, "")
        )

    def test_an_unknown_address_reads_the_same_page_and_gets_a_mail_of_its_own(
        self, cast: Cast, client: Client
    ):
        known = ask(client, cast.noor.email)
        assert ask(Client(), "niemand@example.nl") == known
        assert mail.outbox[-1].subject == "Regie kent dit e-mailadres niet"
        assert "http" not in mail.outbox[-1].body

    def test_an_account_that_is_off_gets_no_link(self, cast: Cast, client: Client):
        User.objects.filter(pk=cast.noor.pk).update(is_active=False)
        ask(client, cast.noor.email)
        assert "http" not in mail.outbox[-1].body

    def test_nobody_is_flooded(self, cast: Cast, client: Client):
        for _ in range(6):
            page = ask(client, cast.noor.email)
        assert len(mail.outbox) == 5
        assert "Dit ging te vaak achter elkaar." in page


class TestTheLink:
    def test_it_leads_to_a_new_password(self, cast: Cast, client: Client):
        ask(client, cast.noor.email)
        done = choose(client)
        assert "Uw nieuwe wachtwoord werkt" in done.content.decode()
        cast.noor.refresh_from_db()
        assert cast.noor.check_password(NEW)

    def test_it_works_once(self, cast: Cast, client: Client):
        ask(client, cast.noor.email)
        choose(client)
        assert "Deze link werkt niet meer" in Client().get(link(), follow=True).content.decode()

    def test_the_older_of_two_dies_with_the_newer(self, cast: Cast, client: Client):
        ask(client, cast.noor.email)
        older = link()
        ask(client, cast.noor.email)
        choose(client)
        assert "Deze link werkt niet meer" in Client().get(older, follow=True).content.decode()

    def test_it_is_bound_to_one_account(self, cast: Cast, client: Client):
        ask(client, cast.noor.email)
        path = link().removeprefix("http://testserver")
        mine, his = (f"/nieuw/{_base36(user.pk)}-" for user in (cast.noor, cast.sem))
        assert (
            "Deze link werkt niet meer" in client.get(path.replace(mine, his), follow=True).content.decode()
        )

    def test_the_key_does_not_stay_in_the_address(self, cast: Cast, client: Client):
        ask(client, cast.noor.email)
        form = client.get(link(), follow=True)
        assert form.request["PATH_INFO"].endswith("-set-password/")

    @pytest.mark.parametrize(
        ("password", "again", "sentence"),
        [
            ("kort", "kort", "Neem minstens 12 tekens."),
            ("noor@example.nl", "noor@example.nl", "lijkt te veel op uw naam of e-mailadres."),
            ("password1234", "password1234", "Kies een ander."),
            (NEW, "iets anders", "Dit is niet hetzelfde als het eerste wachtwoord."),
        ],
    )
    def test_a_poor_password_is_refused_with_a_reason(self, cast, client: Client, password, again, sentence):
        ask(client, cast.noor.email)
        assert sentence in choose(client, password, again).content.decode()
        cast.noor.refresh_from_db()
        assert cast.noor.check_password(PASSWORD)


class TestAfterwards:
    def test_it_signs_nobody_in_and_the_second_step_is_still_asked(self, noor_with_app: User, client: Client):
        ask(client, noor_with_app.email)
        choose(client)
        assert SESSION_KEY not in client.session

        first = give_password(client, noor_with_app, NEW)
        assert first.headers["Location"] == reverse("mfa_authenticate")
        assert give_code(client, code()).headers["Location"] == "/"

    def test_sessions_elsewhere_are_over(self, cast: Cast, client: Client):
        elsewhere = sign_in(cast.noor)
        ask(client, cast.noor.email)
        choose(client)
        assert elsewhere.get(reverse("desk:people")).status_code == 302

    def test_the_owner_is_told(self, cast: Cast, client: Client):
        ask(client, cast.noor.email)
        choose(client)
        assert mail.outbox[-1].subject == "Uw wachtwoord voor Regie is vernieuwd"
        assert "Was u dit niet?" in mail.outbox[-1].body

    def test_a_colleague_who_has_no_password_yet_gets_his_first_one_this_way(
        self, cast: Cast, client: Client
    ):
        cast.noor.set_unusable_password()
        cast.noor.save()
        ask(client, cast.noor.email)
        choose(client)
        assert give_password(client, cast.noor, NEW).status_code == 302


def _base36(number: int) -> str:
    return int_to_base36(number)
