"""An officer puts a note to a young person, or throws it away."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotAllowed, NotNow
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment, Jotting, JottingEnd
from regie.contacts.rules import ContactAccount, day_in_doubt
from regie.persons.rules import Identity
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Assignment
from tests.cast import TESTER, Cast
from tests.factories import endings, people
from tests.factories.jottings import jot

WORDS = "Hij wil lasser worden."


@pytest.fixture
def now():
    """A browser-less client lives today, as its server does."""
    return this_moment()


@pytest.fixture
def note(cast: Cast, now) -> Jotting:
    """Noor's note about Jayden, of yesterday."""
    yesterday = now - timedelta(days=1)
    return jot(cast.noor, at=now, told=f"{yesterday:%Y-%m-%dT14:05}")


def place(note: Jotting, trajectory, cast: Cast, now, **how) -> ContactMoment:
    by = how.pop("by", cast.noor).acting(now)
    account = ContactAccount(day(now), ContactKind.PHONE, Outcome.MADE, WORDS)
    return note.place(trajectory=trajectory, account=account, by=by, at=now, **how)


def url(name: str, note: Jotting, *more) -> str:
    return reverse(f"desk:{name}", args=[note.ref, *more])


def filled_in(client: Client, address: str) -> dict:
    """What the form holds when it is opened."""
    form = client.get(address).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


class TestItIsPlaced:
    def test_in_one_tap_the_form_is_filled_in_and_saved(
        self, cast: Cast, trajectory, note, noor: Client, now
    ):
        assert f"Bij {trajectory.person} zetten" in noor.get(reverse("desk:today")).content.decode()
        address = url("place_jotting", note, trajectory.person.ref)
        form = filled_in(noor, address)
        told = (form["words"], form["kind"], form["outcome"], form["happened_on"])
        assert told == (WORDS, "phone", "made", f"{day(now) - timedelta(days=1):%d-%m-%Y}")
        assert noor.post(address, form).status_code == 302
        moment = ContactMoment.objects.get()
        assert (moment.trajectory, moment.words) == (trajectory, WORDS)
        assert "Kladnotities" not in noor.get(reverse("desk:today")).content.decode()

    def test_its_words_stand_in_his_file_and_nowhere_else(self, cast: Cast, trajectory, note, now):
        place(note, trajectory, cast, now)
        note.refresh_from_db()
        assert (note.words, note.about) == ("", "")
        assert JottingEnd.objects.get().moment.words == WORDS

    def test_the_journal_says_so(self, cast: Cast, trajectory, note, now):
        place(note, trajectory, cast, now)
        verbs = list(JournalEntry.objects.filter(subject=note.ref).values_list("verb", flat=True))
        assert verbs == ["jotting.kept", "jotting.placed"]
        assert JournalEntry.objects.filter(verb="contact.logged", subject=trajectory.person.ref).exists()

    def test_one_sending_makes_one_contact(self, cast: Cast, trajectory, note, now):
        sending = uuid.uuid4()
        first = place(note, trajectory, cast, now, submission=sending)
        assert place(note, trajectory, cast, now, submission=sending) == first
        assert ContactMoment.objects.count() == 1

    def test_put_to_somebody_it_cannot_be_put_to_another(self, cast: Cast, trajectory, note, now):
        place(note, trajectory, cast, now, submission=uuid.uuid4())
        with pytest.raises(NotNow, match="al bij een jongere"):
            place(note, trajectory, cast, now, submission=uuid.uuid4())
        with pytest.raises(NotNow, match="al bij een jongere"):
            note.throw_away(by=cast.noor.acting(now), at=now)
        assert ContactMoment.objects.count() == 1

    def test_its_page_is_gone_then(self, cast: Cast, trajectory, note, noor: Client, now):
        place(note, trajectory, cast, now)
        assert noor.get(url("jotting", note)).status_code == 404


class TestTheClockWasWrong:
    @pytest.mark.parametrize("apart", [timedelta(days=2), timedelta(days=-61)])
    def test_the_day_is_asked_and_said(self, cast: Cast, trajectory, noor: Client, now, apart: timedelta):
        note = jot(cast.noor, at=now, told=f"{now + apart:%Y-%m-%dT14:05}")
        page = noor.get(url("jotting", note)).content.decode()
        assert "de klok van het toestel kan verkeerd staan" in page
        address = url("place_jotting", note, trajectory.person.ref)
        form = filled_in(noor, address)
        assert form["happened_on"] == ""
        assert "Vul dit in." in noor.post(address, form).content.decode()
        assert Jotting.objects.open().exists()

    @pytest.mark.parametrize(("told", "doubt"), [(0, False), (1, True), (-60, False), (-61, True)])
    def test_from_tomorrow_and_after_sixty_days(self, told: int, doubt: bool):
        today = date(2026, 11, 18)
        assert day_in_doubt(today + timedelta(days=told), on=today) is doubt


class TestItCannotBePlaced:
    """A clear sentence, and the note stays."""

    def refused(self, noor: Client, note, trajectory, sentence: str) -> None:
        for ask in (noor.get, noor.post):
            answer = ask(url("place_jotting", note, trajectory.person.ref))
            assert answer.status_code in (403, 409)
            assert sentence in answer.content.decode()
        assert Jotting.objects.open().get().words == WORDS

    def test_he_went_to_a_colleague_meanwhile(self, cast: Cast, trajectory, note, noor: Client, now):
        Assignment.objects.update(officer=cast.sem)
        self.refused(noor, note, trajectory, "U begeleidt deze jongere niet meer.")

    def test_his_guidance_ended_meanwhile(self, cast: Cast, trajectory, note, noor: Client, now):
        endings.agree(endings.close(trajectory, by=cast.noor, at=now), by=cast.fatima, at=now)
        self.refused(noor, note, trajectory, "afgerond")

    def test_nor_by_the_verb_itself(self, cast: Cast, trajectory, note, now):
        Assignment.objects.update(officer=cast.sem)
        with pytest.raises(NotAllowed):
            place(note, trajectory, cast, now)
        assert Jotting.objects.open().exists()


class TestItIsThrownAway:
    def test_after_asking(self, cast: Cast, note, noor: Client):
        asked = noor.get(url("throw_jotting_away", note)).content.decode()
        assert "Kladnotitie weggooien?" in asked
        assert Jotting.objects.open().exists()
        assert noor.post(url("throw_jotting_away", note)).status_code == 302
        note.refresh_from_db()
        assert (note.words, Jotting.objects.open().count()) == ("", 0)
        assert JournalEntry.objects.filter(verb="jotting.thrown_away", subject=note.ref).count() == 1

    def test_twice_is_once(self, cast: Cast, note, now):
        by = cast.noor.acting(now)
        assert note.throw_away(by=by, at=now) == note.throw_away(by=by, at=now)
        with pytest.raises(NotNow):
            place(note, None, cast, now)


class TestByNobodyElse:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "bas"])
    def test_it_is_not_theirs(self, cast: Cast, trajectory, note, now, who: str):
        other = getattr(cast, who)
        for verb in (
            lambda: place(note, trajectory, cast, now, by=other),
            lambda: note.throw_away(by=other.acting(now), at=now),
        ):
            with pytest.raises(NotAllowed):
                verb()

    def test_nor_do_they_see_it(self, cast: Cast, trajectory, note, sem: Client, fatima: Client):
        assert "Kladnotities" not in sem.get(reverse("desk:today")).content.decode()
        assert "Kladnotities" not in fatima.get(reverse("desk:today")).content.decode()
        for name in ("jotting", "throw_jotting_away"):
            assert sem.get(url(name, note)).status_code == 404
            assert sem.post(url(name, note)).status_code in (404, 405)
        assert Jotting.objects.open().exists()


class TestWhoIsMeant:
    def test_his_first_name_is_enough_and_two_of_them_are_not(
        self, cast: Cast, trajectory, note, noor: Client, now
    ):
        people.guide(cast, at=now, who=Identity("Jayden", "Kok"))
        page = noor.get(reverse("desk:today")).content.decode()
        assert "Over: Jayden" in page
        assert "zetten</" not in page
        jot(cast.noor, at=now, about="jayden KOK, in de PI")
        assert "Bij Jayden Kok zetten" in noor.get(reverse("desk:today")).content.decode()


class TestTheDatabaseHoldsItTo:
    def test_a_note_ends_once(self, cast: Cast, note, now):
        note.throw_away(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            JottingEnd.objects.create(jotting=note, **JottingEnd.stamp(by=TESTER, at=now))
