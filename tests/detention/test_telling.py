"""Stays, sentences and release dates are told, told better and taken back."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.base.errors import NotNow, NotValid
from regie.detention.enums import Arrival, Certainty, Regime, ReleaseKind, Title
from regie.detention.models import ReleaseDate, Sentence, Stay
from regie.detention.models.stay import StayAccount
from regie.privacy.models import JournalEntry
from tests.cast import TESTER
from tests.factories.detention import hold, release, sentence

TODAY = date(2026, 11, 18)
IN = date(2026, 11, 14)


class TestItWorks:
    def test_a_stay_is_about_the_day_he_came_in(self, jayden, now):
        assert hold(jayden, at=now, entered_on=IN).happened_on == IN

    def test_without_a_known_day_it_is_about_the_day_it_was_told(self, jayden, now):
        stay = hold(jayden, at=now)
        assert (stay.happened_on, stay.entered_on) == (TODAY, None)

    def test_told_twice_is_once(self, jayden, now):
        assert hold(jayden, at=now, entered_on=IN) == hold(jayden, at=now, entered_on=IN)
        assert sentence(jayden, at=now, years=2) == sentence(jayden, at=now, years=2)
        first = release(jayden, at=now, expected_on=date(2027, 3, 1))
        assert first == release(jayden, at=now + timedelta(days=1), expected_on=date(2027, 3, 1))
        assert JournalEntry.objects.filter(subject=jayden.ref).count() == 4

    def test_an_older_stay_told_again_after_a_move_is_once(self, jayden, now):
        first = hold(jayden, at=now, entered_on=IN)
        hold(jayden, at=now, entered_on=TODAY, arrival=Arrival.MOVED, facility="PI Vught")
        assert hold(jayden, at=now, entered_on=IN) == first

    def test_a_release_date_that_shifts_back_is_a_new_fact(self, jayden, now):
        march, april = date(2027, 3, 1), date(2027, 4, 1)
        for days, expected_on in enumerate([march, april, march]):
            release(jayden, at=now + timedelta(days=days), expected_on=expected_on)
        assert ReleaseDate.objects.count() == 3

    def test_one_sending_makes_one_record(self, jayden, now):
        sending = uuid.uuid4()
        for facility in ("PI Vught", "PI Zwolle"):
            Stay.record(person=jayden, account=StayAccount(facility), submission=sending, by=TESTER, at=now)
        assert Stay.objects.get().facility == "PI Vught"

    def test_leaving_is_told_of_the_stay(self, jayden, now):
        left = hold(jayden, at=now, entered_on=IN).leave(on=TODAY, by=TESTER, at=now)
        assert Stay.objects.current().get() == left
        assert (left.entered_on, left.left_on, left.facility) == (IN, TODAY, "PI Sittard")


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"entered_on": TODAY + timedelta(days=1)}, "entered_on"),
            ({"entered_on": date(2005, 4, 17)}, "entered_on"),
            ({"left_on": TODAY + timedelta(days=1)}, "left_on"),
            ({"entered_on": IN, "left_on": IN - timedelta(days=1)}, "left_on"),
        ],
    )
    def test_a_stay_on_a_day_that_cannot_be(self, jayden, now, told, field):
        with pytest.raises(NotValid) as refused:
            hold(jayden, at=now, **told)
        assert refused.value.field == field
        assert not Stay.objects.exists()

    def test_a_move_before_he_came_in(self, jayden, now):
        hold(jayden, at=now, entered_on=IN)
        with pytest.raises(NotValid, match="Hij kwam pas binnen op 14-11-2026") as refused:
            hold(jayden, at=now, entered_on=IN - timedelta(days=1), arrival=Arrival.MOVED)
        assert refused.value.field == "entered_on"

    @pytest.mark.parametrize("length", [{"years": -1}, {"months": 1201}, {"days": -1}])
    def test_a_length_that_nobody_gets(self, jayden, now, length):
        with pytest.raises(NotValid) as refused:
            sentence(jayden, at=now, **length)
        assert [refused.value.field] == list(length)

    def test_a_length_of_pretrial_detention(self, jayden, now):
        with pytest.raises(NotValid, match="nog geen duur"):
            sentence(jayden, at=now, title=Title.PRETRIAL, days=90)

    def test_a_release_before_he_came_in(self, jayden, now):
        hold(jayden, at=now, entered_on=IN)
        with pytest.raises(NotValid, match="Hij kan niet eerder vrijkomen") as refused:
            release(jayden, at=now, expected_on=IN - timedelta(days=1))
        assert refused.value.field == "expected_on"

    @pytest.mark.parametrize("kind", [kind for kind in ReleaseKind if kind != ReleaseKind.SUSPENSION])
    def test_a_planned_end_of_pretrial_detention(self, jayden, now, kind):
        sentence(jayden, at=now, title=Title.PRETRIAL)
        with pytest.raises(NotValid, match="voorlopige hechtenis") as refused:
            release(jayden, at=now, expected_on=date(2027, 1, 1), kind=kind)
        assert refused.value.field == "expected_on"

    def test_another_certainty_than_any_day_in_pretrial_detention(self, jayden, now):
        sentence(jayden, at=now, title=Title.PRETRIAL)
        with pytest.raises(NotValid) as refused:
            release(jayden, at=now, kind=ReleaseKind.UNKNOWN)
        assert refused.value.field == "certainty"
        assert release(jayden, at=now, kind=ReleaseKind.UNKNOWN, certainty=Certainty.ANY_DAY)

    def test_a_suspension_can_have_its_day(self, jayden, now):
        sentence(jayden, at=now, title=Title.PRETRIAL)
        assert release(jayden, at=now, kind=ReleaseKind.SUSPENSION, expected_on=date(2026, 12, 1))

    @pytest.mark.parametrize(
        ("certainty", "expected_on"), [(Certainty.ANY_DAY, date(2027, 1, 1)), (Certainty.FIXED, None)]
    )
    def test_a_certainty_that_says_otherwise_than_the_day(self, jayden, now, certainty, expected_on):
        with pytest.raises(NotValid) as refused:
            release(jayden, at=now, certainty=certainty, expected_on=expected_on)
        assert refused.value.field == "expected_on"


class TestTellingItBetter:
    def test_the_new_stands_and_the_old_can_be_read_back(self, jayden, now):
        stay, tomorrow = hold(jayden, at=now, entered_on=IN), now + timedelta(days=1)
        better = stay.correct(account=replace(stay.account, regime=Regime.ADULT), by=TESTER, at=tomorrow)
        assert Stay.objects.current().get() == better
        assert Stay.objects.as_known(TODAY).get() == stay
        assert JournalEntry.objects.filter(verb="stay.recorded").last().fields == ["regime"]

    def test_nothing_otherwise_writes_nothing(self, jayden, now):
        for told in (hold(jayden, at=now), sentence(jayden, at=now), release(jayden, at=now)):
            assert told.correct(account=told.account, by=TESTER, at=now) == told
        assert JournalEntry.objects.filter(subject=jayden.ref).count() == 4

    def test_two_corrections_of_one_version_do_not_pass_each_other(self, jayden, now):
        stay = hold(jayden, at=now, entered_on=IN)
        stay.leave(on=TODAY, by=TESTER, at=now)
        with pytest.raises(NotNow, match="intussen al verbeterd"):
            stay.leave(on=IN, by=TESTER, at=now)

    @pytest.mark.parametrize("tell", [hold, sentence, release])
    def test_taking_it_back(self, jayden, now, tell):
        told = tell(jayden, at=now)
        told.withdraw(by=TESTER, at=now + timedelta(days=1))
        assert not type(told).objects.current().exists()
        assert type(told).objects.as_known(TODAY).get() == told
        assert JournalEntry.objects.filter(verb=told.verb).last().fields == ["withdrawn"]


class TestItLeavesARecord:
    @pytest.mark.parametrize("tell", [hold, sentence, release])
    def test_who_and_an_entry_without_a_value(self, jayden, now, tell):
        told = tell(jayden, at=now)
        entry = JournalEntry.objects.get(verb=told.verb)
        assert (entry.chain_id, entry.subject) == ("GM1883", jayden.ref)
        assert (told.recorded_by_label, told.source) == ("Test", "Bericht")
        assert set(entry.fields) <= {field.name for field in type(told)._meta.fields}


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        ("model", "told"),
        [
            (Stay, {"entered_on": TODAY, "left_on": IN}),
            (Stay, {"arrival": "flown"}),
            (Stay, {"regime": "strict"}),
            (Sentence, {"title": "prison", "years": -1}),
            (Sentence, {"title": "prison", "months": -1}),
            (Sentence, {"title": "prison", "days": -1}),
            (Sentence, {"title": "exile"}),
            (ReleaseDate, {"certainty": "any_day", "expected_on": TODAY}),
            (ReleaseDate, {"certainty": "fixed"}),
            (ReleaseDate, {"certainty": "perhaps"}),
            (ReleaseDate, {"kind": "escape"}),
        ],
    )
    def test_what_cannot_be(self, jayden, now, model, told):
        with pytest.raises(IntegrityError), transaction.atomic():
            model.objects.create(person=jayden, happened_on=IN, **told, **model.stamp(by=TESTER, at=now))
