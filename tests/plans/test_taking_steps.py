"""A goal is reached in steps: who does what and by when, that one is done, and that one cannot be yet."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.approach.enums import StepActor, StepCounted
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.plans.enums import StepState
from regie.plans.models import Goal, Step, StepMark
from regie.plans.queries import StepStory, goals_of
from regie.plans.rules import StepAccount, StepMarkAccount, due_day
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast
from tests.factories import goals, people
from tests.plans.test_setting_goals import TOM

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
WEEK = timedelta(weeks=1)
BEGAN = TODAY - WEEK


@pytest.fixture
def goal(cast: Cast, trajectory, now) -> Goal:
    """Jayden wants a room of his own, since a week."""
    return goals.goal(trajectory, by=cast.noor, at=now, happened_on=BEGAN)


@pytest.fixture
def step(cast: Cast, goal, now) -> Step:
    """Noor rings the landlord, by next week."""
    return goals.step(goal, by=cast.noor, at=now, actor=StepActor.OFFICER, due_on=TODAY + WEEK)


def stories(trajectory) -> tuple[StepStory, ...]:
    (one,) = goals_of(trajectory)
    return one.steps


def page_of(client: Client, goal: Goal) -> str:
    return client.get(reverse("desk:goal", args=[goal.ref])).content.decode()


class TestItWorks:
    def test_who_does_it_and_by_when(self, cast: Cast, goal, step, now, noor: Client):
        told = {"actor": StepActor.NETWORK, "actor_name": "Zijn zus Samira", "weeks": 2}
        goals.step(goal, by=cast.noor, at=now, words="Verven.", counted=StepCounted.BEFORE_RELEASE, **told)
        shown = page_of(noor, goal)
        assert "Stap 1 · De officier" in shown
        assert "Voor 25 november 2026." in shown
        assert "Stap 2 · Zijn zus Samira (iemand uit zijn netwerk)" in shown
        assert "2 weken voor zijn vrijlating." in shown

    def test_done_once_and_taken_back(self, cast: Cast, trajectory, goal, step, now, noor: Client):
        done = goals.mark(step, by=cast.noor, at=now, words="Noor belde.")
        assert goals.mark(step, by=cast.noor, at=now, words="Noor belde.") == done
        with pytest.raises(NotNow, match="al gedaan"):
            goals.mark(step, by=cast.noor, at=now, words="Anders.")
        with pytest.raises(NotNow, match="al gedaan"):
            goals.hold(step, by=cast.noor, at=now)
        assert stories(trajectory)[0].done == done
        assert "Gedaan op 18 november 2026. Noor belde." in page_of(noor, goal)
        done.withdraw(by=cast.noor.acting(now), at=now)
        assert stories(trajectory)[0].done is None

    def test_not_yet_until_it_can(self, cast: Cast, trajectory, goal, step, now, noor: Client):
        held = goals.hold(step, by=cast.noor, at=now, happened_on=TODAY - DAY)
        assert goals.hold(step, by=cast.noor, at=now, happened_on=TODAY - DAY) == held
        with pytest.raises(NotNow, match="Verbeter dat"):
            goals.hold(step, by=cast.noor, at=now, words="Anders.")
        assert "Kan nog niet sinds 17 november 2026, omdat: Er is een wachtlijst." in page_of(noor, goal)
        account = replace(held.account, until=TODAY)
        held.correct(account=account, by=cast.noor.acting(now), at=now)
        assert stories(trajectory)[0].held is None
        again = goals.hold(step, by=cast.noor, at=now)
        assert stories(trajectory)[0].held == again

    def test_what_is_done_is_not_held_whatever_was_told_last(self, cast: Cast, trajectory, step, now):
        goals.hold(step, by=cast.noor, at=now)
        goals.mark(step, by=cast.noor, at=now, happened_on=TODAY - DAY)
        (one,) = stories(trajectory)
        assert (one.done is not None, one.held) == (True, None)

    def test_in_the_order_in_which_they_were_told_first(self, cast: Cast, trajectory, goal, step, now):
        goals.step(goal, by=cast.noor, at=now, words="Kijken.")
        step.correct(account=replace(step.account, words="Mailen."), by=cast.noor.acting(now), at=now)
        assert [one.step.words for one in stories(trajectory)] == ["Mailen.", "Kijken."]

    def test_each_is_in_the_journal(self, cast: Cast, trajectory, step, now):
        mark = goals.mark(step, by=cast.noor, at=now)
        better = mark.correct(account=replace(mark.account, words="Ja."), by=cast.noor.acting(now), at=now)
        better.withdraw(by=cast.noor.acting(now), at=now)
        step.correct(account=replace(step.account, words="Mailen."), by=cast.noor.acting(now), at=now)
        entries = JournalEntry.objects.filter(subject=trajectory.person.ref, verb__startswith="step")
        assert [one.verb.removeprefix("step") for one in entries.order_by("number")] == [
            ".told", "_mark.told", "_mark.corrected", "_mark.withdrawn", ".corrected",
        ]  # fmt: skip

    def test_as_it_was_known(self, cast: Cast, trajectory, step, now):
        goals.mark(step, by=cast.noor, at=now + DAY)
        (then,) = goals_of(trajectory, as_known=TODAY)
        assert then.steps[0].done is None
        (later,) = goals_of(trajectory, as_known=TODAY + DAY)
        assert later.done == 1


class TestByWhen:
    @pytest.mark.parametrize(
        ("counted", "due"),
        [
            (StepCounted.GOAL, BEGAN + 2 * WEEK),
            (StepCounted.BEFORE_RELEASE, TODAY - 2 * WEEK),
            (StepCounted.AFTER_RELEASE, TODAY + 2 * WEEK),
            (StepCounted.STEP_BEFORE, TODAY + 2 * WEEK - DAY),
        ],
    )
    def test_so_many_weeks_from_what_is_known(self, counted, due):
        account = StepAccount(TODAY, "Bellen.", weeks=2, counted=counted)
        known = {"goal_on": BEGAN, "release": TODAY, "step_before": TODAY - DAY}
        assert due_day(account, **known) == due
        unknown = due_day(account, goal_on=BEGAN, release=None, step_before=None)
        assert unknown == (due if counted is StepCounted.GOAL else None)

    def test_after_the_step_before(self, cast: Cast, trajectory, goal, step, now, noor: Client):
        told = {"weeks": 1, "counted": StepCounted.STEP_BEFORE}
        goals.step(goal, by=cast.noor, at=now, words="Kijken.", **told)
        assert stories(trajectory)[1].due_on is None
        assert "1 week nadat de stap hiervoor gedaan is." in page_of(noor, goal)
        goals.mark(step, by=cast.noor, at=now)
        assert stories(trajectory)[1].due_on == TODAY + WEEK

    def test_a_day_that_is_over_is_said_without_blame(self, cast: Cast, goal, now, noor: Client):
        goals.step(goal, by=cast.noor, at=now, due_on=TODAY)
        assert "Voor 18 november 2026. Die dag is voorbij." in page_of(noor, goal)


class TestWhoMay:
    def test_only_who_guides_him(self, cast: Cast, goal, step, now):
        for who in (cast.sem, cast.fatima, cast.bas):
            for attempt in (
                lambda who=who: goals.step(goal, by=who, at=now),
                lambda who=who: goals.mark(step, by=who, at=now),
                lambda who=who: step.withdraw(by=who.acting(now), at=now),
            ):
                with pytest.raises(NotAllowed):
                    attempt()

    def test_his_officer_elsewhere_finds_no_form(self, step, bas: Client, sem: Client, goal):
        for client in (bas, sem):
            assert client.get(reverse("desk:tell_stepmark", args=[step.ref])).status_code in (403, 404)
            assert client.get(reverse("desk:tell_step", args=[goal.ref])).status_code in (403, 404)

    def test_a_step_of_somebody_else(self, cast: Cast, step, now):
        his = people.guide(cast, at=now, who=TOM)
        account, by = StepMarkAccount(TODAY), cast.noor.acting(now)
        with pytest.raises(NotValid, match="iemand anders"):
            StepMark.tell(trajectory=his, account=account, step=step, state=StepState.DONE, by=by, at=now)


class TestInTheWrongState:
    def test_no_step_more_when_it_is_over(self, cast: Cast, goal, step, now):
        goals.end(goal, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="al klaar"):
            goals.step(goal, by=cast.noor, at=now)
        goals.mark(step, by=cast.noor, at=now)  # that it was done can still be told

    def test_nothing_of_a_step_or_a_goal_that_was_withdrawn(self, cast: Cast, goal, step, now):
        other = goals.step(goal, by=cast.noor, at=now)
        other.withdraw(by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="Deze stap is ingetrokken"):
            goals.mark(other, by=cast.noor, at=now)
        goal.withdraw(by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="Dit doel is ingetrokken"):
            goals.mark(step, by=cast.noor, at=now)

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"words": " "}, "words"),
            ({"words": "a" * 301}, "words"),
            ({"actor_name": "a" * 121}, "actor_name"),
            ({"due_on": BEGAN - DAY}, "due_on"),
            ({"due_on": date(2206, 11, 18)}, "due_on"),
            ({"due_on": TODAY, "weeks": 1, "counted": StepCounted.GOAL}, "weeks"),
            ({"weeks": 1}, "counted"),
            ({"counted": StepCounted.GOAL}, "weeks"),
            ({"weeks": 105, "counted": StepCounted.GOAL}, "weeks"),
        ],
    )
    def test_what_cannot_be_of_a_step(self, cast: Cast, goal, now, told, field):
        with pytest.raises(NotValid) as refused:
            goals.step(goal, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        assert not Step.objects.exists()

    def test_what_cannot_be_of_how_it_stands(self, cast: Cast, step, now):
        for told, field in (({"words": " "}, "words"), ({"happened_on": TODAY + DAY}, "happened_on")):
            with pytest.raises(NotValid) as refused:
                goals.hold(step, by=cast.noor, at=now, **told)
            assert refused.value.field == field
        held, done = goals.hold(step, by=cast.noor, at=now), None
        for until in (TODAY - DAY, TODAY + DAY):
            with pytest.raises(NotValid) as refused:
                held.correct(account=replace(held.account, until=until), by=cast.noor.acting(now), at=now)
            assert refused.value.field == "until"
        done = goals.mark(step, by=cast.noor, at=now)
        with pytest.raises(NotValid, match="Laat dit leeg"):
            done.correct(account=replace(done.account, until=TODAY), by=cast.noor.acting(now), at=now)

    def test_a_step_corrected_to_before_its_goal(self, cast: Cast, step, now):
        with pytest.raises(NotValid) as refused:
            step.correct(account=replace(step.account, due_on=BEGAN - DAY), by=cast.noor.acting(now), at=now)
        assert refused.value.field == "due_on"

    @pytest.mark.parametrize(
        "changes",
        [
            {"words": ""},
            {"actor": "de buurman"},
            {"weeks": 2, "counted": "goal"},
            {"due_on": None, "weeks": 2, "counted": ""},
            {"due_on": None, "weeks": 999, "counted": "goal"},
        ],
    )
    def test_the_database_holds_a_step_to_it(self, step, now, changes):
        with pytest.raises(IntegrityError), transaction.atomic():
            step.add_correction(by=TESTER, at=now, **changes)

    @pytest.mark.parametrize(
        "changes",
        [{"state": "mislukt"}, {"words": ""}, {"until": TODAY - DAY}, {"state": "done", "until": TODAY}],
    )
    def test_the_database_holds_how_it_stands_to_it(self, cast: Cast, step, now, changes):
        held = goals.hold(step, by=cast.noor, at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            held.add_correction(by=TESTER, at=now, **changes)


class TestThePage:
    def test_from_a_line_to_who_and_when(self, trajectory, goal, noor: Client):
        told = {"words": "Bellen.", "actor": "unknown"}
        sending = str(uuid.uuid4())
        for _ in range(2):
            answer = noor.post(reverse("desk:tell_step", args=[goal.ref]), told | {"submission": sending})
        assert answer.url == reverse("desk:goal", args=[goal.ref])
        (one,) = stories(trajectory)
        way = reverse("desk:correct_step", args=[one.step.ref])
        noor.post(way, told | {"actor": "partner", "actor_name": "Bureau Wonen", "due_on": "2-12-2026"})
        (one,) = stories(trajectory)
        assert (one.step.actor, one.step.actor_name, one.due_on) == (
            "partner",
            "Bureau Wonen",
            date(2026, 12, 2),
        )

    def test_a_day_before_the_goal_is_said_beside_it_and_stays_typed(self, goal, noor: Client):
        told = {"words": "Bellen bij <b>hem</b>.", "actor": "officer", "due_on": "1-11-2026"}
        shown = noor.post(reverse("desk:tell_step", args=[goal.ref]), told).content.decode()
        assert "Dat is voor de dag van het doel." in shown
        assert "Bellen bij &lt;b&gt;hem&lt;/b&gt;." in shown

    def test_how_it_stands(self, cast: Cast, trajectory, goal, step, noor: Client):
        way = reverse("desk:tell_stepmark", args=[step.ref])
        assert "Sinds wanneer kan het wel?" not in noor.get(way).content.decode()
        noor.post(way, {"state": "held", "happened_on": "18-11-2026", "words": "Wachtlijst."})
        (one,) = stories(trajectory)
        way = reverse("desk:correct_stepmark", args=[one.held.ref])
        assert "Hoe staat het met deze stap?" not in noor.get(way).content.decode()
        told = {"happened_on": "18-11-2026", "words": "Wachtlijst.", "until": "19-11-2026"}
        assert noor.post(way, told).url == reverse("desk:goal", args=[goal.ref])
        assert stories(trajectory)[0].held is None
        assert "Verbeteren hoe het staat" not in page_of(noor, goal)
        way = reverse("desk:withdraw_stepmark", args=[one.held.ref])
        assert "Kan wel sinds 19 november 2026." in noor.get(way).content.decode()

    def test_all_done_is_said_on_his_plan(self, cast: Cast, trajectory, step, now, noor: Client):
        goals.mark(step, by=cast.noor, at=now)
        shown = noor.get(reverse("desk:plan", args=[trajectory.person.ref])).content.decode()
        assert "Alle stappen zijn gedaan (1)." in shown
