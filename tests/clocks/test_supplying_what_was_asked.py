"""What was asked for him is supplied to the rules: from its own day, fulfilled by what came of it."""

from datetime import date, timedelta

import pytest

from regie.approach.enums import Anchor
from regie.base.clock import day
from regie.clocks.queries import cases_of
from regie.clocks.rules import CaseFacts
from regie.trajectories.enums import ApplicationKind as Asked
from regie.trajectories.enums import ApplicationOutcome as Outcome
from regie.trajectories.enums import Threatened
from regie.trajectories.models import Trajectory
from regie.trajectories.rules import ApplicationAccount
from tests.cast import Cast
from tests.factories import people

TODAY, IN = date(2026, 11, 18), date(2026, 11, 14)
WEEK = timedelta(weeks=1)


def facts(trajectory: Trajectory, on: date = TODAY, **when: date) -> CaseFacts:
    return cases_of(Trajectory.objects.select_related("person", "referral"), on=on, **when)[trajectory.pk]


def _threatened(kind: Asked) -> dict[str, Threatened]:
    return {"threatened": Threatened.NO} if kind is Asked.DEBT_HELP else {}


def test_of_each_kind_from_its_own_day(cast: Cast, trajectory, now):
    for kind in Asked:
        people.ask(trajectory, kind, by=cast.noor, at=now, happened_on=IN, **_threatened(kind))
    supplied = facts(trajectory).told
    assert {anchor for anchor in supplied if anchor.startswith("asked")} == {
        Anchor.ASKED_ASSISTANCE,
        Anchor.ASKED_DEBT_HELP,
        Anchor.ASKED_SUPPORT,
    }
    (one,) = supplied[Anchor.ASKED_ASSISTANCE]
    assert (one.day, one.says, one.done_on) == (IN, "Bijstand aangevraagd", None)


@pytest.mark.parametrize(
    ("threatened", "plain", "urgent"),
    [(Threatened.NO, 1, 0), (Threatened.YES, 0, 1), (Threatened.UNKNOWN, 1, 1)],
)
def test_of_debts_by_what_he_is_about_to_lose(
    cast: Cast, trajectory, now, threatened: Threatened, plain: int, urgent: int
):
    people.ask(trajectory, Asked.DEBT_HELP, by=cast.noor, at=now, threatened=threatened)
    supplied = facts(trajectory).told
    assert len(supplied.get(Anchor.ASKED_DEBT_HELP, [])) == plain
    found = supplied.get(Anchor.ASKED_URGENT_DEBT_HELP, [])
    assert len(found) == urgent
    assert {bool(one.depends_on) for one in found} <= {threatened is Threatened.UNKNOWN}


@pytest.mark.parametrize(
    ("outcome", "objects"),
    [
        (Outcome.GRANTED, False),
        (Outcome.PARTLY, True),
        (Outcome.REFUSED, True),
        (Outcome.STOPPED, True),
        (Outcome.DROPPED, False),
    ],
)
@pytest.mark.parametrize("kind", Asked)
def test_what_came_of_it_fulfils_the_asking_and_may_be_objected_to(
    cast: Cast, trajectory, now, kind: Asked, outcome: Outcome, objects: bool
):
    told = {"happened_on": IN, "outcome": outcome, "decided_on": TODAY} | _threatened(kind)
    people.ask(trajectory, kind, by=cast.noor, at=now, **told)
    supplied = facts(trajectory).told
    done = [one.done_on for anchor in supplied if anchor.startswith("asked") for one in supplied[anchor]]
    assert done == ([] if kind is Asked.OTHER else [TODAY])
    assert [one.day for one in supplied.get(Anchor.DECIDED_AGAINST, [])] == ([TODAY] if objects else [])


def test_a_correction_keeps_what_its_terms_are_about(cast: Cast, trajectory, now):
    by = cast.noor.acting(now)
    told = people.ask(
        trajectory, by=cast.noor, at=now, happened_on=IN, outcome=Outcome.REFUSED, decided_on=IN
    )
    before = {one.occurrence for told in facts(trajectory).told.values() for one in told}
    told.correct(account=ApplicationAccount(IN - WEEK, Outcome.PARTLY, TODAY), by=by, at=now)
    after = {one.occurrence for told in facts(trajectory).told.values() for one in told}
    assert before == after
    assert f"application:{told.ref}" in after


def test_to_be_stopped_after_it_was_granted_in_part_is_another_decision(cast: Cast, trajectory, now):
    told = people.ask(trajectory, by=cast.noor, at=now, happened_on=IN, outcome=Outcome.PARTLY, decided_on=IN)
    (first,) = facts(trajectory).told[Anchor.DECIDED_AGAINST]
    told.decide(outcome=Outcome.STOPPED, decided_on=TODAY, by=cast.noor.acting(now), at=now)
    (then,) = facts(trajectory).told[Anchor.DECIDED_AGAINST]
    assert then.occurrence != first.occurrence
    assert then.says == "Bijstand gestopt of ingetrokken door de gemeente"


def test_on_an_earlier_day_it_was_not_asked_or_not_decided_yet(cast: Cast, trajectory, now):
    told = {"happened_on": IN, "outcome": Outcome.REFUSED, "decided_on": TODAY}
    people.ask(trajectory, by=cast.noor, at=now, **told)
    then = [facts(trajectory, on).told for on in (IN - WEEK, IN, TODAY)]
    asked = [told.get(Anchor.ASKED_ASSISTANCE, []) for told in then]
    assert [[one.done_on for one in found] for found in asked] == [[], [None], [TODAY]]
    assert [Anchor.DECIDED_AGAINST in told for told in then] == [False, False, True]


def test_what_was_taken_back_counts_no_more(cast: Cast, trajectory, now):
    people.ask(trajectory, by=cast.noor, at=now).withdraw(by=cast.noor.acting(now), at=now)
    assert Anchor.ASKED_ASSISTANCE not in facts(trajectory).told


def test_as_it_was_known_that_day(cast: Cast, trajectory, now):
    told, later = people.ask(trajectory, by=cast.noor, at=now), now + WEEK
    told.decide(outcome=Outcome.REFUSED, decided_on=TODAY, by=cast.noor.acting(later), at=later)
    then = facts(trajectory, day(later), as_known=TODAY).told
    assert then[Anchor.ASKED_ASSISTANCE][0].done_on is None
    assert Anchor.DECIDED_AGAINST not in then
    assert Anchor.DECIDED_AGAINST in facts(trajectory, day(later)).told


def test_what_came_of_it_fulfils_the_urgent_talk_as_well(cast: Cast, trajectory, now):
    told = {"threatened": Threatened.UNKNOWN, "outcome": Outcome.GRANTED, "decided_on": TODAY}
    people.ask(trajectory, Asked.DEBT_HELP, by=cast.noor, at=now, happened_on=IN, **told)
    supplied = facts(trajectory).told
    for anchor in (Anchor.ASKED_DEBT_HELP, Anchor.ASKED_URGENT_DEBT_HELP):
        assert [one.done_on for one in supplied[anchor]] == [TODAY]
