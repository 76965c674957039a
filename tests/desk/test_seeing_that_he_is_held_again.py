"""That he is held again, on his page: told by its form, read in the list to go along, and taken back."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed
from regie.detention.models import Stay
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.actions import Again, tell_detained_again
from regie.trajectories.enums import ArrangementList, CircumstanceValue
from regie.trajectories.models import Lesson, Trajectory
from tests.cast import Cast
from tests.factories import people
from tests.factories.detention import hold
from tests.factories.goals import end, goal

IN, OUT = date(2026, 1, 5), date(2026, 10, 6)
TODAY = date(2026, 11, 18)


@pytest.fixture
def trajectory(cast: Cast) -> Trajectory:
    """Noor guides Jayden since January, when he was four days inside."""
    return people.guide(cast, at=datetime(2026, 1, 9, 9, 30, tzinfo=UTC))


@pytest.fixture
def free(trajectory: Trajectory, now) -> Trajectory:
    """Jayden is out since October."""
    hold(trajectory.person, at=now, entered_on=IN, left_on=OUT)
    return trajectory


def way(name: str, trajectory: Trajectory) -> str:
    return reverse(f"desk:{name}", args=[trajectory.person.ref])


SENT = {"entered_on": "17-11-2026", "facility": "PI Nergens", "title": "", "source": "Moeder"}


class TestThePageShowsIt:
    def test_from_his_page_through_the_form_to_the_list(self, free, noor: Client):
        assert way("tell_detained_again", free) in noor.get(way("person", free)).content.decode()
        form = noor.get(way("tell_detained_again", free)).content.decode()
        assert "vrij sinds 6 oktober 2026" in form
        assert "Wat is er gebeurd?" not in form
        sent = noor.post(way("tell_detained_again", free), SENT, follow=True).content.decode()
        for says in ("De begeleiding loopt door.", "PI Nergens", "Nog niet geweest", "Uiterlijk 24 november"):
            assert says in sent
        his = noor.get(way("person", free)).content.decode()
        assert way("detained_again", free) in his
        assert way("tell_detained_again", free) not in his

    def test_of_who_was_still_inside_it_asks_what_happened(self, cast: Cast, trajectory, now, noor: Client):
        hold(trajectory.person, at=now, entered_on=IN)
        form = noor.post(way("tell_detained_again", trajectory), SENT).content.decode()
        assert "Kies een antwoord." in form
        moved = noor.post(way("tell_detained_again", trajectory), SENT | {"arrival": "moved"}, follow=True)
        assert "Overplaatsing vastgelegd." in moved.content.decode()

    def test_taking_it_back_asks_first(self, free, noor: Client):
        noor.post(way("tell_detained_again", free), SENT)
        assert "PI Nergens" in noor.get(way("withdraw_detained_again", free)).content.decode()
        sent = noor.post(way("withdraw_detained_again", free), follow=True).content.decode()
        assert "Opnieuw vast ingetrokken." in sent
        his = noor.get(way("person", free)).content.decode()
        assert way("tell_detained_again", free) in his
        assert "PI Nergens" not in his

    def test_of_whom_no_stay_was_told_there_is_nothing(self, trajectory, noor: Client):
        assert noor.get(way("withdraw_detained_again", trajectory)).status_code == 404
        for name in ("detained_again", "moved"):
            assert noor.get(way(name, trajectory)).url == way("person", trajectory)

    def test_each_goal_says_whether_it_waits(self, cast: Cast, free, now, noor: Client):
        told = {"by": cast.noor, "at": now}
        waits = goal(free, words="Ik heb een eigen kamer.", outside_only=True, **told)
        ended = goal(free, words="Ik heb een pas.", **told)
        goal(free, words="Ik leer lassen.", **told)
        end(ended, **told)
        again = Again(TODAY, "PI Vught")
        tell_detained_again(trajectory=free, again=again, by=cast.noor.acting(now), at=now)
        page = noor.get(way("detained_again", free))
        assert [(one.term, one.description) for one in page.context["page"].goals] == [
            ("Wacht tot hij vrij is", "Ik heb een eigen kamer."),
            ("Gaat door", "Ik leer lassen."),
        ]
        assert reverse("desk:goal", args=[waits.ref]) in page.content.decode()

    def test_the_coordinator_reads_it_and_changes_nothing(
        self, cast: Cast, free, now, fatima: Client, bas: Client
    ):
        again = Again(TODAY, "PI Vught")
        tell_detained_again(trajectory=free, again=again, by=cast.noor.acting(now), at=now)
        page = fatima.get(way("detained_again", free)).content.decode()
        assert "PI Vught" in page
        assert "intrekken" not in page
        assert fatima.get(way("tell_detained_again", free)).status_code == 403
        assert bas.get(way("detained_again", free)).status_code == 404
        read = AccessEntry.objects.filter(page="desk:detained_again").values_list("recorded_by_label")
        assert [label for (label,) in read] == ["Fatima"]

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"entered_on": ""}, "Vul dit in."),
            ({"entered_on": "31-2-2026"}, "Dit is geen datum."),
            ({"entered_on": "1-1-2090"}, "nog niet geweest"),
            ({"entered_on": "5-10-2026"}, "kwam vrij op 06-10-2026"),
            ({"title": "moord"}, "moord"),
            ({"facility": "a" * 121}, "120"),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, free, noor: Client, typed: dict, says: str
    ):
        form = noor.post(way("tell_detained_again", free), SENT | typed).content.decode()
        assert says in form
        assert "Moeder" in form
        assert Stay.objects.count() == 1


class TestWhatStopsAndWhatStays:
    def test_each_thing_stands_with_its_term_and_with_what_was_told(
        self, cast: Cast, free, now, noor: Client
    ):
        people.situate(free, CircumstanceValue.RENTS, by=cast.noor, at=now, happened_on=IN)
        noor.post(way("tell_detained_again", free), SENT)
        page = noor.get(way("detained_again", free)).content.decode()
        assert page.count('<span dir="auto">Nog niet nagegaan') == 7
        assert "Huur opzeggen of laten doorbetalen: Uiterlijk 15 december 2026." in page
        told = {"decision": "stays", "state": "open", "owner": "family", "owner_name": "Zijn moeder"}
        item = reverse("desk:arrange", args=[free.person.ref, "detention", "rent"])
        sent = noor.post(item, told | {"due_on": "1-12-2026", "words": "Zij betaalt."}, follow=True)
        page = sent.content.decode()
        assert "Blijft" in page
        assert "Nog niet geregeld · Familie · Zijn moeder · voor 1 december 2026 · Zij betaalt." in page
        assert "Zijn moeder" in noor.get(item).content.decode()

    def test_what_was_told_of_the_time_before_is_not_told_of_this_one(
        self, cast: Cast, free, now, noor: Client
    ):
        which = ArrangementList.DETENTION
        people.arrange(
            free, "rent", by=cast.noor, at=now, happened_on=OUT, which=which, decision="stops", words="Weg."
        )
        noor.post(way("tell_detained_again", free), SENT)
        assert "Weg." not in noor.get(way("detained_again", free)).content.decode()

    def test_what_is_not_on_the_list_is_not_there(self, free, noor: Client):
        address = reverse("desk:arrange", args=[free.person.ref, "detention", "boat"])
        assert noor.get(address).status_code == 404

    def test_a_day_that_was_is_refused_and_only_who_guides_him_tells(
        self, free, noor: Client, fatima: Client
    ):
        noor.post(way("tell_detained_again", free), SENT)
        item = reverse("desk:arrange", args=[free.person.ref, "detention", "rent"])
        told = {"state": "open", "owner": "officer", "due_on": "1-1-2026"}
        assert "al geweest" in noor.post(item, told).content.decode()
        assert fatima.post(item, told).status_code == 403


LEARNED = {"happened_on": "17-11-2026", "his_words": "Ik had geen bed.", "officer_words": "Ik belde te laat."}


class TestWhatTheyLearned:
    def test_from_the_form_to_his_page_and_the_timeline(self, free, noor: Client):
        sent = noor.post(way("tell_lesson", free), LEARNED, follow=True).content.decode()
        assert "Les vastgelegd." in sent
        assert "Hij zegt: Ik had geen bed." in sent
        assert "Ik had geen bed. · Ik belde te laat." in sent

    def test_told_better_and_taken_back(self, cast: Cast, free, now, noor: Client):
        lesson = people.learn(free, by=cast.noor, at=now)
        better = reverse("desk:correct_lesson", args=[lesson.ref])
        assert "Ik had niemand om te bellen." in noor.get(better).content.decode()
        sent = noor.post(better, LEARNED | {"his_words": ""}, follow=True).content.decode()
        assert "De officier leerde: Ik belde te laat." in sent
        assert "Ik had niemand" not in sent
        noor.post(reverse("desk:withdraw_lesson", args=[lesson.ref]))
        assert not Lesson.objects.current().exists()

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"his_words": " ", "officer_words": ""}, "Schrijf op wat hij zegt"),
            ({"officer_words": "a" * 601}, "Houd het onder 600"),
            ({"happened_on": "1-1-2090"}, "nog niet geweest"),
        ],
    )
    def test_what_cannot_be_is_said(self, free, noor: Client, typed: dict, says: str):
        assert says in noor.post(way("tell_lesson", free), LEARNED | typed).content.decode()
        assert not Lesson.objects.exists()

    def test_only_who_guides_him_tells_it(self, cast: Cast, free, now, fatima: Client):
        lesson = people.learn(free, by=cast.noor, at=now)
        for who in (cast.sem, cast.fatima):
            with pytest.raises(NotAllowed):
                people.learn(free, by=who, at=now)
            with pytest.raises(NotAllowed):
                lesson.withdraw(by=who.acting(now), at=now)
        page = fatima.get(way("person", free)).content.decode()
        assert "Ik had niemand" in page
        assert str(lesson.ref) not in page

    def test_the_journal_says_that_and_not_what(self, cast: Cast, free, now):
        people.learn(free, by=cast.noor, at=now).withdraw(by=cast.noor.acting(now), at=now)
        entries = JournalEntry.objects.filter(verb__startswith="lesson").order_by("pk")
        assert [(one.verb, one.fields) for one in entries] == [
            ("lesson.told", ["happened_on", "his_words", "officer_words"]),
            ("lesson.withdrawn", []),
        ]

    def test_the_database_refuses_one_that_says_nothing(self, cast: Cast, free, now):
        stamp = Lesson.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            Lesson.objects.create(trajectory=free, happened_on=TODAY, **stamp)
