"""Noor types contact while he is closed, or goes to a colleague: what she typed is kept as a note of hers."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from regie.accounts.models import Cover, User
from regie.base.clock import day
from regie.contacts.models import ContactMoment, Jotting
from regie.desk.forms.contact import WORDS
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Assignment, Trajectory
from tests.cast import Cast
from tests.factories import endings, people
from tests.wall_clock import now as this_moment

TYPED = {
    "words": "Hij wil lasser worden.\r\nHij belt maandag.",
    "kind": "phone",
    "outcome": "made",
    "happened_on": "gisteren",
    "minutes": "20",
    "his_words": "Ik ga het doen.",
    "judgement": "Hij meent het.",
}
ALL_OF_IT = """Hij wil lasser worden.
Hij belt maandag.

Wanneer?
gisteren

Hoeveel minuten?
20

Zijn woorden
Ik ga het doen.

Uw professioneel oordeel
Hij meent het."""


@pytest.fixture
def now():
    """A client without a browser lives today, as its server does."""
    return this_moment()


@pytest.fixture
def trajectory(trajectory, now) -> Trajectory:
    """Noor guides him since last week."""
    Assignment.objects.update(since=day(now) - timedelta(days=7))
    return trajectory


@pytest.fixture
def typing(trajectory, noor: Client) -> dict[str, str]:
    """Her form, filled in."""
    form = noor.get(address(trajectory)).context["form"]
    return TYPED | {"submission": str(form["submission"].value())}


def address(trajectory: Trajectory) -> str:
    return reverse("desk:log_contact", args=[trajectory.person.ref])


def moves(trajectory: Trajectory, *, to: User, cast: Cast, at) -> None:
    standing = Assignment.objects.get(trajectory=trajectory, until=None)
    trajectory.assign(officer=to, since=day(at), seen=standing.pk, by=cast.fatima.acting(at), at=at)


def closes(trajectory: Trajectory, *, cast: Cast, at) -> None:
    endings.agree(endings.close(trajectory, by=cast.noor, at=at), by=cast.fatima, at=at)


def said(answer) -> str:
    return " ".join(str(one) for one in get_messages(answer.wsgi_request))


class TestNothingIsLost:
    def test_when_he_goes_to_a_colleague(self, cast: Cast, trajectory, typing, noor: Client, now):
        moves(trajectory, to=cast.sem, cast=cast, at=now)
        answer = noor.post(address(trajectory), typing)
        assert "Dit contact is niet vastgelegd. U begeleidt deze jongere niet meer." in said(answer)
        note = Jotting.objects.get()
        assert answer["Location"] == reverse("desk:jotting", args=[note.ref])
        assert (note.words, note.about, note.kind, note.outcome) == (
            ALL_OF_IT,
            "Jayden Muller",
            "phone",
            "made",
        )
        page = noor.get(answer["Location"]).content.decode()
        assert "Uw woorden zijn bewaard als kladnotitie. Alleen u ziet haar." in page
        assert "Hij wil lasser worden." in page
        assert not ContactMoment.objects.exists()

    def test_when_he_is_closed(self, cast: Cast, trajectory, typing, noor: Client, now):
        closes(trajectory, cast=cast, at=now)
        answer = noor.post(address(trajectory), typing, follow=True)
        page = answer.content.decode()
        assert "Dit contact is niet vastgelegd." in page
        assert "afgerond" in page
        assert "Hij wil lasser worden." in page
        assert Jotting.objects.get().words == ALL_OF_IT
        assert not ContactMoment.objects.exists()

    def test_when_her_cover_ended(self, cast: Cast, trajectory, sem: Client, now):
        Cover.objects.create(
            municipality=cast.here,
            officer=cast.noor,
            substitute=cast.sem,
            since=day(now) - timedelta(days=2),
            until=day(now),
            planned_until=day(now),
            **Cover.stamp(by=cast.noor.acting(now), at=now),
        )
        sem.post(address(trajectory), TYPED)
        assert Jotting.objects.get().writer == cast.sem

    def test_when_she_tells_contact_better(self, cast: Cast, trajectory, noor: Client, now):
        moment = people.meet(trajectory, by=cast.noor, at=now)
        moves(trajectory, to=cast.sem, cast=cast, at=now)
        answer = noor.post(reverse("desk:correct_contact", args=[moment.ref]), TYPED)
        assert "U begeleidt deze jongere niet meer." in said(answer)
        assert Jotting.objects.get().about == "Jayden Muller"

    def test_when_that_contact_was_taken_back(self, cast: Cast, trajectory, noor: Client, now):
        moment = people.meet(trajectory, by=cast.noor, at=now)
        moment.withdraw(by=cast.noor.acting(now), at=now)
        answer = noor.post(reverse("desk:correct_contact", args=[moment.ref]), TYPED)
        assert "Dit contact is er niet meer." in said(answer)
        assert Jotting.objects.get().words == ALL_OF_IT

    def test_nor_what_would_have_been_refused(self, cast: Cast, trajectory, noor: Client, now):
        moves(trajectory, to=cast.sem, cast=cast, at=now)
        noor.post(address(trajectory), {"words": "Zonder soort.", "minutes": "veel"})
        assert Jotting.objects.get().words == "Zonder soort.\n\nHoeveel minuten?\nveel"


class TestOnce:
    def test_the_same_form_makes_one_note(self, cast: Cast, trajectory, typing, noor: Client, now):
        moves(trajectory, to=cast.sem, cast=cast, at=now)
        first, second = (noor.post(address(trajectory), typing)["Location"] for _ in range(2))
        assert first == second
        assert Jotting.objects.count() == 1

    def test_the_journal_says_that_it_was_kept(self, cast: Cast, trajectory, typing, noor: Client, now):
        moves(trajectory, to=cast.sem, cast=cast, at=now)
        noor.post(address(trajectory), typing)
        assert JournalEntry.objects.filter(verb="jotting.kept", subject=typing["submission"]).count() == 1


class TestNothingIsMade:
    def test_of_who_went_to_a_colleague_longer_ago(self, cast: Cast, trajectory, noor: Client, now):
        moves(trajectory, to=cast.sem, cast=cast, at=now)
        Assignment.objects.filter(officer=cast.noor).update(until=day(now) - timedelta(days=1))
        assert noor.post(address(trajectory), TYPED).status_code == 404
        assert not Jotting.objects.exists()

    def test_of_who_was_never_his(self, trajectory, sem: Client):
        assert sem.post(address(trajectory), TYPED).status_code == 404
        assert not Jotting.objects.exists()

    def test_of_nobody(self, noor: Client):
        assert noor.post(reverse("desk:log_contact", args=[uuid.uuid4()]), TYPED).status_code == 404
        assert not Jotting.objects.exists()

    def test_without_words(self, cast: Cast, trajectory, noor: Client, now):
        moves(trajectory, to=cast.sem, cast=cast, at=now)
        assert noor.post(address(trajectory), TYPED | dict.fromkeys(WORDS, "")).status_code == 404

    def test_by_looking(self, cast: Cast, trajectory, noor: Client, now):
        moves(trajectory, to=cast.sem, cast=cast, at=now)
        assert noor.get(address(trajectory)).status_code == 404
        assert not Jotting.objects.exists()
