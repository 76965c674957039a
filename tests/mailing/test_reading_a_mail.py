"""What a mail says: how many and where, in plain Dutch, and nothing of anybody."""

import email
import email.policy
import re
from datetime import date, datetime, timedelta
from email.message import EmailMessage

import pytest
from django.core import mail as sent
from django.urls import reverse

from regie.accounts.models import Municipality, User
from regie.mailing.enums import MailKind
from regie.mailing.models import Mail
from regie.mailing.rules import CHOICE, TODAY, Counts, letter
from regie.persons.models import Person
from regie.persons.rules import Identity
from regie.trajectories.models import Referral, Trajectory
from tests.cast import TESTER, Cast
from tests.factories import people
from tests.factories.detention import caution, hear, hold, owe, release, restrict, sentence, supervise
from tests.mailing.office import MailServer, ask, make, send

OVERVIEW, ALARM = MailKind.OVERVIEW, MailKind.ALARM
TODAY_URL, CHOICE_URL = "https://regie.example.org/vandaag/", "https://regie.example.org/mijn-account/mail/"
CALM = "Er is nu niets dat niet kan wachten."
MARKER = "Zwanikken"


def says(kind: MailKind, **counts: int) -> str:
    """The sentences of a mail that tell how many."""
    text = letter(kind, Counts(**counts), today_url=TODAY_URL, choice_url=CHOICE_URL).text
    return " ".join(text.split("Beste collega,")[1].split("Kijk op Vandaag")[0].split())


class TestItSays:
    @pytest.mark.parametrize(
        ("kind", "counts", "words"),
        [
            (OVERVIEW, {"now": 3, "week": 5}, "Er zijn 3 dingen nu nodig en 5 deze week."),
            (OVERVIEW, {"now": 1, "week": 0}, "Er is 1 ding nu nodig."),
            (OVERVIEW, {"now": 0, "week": 1}, f"{CALM} Deze week is 1 ding nodig."),
            (OVERVIEW, {"now": 0, "week": 2}, f"{CALM} Deze week zijn 2 dingen nodig."),
            (OVERVIEW, {}, CALM),
            (ALARM, {"new": 1}, "Er is 1 ding bij gekomen dat niet kan wachten."),
            (ALARM, {"new": 2}, "Er zijn 2 dingen bij gekomen die niet kunnen wachten."),
            (ALARM, {"earlier": 1}, "1 ding moet eerder dan u dacht."),
            (
                ALARM,
                {"new": 1, "earlier": 2},
                "Er is 1 ding bij gekomen dat niet kan wachten. 2 dingen moeten eerder dan u dacht.",
            ),
        ],
    )
    def test_how_many(self, kind: MailKind, counts: dict[str, int], words: str):
        assert says(kind, **counts) == words

    def test_the_same_as_a_page(self):
        made = letter(OVERVIEW, Counts(now=1), today_url=TODAY_URL, choice_url=CHOICE_URL)
        plain = re.sub(r"<[^>]+>", " ", made.html.replace("<!doctype html>", ""))
        assert plain.split() == made.text.split()
        assert f'<a href="{TODAY_URL}">' in made.html

    def test_where_the_pages_really_are(self):
        assert (reverse("desk:today"), reverse("entrance:mail")) == (TODAY, CHOICE)

    def test_no_page_can_be_written_into_it(self):
        made = letter(OVERVIEW, Counts(), today_url='https://x/"><script>', choice_url=CHOICE_URL)
        assert "<script>" not in made.html


class TestItTellsNothing:
    @pytest.fixture
    def planted(self, cast: Cast, now: datetime) -> Cast:
        """A marker in everything that is told of a young person, of his municipality and of Noor herself."""
        Municipality.objects.filter(pk=cast.here.pk).update(name=f"{MARKER}dorp")
        User.objects.filter(pk=cast.noor.pk).update(name=f"Noor {MARKER}\r\nBcc: {MARKER}@example.org")
        cast.noor.refresh_from_db()
        who = Identity(MARKER, f"{MARKER}-Bakker", date(2005, 4, 17), "999990019")
        told = {name: f"{MARKER} {name}" for name in ("referred_by", "facility", "told")}
        trajectory = people.guide(cast, at=now, who=who, detained_since=date(2026, 10, 1), **told)
        person = trajectory.person
        hold(person, at=now, entered_on=date(2026, 10, 1), facility=f"PI {MARKER}")
        sentence(person, at=now, months=3)
        release(person, at=now, expected_on=date(2026, 12, 2))
        hear(person, at=now, court=f"Rechtbank {MARKER}", happened_on=date(2026, 12, 1))
        supervise(person, at=now, by_whom=MARKER)
        restrict(person, at=now, words=MARKER)
        owe(person, at=now)
        caution(person, at=now, words=MARKER, source=MARKER)
        people.meet(trajectory, by=cast.noor, at=now, words=MARKER)
        people.refer(cast, at=now, who=Identity(f"{MARKER}ina", "Vermeer"))
        return cast

    @pytest.mark.parametrize("days", [12, 13])  # a Monday, and the day after
    def test_of_whom_or_what(self, planted: Cast, now: datetime, days: int):
        ask(planted.noor, at=now)
        at = now + timedelta(days=days)
        make(at)
        (made,) = Mail.objects.all()
        assert made.counts != Counts()
        send(made, at)
        (written,) = sent.outbox
        source = written.message().as_string()
        told = "\n".join(
            [source, written.body, str(written.alternatives), str(made), *map(str, vars(made).values())]
        )
        refs = [str(one.ref) for one in (planted.noor, *told_of())]
        for secret in (MARKER, MARKER.lower(), "999990019", "Jayden", "PI ", "dorp", *refs):
            assert secret not in told, secret
        assert "Bcc" not in source
        assert list(written.recipients()) == ["noor@example.nl"]

    def test_with_the_subject(self):
        for kind in MailKind:
            made = letter(kind, Counts(1, 1, 1, 1), today_url=TODAY_URL, choice_url=CHOICE_URL)
            assert not re.search(r"\d|jong|termijn|vrij|detentie", made.subject)


class TestItsHeaders:
    def test_are_as_they_came_over_the_line(self, cast: Cast, post: MailServer, now):
        User.objects.filter(pk=cast.noor.pk).update(email="noor@headers.example.org")
        ask(cast.noor, at=now)
        made = Mail.write(user=cast.noor, kind=OVERVIEW, counts=Counts(now=2), by=TESTER, at=now)
        send(made, now)
        (taken,) = post.took("noor@headers.example.org")
        read = email.message_from_string(taken["mail"], policy=email.policy.default)
        assert isinstance(read, EmailMessage)
        assert (read["From"], read["To"]) == ("regie@localhost", "noor@headers.example.org")
        assert read["Auto-Submitted"] == "auto-generated"
        assert read["List-Unsubscribe"] == f"<{CHOICE_URL}>"
        assert read["Message-ID"] == made.message_id
        assert re.fullmatch(r"<[0-9a-f]{32}@[\w.-]+>", made.message_id)
        assert read["Date"].datetime
        assert [part.get_content_type() for part in read.iter_parts()] == ["text/plain", "text/html"]
        for part in read.iter_parts():
            assert TODAY_URL in part.get_content()
            assert CHOICE_URL in part.get_content()


def told_of() -> list[Person | Referral | Trajectory]:
    """Everybody and everything of which a ref could be told."""
    return [*Person.objects.all(), *Referral.objects.all(), *Trajectory.objects.all()]
