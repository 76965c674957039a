"""A safety note needs a source, a ground and an end; after its end it goes by itself, and the history keeps it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.base.errors import NotValid
from regie.detention.enums import SafetyGround
from regie.detention.models import SafetyNote
from tests.cast import TESTER
from tests.factories.detention import caution, conditions_of, told_around

TODAY = date(2026, 11, 18)
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


class TestItWorks:
    def test_it_says_who_said_it_why_and_until_when(self, jayden, now):
        note = caution(jayden, at=now, until=AFTER, ground=SafetyGround.WEAPON)
        assert (note.source, note.ground, note.until) == ("Politie", SafetyGround.WEAPON, AFTER)

    def test_after_its_end_it_goes_by_itself_and_stays_readable(self, jayden, now):
        note = caution(jayden, at=now, until=AFTER)
        assert conditions_of(jayden, on=AFTER).all == [note]
        assert conditions_of(jayden, on=AFTER + timedelta(days=1)).all == []
        assert told_around(jayden) == [note]

    def test_told_twice_is_once(self, jayden, now):
        assert caution(jayden, at=now) == caution(jayden, at=now)

    def test_it_may_last_a_year_and_one_day_only(self, jayden, now):
        assert caution(jayden, at=now, until=TODAY)
        assert caution(jayden, at=now, until=TODAY + timedelta(days=366))

    def test_a_longer_end_is_told_better(self, jayden, now):
        note = caution(jayden, at=now, until=AFTER)
        later = now + timedelta(days=300)
        better = note.correct(
            account=replace(note.account, until=AFTER + timedelta(days=600)), by=TESTER, at=later
        )
        assert better.source == "Politie"

    def test_the_words_of_one_that_is_over_are_told_better(self, jayden, now):
        note = caution(jayden, at=now, until=AFTER)
        later = now + timedelta(days=300)
        assert note.correct(account=replace(note.account, words="Bel eerst."), by=TESTER, at=later)


class TestItIsRefusedWithoutWhatItNeeds:
    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"words": ""}, "words"),
            ({"source": ""}, "source"),
            ({"until": BEFORE}, "until"),
            ({"until": TODAY + timedelta(days=367)}, "until"),
            ({"ended_on": AFTER}, "ended_on"),
        ],
    )
    def test_at_the_telling(self, jayden, now, told, field):
        with pytest.raises(NotValid) as refused:
            caution(jayden, at=now, **told)
        assert refused.value.field == field
        assert not SafetyNote.objects.exists()

    @pytest.mark.parametrize("told", [{"words": ""}, {"until": BEFORE}])
    def test_and_when_it_is_told_better(self, jayden, now, told):
        note = caution(jayden, at=now)
        with pytest.raises(NotValid):
            note.correct(account=replace(note.account, **told), by=TESTER, at=now)


@pytest.mark.parametrize("told", [{"words": ""}, {"source": ""}, {"ground": "feeling"}, {"until": None}])
def test_the_database_holds_it_to(jayden, now, told):
    whole = {"words": "Bel eerst.", "source": "Politie", "ground": "weapon", "until": TODAY} | told
    with pytest.raises(IntegrityError), transaction.atomic():
        SafetyNote.objects.create(
            person=jayden, happened_on=TODAY, **whole, **SafetyNote.stamp(by=TESTER, at=now)
        )
