"""The officer tells of a turning point; tells it better, or takes it back."""

import uuid
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import AccessEntry, JournalEntry
from regie.trajectories.models import TurningPoint
from regie.trajectories.models.turning_point import TurningPointAccount
from tests.cast import Cast
from tests.factories import people

TODAY = date(2026, 11, 18)
CALLED, SCHOOL = "Hij belde zijn moeder.", "Hij ging weer naar school."
SENT = {"happened_on": "17-11-2026", "words": CALLED, "source": "Zijn mentor"}


def told_better(point: TurningPoint, by, now: datetime, words: str = SCHOOL) -> TurningPoint:
    return point.correct(account=TurningPointAccount(TODAY, words), by=by.acting(now), at=now)


class TestItWorks:
    def test_it_is_told_with_its_day_and_who_told_it(self, cast: Cast, trajectory, now):
        point = people.turn(trajectory, by=cast.noor, at=now, source="Zijn mentor")
        assert TurningPoint.objects.current().get() == point
        assert (point.happened_on, point.words, point.source) == (TODAY, CALLED, "Zijn mentor")
        assert point.recorded_by_label == "Noor"

    def test_one_sending_makes_one_record(self, cast: Cast, trajectory, now):
        sending, by = uuid.uuid4(), cast.noor.acting(now)
        account = TurningPointAccount(TODAY, CALLED)
        first, second = (
            TurningPoint.tell(trajectory=trajectory, account=account, submission=sending, by=by, at=now)
            for _ in range(2)
        )
        assert first == second
        assert JournalEntry.objects.filter(verb="turning_point.told").count() == 1

    def test_the_better_words_stand_and_the_older_can_be_read_back(self, cast: Cast, trajectory, now):
        point, tomorrow = people.turn(trajectory, by=cast.noor, at=now), now + timedelta(days=1)
        better = told_better(point, cast.noor, tomorrow)
        assert TurningPoint.objects.current().get() == better
        assert (better.ref, better.words) == (point.ref, SCHOOL)
        assert TurningPoint.objects.as_known(TODAY).get().words == CALLED

    def test_nothing_told_otherwise_writes_nothing(self, cast: Cast, trajectory, now):
        point = people.turn(trajectory, by=cast.noor, at=now)
        assert told_better(point, cast.noor, now, CALLED) == point
        assert TurningPoint.objects.count() == 1

    def test_taken_back_it_stays_in_the_history(self, cast: Cast, trajectory, now):
        point, tomorrow = people.turn(trajectory, by=cast.noor, at=now), now + timedelta(days=1)
        point.withdraw(by=cast.noor.acting(tomorrow), at=tomorrow)
        assert not TurningPoint.objects.current().exists()
        assert TurningPoint.objects.as_known(TODAY).get() == point


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_only_the_officer_who_guides_him(self, cast: Cast, trajectory, now, who: str):
        point, other = people.turn(trajectory, by=cast.noor, at=now), getattr(cast, who)
        with pytest.raises(NotAllowed):
            people.turn(trajectory, by=other, at=now)
        with pytest.raises(NotAllowed):
            told_better(point, other, now)
        with pytest.raises(NotAllowed):
            point.withdraw(by=other.acting(now), at=now)
        assert TurningPoint.objects.count() == 1

    def test_each_sees_those_of_whom_he_may_see(self, cast: Cast, trajectory, now):
        point = people.turn(trajectory, by=cast.noor, at=now)
        for who in (cast.noor, cast.fatima):
            assert TurningPoint.objects.visible_to(who.acting(now)).get() == point
        for who in (cast.sem, cast.wil, cast.bas):
            assert not TurningPoint.objects.visible_to(who.acting(now)).exists()


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("happened_on", "words", "says", "field"),
        [
            (TODAY + timedelta(days=1), CALLED, "nog niet geweest", "happened_on"),
            (date(2005, 4, 17), CALLED, "niet na de geboortedatum", "happened_on"),
            (TODAY, " ", "Vertel in een paar woorden", "words"),
            (TODAY, "a" * 301, "te lang voor een keerpunt", "words"),
        ],
    )
    def test_a_day_or_words_that_cannot_be(
        self, cast: Cast, trajectory, now, happened_on: date, words: str, says: str, field: str
    ):
        point = people.turn(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotValid, match=says) as refused:
            people.turn(trajectory, by=cast.noor, at=now, happened_on=happened_on, words=words)
        assert refused.value.field == field
        with pytest.raises(NotValid, match=says):
            point.correct(account=TurningPointAccount(happened_on, words), by=cast.noor.acting(now), at=now)

    def test_two_corrections_of_one_version_do_not_pass_each_other(self, cast: Cast, trajectory, now):
        point = people.turn(trajectory, by=cast.noor, at=now)
        told_better(point, cast.noor, now)
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            told_better(point, cast.noor, now, "Anders.")

    def test_the_database_refuses_one_that_says_nothing(self, cast: Cast, trajectory, now):
        stamp = TurningPoint.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            TurningPoint.objects.create(trajectory=trajectory, happened_on=TODAY, words="", **stamp)


class TestItLeavesARecord:
    def test_in_the_journal_without_his_words(self, cast: Cast, trajectory, now):
        point = people.turn(trajectory, by=cast.noor, at=now)
        told_better(point, cast.noor, now).withdraw(by=cast.noor.acting(now), at=now)
        entries = JournalEntry.objects.filter(verb__startswith="turning_point", subject=trajectory.person.ref)
        assert [(entry.verb, entry.fields) for entry in entries.order_by("pk")] == [
            ("turning_point.told", ["happened_on", "words"]),
            ("turning_point.corrected", ["words"]),
            ("turning_point.withdrawn", []),
        ]


class TestThePageShowsIt:
    def test_from_the_form_to_the_timeline(self, trajectory, noor: Client):
        way = reverse("desk:tell_turning_point", args=[trajectory.person.ref])
        sent = noor.post(way, SENT, follow=True).content.decode()
        assert "Keerpunt vastgelegd." in sent
        assert f"Keerpunt: {CALLED}" in sent
        assert "Zijn mentor" in sent

    def test_opening_its_forms_is_written_in_the_access_log(self, cast: Cast, trajectory, now, noor: Client):
        point = people.turn(trajectory, by=cast.noor, at=now)
        noor.get(reverse("desk:tell_turning_point", args=[trajectory.person.ref]))
        noor.get(reverse("desk:correct_turning_point", args=[point.ref]))
        pages = AccessEntry.objects.filter(subject=trajectory.person.ref).order_by("pk")
        assert [entry.page for entry in pages] == ["desk:tell_turning_point", "desk:correct_turning_point"]

    def test_telling_it_better_begins_with_what_stands_there(self, cast: Cast, trajectory, now, noor: Client):
        point = people.turn(trajectory, by=cast.noor, at=now)
        way = reverse("desk:correct_turning_point", args=[point.ref])
        assert CALLED in noor.get(way).content.decode()
        sent = noor.post(way, {"happened_on": "18-11-2026", "words": SCHOOL}, follow=True).content.decode()
        assert "Keerpunt verbeterd." in sent
        assert SCHOOL in sent
        assert CALLED not in sent

    def test_taking_it_back_asks_first(self, cast: Cast, trajectory, now, noor: Client):
        point = people.turn(trajectory, by=cast.noor, at=now)
        way = reverse("desk:withdraw_turning_point", args=[point.ref])
        assert CALLED in noor.get(way).content.decode()
        assert TurningPoint.objects.current().exists()
        sent = noor.post(way, follow=True).content.decode()
        assert "Keerpunt ingetrokken." in sent
        assert CALLED not in sent

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"happened_on": "31-2-2026"}, "Dit is geen datum."),
            ({"words": ""}, "Vul dit in."),
            ({"happened_on": "1-1-2090"}, "nog niet geweest"),
            ({"words": "a" * 301}, "te lang voor een keerpunt"),
        ],
    )
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, trajectory, noor: Client, typed: dict[str, str], says: str
    ):
        way = reverse("desk:tell_turning_point", args=[trajectory.person.ref])
        page = noor.post(way, SENT | typed).content.decode()
        assert says in page
        assert all(value in page for value in (SENT | typed).values())
        assert not TurningPoint.objects.exists()

    def test_the_coordinator_reads_it_and_changes_nothing(self, cast: Cast, trajectory, now, fatima: Client):
        point = people.turn(trajectory, by=cast.noor, at=now)
        page = fatima.get(reverse("desk:person", args=[trajectory.person.ref])).content.decode()
        assert CALLED in page
        assert str(point.ref) not in page
        assert "Keerpunt vastleggen" not in page
