"""What follows from stays, sentences and release dates: day one, and where he is."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from regie.accounts.models import Municipality, Region
from regie.base.clock import now as clock
from regie.detention.enums import Arrival, ReleaseKind, Title
from regie.detention.models import Stay
from regie.detention.queries import day_one_of, days_one, facilities, history
from regie.detention.rules import StayFacts, day_one, sentence_words
from regie.persons.models import Person
from regie.persons.rules import Identity
from tests.cast import TESTER
from tests.factories.detention import hold, release, sentence

TODAY = date(2026, 11, 18)
IN = date(2026, 11, 14)
DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 12))


class TestDayOne:
    def test_the_last_entry_until_the_referral(self, jayden, now):
        for entered_on in (date(2025, 1, 1), IN):
            hold(jayden, at=now, entered_on=entered_on)
        assert days_one({jayden.pk: TODAY}) == {jayden.pk: IN}

    def test_announced_before_he_came_in(self, jayden, now):
        hold(jayden, at=now, entered_on=IN)
        assert days_one({jayden.pk: IN - timedelta(days=2)}) == {jayden.pk: IN}

    def test_a_move_is_no_entry_and_unknown_stays_unknown(self, jayden, now):
        hold(jayden, at=now)
        hold(jayden, at=now, entered_on=IN, arrival=Arrival.MOVED)
        assert days_one({jayden.pk: TODAY}) == {jayden.pk: None}

    def test_what_was_withdrawn_does_not_count(self, jayden, now):
        hold(jayden, at=now, entered_on=IN).withdraw(by=TESTER, at=now)
        assert days_one({jayden.pk: TODAY}) == {jayden.pk: None}


class TestTheRuleAndTheDatabaseAgree(TestCase):
    def setUp(self):
        region = Region.objects.create(name="Zuid-Limburg")
        self.here = Municipality.objects.create(name="Sittard-Geleen", cbs_code="GM1883", region=region)

    @settings(max_examples=40)
    @given(
        stays=st.lists(st.tuples(st.sampled_from(Arrival), st.none() | DAYS, st.booleans()), max_size=5),
        referred_on=DAYS,
    )
    def test_day_one(self, stays, referred_on):
        at = clock()
        told = {"municipality": self.here, "given_names": "Jayden", **Person.stamp(by=TESTER, at=at)}
        person = Person.objects.create(birth_date=referred_on, **told)
        for arrival, entered_on, withdrawn in stays:
            stay = Stay.objects.create(
                person=person, arrival=arrival, entered_on=entered_on, happened_on=entered_on or referred_on,
                **Stay.stamp(by=TESTER, at=at),
            )  # fmt: skip
            if withdrawn:
                stay.add_correction(by=TESTER, at=at, withdrawn=True)
        facts = [StayFacts(arrival, entered_on) for arrival, entered_on, withdrawn in stays if not withdrawn]
        expected = day_one(facts, referred_on=referred_on)
        # The birth date stands for the day of the referral: any column will do.
        (found,) = Person.objects.filter(pk=person.pk).values_list(day_one_of("pk", "birth_date"))
        assert found == (expected,)
        assert days_one({person.pk: referred_on}) == {person.pk: expected}


class TestWhereHeIs:
    def test_unknown_is_absent(self, jayden):
        assert history(jayden).whereabouts(on=TODAY) is None

    def test_the_last_stay_with_its_sentence_and_release(self, jayden, now):
        hold(jayden, at=now, entered_on=IN)
        hold(jayden, at=now, entered_on=TODAY, arrival=Arrival.MOVED, facility="PI Vught")
        sentence(jayden, at=now, years=2, months=3)
        release(jayden, at=now, expected_on=date(2028, 3, 1), kind=ReleaseKind.CONDITIONAL)
        found = history(jayden).whereabouts(on=TODAY)
        assert (found.facility, found.entered_on, found.came_in) == ("PI Vught", TODAY, IN)
        assert found.sentence == "gevangenisstraf, 2 jaar en 3 maanden"
        assert found.release.expected_on == date(2028, 3, 1)
        told = history(jayden)  # read once, asked of several days
        assert told.whereabouts(on=IN).facility == "PI Sittard"
        assert told.whereabouts(on=IN - timedelta(days=1)) is None
        assert told.whereabouts(on=TODAY) == found

    def test_who_left_is_nowhere_from_that_day(self, jayden, now):
        hold(jayden, at=now, entered_on=IN).leave(on=TODAY, by=TESTER, at=now)
        assert history(jayden).whereabouts(on=TODAY) is None
        assert history(jayden).whereabouts(on=TODAY - timedelta(days=1)) is not None

    def test_who_left_after_a_move_is_not_back_in_the_former(self, jayden, now):
        hold(jayden, at=now, entered_on=IN)
        moved = hold(jayden, at=now, entered_on=IN, arrival=Arrival.MOVED, facility="PI Vught")
        moved.leave(on=TODAY, by=TESTER, at=now)
        assert history(jayden).whereabouts(on=TODAY) is None

    def test_a_planned_end_does_not_hold_in_pretrial_detention(self, jayden, now):
        hold(jayden, at=now, entered_on=IN)
        release(jayden, at=now, expected_on=date(2027, 3, 1))
        sentence(jayden, at=now, title=Title.PRETRIAL)
        assert history(jayden).whereabouts(on=TODAY).release is None

    def test_the_end_of_a_former_detention_does_not_hold(self, jayden, now):
        release(jayden, at=now, expected_on=date(2026, 3, 1))
        hold(jayden, at=now, entered_on=IN)
        assert history(jayden).whereabouts(on=TODAY).release is None

    def test_of_many_people_only_the_facility_in_one_query(self, cast, now):
        people = [
            Person.register(identity=Identity(f"J{number}", "M"), municipality=cast.here, by=TESTER, at=now)
            for number in range(4)
        ]
        inside, moved, free, _nothing_told = people
        hold(inside, at=now, entered_on=IN).withdraw(by=TESTER, at=now)
        hold(inside, at=now, entered_on=IN, facility="")
        hold(moved, at=now, entered_on=IN)
        hold(moved, at=now, entered_on=TODAY, arrival=Arrival.MOVED, facility="PI Vught")
        hold(free, at=now, entered_on=IN).leave(on=TODAY, by=TESTER, at=now)
        with CaptureQueriesContext(connection) as asked:
            found = facilities([person.pk for person in people], on=TODAY)
        assert found == {inside.pk: "", moved.pk: "PI Vught"}
        assert len(asked) == 1
        before = facilities([person.pk for person in people], on=IN)
        assert before == {inside.pk: "", moved.pk: "PI Sittard", free.pk: "PI Sittard"}


def test_the_history_now_and_as_it_was_known(jayden, now):
    hold(jayden, at=now, entered_on=IN)
    later = now + timedelta(days=3)
    hold(jayden, at=later, entered_on=TODAY, arrival=Arrival.MOVED)
    sentence(jayden, at=later)
    release(jayden, at=later)
    told = history(jayden)
    assert [stay.entered_on for stay in told.stays] == [TODAY, IN]
    assert (len(told.sentences), len(told.releases)) == (1, 1)
    known = history(jayden, as_known=TODAY)
    assert [stay.entered_on for stay in known.stays] == [IN]
    assert not known.sentences


@pytest.mark.parametrize(
    ("length", "words"),
    [
        ((None, None, None), "jeugddetentie"),
        ((None, 1, None), "jeugddetentie, 1 maand"),
        ((1, 2, 3), "jeugddetentie, 1 jaar, 2 maanden en 3 dagen"),
    ],
)
def test_a_sentence_in_words(length, words):
    assert sentence_words(Title.YOUTH_DETENTION, *length) == words
