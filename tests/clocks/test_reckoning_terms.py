"""Terms follow from facts and rules: the scenarios of the field, each with its dates and whose law it is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from regie.approach.enums import Anchor, Situation, Tone, Unit
from regie.approach.rules import Counting, DeadlineRule, Length, Span
from regie.clocks.rules import Told, counted, reckon
from tests.clocks.terms import FREE, INSIDE, PHASES, RULES, all_of, facts, rule, shipped, term, why_silent

IN = date(2026, 3, 2)  # a Monday
OUT = date(2026, 9, 21)
ON = date(2026, 3, 9)
NINE_MONTHS = relativedelta(months=9)
DAYS = st.dates(date(2024, 1, 1), date(2029, 12, 31))


class TestFromDayOne:
    def test_toeslagen_within_four_weeks_of_coming_in(self):
        told = term("allowances_entry", facts(day_one=IN), on=ON)
        assert (told.due, told.rule.hard, told.rule.tone) == (date(2026, 3, 30), True, Tone.LOUD)

    def test_the_facility_screens_within_ten_working_days_and_is_never_his_alarm(self):
        told = term("screening", facts(day_one=date(2026, 4, 24)), on=ON)
        # Algemene termijnenwet art. 3: King's Day (27 April) and 5 May do not count, in 2026 either.
        assert told.due == date(2026, 5, 12)
        assert told.rule.tone is Tone.EXPECTED

    def test_a_meeting_every_six_weeks_is_the_next_one(self):
        known = facts(day_one=IN)
        assert term("progress_meeting", known, on=ON).due == IN + timedelta(weeks=6)
        assert term("progress_meeting", known, on=IN + timedelta(weeks=13)).due == IN + timedelta(weeks=18)

    def test_first_contact_is_done_by_the_contact_itself(self):
        assert term("first_contact", facts(referred=IN), on=ON).done_on is None
        done = term("first_contact", facts(referred=IN, first_contact=date(2026, 3, 4)), on=ON)
        assert (done.due, done.done_on) == (date(2026, 3, 9), date(2026, 3, 4))

    def test_who_is_free_has_nothing_to_report_of_a_detention(self):
        known = facts(situations=FREE, day_one=IN, released=OUT)
        assert term("allowances_entry", known, on=OUT) is None
        assert why_silent("allowances_entry", known, on=OUT) == "Alleen als hij vast zit. Dat is niet zo."
        assert term("measured_after_6_months", known, on=OUT).due == date(2027, 3, 21)

    def test_what_nobody_knows_silences_nothing_and_is_said(self):
        known = facts(situations={}, day_one=IN)
        told = term("allowances_entry", known, on=ON)
        assert told.due == date(2026, 3, 30)
        assert told.depends_on == ("of hij vast zit", "of hij toeslag krijgt")


class TestBeforeRelease:
    def test_an_application_can_be_in_before_he_is_out(self):
        told = term("benefit_application", facts(release=OUT, sentence=NINE_MONTHS), on=ON)
        assert told.due == date(2026, 7, 27)
        assert told.earliest == date(2026, 7, 13)  # with fourteen days of end leave

    def test_end_leave_itself_is_not_pulled_forward_by_end_leave(self):
        leave = term("end_leave", facts(release=OUT, sentence=NINE_MONTHS), on=ON)
        assert leave.earliest == leave.acts_by == leave.due == OUT - timedelta(days=14)

    def test_end_leave_only_with_a_sentence_of_eight_days_to_a_year(self):
        assert term("end_leave", facts(release=OUT, sentence=NINE_MONTHS), on=ON).due == date(2026, 9, 7)
        longer = facts(release=OUT, sentence=relativedelta(months=14))
        assert "langer" in why_silent("end_leave", longer, on=ON)
        assert term("release_week", longer, on=ON).earliest == date(2026, 9, 14)
        shorter = facts(release=OUT, sentence=relativedelta(days=7))
        assert "korter" in why_silent("end_leave", shorter, on=ON)

    def test_of_a_year_exactly_it_still_holds_also_in_a_leap_year(self):
        for release in (date(2028, 2, 29), date(2027, 3, 1)):
            known = facts(release=release, sentence=relativedelta(years=1))
            assert term("end_leave", known, on=ON).due == release - timedelta(days=14)

    @pytest.mark.parametrize(
        ("release", "soonest"),
        [
            (date(2025, 7, 14), date(2025, 7, 9)),  # five days before, by the law until 15 July 2025
            (date(2025, 7, 16), date(2025, 7, 11)),  # the new law was not there yet; five days still were
            (date(2025, 7, 29), date(2025, 7, 15)),  # fourteen days before, the first day of the new law
            (date(2025, 7, 25), date(2025, 7, 15)),  # not before the new law began
            (date(2025, 9, 1), date(2025, 8, 18)),
        ],
    )
    def test_a_release_that_moves_across_the_change_of_law(self, release: date, soonest: date):
        known = facts(release=release, sentence=NINE_MONTHS)
        week = term("release_week", known, on=date(2025, 6, 1))
        assert week.due == release - timedelta(weeks=1)
        assert week.earliest == soonest - timedelta(weeks=1)

    def test_in_pretrial_detention_it_is_due_any_day(self):
        any_day = Told(None, "detention", "Hij kan elke dag vrijkomen", earliest=ON)
        situations = INSIDE | {Situation.PRETRIAL: True, Situation.SENTENCED: False}
        told = term("identity_document", facts(situations=situations, release=any_day), on=ON)
        assert (told.due, told.earliest, told.acts_by) == (None, ON, ON)

    def test_without_a_release_date_the_rule_says_that_it_waits(self):
        assert "vrijlating" in why_silent("identity_document", facts(day_one=IN), on=ON)

    def test_the_search_period_is_of_who_is_under_27_when_he_comes_out(self):
        turns_27 = date(1999, 9, 21)
        assert "ouder" in why_silent("search_period", facts(release=OUT, born=turns_27), on=ON)
        younger = facts(release=OUT - timedelta(days=1), born=turns_27)
        assert term("search_period", younger, on=ON).due == date(2026, 8, 23)
        unknown = term("search_period", facts(release=OUT, born=None), on=ON)
        assert unknown.depends_on == ("hoe oud hij is",)

    def test_a_moved_date_keeps_what_the_term_is_about(self):
        keys = {
            term("release_week", facts(release=Told(day, "detention:1", "")), on=ON).key
            for day in (OUT, OUT - timedelta(days=10))
        }
        assert keys == {("release_week", "detention:1")}


class TestHisSituation:
    @pytest.mark.parametrize(
        ("code", "situation"),
        [
            ("allowances_entry", Situation.GETS_ALLOWANCES),
            ("benefit_stop", Situation.ON_SOCIAL_ASSISTANCE),
            ("disability_benefit_stop", Situation.ON_DISABILITY_BENEFIT),
            ("insurance_suspended", Situation.INSURED),
            ("home", Situation.RENTS),
            ("bank_account", Situation.HAS_ACCOUNT),
            ("identity_document", Situation.NO_VALID_ID),
        ],
    )
    def test_a_rule_is_for_whom_it_is_about(self, code: str, situation: Situation):
        known = {"day_one": IN, "release": OUT}
        assert term(code, facts(situations=INSIDE | {situation: True}, **known), on=ON).depends_on == ()
        assert term(code, facts(situations=INSIDE | {situation: False}, **known), on=ON) is None
        unknown = term(code, facts(situations=INSIDE | {situation: None}, **known), on=ON)
        assert unknown.depends_on == (f"of {situation.label}",)

    def test_who_is_free_and_gets_allowances_says_that_he_is_free(self):
        known = {"released": OUT, "situations": FREE | {Situation.GETS_ALLOWANCES: True}}
        assert term("allowances_release", facts(**known), on=OUT).due == date(2026, 9, 28)

    def test_an_insurance_that_stands_still_or_is_not_there_must_begin_before_he_is_out(self):
        for insured, comes in ((False, True), (None, True), (True, False)):
            known = facts(release=OUT, situations=INSIDE | {Situation.INSURED: insured})
            assert (term("insurance_restarted", known, on=ON) is not None) is comes

    @pytest.mark.parametrize(("days", "given"), [(1, True), (56, True), (57, False), (None, True)])
    def test_assistance_begins_again_of_who_is_out_within_eight_weeks(self, days: int | None, given: bool):
        situations = FREE | {Situation.HAD_SOCIAL_ASSISTANCE: True}
        known = replace(facts(released=OUT, situations=situations), detained=days)
        told = term("benefit_resume", known, on=OUT)
        assert (told is not None) is given
        if given:
            assert (told.rule.verified, told.rule.tone) == (False, Tone.QUIET)
            assert told.depends_on == (("hoe lang hij vastzat",) if days is None else ())
        else:
            assert "langer" in why_silent("benefit_resume", known, on=OUT)

    def test_a_detention_can_be_too_short_for_a_rule(self):
        after = Counting(Anchor.RELEASED, Length(4, Unit.WEEKS))
        longer = rule(detained=Span(Length(3, Unit.MONTHS)), counting=after)
        known = replace(facts(released=OUT), detained=80)
        assert "korter" in reckon([longer], known, on=OUT).silent[0].why

    def test_a_new_card_is_asked_eight_weeks_before_the_old_one_expires(self):
        told = term("id_expires", facts(id_expires=OUT), on=ON)
        assert (told.due, told.rule.tone) == (date(2026, 7, 27), Tone.QUIET)
        assert "identiteitsbewijs" in why_silent("id_expires", facts(), on=ON)


class TestTheCalendar:
    def test_months_end_where_the_month_ends(self):
        month = Length(1, Unit.MONTHS)
        assert counted(date(2027, 1, 31), month) == date(2027, 2, 28)
        assert counted(date(2028, 1, 31), month) == date(2028, 2, 29)
        assert counted(date(2028, 2, 29), Length(12, Unit.MONTHS)) == date(2029, 2, 28)
        assert counted(date(2027, 3, 31), month, before=True) == date(2027, 2, 28)

    def test_days_are_days_when_the_clock_goes_forward_and_back(self):
        assert counted(date(2026, 3, 28), Length(2, Unit.DAYS)) == date(2026, 3, 30)
        assert counted(date(2026, 10, 24), Length(2, Unit.DAYS)) == date(2026, 10, 26)

    def test_working_days_also_backwards(self):
        # The hearing is on Tuesday 7 April 2026; Easter Monday and Good Friday do not count.
        assert term("hearing", facts(hearing=date(2026, 4, 7)), on=ON).due == date(2026, 4, 1)

    def test_a_term_by_law_does_not_end_in_a_weekend(self):
        six_weeks = rule(counting=Counting(Anchor.DAY_ONE, Length(6, Unit.WEEKS)), next_working_day=True)
        (told,) = reckon([six_weeks], facts(day_one=date(2026, 3, 7)), on=ON).terms  # 18 April is a Saturday
        assert told.due == date(2026, 4, 20)

    def test_a_day_at_the_end_of_all_calendars_breaks_nothing(self):
        assert term("allowances_entry", facts(day_one=date.max), on=ON).due == date.max


class TestWhateverTheFacts:
    @given(first=DAYS, later=st.integers(0, 400), months=st.integers(1, 11))
    def test_an_earlier_release_never_gives_a_later_term(self, first: date, later: int, months: int):
        counted = (known for known in RULES if known.anchor is Anchor.RELEASE and not known.opens)
        for one in counted:
            sentence = relativedelta(months=max(months, 6 if one.counting.share else 1))
            sooner, after = (
                term(one.code, facts(release=day, sentence=sentence, born=None), on=ON)
                for day in (first, first + timedelta(days=later))
            )
            assert sooner.due <= after.due
            assert sooner.earliest <= after.earliest

    @given(day=DAYS, turn=st.randoms(use_true_random=False))
    def test_the_order_of_rules_and_of_telling_does_not_matter(self, day: date, turn):
        known = facts(day_one=day, release=day + timedelta(days=200), sentence=NINE_MONTHS)
        more = replace(known, told=known.told | {Anchor.HEARING: [Told(day, "a", ""), Told(OUT, "b", "")]})
        rules = list(RULES)
        turn.shuffle(rules)
        other = replace(more, told={anchor: told[::-1] for anchor, told in reversed(more.told.items())})
        assert reckon(rules, other, on=ON).terms == all_of(more, on=ON).terms

    @given(day=DAYS, on=DAYS)
    def test_reckoning_twice_is_the_same_and_every_rule_is_heard(self, day: date, on: date):
        known = facts(day_one=day, release=day + timedelta(days=90), hearing=day)
        once = all_of(known, on=on)
        assert all_of(known, on=on) == once
        heard = {one.rule.code for one in once.terms} | {one.rule.code for one in once.silent}
        assert heard == {one.code for one in RULES}

    @given(day=DAYS, on=DAYS, months=st.integers(1, 14))
    def test_what_is_loud_says_the_same_without_what_is_quiet(self, day: date, on: date, months: int):
        known = facts(day_one=day, release=day + timedelta(days=90), sentence=relativedelta(months=months))
        few = [one for one in RULES if one.tone is Tone.LOUD or one.opens]
        loud = [one for one in all_of(known, on=on).terms if one.rule in few]
        assert list(reckon(few, known, on=on, phases=PHASES).terms) == loud

    def test_what_we_do_again_stays_until_the_next_time_when_it_was_not_done(self):
        known = facts(accepted=date(2026, 1, 12))
        due = {term.due: term.key for term in all_of(known, on=date(2026, 7, 14)).terms if term.rule.every}
        assert due == {
            date(2026, 7, 12): ("plan_review", "accepted~1"),
            date(2026, 10, 12): ("plan_review", "accepted~2"),
        }
        (first,) = (term for term in all_of(known, on=date(2026, 4, 12)).terms if term.rule.every)
        assert first.key == ("plan_review", "accepted~0")

    @given(due=DAYS, on=DAYS, number=st.integers(1, 60), unit=st.sampled_from(Unit))
    def test_a_repeating_term_is_the_first_that_is_not_in_the_past(
        self, due: date, on: date, number: int, unit: Unit
    ):
        again = rule(every=Length(number, unit), counting=Counting(Anchor.DAY_ONE), tone=Tone.EXPECTED)
        (told,) = reckon([again], facts(day_one=due), on=on).terms
        assert told.due == counted(due, Length(number * told.turn, unit))
        assert told.due >= on
        assert told.turn == 0 or counted(due, Length(number * (told.turn - 1), unit)) < on


class TestWhatShips:
    def test_few_are_loud_and_none_of_them_is_a_term_of_another(self):
        loud = [one for one in RULES if one.tone is Tone.LOUD]
        assert (
            8 <= len({one.title for one in loud}) <= 26
        )  # three only in his first days outside, two of what a partner was asked
        assert not {one.act for one in loud} & {one.act for one in RULES if one.tone is Tone.EXPECTED}

    def test_each_says_why_in_one_sentence_and_where_that_was_read(self):
        for one in RULES:
            assert one.why.endswith(".")
            assert one.source
            assert one.read_on

    def test_terms_that_nobody_read_in_a_source_are_not_called_verified(self):
        own: list[DeadlineRule] = [one for one in RULES if "eigen voorstel" in one.source]
        assert own
        assert not any(one.verified for one in own)
        assert shipped("allowances_entry").verified

    def test_what_the_field_doubts_is_not_called_verified(self):
        doubted = ("benefit_stop", "disability_benefit_stop", "benefit_resume", "home", "id_expires")
        assert not any(shipped(code).verified for code in doubted)
