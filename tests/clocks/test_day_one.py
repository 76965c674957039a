"""The day-one clock: detention, referral, first contact."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.clocks.rules import Road, day_one_clock
from regie.desk.pages.day_one import day_one_line

MONDAY, WEDNESDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 18), date(2026, 11, 20)


def test_it_runs_from_the_first_day_of_detention():
    clock = day_one_clock(Road(referred_on=WEDNESDAY, detained_since=MONDAY), on=FRIDAY)
    assert (clock.begins, clock.days, clock.runs) == (MONDAY, 4, True)


def test_a_first_contact_ends_it():
    facts = Road(referred_on=WEDNESDAY, detained_since=MONDAY, first_contact_on=WEDNESDAY)
    clock = day_one_clock(facts, on=FRIDAY)
    assert (clock.days, clock.runs) == (2, False)


def test_without_a_known_day_one_it_counts_from_the_referral_and_says_so():
    clock = day_one_clock(Road(referred_on=WEDNESDAY), on=FRIDAY)
    assert (clock.begins, clock.days, clock.day_one) == (WEDNESDAY, 2, None)
    assert day_one_line(clock).sentence == "Dag 3 na de aanmelding. Nog geen eerste contact."


def test_contact_before_detention_is_contact_on_day_one():
    facts = Road(referred_on=WEDNESDAY, detained_since=WEDNESDAY, first_contact_on=MONDAY)
    assert day_one_clock(facts, on=FRIDAY).days == 0


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (Road(WEDNESDAY, MONDAY), "Dag 5. Nog geen eerste contact."),
        (Road(FRIDAY, FRIDAY), "Dag 1. Nog geen eerste contact."),
        (Road(WEDNESDAY, MONDAY, MONDAY, FRIDAY), "Eerste contact na 4 dagen."),
        (Road(WEDNESDAY, MONDAY, MONDAY, date(2026, 11, 17)), "Eerste contact na 1 dag."),
        (Road(MONDAY, MONDAY, MONDAY, MONDAY), "Contact op dag één."),
        (Road(WEDNESDAY, None, MONDAY, FRIDAY), "Eerste contact 2 dagen na de aanmelding."),
        (Road(WEDNESDAY, None, MONDAY, WEDNESDAY), "Eerste contact op de dag van de aanmelding."),
    ],
)
def test_it_is_said_in_one_sentence(facts: Road, sentence: str):
    assert day_one_line(day_one_clock(facts, on=FRIDAY)).sentence == sentence


def test_three_points_on_a_line():
    points = day_one_line(day_one_clock(Road(WEDNESDAY, MONDAY), on=FRIDAY)).points
    assert [(point.label, point.date_text, point.state, point.between) for point in points] == [
        ("In detentie", "16 november 2026", "done", "2 dagen"),
        ("Aangemeld", "18 november 2026", "done", ""),
        ("Eerste contact", "", "open", ""),
    ]


def test_two_points_on_one_day_are_said_in_words():
    points = day_one_line(day_one_clock(Road(MONDAY, MONDAY), on=FRIDAY)).points
    assert points[0].between == "dezelfde dag"


def test_an_unknown_day_one_is_shown_as_unknown():
    assert day_one_line(day_one_clock(Road(WEDNESDAY), on=FRIDAY)).points[0].state == "unknown"


days = st.dates(min_value=date(2000, 1, 1), max_value=date(2050, 1, 1))


@given(st.builds(Road, days, st.none() | days, st.none() | days, st.none() | days), days)
def test_it_never_counts_below_nothing(facts: Road, on: date):
    assert day_one_clock(facts, on=on).days >= 0
