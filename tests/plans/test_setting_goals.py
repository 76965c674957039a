"""Noor and Jayden set a goal: a sentence, some steps, and in the end what came of it and what we say to him."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.persons.rules import Identity
from regie.plans.actions import set_goal
from regie.plans.enums import GoalOutcome, Horizon
from regie.plans.models import Goal, GoalResult, Step
from regie.plans.queries import goals_of
from regie.plans.rules import MOST_STEPS, GoalAccount, StepAccount, steps_in
from regie.privacy.models import JournalEntry
from tests.cast import TESTER, Cast
from tests.factories import goals, people, plans
from tests.factories.detention import hold

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
WEEK = timedelta(weeks=1)
TOM = Identity("Tom", "Vos", date(2004, 5, 6))


@pytest.fixture
def goal(cast: Cast, trajectory, now) -> Goal:
    """Jayden wants a room of his own, since a week, in two steps."""
    return goals.goal(
        trajectory, "Bellen.", "Kijken.", by=cast.noor, at=now, happened_on=TODAY - WEEK, **goals.HOME
    )


def page(client: Client, trajectory) -> str:
    return client.get(reverse("desk:plan", args=[trajectory.person.ref])).content.decode()


def page_of(client: Client, goal: Goal) -> str:
    return client.get(reverse("desk:goal", args=[goal.ref])).content.decode()


def verbs(trajectory) -> list[str]:
    return list(
        JournalEntry.objects.filter(subject=trajectory.person.ref, verb__regex="^(goal|step)").values_list(
            "verb", flat=True
        )
    )


class TestItWorks:
    def test_a_goal_with_its_steps_in_order(self, trajectory, goal):
        (story,) = goals_of(trajectory)
        assert (story.goal, story.result, story.done) == (goal, None, 0)
        assert [one.step.words for one in story.steps] == ["Bellen.", "Kijken."]
        assert {one.step.actor for one in story.steps} == {"unknown"}
        assert verbs(trajectory) == ["goal.told", "step.told", "step.told"]

    def test_without_a_domain_is_an_answer(self, cast: Cast, trajectory, now, noor: Client):
        goals.goal(trajectory, by=cast.noor, at=now)
        assert "Nog niet ingedeeld · nu" in page(noor, trajectory)

    def test_now_comes_before_later(self, cast: Cast, trajectory, now):
        later = goals.goal(trajectory, by=cast.noor, at=now, horizon=Horizon.LATER)
        first = goals.goal(trajectory, by=cast.noor, at=now, words="Ik werk.")
        assert [one.goal for one in goals_of(trajectory)] == [first, later]

    def test_from_a_wish_as_it_stands(self, cast: Cast, trajectory, now, noor: Client):
        wish = plans.wish(trajectory, by=cast.noor, at=now, words="Ik wil weg bij mijn neef.")
        goals.goal(trajectory, by=cast.noor, at=now, wish_id=wish.pk)
        better = wish.correct(
            account=replace(wish.account, words="Ik wil rust."), by=cast.noor.acting(now), at=now
        )
        shown = page(noor, trajectory)
        assert "Hij zei: “Ik wil rust.”" in shown
        assert "”." not in shown  # his sentence ended already
        better.withdraw(by=cast.noor.acting(now), at=now)
        assert "Hij zei" not in page(noor, trajectory)

    def test_reached_and_what_we_say(self, cast: Cast, trajectory, goal, now, noor: Client):
        result = goals.end(goal, by=cast.noor, at=now)
        (story,) = goals_of(trajectory)
        assert story.result == result
        shown = page(noor, trajectory)
        assert "Doelen die klaar zijn" in shown
        assert "We zeggen: “Knap gedaan.”" in shown
        assert "Stap vastleggen" not in page_of(noor, goal)
        assert verbs(trajectory)[-1] == "goal_result.told"

    def test_taken_back_it_goes_on(self, cast: Cast, trajectory, goal, now, noor: Client):
        result = goals.end(goal, by=cast.noor, at=now)
        result.withdraw(by=cast.noor.acting(now), at=now)
        assert goals_of(trajectory)[0].result is None
        assert "Stap vastleggen" in page_of(noor, goal)
        again = goals.end(goal, GoalOutcome.STOPPED, by=cast.noor, at=now, congratulation="")
        assert goals_of(trajectory)[0].result == again
        assert verbs(trajectory)[-2:] == ["goal_result.withdrawn", "goal_result.told"]

    def test_told_better_keeps_both_and_its_steps(self, cast: Cast, trajectory, goal, now):
        goals.end(goal, by=cast.noor, at=now)
        later = now + DAY
        account = replace(goal.account, words="Ik woon alleen.", domain="", domain_title="")
        better = goal.correct(account=account, by=cast.noor.acting(later), at=later)
        (story,) = goals_of(trajectory)
        assert (story.goal, len(story.steps), story.result is None) == (better, 2, False)
        (then,) = goals_of(trajectory, as_known=TODAY)
        assert then.goal == goal
        assert goals_of(trajectory, as_known=TODAY - DAY) == []

    def test_withdrawn_its_steps_go_along_and_stay_in_history(
        self, cast: Cast, trajectory, goal, now, noor: Client
    ):
        goal.withdraw(by=cast.noor.acting(now), at=now)
        assert goals_of(trajectory) == []
        assert Step.objects.current().count() == 2
        assert noor.get(reverse("desk:goal", args=[goal.ref])).status_code == 404
        for tell in (goals.step, goals.end):
            with pytest.raises(NotNow, match="ingetrokken"):
                tell(goal, by=cast.noor, at=now)

    def test_one_of_many_is_read_alone(self, cast: Cast, trajectory, goal, now):
        other = goals.goal(trajectory, "Iets anders.", by=cast.noor, at=now)
        goals.end(other, by=cast.noor, at=now)
        (story,) = goals_of(trajectory, ref=goal.ref)
        assert ([one.step.words for one in story.steps], story.result) == (["Bellen.", "Kijken."], None)


class TestItWaits:
    def test_while_he_is_held_and_never_fails(self, cast: Cast, trajectory, now, noor: Client):
        goal = goals.goal(trajectory, by=cast.noor, at=now, outside_only=True)
        assert "wacht tot hij vrij is" not in page(noor, trajectory)  # nobody told that he is inside
        stay = hold(trajectory.person, at=now, entered_on=TODAY)
        assert "wacht tot hij vrij is" in page(noor, trajectory)
        assert "wacht tot hij vrij is" in page_of(noor, goal)
        account = replace(stay.account, left_on=TODAY + DAY)
        stay.correct(account=account, by=cast.noor.acting(now + DAY), at=now + DAY)
        assert "wacht tot hij vrij is" not in page(noor, trajectory)

    def test_not_of_what_can_be_inside(self, cast: Cast, trajectory, goal, now, noor: Client):
        hold(trajectory.person, at=now, entered_on=TODAY)
        assert "wacht tot hij vrij is" not in page(noor, trajectory)


class TestWhoMay:
    def test_only_who_guides_him(self, cast: Cast, trajectory, goal, now):
        for who in (cast.sem, cast.fatima, cast.bas):
            with pytest.raises(NotAllowed):
                goals.goal(trajectory, by=who, at=now)
            with pytest.raises(NotAllowed):
                goals.end(goal, by=who, at=now)
            with pytest.raises(NotAllowed):
                goal.withdraw(by=who.acting(now), at=now)

    def test_who_coordinates_reads_it_and_changes_nothing(
        self, trajectory, goal, fatima: Client, bas: Client
    ):
        shown = page_of(fatima, goal)
        assert goal.words in shown
        assert "Verbeteren" not in shown
        assert "vastleggen" not in shown.lower()
        assert "Doel vastleggen" not in page(fatima, trajectory)
        assert bas.get(reverse("desk:goal", args=[goal.ref])).status_code == 404

    def test_of_somebody_else_no_wish_and_no_goal(self, cast: Cast, trajectory, goal, now):
        his = people.guide(cast, at=now, who=TOM)
        wish = plans.wish(his, by=cast.noor, at=now)
        with pytest.raises(NotValid) as refused:
            goals.goal(trajectory, by=cast.noor, at=now, wish_id=wish.pk)
        assert refused.value.field == "wish"
        account, by = StepAccount(TODAY, "Bellen."), cast.noor.acting(now)
        with pytest.raises(NotValid, match="iemand anders"):
            Step.tell(trajectory=his, account=account, goal=goal, by=by, at=now)


class TestOnce:
    def test_one_sending_is_one_goal_with_its_steps(self, cast: Cast, trajectory, now):
        sending, steps = uuid.uuid4(), (StepAccount(TODAY, "Bellen."), StepAccount(TODAY, "Bellen."))
        account, by = GoalAccount(TODAY, "Ik werk."), cast.noor.acting(now)
        told = [
            set_goal(trajectory=trajectory, account=account, steps=steps, submission=sending, by=by, at=now)
            for _ in range(2)
        ]
        assert told[0] == told[1]
        assert (Goal.objects.count(), Step.objects.count()) == (1, 2)

    def test_a_step_that_cannot_be_takes_its_goal_along(self, cast: Cast, trajectory, now):
        with pytest.raises(NotValid):
            goals.goal(trajectory, "Bellen.", " ", by=cast.noor, at=now)
        assert not Goal.objects.exists()

    def test_the_same_end_twice_is_once_and_another_is_refused(self, cast: Cast, goal, now):
        first = goals.end(goal, by=cast.noor, at=now)
        assert goals.end(goal, by=cast.noor, at=now) == first
        with pytest.raises(NotNow, match="hoe het ging"):
            goals.end(goal, GoalOutcome.PARTLY, by=cast.noor, at=now)
        assert GoalResult.objects.count() == 1

    def test_nothing_told_better_is_nothing(self, cast: Cast, goal, now):
        assert goal.correct(account=goal.account, by=cast.noor.acting(now), at=now) == goal


class TestWhatCannotBe:
    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"words": "  "}, "words"),
            ({"words": "a" * 501}, "words"),
            ({"happened_on": TODAY + DAY}, "happened_on"),
            ({"happened_on": date(1990, 1, 1)}, "happened_on"),
            ({"domain": "sport", "domain_title": "Sport"}, "domain"),
            ({"domain": "housing", "domain_title": "Anders"}, "domain"),
        ],
    )
    def test_a_goal(self, cast: Cast, trajectory, now, told, field):
        with pytest.raises(NotValid) as refused:
            goals.goal(trajectory, by=cast.noor, at=now, **told)
        assert refused.value.field == field

    @pytest.mark.parametrize(
        ("outcome", "told", "field"),
        [
            (GoalOutcome.STOPPED, {"words": " "}, "words"),
            (GoalOutcome.REACHED, {"congratulation": " "}, "congratulation"),
            (GoalOutcome.PARTLY, {"happened_on": TODAY - 2 * WEEK}, "happened_on"),
            (GoalOutcome.PARTLY, {"happened_on": TODAY + DAY}, "happened_on"),
            (GoalOutcome.PARTLY, {"words": "a" * 12_000}, "words"),
            (GoalOutcome.PARTLY, {"congratulation": "a" * 1001}, "congratulation"),
        ],
    )
    def test_an_end(self, cast: Cast, goal, now, outcome, told, field):
        with pytest.raises(NotValid) as refused:
            goals.end(goal, outcome, by=cast.noor, at=now, **told)
        assert refused.value.field == field

    def test_reached_without_congratulating_says_why(self, cast: Cast, goal, now, noor: Client):
        goals.end(goal, by=cast.noor, at=now, congratulation="", not_congratulated="Hij wil dat niet.")
        assert "Nog niet gefeliciteerd: Hij wil dat niet." in page_of(noor, goal)

    def test_its_day_never_after_what_belongs_to_it(self, cast: Cast, trajectory, goal, now):
        goals.step(goal, by=cast.noor, at=now, due_on=TODAY - DAY)
        by, later = cast.noor.acting(now), replace(goal.account, happened_on=TODAY)
        with pytest.raises(NotValid) as refused:
            goal.correct(account=later, by=by, at=now)
        assert refused.value.field == "happened_on"
        goal.correct(account=replace(later, happened_on=TODAY - DAY), by=by, at=now)
        goals.end(goals_of(trajectory)[0].goal, by=cast.noor, at=now, happened_on=TODAY - DAY)
        with pytest.raises(NotValid):
            goals_of(trajectory)[0].goal.correct(account=later, by=by, at=now)

    def test_steps_that_were_typed(self):
        assert steps_in(" Bellen. \r\n\n  Kijken.\n") == ("Bellen.", "Kijken.")
        for text, says in (
            ("x\n" * (MOST_STEPS + 1), "21 stappen"),
            ("ja\n" + "a" * 301, "Stap 2 is te lang"),
        ):
            with pytest.raises(NotValid, match=says) as refused:
                steps_in(text)
            assert refused.value.field == "steps"

    @pytest.mark.parametrize(
        "changes",
        [
            {"words": ""},
            {"horizon": "ooit"},
            {"domain": "housing", "domain_title": ""},
            {"template": "", "template_title": "Wonen"},
        ],
    )
    def test_the_database_holds_a_goal_to_it(self, goal, changes):
        with pytest.raises(IntegrityError), transaction.atomic():
            goal.add_correction(by=TESTER, at=goal.recorded_at, **changes)

    @pytest.mark.parametrize(
        "changes",
        [
            {"outcome": "mislukt"},
            {"outcome": "stopped", "words": ""},
            {"congratulation": "", "not_congratulated": ""},
        ],
    )
    def test_the_database_holds_an_end_to_it(self, cast: Cast, goal, now, changes):
        result = goals.end(goal, by=cast.noor, at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            result.add_correction(by=TESTER, at=now, **changes)
