"""What became of a mail: seen by who gets it, by the manager of his municipality and by the doctor, and by nobody else."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from regie.accounts.models import User
from regie.base import clock
from regie.installation import mailing
from regie.installation.mailing import mailing_problems
from regie.mailing.enums import MailEventKind, MailKind
from regie.mailing.models import Mail, MailEvent, MailRound
from regie.mailing.rules import LONGEST_HELD, Counts
from tests.cast import TESTER, Cast, sign_in
from tests.mailing.office import ask

DAY = timedelta(days=1)
ACCOUNT, CHOICE, USERS, MAILS = "/mijn-account/", "/mijn-account/mail/", "/gebruikers/", "/gebruikers/mail/"


def became(
    user: User,
    *kinds: MailEventKind,
    at: datetime,
    kind: MailKind = MailKind.OVERVIEW,
    code: int | None = None,
) -> Mail:
    """A mail to him, and what happened to it."""
    made = Mail.write(user=user, kind=kind, counts=Counts(now=987_123, new=876_123), by=TESTER, at=at)
    for happened in kinds:
        stamp = MailEvent.stamp(by=TESTER, at=at)
        MailEvent.objects.create(mail=made, kind=happened, attempt=1, code=code, **stamp)
    return made


def read(client: Client, path: str) -> str:
    return client.get(path).content.decode()


TAKEN = MailEventKind.TAKEN


class TestHerAccount:
    @pytest.mark.parametrize(
        ("kinds", "words"),
        [
            ((), "wacht op verzending"),
            ((TAKEN,), "wordt verstuurd"),
            ((TAKEN, MailEventKind.SENT), "verstuurd"),
            ((TAKEN, MailEventKind.DELAYED), "nog niet gelukt, wordt opnieuw geprobeerd"),
            ((TAKEN, MailEventKind.UNCERTAIN), "verzending onzeker"),
            ((MailEventKind.NOT_WANTED,), "niet meer gevraagd"),
        ],
    )
    def test_says_how_the_last_one_stands(self, cast: Cast, noor: Client, kinds, words: str):
        became(cast.noor, *kinds, at=clock.now())
        page = read(noor, ACCOUNT)
        assert f", {words}." in page
        assert "Laatste mail:" in page
        assert "komt niet bij u aan" not in page

    def test_says_that_it_is_uncertain_also_when_no_job_runs(self, cast: Cast, noor: Client):
        became(cast.noor, TAKEN, at=clock.now() - LONGEST_HELD)
        assert "verzending onzeker" in read(noor, ACCOUNT)

    def test_says_that_it_does_not_arrive(self, cast: Cast, noor: Client):
        became(cast.noor, TAKEN, MailEventKind.REFUSED, at=clock.now(), code=550)
        for path in (ACCOUNT, CHOICE):
            assert "neemt mail aan noor@example.nl niet aan" in read(noor, path)
        became(cast.noor, TAKEN, MailEventKind.SENT, at=clock.now() + DAY)
        assert "neemt mail aan" not in read(noor, ACCOUNT)

    def test_says_nothing_of_a_colleague(self, cast: Cast, sem: Client):
        became(cast.noor, TAKEN, MailEventKind.REFUSED, at=clock.now())
        for path in (ACCOUNT, CHOICE):
            assert "noor@" not in read(sem, path)
            assert "aatste mail" not in read(sem, path)


class TestTheOffice:
    @pytest.fixture
    def wil(self, cast: Cast) -> Client:
        return sign_in(cast.wil)

    def test_lists_the_last_of_each_kind_and_never_what_is_in_it(self, cast: Cast, wil: Client):
        at = clock.now()
        ask(cast.noor, at=at)
        became(cast.noor, TAKEN, MailEventKind.SENT, at=at - 7 * DAY)
        became(cast.noor, TAKEN, MailEventKind.UNCERTAIN, at=at)
        became(cast.noor, TAKEN, MailEventKind.REFUSED, at=at, kind=MailKind.ALARM, code=550)
        became(cast.bas, TAKEN, MailEventKind.REFUSED, at=at)
        ask(cast.sem, at=at, asked=[MailKind.ALARM])
        page = read(wil, MAILS)
        for words in (
            "Verzending onzeker",
            "Komt niet aan",
            "antwoordde 550",
            "Nog geen",
            "Overzicht op maandag",
        ):
            assert words in page, words
        for secret in ("Bas", "987123", "876123", "987.123", ">Verstuurd<"):
            assert secret not in page, secret

    def test_says_whom_mail_does_not_reach(self, cast: Cast, wil: Client):
        for user in (cast.noor, cast.bas):
            became(user, TAKEN, MailEventKind.REFUSED, at=clock.now())
        for path in (USERS, MAILS):
            page = read(wil, path)
            assert "Mail aan Noor komt niet aan" in page
            assert "Mail aan Bas" not in page
        became(cast.noor, at=clock.now() + DAY)
        assert "komt niet aan" not in read(wil, USERS)

    def test_is_closed_to_who_manages_nobody(self, cast: Cast, noor: Client, fatima: Client):
        assert [client.get(MAILS).status_code for client in (noor, fatima)] == [403, 403]

    def test_rows_are_reached_by_who_may_see_them(self, cast: Cast, now):
        became(cast.noor, at=now)
        users = (cast.noor, cast.wil, cast.sem, cast.fatima, cast.bas)
        seen = [Mail.objects.visible_to(user.acting(now)).exists() for user in users]
        assert seen == [True, True, False, False, False]
        assert not Mail.objects.visible_to(TESTER).exists()


class TestTheDoctor:
    @pytest.fixture(autouse=True)
    def configured(self, settings: Any) -> None:
        settings.DEFAULT_FROM_EMAIL = "regie@gemeente.example"

    def told(self, at: datetime) -> str:
        return "\n".join(problem.line for problem in mailing_problems(at=at))

    def test_is_silent_where_nobody_asks(self, cast: Cast, now, settings: Any):
        settings.DEFAULT_FROM_EMAIL = "regie@localhost"
        assert self.told(now) == ""
        ask(cast.noor, at=now)
        ask(cast.noor, at=now, asked=[])
        assert self.told(now) == ""
        ask(cast.sem, at=now)
        assert self.told(now)
        User.objects.filter(pk=cast.sem.pk).update(is_active=False)
        assert self.told(now) == ""

    def test_says_that_nobody_makes_them(self, cast: Cast, now):
        ask(cast.noor, at=now)
        assert "nog nooit" in self.told(now)
        MailRound.note(by=TESTER, at=now)
        assert self.told(now + timedelta(hours=1)) == ""
        assert "sinds 18-11-2026 09:30" in self.told(now + timedelta(hours=1, minutes=1))

    def test_says_that_nobody_sends_them(self, cast: Cast, now):
        ask(cast.noor, at=now)
        became(cast.noor, at=now)
        became(cast.sem, TAKEN, MailEventKind.SENT, at=now)
        later = now + timedelta(hours=1)
        MailRound.note(by=TESTER, at=later)
        assert self.told(later - timedelta(minutes=1)) == ""
        assert "Al een uur verstuurt niemand de mail: 1 mail wacht." in self.told(later)

    def test_says_that_mail_has_no_sender(self, cast: Cast, now, settings: Any):
        settings.DEFAULT_FROM_EMAIL = "regie@localhost"
        ask(cast.noor, at=now)
        MailRound.note(by=TESTER, at=now)
        assert "Zet REGIE_EMAIL_HOST en REGIE_EMAIL_FROM" in self.told(now)

    def test_counts_what_went_wrong_lately(self, cast: Cast, now):
        ask(cast.noor, at=now)
        MailRound.note(by=TESTER, at=now)
        for days, ended in enumerate((MailEventKind.UNCERTAIN, MailEventKind.FAILED, MailEventKind.REFUSED)):
            became(cast.noor, TAKEN, ended, at=now - days * DAY)
        became(cast.sem, TAKEN, MailEventKind.REFUSED, at=now)
        became(cast.sem, TAKEN, MailEventKind.REFUSED, at=now - 7 * DAY)
        became(cast.noor, TAKEN, MailEventKind.SENT, at=now - 3 * DAY)
        lines = self.told(now).splitlines()
        assert [line.split(": ")[1].split(" z")[0].split(" i")[0] for line in lines] == [
            "2 mails",
            "1 mail",
            "1 mail",
        ]
        assert "niet nog eens" in lines[2]

    def test_leaves_a_database_that_is_not_ready_to_others(self, cast: Cast, now, monkeypatch):
        ask(cast.noor, at=now)
        monkeypatch.setattr(mailing, "is_ready", lambda: False)
        assert self.told(now) == ""
