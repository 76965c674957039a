"""To rise is proposed on Vandaag, and silence after the day of an answer; nothing rises by itself."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.accounts.models import RoleGrant
from regie.approach.enums import Anchor
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.clocks.queries import reckonings
from regie.escalations.enums import EscalationOutcome as Outcome
from regie.escalations.enums import Level
from regie.escalations.models import Escalation
from tests.cast import TESTER, Cast
from tests.factories import barriers
from tests.factories.escalations import agree, answer, rise

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
TAKEN = TODAY - 60 * DAY
RISE = "Voorstel: opschalen. Geen postadres"
HIGHER = "Geen antwoord: hoger vragen? Geen postadres"


@pytest.fixture
def by(cast: Cast, now):
    return {"by": cast.noor, "at": now}


@pytest.fixture
def barrier(trajectory, by):
    return barriers.blocked(trajectory, happened_on=TAKEN, **by)


def terms(trajectory, anchor: Anchor, *, on: date = TODAY, **known: date):
    found = reckonings([trajectory], on=on, **known)[trajectory.pk].terms
    return [(term.title, term.due, term.done_on) for term in found if term.rule.anchor is anchor]


class TestToRiseIsProposed:
    def test_from_the_day_on_which_it_may_and_not_before(self, trajectory, barrier):
        due = TAKEN + 42 * DAY
        assert terms(trajectory, Anchor.ESCALATION_PROPOSED, on=due - DAY) == []
        assert terms(trajectory, Anchor.ESCALATION_PROPOSED, on=due) == [(RISE, due, None)]
        assert not Escalation.objects.exists()

    def test_it_ends_when_it_rose_or_when_the_barrier_ends(self, trajectory, barrier, by):
        asked = rise(barrier, happened_on=TODAY - 2 * DAY, **by)
        due = TAKEN + 42 * DAY
        assert terms(trajectory, Anchor.ESCALATION_PROPOSED) == [(RISE, due, TODAY - 2 * DAY)]
        asked.withdraw(by=by["by"].acting(by["at"]), at=by["at"])
        assert terms(trajectory, Anchor.ESCALATION_PROPOSED) == [(RISE, due, None)]
        barriers.end(barrier, happened_on=TODAY - DAY, **by)
        assert terms(trajectory, Anchor.ESCALATION_PROPOSED) == [(RISE, due, TODAY - DAY)]

    def test_what_rose_or_ended_sooner_was_never_proposed(self, trajectory, by):
        quick = barriers.blocked(trajectory, happened_on=TODAY - 41 * DAY, words="Snel", **by)
        barriers.end(quick, happened_on=TODAY, **by)
        assert terms(trajectory, Anchor.ESCALATION_PROPOSED, on=TODAY + 30 * DAY) == []

    def test_again_when_it_did_not_help(self, trajectory, barrier, by):
        asked = rise(barrier, happened_on=TODAY - 15 * DAY, **by)
        answer(asked, happened_on=TODAY - 10 * DAY, **by)
        again = TODAY + 32 * DAY
        found = terms(trajectory, Anchor.ESCALATION_PROPOSED, on=again)
        assert found[-1] == (RISE, again, None)


class TestSilence:
    def test_on_its_day_until_there_is_an_answer(self, trajectory, barrier, by):
        asked = rise(barrier, happened_on=TODAY - 20 * DAY, **by)
        due = TODAY - 6 * DAY
        assert terms(trajectory, Anchor.ESCALATION_SILENT) == [(HIGHER, due, None)]
        said = answer(asked, Outcome.SILENT, happened_on=TODAY - DAY, **by)
        assert terms(trajectory, Anchor.ESCALATION_SILENT) == [(HIGHER, due, TODAY - DAY)]
        said.withdraw(by=by["by"].acting(by["at"]), at=by["at"])
        barriers.end(barrier, happened_on=TODAY, **by)
        assert terms(trajectory, Anchor.ESCALATION_SILENT) == [(HIGHER, due, TODAY)]
        assert Escalation.objects.count() == 1

    def test_not_of_what_was_not_sent_and_by_its_own_day_once_it_was(
        self, cast: Cast, trajectory, barrier, by
    ):
        asked = rise(barrier, Level.STRATEGIC, **by)
        assert terms(trajectory, Anchor.ESCALATION_SILENT) == []
        agree(asked, by=cast.fatima, at=by["at"] + 3 * DAY)
        later = TODAY + 3 * DAY
        ((title, due, _),) = terms(trajectory, Anchor.ESCALATION_SILENT, on=later)
        assert (title, due) == ("Geen antwoord: navragen. Geen postadres", TODAY + 17 * DAY)
        assert terms(trajectory, Anchor.ESCALATION_SILENT, on=later, as_known=TODAY) == []

    def test_of_who_left_it_says_so(self, cast: Cast, trajectory, barrier, by):
        rise(barrier, colleague=cast.fatima, role="Coördinator", **by)
        RoleGrant.objects.get(user=cast.fatima).end(until=TODAY + DAY, by=TESTER, at=by["at"])
        assert terms(trajectory, Anchor.ESCALATION_SILENT)[0][0] == HIGHER
        ((title, _, _),) = terms(trajectory, Anchor.ESCALATION_SILENT, on=TODAY + DAY)
        assert title == "Fatima werkt hier niet meer: vraag iemand anders. Geen postadres"


def test_vandaag_says_it_and_leads_to_his_barriers(cast: Cast, trajectory, noor: Client):
    today = day(this_moment())
    barriers.blocked(trajectory, by=cast.noor, at=this_moment(), happened_on=today - 50 * DAY)
    page = noor.get(reverse("desk:today")).content.decode()
    assert RISE in page
    assert reverse("desk:barriers", args=[trajectory.person.ref]) in page
