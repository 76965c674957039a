"""A step with a day becomes a term: loud when it is ours, quiet when it is his, to be expected of another."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.enums import Anchor, StepActor, StepCounted, Tone
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotNow
from regie.clocks.enums import State
from regie.clocks.models import Handling
from regie.clocks.queries import called, cases_of, reckonings
from regie.clocks.rules import Term, Told, state
from regie.detention.enums import Title
from regie.plans.models import Goal
from regie.plans.queries import steps_to_take
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import goals, people
from tests.factories.detention import hold, release, sentence
from tests.factories.gathered import told_of
from tests.factories.terms import handle
from tests.plans.test_setting_goals import TOM

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
WEEK = timedelta(weeks=1)
STEPS = {Anchor.OUR_STEP, Anchor.HIS_STEP, Anchor.THEIR_STEP}


@pytest.fixture
def goal(cast: Cast, trajectory, now) -> Goal:
    """Jayden wants a room of his own, since a week."""
    return goals.goal(trajectory, by=cast.noor, at=now, happened_on=TODAY - WEEK)


def terms(trajectory: Trajectory, on: date = TODAY, **known: date) -> list[Term]:
    """His terms that rest on steps."""
    chosen = Trajectory.objects.select_related("person", "referral", "municipality").filter(pk=trajectory.pk)
    return [
        one for one in reckonings(chosen, on=on, **known)[trajectory.pk].terms if one.rule.anchor in STEPS
    ]


def told(trajectory: Trajectory, on: date = TODAY) -> list[Told]:
    """What was told of steps."""
    facts = cases_of(Trajectory.objects.select_related("person", "referral"), on=on)[trajectory.pk]
    return [one for anchor in STEPS for one in facts.told.get(anchor, [])]


class TestWhoseItIs:
    @pytest.mark.parametrize(
        ("actor", "rule", "tone"),
        [
            (StepActor.OFFICER, "our_step", Tone.LOUD),
            (StepActor.UNKNOWN, "our_step", Tone.LOUD),
            (StepActor.YOUNG_PERSON, "his_step", Tone.QUIET),
            (StepActor.PARTNER, "their_step", Tone.EXPECTED),
            (StepActor.NETWORK, "their_step", Tone.EXPECTED),
        ],
    )
    def test_only_ours_is_loud(self, cast: Cast, trajectory, goal, now, actor, rule, tone):
        step = goals.step(goal, by=cast.noor, at=now, actor=actor, due_on=TODAY + DAY)
        (term,) = terms(trajectory)
        assert (term.rule.code, term.rule.tone, term.due) == (rule, tone, TODAY + DAY)
        assert (term.title, term.key) == ("De verhuurder bellen.", (rule, f"step:{step.ref}"))
        assert bool([one for one in called(cast.noor.acting(now), on=TODAY) if term in one.terms]) == (
            tone is Tone.LOUD
        )

    def test_vandaag_leads_to_his_plan(self, cast: Cast, trajectory, goal, noor: Client):
        at = this_moment()
        goals.step(goal, by=cast.noor, at=at, words="Verhuurder bellen.", due_on=day(at) + DAY)
        shown = noor.get(reverse("desk:today")).content.decode()
        assert "Verhuurder bellen." in shown
        assert reverse("desk:plan", args=[trajectory.person.ref]) in shown

    def test_on_his_own_page_too(self, cast: Cast, trajectory, goal, noor: Client):
        at = this_moment()
        goals.step(
            goal, by=cast.noor, at=at, words="Zelf bellen.", actor=StepActor.YOUNG_PERSON, due_on=day(at)
        )
        shown = noor.get(reverse("desk:terms", args=[trajectory.person.ref])).content.decode()
        assert "Zelf bellen." in shown


class TestWhenItIsSilent:
    def test_without_a_day(self, cast: Cast, trajectory, goal, now):
        goals.step(goal, by=cast.noor, at=now)
        assert terms(trajectory) == []

    def test_done_it_is_fulfilled(self, cast: Cast, trajectory, goal, now):
        step = goals.step(goal, by=cast.noor, at=now, due_on=TODAY)
        goals.mark(step, by=cast.noor, at=now, happened_on=TODAY - DAY)
        (term,) = terms(trajectory)
        assert term.done_on == TODAY - DAY

    def test_when_its_goal_ended_or_was_withdrawn(self, cast: Cast, trajectory, goal, now):
        goals.step(goal, by=cast.noor, at=now, due_on=TODAY)
        result = goals.end(goal, by=cast.noor, at=now)
        assert terms(trajectory) == []
        result.withdraw(by=cast.noor.acting(now), at=now)
        assert len(terms(trajectory)) == 1
        goal.withdraw(by=cast.noor.acting(now), at=now)
        assert terms(trajectory) == []

    def test_while_he_is_held_when_it_can_only_be_outside(self, cast: Cast, trajectory, now):
        goal = goals.goal(trajectory, by=cast.noor, at=now, outside_only=True)
        goals.step(goal, by=cast.noor, at=now, due_on=TODAY)
        assert len(told(trajectory)) == 1  # nobody told that he is inside
        stay = hold(trajectory.person, at=now, entered_on=TODAY - DAY)
        assert told(trajectory) == []
        stay.correct(account=replace(stay.account, left_on=TODAY), by=cast.noor.acting(now), at=now)
        assert len(told(trajectory)) == 1

    def test_a_step_that_was_withdrawn_or_is_of_another(self, cast: Cast, trajectory, goal, now):
        step = goals.step(goal, by=cast.noor, at=now, due_on=TODAY)
        other = people.guide(cast, at=now, who=TOM)
        assert terms(other) == []
        step.withdraw(by=cast.noor.acting(now), at=now)
        assert terms(trajectory) == []


class TestWhatIsNotSure:
    def test_that_cannot_be_yet_depends_on_that(self, cast: Cast, trajectory, goal, now):
        step = goals.step(goal, by=cast.noor, at=now, due_on=TODAY)
        held = goals.hold(step, by=cast.noor, at=now)
        (term,) = terms(trajectory)
        assert term.depends_on == ("of deze stap al kan",)
        held.correct(account=replace(held.account, until=TODAY), by=cast.noor.acting(now), at=now)
        assert terms(trajectory)[0].depends_on == ()

    def test_what_is_done_after_all_depends_on_nothing_any_more(self, cast: Cast, trajectory, goal, now):
        step = goals.step(goal, by=cast.noor, at=now, due_on=TODAY)
        goals.hold(step, by=cast.noor, at=now)
        goals.mark(step, by=cast.noor, at=now)
        (term,) = terms(trajectory)
        assert (term.depends_on, term.done_on) == ((), TODAY)

    def test_before_his_release_it_moves_along(self, cast: Cast, trajectory, goal, now):
        counted = {"weeks": 2, "counted": StepCounted.BEFORE_RELEASE}
        goals.step(goal, by=cast.noor, at=now, **counted)
        assert told(trajectory) == []
        hold(trajectory.person, at=now, entered_on=TODAY - DAY)
        release(trajectory.person, at=now, expected_on=TODAY + 4 * WEEK)
        assert told(trajectory)[0].day == TODAY + 2 * WEEK
        assert terms(trajectory)[0].due == TODAY + 2 * WEEK

    def test_who_can_walk_out_any_day_it_is_now(self, cast: Cast, trajectory, goal, now):
        counts = (StepCounted.BEFORE_RELEASE, StepCounted.AFTER_RELEASE)
        for counted in counts:
            goals.step(goal, by=cast.noor, at=now, words=counted, weeks=2, counted=counted)
        hold(trajectory.person, at=now, entered_on=TODAY - DAY)
        sentence(trajectory.person, at=now, title=Title.PRETRIAL)
        (one,) = told(trajectory)
        assert (one.title, one.day, one.earliest) == ("before_release", None, TODAY)

    def test_after_his_release_from_the_day_he_came_out(self, cast: Cast, trajectory, goal, now):
        goals.step(goal, by=cast.noor, at=now, weeks=1, counted=StepCounted.AFTER_RELEASE)
        hold(trajectory.person, at=now, entered_on=TODAY - WEEK, left_on=TODAY)
        assert told(trajectory)[0].day == TODAY + WEEK

    def test_after_the_step_before_it(self, cast: Cast, trajectory, goal, now):
        first = goals.step(goal, by=cast.noor, at=now)
        goals.step(goal, by=cast.noor, at=now, words="Dan dit.", weeks=1, counted=StepCounted.STEP_BEFORE)
        assert told(trajectory) == []
        goals.mark(first, by=cast.noor, at=now)
        assert [(one.title, one.day) for one in told(trajectory)] == [("Dan dit.", TODAY + WEEK)]


class TestAsItWasKnown:
    def test_what_was_told_later_does_not_count_for_the_day_before(self, cast: Cast, trajectory, goal, now):
        step = goals.step(goal, by=cast.noor, at=now, due_on=TODAY)
        goals.mark(step, by=cast.noor, at=now + DAY, happened_on=TODAY)
        goals.end(goal, by=cast.noor, at=now + 2 * DAY)
        found = [steps_to_take(told_of(trajectory), as_known=TODAY + days * DAY) for days in (-1, 0, 1, 2)]
        told = [[one.done_on for one in then.get(trajectory.pk, ())] for then in found]
        assert told == [[], [None], [TODAY], []]

    def test_who_asks_what_is_still_to_be_done_hears_of_no_step_that_is_done_but_counts_from_it(
        self, cast: Cast, trajectory, goal, now
    ):
        first = goals.step(goal, by=cast.noor, at=now)
        goals.step(goal, by=cast.noor, at=now, words="Dan dit.", weeks=1, counted=StepCounted.STEP_BEFORE)
        goals.mark(first, by=cast.noor, at=now)
        found = steps_to_take(told_of(trajectory), done_too=False)[trajectory.pk]
        assert [(one.account.words, one.step_before) for one in found] == [("Dan dit.", TODAY)]

    def test_one_query_for_everybody(self, cast: Cast, trajectory, goal, now, django_assert_num_queries):
        other = people.guide(cast, at=now, who=TOM)
        for one in (goal, goals.goal(other, by=cast.noor, at=now)):
            goals.step(one, by=cast.noor, at=now, due_on=TODAY)
            goals.step(one, by=cast.noor, at=now)
        with django_assert_num_queries(1):
            found = steps_to_take(told_of(trajectory, other))
        assert {key: len(steps) for key, steps in found.items()} == {trajectory.pk: 2, other.pk: 2}


class TestHowItStandsIsToldInHisPlan:
    def test_and_nowhere_else(self, cast: Cast, trajectory, goal, noor: Client):
        at = this_moment()
        step = goals.step(goal, by=cast.noor, at=at, due_on=day(at) + DAY)
        his = trajectory.person.ref
        handling = reverse("desk:handle_term", args=[his, "our_step", f"step:{step.ref}"])
        listed = noor.get(reverse("desk:terms", args=[his])).content.decode()
        assert handling not in listed
        assert reverse("desk:plan", args=[his]) in listed
        sent = {"kind": "done", "happened_on": f"{day(at):%d-%m-%Y}"}
        for answer in (noor.get(handling), noor.post(handling, sent)):
            assert "Open zijn plan, en vertel daar hoe het staat." in answer.content.decode()
        with pytest.raises(NotNow, match="zijn plan"):
            handle(trajectory, "our_step", by=cast.noor, at=at)
        assert not Handling.objects.exists()

    def test_what_was_said_beside_it_before_is_kept_and_silences_nothing(
        self, cast: Cast, trajectory, goal, now, monkeypatch
    ):
        goals.step(goal, by=cast.noor, at=now, due_on=TODAY)
        with monkeypatch.context() as before:
            before.setattr("regie.clocks.models.handling.rules.check_not_in_plan", lambda _term: None)
            handled = handle(trajectory, "our_step", by=cast.noor, at=now)
        (term,) = terms(trajectory)
        assert state(term, handled.handled, on=TODAY) is State.NOW
        assert [one for one in called(cast.noor.acting(now), on=TODAY) if term in one.terms]
