"""Every fact that a rule can be counted from is supplied, of any number of people, and as it was known on a day."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.db import connection
from django.test.utils import CaptureQueriesContext

from regie.approach.enums import Anchor, Situation
from regie.approach.queries import approaches_for
from regie.base.clock import day
from regie.clocks.queries import MOMENTS, cases_of, loud_only, reckonings
from regie.clocks.rules import CaseFacts
from regie.detention.enums import Arrival, Certainty, LeaveState, Regime, Title
from regie.persons.rules import Identity
from regie.trajectories.actions import Telling, correct_referral
from regie.trajectories.enums import ApplicationKind as Asked
from regie.trajectories.enums import ApplicationOutcome as Outcome
from regie.trajectories.enums import CircumstanceKind as Kind
from regie.trajectories.enums import CircumstanceValue as Value
from regie.trajectories.models import Trajectory
from tests.cast import TESTER, Cast
from tests.factories import debts, first_days, losses, people
from tests.factories.agreements import agree
from tests.factories.detention import hear, hold, leave, release, restrict, sentence

TODAY = date(2026, 11, 18)
IN, OUT = date(2026, 11, 14), date(2027, 5, 17)
WEEK = timedelta(weeks=1)
OF_HIS_SITUATION = {
    Situation.ON_SOCIAL_ASSISTANCE,
    Situation.HAD_SOCIAL_ASSISTANCE,
    Situation.ON_DISABILITY_BENEFIT,
    Situation.GETS_ALLOWANCES,
    Situation.RENTS,
    Situation.INSURED,
    Situation.HAS_ACCOUNT,
    Situation.NO_VALID_ID,
}


# What must be arranged, and coming in again: test_supplying_what_was_arranged.py; steps: test_a_step_is_due.py; what was
# measured: tests/plans/test_reading_the_conditions.py.
OF_A_LIST = {
    Anchor.ARRANGEMENT_DUE, Anchor.PACK_READY, Anchor.PREPARED, Anchor.SORTED_OUT,
    Anchor.VISITED_AGAIN, Anchor.OUR_STEP, Anchor.HIS_STEP, Anchor.THEIR_STEP, *MOMENTS,
    Anchor.CALL_AGAIN,  # test_keeping_a_promise.py
    Anchor.NO_SHOW,  # tests/contacts/test_telling_how_it_went.py
    Anchor.BARRIER_TRY, Anchor.BARRIER_UNTRIED,  # test_a_barrier_is_tried_again.py
    Anchor.ESCALATION_PROPOSED, Anchor.ESCALATION_SILENT,  # test_a_barrier_rises.py
    Anchor.REQUEST_SENT, Anchor.REQUEST_DUE,  # test_a_partner_is_silent.py
    Anchor.AUTHORISATION_GONE, Anchor.LOOK_TOGETHER,  # test_an_authorisation_ends.py
}  # fmt: skip


def facts(trajectory: Trajectory, on: date = TODAY, **when: date) -> CaseFacts:
    return cases_of(Trajectory.objects.select_related("person", "referral"), on=on, **when)[trajectory.pk]


def told(trajectory: Trajectory, anchor: Anchor, on: date = TODAY) -> list[date | None]:
    return [one.day for one in facts(trajectory, on).told.get(anchor, [])]


def inside(trajectory: Trajectory, cast: Cast, now) -> None:
    him = trajectory.person
    hold(him, at=now, entered_on=IN, regime=Regime.ADULT)
    sentence(him, at=now, months=6)
    release(him, at=now, expected_on=OUT)
    hear(him, at=now, happened_on=TODAY + WEEK)
    restrict(him, at=now, until=TODAY + 2 * WEEK)
    leave(him, at=now, state=LeaveState.GRANTED, since=TODAY + WEEK)
    people.meet(trajectory, by=cast.noor, at=now)
    people.situate(trajectory, Value.VALID_ID, by=cast.noor, at=now, valid_until=OUT)
    people.situate(trajectory, Value.SIGNED, by=cast.noor, at=now, valid_until=OUT + WEEK)
    people.situate(trajectory, Value.WITH_FAMILY, by=cast.noor, at=now)
    agree(trajectory, by=cast.noor, at=now)
    debts.evicted_on(trajectory, TODAY + WEEK, by=cast.noor, at=now)
    losses.lose(trajectory, by=cast.noor, at=now)
    losses.look(trajectory, by=cast.noor, at=now, again_on=TODAY + WEEK)
    for kind in Asked:
        people.ask(trajectory, kind, by=cast.noor, at=now, happened_on=IN)
    people.ask(
        trajectory, by=cast.noor, at=now, happened_on=IN - WEEK, outcome=Outcome.REFUSED, decided_on=IN
    )


def situated(trajectory: Trajectory, on: date = TODAY) -> dict[Situation, bool | None]:
    """What is so of his situation, without what follows from where he is held."""
    return {code: so for code, so in facts(trajectory, on).situations.items() if code in OF_HIS_SITUATION}


class TestEveryAnchorAndSituation:
    def test_is_supplied(self, cast: Cast, trajectory, now):
        inside(trajectory, cast, now)
        during = facts(trajectory)
        hold(trajectory.person, at=now + WEEK, entered_on=TODAY, arrival=Arrival.MOVED).leave(
            on=TODAY + WEEK, by=TESTER, at=now + WEEK
        )
        first_days.settle(trajectory, by=cast.noor, at=now + WEEK)
        moved = facts(trajectory, TODAY + timedelta(days=3))
        after = facts(trajectory, TODAY + WEEK)
        hold(trajectory.person, at=now + 2 * WEEK, entered_on=TODAY + 2 * WEEK)
        again = facts(trajectory, TODAY + 2 * WEEK)
        found = set(during.told) | set(moved.told) | set(after.told) | set(again.told)
        assert set(Anchor) - OF_A_LIST - {Anchor.OUT_OF_SIGHT, Anchor.AGREEMENT_AGAIN} == found
        assert Anchor.RELEASE not in after.told
        assert after.told[Anchor.RELEASED][0].day == TODAY + WEEK
        assert set(during.situations) == set(Situation)

    def test_by_its_day(self, cast: Cast, trajectory, now):
        inside(trajectory, cast, now)
        days = {anchor: told(trajectory, anchor) for anchor in Anchor if anchor not in OF_A_LIST}
        assert days == {
            Anchor.REFERRED: [TODAY], Anchor.ACCEPTED: [TODAY], Anchor.DAY_ONE: [IN], Anchor.RELEASE: [OUT],
            Anchor.RELEASED: [], Anchor.SETTLED: [], Anchor.MOVED: [], Anchor.DETAINED_AGAIN: [],
            Anchor.LEAVE_END: [TODAY + WEEK], Anchor.HEARING: [TODAY + WEEK], Anchor.FIRST_CONTACT: [TODAY],
            Anchor.LAST_CONTACT: [TODAY], Anchor.GUIDANCE_END: [trajectory.planned_end],
            Anchor.CONDITION_END: [TODAY + 2 * WEEK], Anchor.ID_EXPIRES: [OUT], Anchor.ADDRESS_TOLD: [TODAY],
            Anchor.AUTHORISATION_END: [OUT + WEEK], Anchor.SENTENCE_END: [IN + relativedelta(months=6)],
            Anchor.ASKED_ASSISTANCE: [IN, IN - WEEK], Anchor.ASKED_DEBT_HELP: [IN],
            Anchor.OUT_OF_SIGHT: [], Anchor.NEXT_ATTEMPT: [TODAY + WEEK], Anchor.DEBT_THREAT: [TODAY + WEEK],
            Anchor.SPEAK_AGAIN: [], Anchor.BED_UNKNOWN: [],
            Anchor.AGREED: [TODAY], Anchor.AGREEMENT_AGAIN: [],
            Anchor.ASKED_URGENT_DEBT_HELP: [IN], Anchor.ASKED_SUPPORT: [IN], Anchor.DECIDED_AGAINST: [IN],
        }  # fmt: skip

    def test_the_last_attempt_gives_way_to_the_next_that_was_planned(self, cast: Cast, trajectory, now):
        losses.lose(trajectory, by=cast.noor, at=now, since=IN)
        assert told(trajectory, Anchor.OUT_OF_SIGHT) == [IN]
        losses.look(trajectory, by=cast.noor, at=now)
        assert told(trajectory, Anchor.OUT_OF_SIGHT) == [TODAY]
        losses.look(trajectory, by=cast.noor, at=now, again_on=TODAY + WEEK)
        assert told(trajectory, Anchor.OUT_OF_SIGHT) == []


class TestWhatIsSo:
    def test_inside_with_a_sentence(self, cast: Cast, trajectory, now):
        inside(trajectory, cast, now)
        so = facts(trajectory).situations
        assert [code for code, holds in so.items() if holds] == [
            Situation.INSIDE,
            Situation.SENTENCED,
            Situation.IMPRISONED,
            Situation.ADULT_REGIME,
        ]
        assert facts(trajectory).sentence.months == 6

    def test_nothing_told_is_not_known(self, trajectory):
        assert set(facts(trajectory).situations.values()) == {None}
        assert told(trajectory, Anchor.DAY_ONE) == [trajectory.referral.detained_since]
        assert told(trajectory, Anchor.RELEASE) == []

    @pytest.mark.parametrize("how", ["pretrial", "any day"])
    def test_any_day(self, trajectory, now, how: str):
        hold(trajectory.person, at=now, entered_on=IN)
        if how == "pretrial":
            sentence(trajectory.person, at=now, title=Title.PRETRIAL)
        else:
            release(trajectory.person, at=now, expected_on=None, certainty=Certainty.ANY_DAY)
        (one,) = facts(trajectory).told[Anchor.RELEASE]
        assert (one.day, one.earliest) == (None, TODAY)

    def test_back_inside_within_a_week_begins_anew(self, trajectory, now):
        hold(trajectory.person, at=now, entered_on=IN).leave(on=IN + timedelta(days=2), by=TESTER, at=now)
        assert told(trajectory, Anchor.RELEASED, IN + timedelta(days=3)) == [IN + timedelta(days=2)]
        hold(trajectory.person, at=now, entered_on=TODAY)
        assert told(trajectory, Anchor.DAY_ONE) == [TODAY]
        assert told(trajectory, Anchor.RELEASED) == []

    def test_a_hearing_that_was_and_a_condition_that_is_over_give_nothing(self, trajectory, now):
        hear(trajectory.person, at=now, happened_on=TODAY - WEEK)
        restrict(trajectory.person, at=now, until=TODAY - WEEK)
        assert told(trajectory, Anchor.HEARING) == told(trajectory, Anchor.CONDITION_END) == []


class TestHisSituation:
    def test_each_answer_says_what_is_so_and_what_is_not(self, cast: Cast, trajectory, now):
        for value in (
            Value.SOCIAL_ASSISTANCE, Value.GETS_ALLOWANCES, Value.RENTS, Value.INSURED, Value.HAS_ACCOUNT,
            Value.EXPIRED_ID,
        ):  # fmt: skip
            people.situate(trajectory, value, by=cast.noor, at=now)
        so = situated(trajectory)
        assert so.pop(Situation.ON_DISABILITY_BENEFIT) is False
        assert set(so.values()) == {True}

    def test_the_other_answer_of_each_kind(self, cast: Cast, trajectory, now):
        for value in (
            Value.DISABILITY_BENEFIT, Value.NO_ALLOWANCES, Value.OWNS, Value.SUSPENDED, Value.ACCOUNT_CLOSED,
            Value.VALID_ID,
        ):  # fmt: skip
            people.situate(trajectory, value, by=cast.noor, at=now, happened_on=IN - WEEK)
        so = situated(trajectory)
        assert so.pop(Situation.ON_DISABILITY_BENEFIT) is True
        assert set(so.values()) == {False}

    @pytest.mark.parametrize("value", [None, Value.UNKNOWN, Value.NOT_ASKED])
    def test_not_told_not_known_and_not_asked_are_not_known(self, cast: Cast, trajectory, now, value):
        for kind in Kind if value else ():
            people.situate(trajectory, value, kind=kind, by=cast.noor, at=now)
        assert set(situated(trajectory)) == OF_HIS_SITUATION
        assert set(situated(trajectory).values()) == {None}

    def test_who_gets_assistance_inside_got_it_when_he_came_in(self, cast: Cast, trajectory, now):
        by = {"by": cast.noor, "at": now}
        people.situate(trajectory, Value.NO_BENEFIT, **by)
        assert situated(trajectory)[Situation.HAD_SOCIAL_ASSISTANCE] is None
        people.situate(trajectory, Value.SOCIAL_ASSISTANCE, happened_on=TODAY - timedelta(days=1), **by)
        so = situated(trajectory)
        assert (so[Situation.ON_SOCIAL_ASSISTANCE], so[Situation.HAD_SOCIAL_ASSISTANCE]) == (False, True)
        people.situate(trajectory, Value.OTHER_BENEFIT, happened_on=IN, **by)
        assert situated(trajectory)[Situation.HAD_SOCIAL_ASSISTANCE] is False

    def test_a_card_expires_on_its_day(self, cast: Cast, trajectory, now):
        card = people.situate(trajectory, Value.VALID_ID, by=cast.noor, at=now, valid_until=OUT)
        (one,) = facts(trajectory).told[Anchor.ID_EXPIRES]
        assert (one.day, one.occurrence) == (OUT, f"identity:{card.ref}")
        days = (OUT, OUT + timedelta(days=1))
        assert [situated(trajectory, on)[Situation.NO_VALID_ID] for on in days] == [False, True]
        people.situate(trajectory, Value.NO_ID, by=cast.noor, at=now)
        assert Anchor.ID_EXPIRES not in facts(trajectory).told

    def test_how_long_he_was_inside(self, trajectory, now):
        assert facts(trajectory).detained is None
        hold(trajectory.person, at=now, entered_on=IN).leave(on=TODAY, by=TESTER, at=now)
        assert facts(trajectory).detained == (TODAY - IN).days


class TestOfWhatIsLoudAlone:
    def test_the_terms_are_the_same_though_less_is_read(self, cast: Cast, trajectory, now):
        inside(trajectory, cast, now)
        for value in (Value.SOCIAL_ASSISTANCE, Value.NO_ALLOWANCES, Value.RENTS, Value.NOT_INSURED):
            people.situate(trajectory, value, by=cast.noor, at=now)
        approaches = approaches_for([cast.here], on=TODAY)
        chosen = list(Trajectory.objects.select_related("person", "referral", "municipality"))
        (every,) = reckonings(chosen, on=TODAY, approaches=approaches).values()
        (loud,) = reckonings(chosen, on=TODAY, approaches=loud_only(approaches)).values()
        codes = {one.rule.code for one in loud.terms} | {one.rule.code for one in loud.silent}
        assert loud.terms == tuple(one for one in every.terms if one.rule.code in codes)
        assert {one.why for one in loud.silent} <= {one.why for one in every.silent}
        assert {"home", "insurance_restarted", "objection"} <= {one.rule.code for one in loud.terms}
        assert "allowances_entry" not in {one.rule.code for one in loud.terms}


class TestOfMany:
    def test_as_many_queries_for_two_as_for_twenty(self, cast: Cast, now):
        asked = []
        for number in range(20):
            guided = people.guide(cast, at=now, who=Identity(f"J{number}", "Muller"))
            inside(guided, cast, now)
            if number in (1, 19):
                all_of_them = Trajectory.objects.select_related("person", "referral", "municipality")
                with CaptureQueriesContext(connection) as queries:
                    found = reckonings(all_of_them, on=TODAY)
                asked.append(len(queries))
                assert len(found) == number + 1
        assert asked == [4, 4]
        with CaptureQueriesContext(connection) as queries:
            reckonings(all_of_them.all(), on=TODAY, as_known=TODAY)
        assert len(queries) == 6

    def test_as_it_was_known_that_day(self, cast: Cast, trajectory, now):
        inside(trajectory, cast, now)
        later = now + WEEK
        release(trajectory.person, at=later, expected_on=OUT - WEEK, known_since=day(later))
        on = day(later)
        then = facts(trajectory, on, as_known=TODAY)
        assert [one.day for one in then.told[Anchor.RELEASE]] == [OUT]
        assert told(trajectory, Anchor.RELEASE, on) == [OUT - WEEK]

    def test_his_referral_and_his_birth_as_they_were_known_that_day(self, cast: Cast, trajectory, now):
        first, second = now + WEEK, now + 2 * WEEK
        for at, days in ((first, 1), (second, 2)):
            correct_referral(
                referral=trajectory.referral,
                telling=Telling("PI Sittard", TODAY - timedelta(days=days)),
                identity=Identity("Jayden", "Muller", date(2005, 4, 17 + days), "999990019"),
                by=cast.noor.acting(at),
                at=at,
            )
            trajectory.refresh_from_db()
        then = [facts(trajectory, day(second), as_known=day(at)) for at in (now, first, second)]
        assert [one.birth_date for one in then] == [date(2005, 4, 17 + days) for days in (0, 1, 2)]
        assert [one.told[Anchor.REFERRED][0].day for one in then] == [
            TODAY - timedelta(days=days) for days in (0, 1, 2)
        ]
        assert [one.told[Anchor.DAY_ONE][0].day for one in then[:1]] == [IN]
        assert Anchor.DAY_ONE not in then[1].told
        assert facts(trajectory, day(second)) == then[2]

    def test_his_situation_as_it_was_known_that_day(self, cast: Cast, trajectory, now):
        people.situate(trajectory, Value.RENTS, by=cast.noor, at=now)
        later = now + WEEK
        people.situate(trajectory, Value.NO_HOME, by=cast.noor, at=later, happened_on=TODAY)
        then = facts(trajectory, day(later), as_known=TODAY).situations
        assert then[Situation.RENTS] is True
        assert situated(trajectory, day(later))[Situation.RENTS] is False
