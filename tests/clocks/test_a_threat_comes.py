"""A debt threatens on a day: his officer is called from the day we knew, until it does not threaten any more."""

from datetime import date, timedelta

from regie.approach.enums import Anchor, Tone
from regie.clocks.queries import called, cases_of, reckonings
from regie.clocks.rules import Told
from regie.plans.enums import DebtThreat
from regie.plans.models import DebtReading
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import debts

TODAY = date(2026, 11, 18)
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def told(trajectory: Trajectory, on: date = TODAY, **when: date) -> list[Told]:
    found = cases_of(Trajectory.objects.select_related("person", "referral"), on=on, **when)
    return list(found[trajectory.pk].told.get(Anchor.DEBT_THREAT, []))


def test_his_officer_is_called_today_and_by_the_day_it_comes(cast: Cast, trajectory, now):
    debts.evicted_on(trajectory, TODAY + 9 * WEEK, by=cast.noor, at=now)
    (call,) = [one for one in called(cast.noor.acting(now), on=TODAY) if "dreigt" in one.terms[0].title]
    (term,) = call.terms
    assert (term.title, term.due, call.day) == ("Huisuitzetting dreigt: bel vandaag", TODAY + 9 * WEEK, TODAY)
    assert (term.rule.tone, term.rule.hard, term.rule.verified) == (Tone.LOUD, True, False)


def test_nobody_is_called_for_what_has_no_day_or_threatens_nothing(cast: Cast, trajectory, now):
    for threat in DebtThreat:
        debts.owe(trajectory, by=cast.noor, at=now, threat=threat)
    assert told(trajectory) == []


def test_a_day_that_moves_is_the_same_threat(cast: Cast, trajectory, now):
    debt = debts.evicted_on(trajectory, TODAY + WEEK, by=cast.noor, at=now)
    (first,) = told(trajectory)
    later = {"threat": DebtThreat.EVICTION, "threat_on": TODAY + 2 * WEEK}
    debts.read(debt, by=cast.noor, at=now + DAY, **later)
    (moved,) = told(trajectory, TODAY + DAY)
    assert (moved.day, moved.earliest, moved.occurrence) == (TODAY + 2 * WEEK, TODAY, first.occurrence)
    assert told(trajectory, TODAY + DAY, as_known=TODAY) == [first]
    debts.read(debt, by=cast.noor, at=now + 2 * DAY, threat=DebtThreat.EVICTION)
    assert told(trajectory, TODAY + 2 * DAY) == []  # nobody knows the day any more


def test_it_is_done_when_it_does_not_threaten_any_more_and_comes_back_as_another(cast: Cast, trajectory, now):
    threat = {"threat": DebtThreat.EVICTION, "threat_on": TODAY + WEEK}
    debt = debts.owe(trajectory, by=cast.noor, at=now, **threat)
    debts.read(debt, by=cast.noor, at=now + DAY, threat=DebtThreat.NONE)
    (done,) = told(trajectory, TODAY + DAY)
    assert done.done_on == TODAY + DAY
    debts.read(debt, by=cast.noor, at=now + 2 * DAY, **threat)
    both = told(trajectory, TODAY + 2 * DAY)
    assert [one.done_on for one in both] == [TODAY + DAY, None]
    assert len({one.occurrence for one in both}) == 2


def test_what_is_over_or_taken_back_calls_nobody(cast: Cast, trajectory, now):
    paid, wrong = (debts.evicted_on(trajectory, TODAY + WEEK, by=cast.noor, at=now) for _ in range(2))
    debts.end(paid, by=cast.noor, at=now)
    wrong.withdraw(by=cast.noor.acting(now), at=now)
    assert [one.done_on for one in told(trajectory)] == [TODAY]
    reading = DebtReading.objects.current().order_by("pk").first()
    assert reading is not None
    reading.withdraw(by=cast.noor.acting(now), at=now)
    assert told(trajectory) == []


def test_of_each_debt_its_own(cast: Cast, trajectory, now):
    for threat in (DebtThreat.CUT_OFF, DebtThreat.DETENTION):
        debts.owe(trajectory, by=cast.noor, at=now, threat=threat, threat_on=TODAY + WEEK)
    titles = {term.title for term in _terms(trajectory) if term.rule.code == "debt_threat"}
    assert titles == {
        "Afsluiting van energie of water dreigt: bel vandaag",
        "Gijzeling voor boetes dreigt: bel vandaag",
    }


def _terms(trajectory: Trajectory):
    seen = Trajectory.objects.select_related("person", "referral", "municipality")
    return reckonings(seen, on=TODAY)[trajectory.pk].terms
