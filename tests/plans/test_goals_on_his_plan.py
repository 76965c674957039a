"""His goals on the page of his plan: told in one form, told better, and shown as they stand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from regie.approach.enums import StepActor
from regie.desk.pages.goals import goals_cards
from regie.plans.actions import set_goal
from regie.plans.models import Goal, GoalResult
from regie.plans.queries import goals_of
from regie.plans.rules import GoalAccount, StepAccount
from tests.cast import TESTER, Cast
from tests.factories import goals, people, plans
from tests.plans.test_setting_goals import TOM, page_of

TODAY, WEEK = date(2026, 11, 18), timedelta(weeks=1)


@pytest.fixture
def goal(cast: Cast, trajectory, now) -> Goal:
    """Jayden wants a room of his own, since a week."""
    return goals.goal(trajectory, by=cast.noor, at=now, happened_on=TODAY - WEEK, **goals.HOME)


class TestThePage:
    TYPED = {"words": "Ik werk.", "steps": "Bellen.\nGaan.", "horizon": "now", "happened_on": "18-11-2026"}

    def test_told_in_one_form(self, trajectory, noor: Client):
        way = reverse("desk:tell_goal", args=[trajectory.person.ref])
        shown = noor.post(way, self.TYPED | {"domain": "housing", "outside_only": "on"}, follow=True)
        assert "Doel vastgelegd." in shown.content.decode()
        (story,) = goals_of(trajectory)
        assert (story.goal.domain_title, story.goal.outside_only, len(story.steps)) == ("Wonen", True, 2)
        assert (
            "0 van 2 stappen gedaan. Nu aan de beurt: Bellen. Wie: nog niet bekend." in shown.content.decode()
        )

    def test_too_long_is_said_beside_it_and_stays_typed(self, trajectory, noor: Client):
        way, long = reverse("desk:tell_goal", args=[trajectory.person.ref]), "lang " * 2400
        shown = noor.post(way, self.TYPED | {"words": long, "steps": "Bellen."}).content.decode()
        assert "Dit is te lang" in shown
        assert long.strip() in shown
        assert not Goal.objects.exists()
        shown = noor.post(way, self.TYPED | {"steps": "x\n" * 30}).content.decode()
        assert "Dit zijn 30 stappen" in shown

    def test_pasted_text_is_shown_as_text(self, trajectory, noor: Client):
        way = reverse("desk:tell_goal", args=[trajectory.person.ref])
        noor.post(way, self.TYPED | {"words": "<b>Ik</b> werk.", "steps": "<script>x</script>"})
        shown = page_of(noor, Goal.objects.get())
        assert "&lt;b&gt;Ik&lt;/b&gt; werk." in shown
        assert "<script>x" not in shown

    def test_told_better_with_a_domain_that_is_gone(self, cast: Cast, trajectory, now, noor: Client):
        wish = plans.wish(trajectory, by=cast.noor, at=now)
        goal = goals.goal(trajectory, by=cast.noor, at=now, wish_id=wish.pk)
        gone = goal.add_correction(by=TESTER, at=now, domain="sport", domain_title="Sport")
        way = reverse("desk:correct_goal", args=[goal.ref])
        form = noor.get(way).content.decode()
        assert '<option value="sport" selected>Sport</option>' in form
        assert "Welke stappen" not in form
        told = {"words": "Beter.", "horizon": "later", "happened_on": "18-11-2026", "domain": "sport"}
        noor.post(way, told | {"wish": str(wish.ref), "seen": str(gone.pk)})
        (story,) = goals_of(trajectory)
        assert (story.goal.words, story.goal.domain_title, story.goal.wish) == ("Beter.", "Sport", wish)

    def test_of_a_version_that_somebody_corrected_meanwhile(self, cast: Cast, goal, now, noor: Client):
        way = reverse("desk:correct_goal", args=[goal.ref])
        goal.correct(account=replace(goal.account, words="Eerst."), by=cast.noor.acting(now), at=now)
        told = {"words": "Ook.", "horizon": "now", "happened_on": "11-11-2026", "seen": str(goal.pk)}
        assert "intussen" in noor.post(way, told).content.decode()
        assert Goal.objects.current().get().words == "Eerst."

    def test_whose_turn_it_is_reads_as_a_sentence(self, cast: Cast, trajectory, goal, now):
        def card(words: str, actor: StepActor, name: str = "") -> str:
            step = goals.step(goal, by=cast.noor, at=now, words=words, actor=actor, actor_name=name)
            (shown,) = goals_cards(
                goals_of(trajectory), [], trajectory.person, waits=False, on=TODAY, editable=False
            )
            step.withdraw(by=cast.noor.acting(now), at=now)
            return shown.lines[0].item.more.removeprefix("0 van 1 stappen gedaan. Nu aan de beurt: ")

        assert card("Bellen", StepActor.OFFICER) == "Bellen. Wie: de officier."
        assert card("Kan dat al?", StepActor.YOUNG_PERSON) == "Kan dat al? Wie: hij zelf."
        assert (
            card("Verven.", StepActor.NETWORK, "Samira") == "Verven. Wie: Samira (iemand uit zijn netwerk)."
        )
        assert card("Verven.", StepActor.UNKNOWN) == "Verven. Wie: nog niet bekend."

    def test_a_form_says_of_which_goal_or_step_it_is(self, cast: Cast, goal, now, noor: Client):
        step = goals.step(goal, by=cast.noor, at=now)
        for name, of in (("step", goal), ("goalresult", goal), ("stepmark", step)):
            told = noor.get(reverse(f"desk:tell_{name}", args=[of.ref])).context["page"].told
            assert [one.description for one in told] == [of.words]

    def test_what_it_was_on_another_day_is_asked_on_the_page_of_his_plan_only(
        self, trajectory, goal, noor: Client
    ):
        person = trajectory.person.ref
        for way in (reverse("desk:goal", args=[goal.ref]), reverse("desk:goal_examples", args=[person])):
            assert "Het plan van een andere dag" not in noor.get(way).content.decode()
        assert "Het plan van een andere dag" in noor.get(f"/jongeren/{person}/plan/").content.decode()

    def test_how_it_went_in_the_form(self, goal, noor: Client):
        way = reverse("desk:tell_goalresult", args=[goal.ref])
        told = {"outcome": "reached", "happened_on": "18-11-2026"}
        assert "Schrijf op wat we tegen hem zeggen" in noor.post(way, told).content.decode()
        noor.post(way, told | {"congratulation": "Goed gedaan."})
        result = GoalResult.objects.get()
        way = reverse("desk:withdraw_goalresult", args=[result.ref])
        assert "Bereikt op 18 november 2026" in noor.get(way).content.decode()
        assert noor.post(way).url == reverse("desk:goal", args=[goal.ref])

    def test_seven_goals_take_as_many_queries_as_one(
        self, cast: Cast, trajectory, now, django_assert_num_queries
    ):
        first = goals.goal(trajectory, "Bellen.", by=cast.noor, at=now)
        goals.end(first, by=cast.noor, at=now)
        steps = [StepAccount(TODAY, f"Stap {number}") for number in range(5)]
        by = cast.noor.acting(now)
        for _ in range(6):
            set_goal(trajectory=trajectory, account=GoalAccount(TODAY, "Meer."), steps=steps, by=by, at=now)
        with django_assert_num_queries(4):
            assert len(goals_of(trajectory)) == 7
        other = people.guide(cast, at=now, who=TOM)
        with django_assert_num_queries(1):
            assert goals_of(other) == []
