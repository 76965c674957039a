"""What stands in his way is tried again on its day, and when nobody said a day, before it is forgotten."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.enums import Anchor
from regie.barriers.enums import BarrierOwner
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.clocks.queries import reckonings
from tests.cast import Cast
from tests.factories import barriers

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
TAKEN = TODAY - 20 * DAY


@pytest.fixture
def barrier(cast: Cast, trajectory, now):
    return barriers.blocked(trajectory, by=cast.noor, at=now, happened_on=TAKEN, since=TODAY - 90 * DAY)


def terms(trajectory, anchor: Anchor, *, on: date = TODAY, **known: date):
    found = reckonings([trajectory], on=on, **known)[trajectory.pk].terms
    told = [term for term in found if term.rule.anchor is anchor]
    return [(term.title, term.due, term.done_on) for term in told]


TITLE = "Opnieuw proberen: Geen postadres"


def test_nobody_tried_since_it_was_taken_and_not_since_it_blocks_him(trajectory, barrier):
    assert terms(trajectory, Anchor.BARRIER_UNTRIED) == [(TITLE, TAKEN + 14 * DAY, None)]
    assert terms(trajectory, Anchor.BARRIER_TRY) == []


def test_the_next_try_is_a_term_on_its_day_and_ends_the_one_before(cast: Cast, trajectory, barrier, now):
    again = TODAY + 3 * DAY
    barriers.attempt(barrier, by=cast.noor, at=now, happened_on=TODAY - 9 * DAY, again_on=again)
    assert terms(trajectory, Anchor.BARRIER_UNTRIED) == [(TITLE, TAKEN + 14 * DAY, TODAY - 9 * DAY)]
    assert terms(trajectory, Anchor.BARRIER_TRY) == [(TITLE, again, None)]
    barriers.attempt(barrier, by=cast.noor, at=now)
    assert terms(trajectory, Anchor.BARRIER_TRY) == [(TITLE, again, TODAY)]
    assert terms(trajectory, Anchor.BARRIER_UNTRIED)[-1] == (TITLE, TODAY + 14 * DAY, None)


def test_its_end_ends_what_it_asks_and_taken_back_it_asks_again(cast: Cast, trajectory, barrier, now):
    over = barriers.end(barrier, by=cast.noor, at=now)
    assert [one[2] for one in terms(trajectory, Anchor.BARRIER_UNTRIED)] == [TODAY]
    over.withdraw(by=cast.noor.acting(now), at=now)
    assert [one[2] for one in terms(trajectory, Anchor.BARRIER_UNTRIED)] == [None]
    barrier.withdraw(by=cast.noor.acting(now), at=now)
    assert terms(trajectory, Anchor.BARRIER_UNTRIED) == []


def test_as_it_was_known_that_day(cast: Cast, trajectory, barrier, now):
    barriers.attempt(barrier, by=cast.noor, at=now + 2 * DAY, happened_on=TODAY - DAY)
    assert terms(trajectory, Anchor.BARRIER_UNTRIED, as_known=TODAY) == [(TITLE, TAKEN + 14 * DAY, None)]
    assert terms(trajectory, Anchor.BARRIER_UNTRIED)[0][2] == TODAY - DAY


def test_who_takes_it_is_asked(cast: Cast, trajectory, barrier, now):
    account = replace(barrier.account, owner=BarrierOwner.PARTNER, owner_name="Mo")
    barrier.correct(account=account, by=cast.noor.acting(now), at=now)
    ((title, _, _),) = terms(trajectory, Anchor.BARRIER_UNTRIED)
    assert title == "Navragen bij Mo: Geen postadres"


def test_vandaag_says_it_and_leads_to_his_barriers(cast: Cast, trajectory, now, noor: Client):
    today = day(this_moment())
    barriers.blocked(trajectory, by=cast.noor, at=this_moment(), happened_on=today - 20 * DAY)
    page = noor.get(reverse("desk:today")).content.decode()
    assert TITLE in page
    assert reverse("desk:barriers", args=[trajectory.person.ref]) in page
