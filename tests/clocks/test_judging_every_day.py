"""Every day what came of every term is written down, by what was known that day, and never changed."""

from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localtime

from regie.approach.actions import load
from regie.approach.models import Edition
from regie.base import clock
from regie.clocks import actions
from regie.clocks.actions import judge_terms
from regie.clocks.enums import HandlingKind, Verdict
from regie.clocks.models import JudgedDay, Judgement
from regie.clocks.queries import days_to_judge, judgements_of
from regie.persons.rules import Identity
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Trajectory
from tests.cast import TESTER, Cast
from tests.clocks.judging import came, judge, the_day_after
from tests.factories import people
from tests.factories.approaches import shipped
from tests.factories.terms import handle

TODAY = date(2026, 11, 18)
DAY = timedelta(days=1)
FIRST_CONTACT = date(2026, 11, 25)  # five working days after he was referred
NOT_NEEDED, PUT_OFF = HandlingKind.NOT_NEEDED, HandlingKind.PUT_OFF


class TestItWorks:
    def test_a_day_that_went_by_is_missed_once(self, trajectory):
        judge(FIRST_CONTACT + 5 * DAY)
        assert came(trajectory, "first_contact") == [("missed", FIRST_CONTACT, FIRST_CONTACT)]

    def test_with_the_rule_the_fact_and_who_wrote_it(self, trajectory):
        judge(FIRST_CONTACT)
        one = Judgement.objects.get(rule="first_contact")
        assert one.edition == Edition.objects.get(layer="national")
        assert (one.occurrence, one.rests_on, one.rests_day) == ("referral", "Aangemeld", TODAY)
        assert (one.recorded_by_id, one.recorded_at) == (TESTER.id, the_day_after(FIRST_CONTACT))
        assert str(one) == "first_contact missed 25-11-2026"

    def test_a_fact_of_another_app_is_judged_by_the_daily_run(self, cast: Cast, trajectory, now):
        people.meet(trajectory, by=cast.noor, at=now + DAY)
        assert came(trajectory, "first_contact") == []
        judge(TODAY + DAY)
        assert came(trajectory, "first_contact") == [("met", FIRST_CONTACT, TODAY + DAY)]

    def test_what_was_told_late_follows_what_was_judged_then(self, cast: Cast, trajectory, now):
        at = now + timedelta(days=10)
        people.meet(trajectory, by=cast.noor, at=at, happened_on=TODAY + DAY)
        judge(TODAY + 12 * DAY)
        assert came(trajectory, "first_contact") == [
            ("missed", FIRST_CONTACT, FIRST_CONTACT),
            ("met", FIRST_CONTACT, TODAY + 10 * DAY),
        ]

    def test_today_is_not_over(self, trajectory, now):
        assert judge_terms(by=TESTER, at=now).days == 0
        assert judge_terms(by=TESTER, at=now + DAY).days == 1
        assert JudgedDay.objects.last_day() == TODAY

    def test_nobody_is_nothing_to_judge(self, cast: Cast):
        assert judge(TODAY) == actions.Judging(0, 0, 0)

    def test_only_who_was_guided_that_day(self, cast: Cast, trajectory, now):
        who = Identity("Kai", "Alders", date(2004, 5, 3))
        later = people.guide(cast, at=now + 9 * DAY, who=who, detained_since=TODAY - 60 * DAY)
        judge(FIRST_CONTACT)
        assert not Judgement.objects.filter(trajectory=later).exists()
        judge(TODAY + 30 * DAY)
        days = Judgement.objects.filter(trajectory=later).values_list("judged_for", flat=True)
        assert min(days) >= TODAY + 9 * DAY


class TestItCatchesUp:
    def test_after_days_of_standing_still(self, trajectory):
        judge(TODAY + 2 * DAY)
        done = judge(FIRST_CONTACT + 5 * DAY)
        assert (done.days, done.left) == (10, 0)
        assert came(trajectory, "first_contact") == [("missed", FIRST_CONTACT, FIRST_CONTACT)]

    def test_so_many_days_in_one_run_and_the_next_goes_on(self, trajectory, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(actions, "MOST_DAYS", 5)
        runs = [judge(FIRST_CONTACT) for _ in range(3)]
        assert [(run.days, run.left) for run in runs] == [(5, 3), (3, 0), (0, 0)]
        assert came(trajectory, "first_contact") == [("missed", FIRST_CONTACT, FIRST_CONTACT)]

    def test_a_day_twice_writes_nothing_new(self, trajectory):
        judge(FIRST_CONTACT + 9 * DAY)
        before = list(Judgement.objects.order_by("pk").values_list())
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM clocks_judgedday")
        again = judge(FIRST_CONTACT + 9 * DAY)
        assert (again.days, again.judgements) == (17, 0)
        assert list(Judgement.objects.order_by("pk").values_list()) == before

    def test_where_nobody_was_judged_before_it_begins_where_it_is_told(self, trajectory):
        today = TODAY + 20 * DAY
        assert days_to_judge(today=today)[0] == TODAY
        assert days_to_judge(today=today, since=today - 2 * DAY) == [today - 2 * DAY, today - DAY]
        judge(TODAY + 3 * DAY)
        assert days_to_judge(today=today, since=today - 2 * DAY)[0] == TODAY + 4 * DAY

    def test_a_day_without_a_known_approach_gives_nothing_and_it_goes_on(self, trajectory, now):
        QuerySet(Edition).update(recorded_at=now + 30 * DAY)
        assert judge(FIRST_CONTACT) == actions.Judging(8, 0, 0)
        assert JudgedDay.objects.last_day() == FIRST_CONTACT

    def test_by_the_rules_that_we_had_that_day(self, trajectory, now):
        local = another_rule(at=now + 4 * DAY)
        judge(FIRST_CONTACT)
        told = Judgement.objects.get(rule="first_contact")
        assert (told.due, told.edition_id) == (TODAY + 2 * DAY, local.pk)
        assert told.judged_for == TODAY + 4 * DAY

    def test_in_batches_with_the_same_number_of_queries_for_more(
        self, cast: Cast, trajectory, now, monkeypatch
    ):
        asked = []
        for size, on in ((1, FIRST_CONTACT - DAY), (6, FIRST_CONTACT)):
            while Trajectory.objects.count() < size:
                people.guide(cast, at=now, who=Identity(f"Kai {Trajectory.objects.count()}", "Alders"))
            judge(on - DAY)
            with CaptureQueriesContext(connection) as queries:
                assert judge(on).days == 1
            asked.append(len([one for one in queries if "journal" not in one["sql"]]))
        assert asked[0] == asked[1] - 1  # the judgements themselves
        monkeypatch.setattr(actions, "BATCH", 2)
        assert [len(keys) for _, keys in actions._batches(TODAY)] == [2, 2, 2]


class TestItLeavesATrace:
    def test_one_entry_for_each_young_person_and_day_with_news(self, trajectory):
        judge(FIRST_CONTACT + 9 * DAY)
        days = set(Judgement.objects.values_list("judged_for", flat=True))
        entries = JournalEntry.objects.filter(verb="terms.judged")
        assert {(one.subject, tuple(one.fields)) for one in entries} == {
            (trajectory.person.ref, ("verdict",))
        }
        assert len(entries) == len(days) > 1
        assert Judgement.objects.count() > len(days)

    def test_nothing_is_changed_or_removed(self, cast: Cast, trajectory, now):
        handle(trajectory, "first_contact", by=cast.noor, at=now)
        judge(TODAY)
        one, that_day = Judgement.objects.get(rule="first_contact"), JudgedDay.objects.get()
        for change in (
            one.save, one.delete, Judgement.objects.all().delete, that_day.save,
            lambda: Judgement.objects.update(verdict=Verdict.MET),
        ):  # fmt: skip
            with pytest.raises(TypeError, match=r"never changed|stays judged"):
                change()

    @pytest.mark.parametrize(
        "wrong",
        [
            {"verdict": "met", "done_on": None},
            {"verdict": "met", "done_on": FIRST_CONTACT + DAY},
            {"verdict": "missed", "due": None},
            {"verdict": "missed", "due": None, "done_on": FIRST_CONTACT},
            {"verdict": "missed", "done_on": FIRST_CONTACT},
            {"verdict": "missed", "judged_for": FIRST_CONTACT - DAY},
            {"verdict": "unknown", "due": None},
            {"verdict": "unknown", "done_on": FIRST_CONTACT},
            {"verdict": "unknown", "judged_for": FIRST_CONTACT - DAY},
            {"verdict": "exempt", "done_on": FIRST_CONTACT},
            {"verdict": "open", "done_on": FIRST_CONTACT},
        ],
    )
    def test_the_database_lets_no_verdict_in_that_its_days_contradict(
        self, trajectory, wrong: dict[str, Any]
    ):
        judge(FIRST_CONTACT)
        one = Judgement.objects.get(rule="first_contact")
        fields = {name: value for name, value in vars(one).items() if name not in ("_state", "id")}
        with pytest.raises(IntegrityError), transaction.atomic():
            Judgement.objects.create(**(fields | wrong))
        with pytest.raises(IntegrityError), transaction.atomic():
            JudgedDay.objects.create(day=FIRST_CONTACT, **JudgedDay.stamp(by=TESTER, at=one.recorded_at))

    def test_it_is_seen_by_who_may_see_him(self, cast: Cast, trajectory, now):
        judge(FIRST_CONTACT)
        users = (cast.noor, cast.sem, cast.fatima, cast.wil, cast.ada, cast.bas)
        seen = [Judgement.objects.visible_to(user.acting(now)).exists() for user in users]
        assert seen == [True, False, True, False, False, False]

    def test_the_last_of_each_term_the_newest_first(self, cast: Cast, trajectory, now):
        handle(trajectory, "first_contact", by=cast.noor, at=now).take_back(by=cast.noor.acting(now), at=now)
        handle(trajectory, "measured_at_entry", by=cast.noor, at=now)
        judge(FIRST_CONTACT)
        last = judgements_of(trajectory, most=20)
        assert [one.verdict for one in last if one.rule == "first_contact"] == ["missed"]
        days = [one.judged_for for one in last]
        assert days == sorted(days, reverse=True)
        assert judgements_of(trajectory, most=1) == last[:1]


class TestTheCommand:
    def test_says_how_many_days_and_whether_any_are_left(self, cast: Cast, monkeypatch: pytest.MonkeyPatch):
        at = localtime(clock.now()) - timedelta(
            days=40
        )  # by the calendar: an hour was added or left out since
        people.guide(cast, at=at)
        said = [ask() for _ in range(3)]
        assert [one.split(";")[0] for one in said] == [
            "31 dagen nagegaan",
            "9 dagen nagegaan",
            "0 dagen nagegaan",
        ]
        assert said[0].endswith("\nNog 9 te gaan; het gaat met hoogstens 31 per keer. Doe het nog eens.\n")
        assert said[2] == "0 dagen nagegaan; 0 keer vastgelegd hoe het ging.\n"
        monkeypatch.setattr("regie.clocks.management.commands.terms.now", lambda: clock.now() + DAY)
        assert ask().startswith("1 dag nagegaan; ")
        assert JudgedDay.objects.latest("day").recorded_by_kind == "job"


def ask() -> str:
    """What bin/manage terms judge says."""
    said = StringIO()
    call_command("terms", "judge", stdout=said)
    return said.getvalue()


def another_rule(*, at: datetime) -> Edition:
    """From that day on we know that the first contact is due two days after he was referred."""
    text = shipped("sittard-geleen").rstrip() + SOONER
    return load(text, filename="local.yaml", by=TESTER, at=at)


SOONER = """
  deadlines.first_contact:
    value:
      title: Eerste contact met hem
      counted: 2 days after referred
      act: officer
      tone: loud
      done_by: first_contact
    text: Zo snel als het kan.
    source: eigen voorstel
    read_on: 2026-11-20
    verified: false
    reason: Zo doen wij dat.
"""
