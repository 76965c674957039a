"""Gebruikers: the manager asks a colleague in, by mail or by a letter, and takes that back."""

import smtplib
import uuid
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import Invitation
from regie.base.clock import now as this_moment
from tests.cast import Cast, employ, sign_in
from tests.factories.colleagues import invite

INVITE = "/gebruikers/uitnodiging/"


@pytest.fixture
def now():
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def wil(cast: Cast) -> Client:
    """Wil's client: the functional manager."""
    return sign_in(cast.wil)


def typed(cast: Cast, **other: str) -> dict[str, str]:
    """A filled form."""
    filled = {"name": "Kim de Wit", "email": "kim@example.nl", "role": "officer", "way": "mail"}
    return filled | {"municipality": str(cast.here.pk), "submission": str(uuid.uuid4())} | other


def send(client: Client, form: dict[str, str]) -> str:
    return client.post(INVITE, form, follow=True).content.decode()


class TestByMail:
    def test_the_mail_holds_a_link_and_little_else(self, wil: Client, cast: Cast):
        page = send(wil, typed(cast))
        assert "Uitnodiging verstuurd aan Kim de Wit." in page
        (message,) = mail.outbox
        assert message.to == ["kim@example.nl"]
        assert message.subject == "U bent uitgenodigd voor Regie"
        assert message.body.count("http://testserver/uitnodiging/code/") == 1
        assert "Sittard-Geleen" in message.body
        for word in ("officier", "Wil", "kim@example.nl"):
            assert word not in message.body
        link = next(line for line in message.body.splitlines() if line.startswith("http"))
        assert "Kies een wachtwoord" in Client().get(link, follow=True).content.decode()
        assert link.split("/")[-2] not in page

    def test_sent_twice_mails_once(self, wil: Client, cast: Cast):
        form = typed(cast)
        send(wil, form)
        assert "Uitnodiging verstuurd" in send(wil, form)
        assert len(mail.outbox) == 1
        assert Invitation.objects.count() == 1

    def test_when_the_mail_server_is_away_there_is_a_letter(self, wil: Client, cast: Cast, monkeypatch):
        def away(*_args, **_kwargs):
            raise smtplib.SMTPException("away")

        monkeypatch.setattr("regie.office.views.invitations.send_mail", away)
        page = send(wil, typed(cast))
        assert "De mail kon niet weg." in page
        assert "Druk deze brief nu af" in page


class TestOnPaper:
    def test_the_letter_shows_the_code_once(self, wil: Client, cast: Cast, now):
        page = wil.post(INVITE, typed(cast, way="paper"), follow=True)
        code = page.context["page"].code
        assert f"<code>{code}</code>" in page.content.decode()
        assert "http://testserver/uitnodiging/" in page.content.decode()
        assert Invitation.objects.by_code(code, now)
        assert not mail.outbox
        again = wil.get(page.redirect_chain[-1][0]).content.decode()
        assert "De code is niet meer te zien" in again
        assert code not in again

    def test_a_letter_of_another_municipality_is_not_there(self, cast: Cast, now):
        made = invite(cast, "Kim", at=now)
        theirs = sign_in(_manager_elsewhere(cast, now))
        for name in ("office:invitation_letter", "office:withdraw_invitation"):
            assert theirs.get(reverse(name, args=[made.invitation.ref])).status_code == 404
        assert "Kim" not in theirs.get("/gebruikers/").content.decode()


class TestWhatCannotBe:
    @pytest.mark.parametrize(
        ("wrong", "sentence"),
        [
            ({"name": ""}, "Vul dit in."),
            ({"email": ""}, "Vul dit in."),
            ({"email": "kim"}, "Dit is geen e-mailadres."),
            ({"email": "noor@example.nl"}, "Deze collega werkt hier al in Regie."),
            ({"email": "wil@example.nl"}, "U kunt uzelf geen rol geven."),
            ({"email": "gast@example.nl"}, "staat al een uitnodiging open"),
            ({"role": ""}, "Kies een antwoord."),
            ({"role": "chef"}, "geldige keuze"),
            ({"way": ""}, "Kies een antwoord."),
        ],
    )
    def test_it_is_said_beside_the_field_and_the_rest_stays(
        self, wil: Client, cast: Cast, now, wrong, sentence
    ):
        invite(cast, at=now)
        page = send(wil, typed(cast, **wrong))
        assert sentence in page
        assert ("Kim de Wit" in page) is ("name" not in wrong)
        assert Invitation.objects.count() == 1
        assert not mail.outbox

    def test_another_municipality_is_no_choice(self, wil: Client, cast: Cast):
        send(wil, typed(cast, municipality=str(cast.elsewhere.pk)))
        assert not Invitation.objects.exists()

    @pytest.mark.parametrize("who", ["noor", "fatima", "ada", "bas"])
    def test_nobody_else_comes_in(self, cast: Cast, who: str):
        client = sign_in(getattr(cast, who))
        assert client.get("/gebruikers/").status_code == client.get(INVITE).status_code == 403
        assert client.post(INVITE, typed(cast)).status_code == 403


class TestTheList:
    def test_it_shows_who_works_here_and_who_is_asked(self, wil: Client, cast: Cast, now):
        invite(cast, "Kim", at=now)
        page = wil.get("/gebruikers/").content.decode()
        for words in (
            "Noor",
            "noor@example.nl",
            "Re-integratieofficier, Sittard-Geleen (sinds",
            "Actief",
            "Kim",
        ):
            assert words in page
        assert "bas@example.nl" not in page

    def test_an_invitation_that_is_late_says_so(self, wil: Client, cast: Cast, now):
        invite(cast, "Kim", at=now - timedelta(days=8))
        assert "Verlopen: nodig opnieuw uit" in wil.get("/gebruikers/").content.decode()

    def test_an_invitation_is_withdrawn_once(self, wil: Client, cast: Cast, now):
        url = reverse("office:withdraw_invitation", args=[invite(cast, "Kim", at=now).invitation.ref])
        assert "kim@example.nl" in wil.get(url).content.decode()
        page = wil.post(url, {"submission": ""}, follow=True).content.decode()
        assert "Uitnodiging ingetrokken." in page
        assert "Er staat geen uitnodiging open." in page
        again = wil.post(url, {"submission": ""}).content.decode()
        assert "al aangenomen of ingetrokken" in again


def _manager_elsewhere(cast: Cast, now):

    return employ("Ina", Role.FUNCTIONAL_MANAGER, cast.elsewhere, at=now)
