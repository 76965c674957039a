"""Terms of what was asked for him: what the municipality must do by when, and until when he can object."""

from datetime import date, timedelta

import pytest

from regie.approach.enums import Act, Anchor, Tone
from regie.approach.rules import Counting
from regie.clocks.enums import HandlingKind, State
from regie.clocks.queries import handled_of
from regie.clocks.rules import Told, reckon, state
from regie.trajectories.enums import ApplicationOutcome as Outcome
from tests.cast import Cast
from tests.clocks.terms import facts, rule, shipped, term
from tests.factories import people
from tests.factories.terms import handle, term_of

ASKED = date(2026, 6, 3)  # a Wednesday
DECIDED = date(2026, 7, 20)  # a Monday
ON = date(2026, 6, 4)


class TestWhatTheMunicipalityMustDo:
    @pytest.mark.parametrize(
        ("code", "anchor", "due"),
        [
            ("benefit_decision", "asked_assistance", date(2026, 7, 29)),  # Awb art. 4:13: eight weeks
            ("benefit_advance", "asked_assistance", date(2026, 7, 1)),  # Participatiewet art. 52: four weeks
            (
                "debt_help_talk",
                "asked_debt_help",
                date(2026, 7, 1),
            ),  # Wgs art. 4, first paragraph: four weeks
            ("support_investigation", "asked_support", date(2026, 7, 15)),  # Wmo 2015 art. 2.3.2: six weeks
            ("support_decision", "asked_support", date(2026, 7, 29)),  # art. 2.3.5: and two weeks more
        ],
    )
    def test_quietly_so_many_weeks_after_it_was_asked(self, code: str, anchor: str, due: date):
        told = term(code, facts(**{anchor: ASKED}), on=ON)
        assert (told.due, told.done_on) == (due, None)
        assert (told.rule.act, told.rule.tone, told.rule.hard) == (Act.MUNICIPALITY, Tone.QUIET, False)

    @pytest.mark.parametrize(
        ("asked", "due"),
        [
            (date(2026, 6, 3), date(2026, 6, 8)),  # from a Wednesday over the weekend
            (
                date(2026, 4, 24),
                date(2026, 4, 30),
            ),  # King's Day does not count (Algemene termijnenwet art. 3)
        ],
    )
    def test_loudly_within_three_working_days_when_he_is_about_to_lose_his_home(self, asked: date, due: date):
        told = term("debt_help_urgent_talk", facts(asked_urgent_debt_help=asked), on=asked)  # Wgs art. 4
        assert (told.due, told.rule.tone, told.rule.act) == (due, Tone.LOUD, Act.MUNICIPALITY)

    def test_when_nobody_knows_that_it_stands_there_and_says_so(self):
        doubtful = Told(ASKED, "application:1", "Schuldhulpverlening aangevraagd", depends_on="of hij dreigt")
        told = term("debt_help_urgent_talk", facts(asked_urgent_debt_help=doubtful), on=ON)
        assert told.depends_on == ("of hij dreigt",)

    def test_the_decision_fulfils_all_of_them_but_not_of_another_asking(self):
        one = Told(ASKED, "application:1", "", done_on=DECIDED)
        other = Told(ASKED, "application:2", "")
        known = facts(asked_assistance=ASKED)
        known.told[Anchor.ASKED_ASSISTANCE] = [one, other]
        terms = reckon([shipped("benefit_decision"), shipped("benefit_advance")], known, on=ON).terms
        done = {(told.rule.code, told.told.occurrence): told.done_on for told in terms}
        assert done == {
            ("benefit_decision", "application:1"): DECIDED,
            ("benefit_advance", "application:1"): DECIDED,
            ("benefit_decision", "application:2"): None,
            ("benefit_advance", "application:2"): None,
        }

    def test_what_came_first_fulfils_it(self):
        contact = date(2026, 6, 10)
        one = Told(ASKED, "application:1", "", done_on=DECIDED)
        named = rule(counting=Counting(Anchor.ASKED_ASSISTANCE), done_by=Anchor.FIRST_CONTACT)
        (told,) = reckon([named], facts(asked_assistance=one, first_contact=contact), on=ON).terms
        assert told.done_on == contact

    def test_nothing_asked_gives_no_term_and_says_so(self):
        assert term("benefit_decision", facts(), on=ON) is None


class TestUntilWhenHeCanObject:
    @pytest.mark.parametrize(
        ("decided", "last"),
        [
            # Awb art. 6:7 and 6:8: six weeks, of which the first day is the one after it was made known.
            (date(2026, 7, 20), date(2026, 8, 31)),
            (date(2026, 7, 17), date(2026, 8, 28)),
            # Algemene termijnenwet art. 1: what ends in a weekend or on a holiday ends on the next working day.
            (date(2026, 7, 18), date(2026, 8, 31)),
            (date(2026, 11, 13), date(2026, 12, 28)),  # Christmas Day, Boxing Day, Sunday
            (date(2026, 2, 20), date(2026, 4, 7)),  # Good Friday (its art. 3) and Easter
        ],
    )
    def test_six_weeks_and_never_on_a_day_of_rest(self, decided: date, last: date):
        assert term("objection", facts(decided_against=decided), on=decided).due == last

    def test_it_is_loud_and_hard_and_his_own(self):
        told = term("objection", facts(decided_against=DECIDED), on=DECIDED)
        assert (told.rule.tone, told.rule.hard, told.rule.act) == (Tone.LOUD, True, Act.YOUNG_PERSON)

    def test_it_stays_open_until_somebody_says_that_it_is_done(self, cast: Cast, trajectory, now):
        on = date(2026, 11, 18)
        told = people.ask(trajectory, by=cast.noor, at=now, happened_on=ASKED)
        told.decide(outcome=Outcome.REFUSED, decided_on=on, by=cast.noor.acting(now), at=now)
        term = term_of(trajectory, "objection", on=on)
        assert (term.done_on, term.due) == (None, date(2026, 12, 30))
        assert state(term, None, on=on) is State.COMING
        handle(trajectory, "objection", by=cast.noor, at=now, kind=HandlingKind.DONE)
        handled = handled_of([trajectory.pk])[trajectory.pk][term.key].handled
        assert state(term, handled, on=on) is State.DONE

    def test_what_somebody_did_survives_that_the_decision_is_told_better(self, cast: Cast, trajectory, now):
        on, by = date(2026, 11, 18), cast.noor.acting(now)
        told = people.ask(
            trajectory, by=cast.noor, at=now, happened_on=ASKED, outcome=Outcome.REFUSED, decided_on=DECIDED
        )
        handle(trajectory, "objection", by=cast.noor, at=now)
        account = told.account
        told.correct(account=type(account)(ASKED, Outcome.PARTLY, DECIDED + timedelta(days=1)), by=by, at=now)
        key = term_of(trajectory, "objection", on=on).key
        assert key in handled_of([trajectory.pk])[trajectory.pk]


def test_only_what_was_read_in_a_source_is_called_verified():
    read = ("benefit_decision", "benefit_advance", "debt_help_talk", "support_investigation", "objection")
    assert all(shipped(code).verified and shipped(code).source.startswith("https://") for code in read)
    assert not shipped("support_decision").verified
