"""A partner who answers nothing is asked again, and the day by which he would be done is a day to look."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.enums import Anchor
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.clocks.queries import reckonings
from regie.requests.enums import AnswerKind
from tests.cast import Cast
from tests.factories import people, requests

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
ASKED = TODAY - 5 * DAY  # a Friday


@pytest.fixture
def asked(cast: Cast, trajectory, now):
    """The credit bank was asked on Friday, for two weeks later."""
    involved = people.involve(trajectory, by=cast.noor, at=now, happened_on=ASKED)
    return requests.ask(involved, by=cast.noor, at=now, happened_on=ASKED, wanted_on=ASKED + 14 * DAY)


def terms(trajectory, anchor: Anchor, *, on: date = TODAY, **known: date):
    found = reckonings([trajectory], on=on, **known)[trajectory.pk].terms
    return [term for term in found if term.rule.anchor is anchor]


def test_silence_is_a_term_of_the_approach(trajectory, asked):
    (term,) = terms(trajectory, Anchor.REQUEST_SENT)
    assert (term.title, term.due, term.done_on) == ("Navragen bij Budgetwinkel", date(2026, 11, 20), None)
    assert not term.rule.verified
    assert terms(trajectory, Anchor.REQUEST_DUE) == []


@pytest.mark.parametrize("kind", [AnswerKind.ACCEPTED, AnswerKind.DECLINED, AnswerKind.CALLED_OFF])
def test_any_answer_ends_it_and_taken_back_it_is_there_again(cast: Cast, trajectory, asked, now, kind):
    said = requests.answer(asked, kind, by=cast.noor, at=now, words="Zo.", happened_on=TODAY - DAY)
    assert terms(trajectory, Anchor.REQUEST_SENT)[0].done_on == TODAY - DAY
    said.withdraw(by=cast.noor.acting(now), at=now)
    assert terms(trajectory, Anchor.REQUEST_SENT)[0].done_on is None


def test_what_he_does_has_a_day_to_look_until_it_is_done(cast: Cast, trajectory, asked, now):
    said = requests.answer(asked, by=cast.noor, at=now)
    (term,) = terms(trajectory, Anchor.REQUEST_DUE)
    assert (term.title, term.due) == ("Nagaan of het gedaan is: Budgetwinkel", ASKED + 14 * DAY)
    later = TODAY + 20 * DAY
    moved = requests.answer(asked, AnswerKind.OTHER_DAY, by=cast.noor, at=now, after=said, proposed_on=later)
    assert terms(trajectory, Anchor.REQUEST_DUE)[0].due == later
    requests.answer(asked, AnswerKind.DONE, by=cast.noor, at=now, after=moved)
    assert terms(trajectory, Anchor.REQUEST_DUE)[0].done_on == TODAY


def test_the_day_that_came_without_an_answer_is_one_as_well(trajectory, asked):
    wanted = ASKED + 14 * DAY
    assert terms(trajectory, Anchor.REQUEST_DUE, on=wanted - DAY) == []
    assert terms(trajectory, Anchor.REQUEST_DUE, on=wanted)[0].due == wanted


@pytest.mark.parametrize("kind", [AnswerKind.DECLINED, AnswerKind.CALLED_OFF])
def test_what_is_not_done_any_more_has_no_day(cast: Cast, trajectory, asked, now, kind):
    requests.answer(asked, kind, by=cast.noor, at=now, words="Zo.")
    assert terms(trajectory, Anchor.REQUEST_DUE, on=TODAY + 30 * DAY) == []


def test_as_it_was_known_that_day(cast: Cast, trajectory, asked, now):
    requests.answer(asked, by=cast.noor, at=now + DAY)
    assert terms(trajectory, Anchor.REQUEST_SENT, on=TODAY, as_known=TODAY)[0].done_on is None


def test_what_was_never_asked_is_no_term(cast: Cast, trajectory, asked, now):
    asked.withdraw(by=cast.noor.acting(now), at=now)
    assert terms(trajectory, Anchor.REQUEST_SENT) == []


def test_it_stands_on_vandaag_with_the_way_to_the_answer(cast: Cast, trajectory, noor: Client):
    at, since = this_moment(), day(this_moment()) - 9 * DAY
    involved = people.involve(trajectory, by=cast.noor, at=at, happened_on=since)
    requests.ask(involved, by=cast.noor, at=at, happened_on=since, wanted_on=since + 30 * DAY)
    page = noor.get(reverse("desk:today")).content.decode()
    assert "Navragen bij Budgetwinkel" in page
    assert reverse("desk:requests", args=[trajectory.person.ref]) in page


@pytest.mark.parametrize("answered", [(), (AnswerKind.ACCEPTED,)])
def test_of_who_is_involved_no_more_nothing_is_asked(cast: Cast, trajectory, asked, now, answered):
    for kind in answered:
        requests.answer(asked, kind, by=cast.noor, at=now)
    asked.involvement.end(ended_on=TODAY, why="Klaar.", by=cast.noor.acting(now), at=now)
    wanted = ASKED + 14 * DAY
    assert [one.done_on for one in terms(trajectory, Anchor.REQUEST_SENT)] == [TODAY for _ in answered]
    assert terms(trajectory, Anchor.REQUEST_DUE, on=wanted) == []


def test_what_he_did_before_stays_told(cast: Cast, trajectory, asked, now):
    requests.answer(asked, AnswerKind.DONE, by=cast.noor, at=now)
    asked.involvement.end(ended_on=TODAY, why="Klaar.", by=cast.noor.acting(now), at=now)
    assert terms(trajectory, Anchor.REQUEST_DUE)[0].done_on == TODAY


def test_after_the_last_day_of_his_involvement_it_is_silent(cast: Cast, trajectory, asked):
    last = asked.involvement.until
    assert terms(trajectory, Anchor.REQUEST_SENT, on=last)
    assert terms(trajectory, Anchor.REQUEST_SENT, on=last + DAY) == []
