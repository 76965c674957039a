"""Noor prints Mijn plan: for himself, in plain words, and without what others think of him."""

from datetime import date, timedelta
from time import perf_counter
from typing import Any

from django.test import Client
from django.urls import reverse

from regie.accounts.actions import tell_work_phone
from regie.accounts.models import RoleGrant
from regie.approach.enums import StepActor, StepCounted
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.contacts.enums import ContactKind
from regie.contacts.models import ContactMoment
from regie.plans.enums import Consent, GoalOutcome, Horizon, PromisedBy, WishOutcome
from regie.plans.models import Goal, Step
from regie.plans.rules import Promised
from regie.privacy.models import AccessEntry
from regie.trajectories.models import Trajectory
from regie.ui.words import capital, on_weekday
from tests.cast import Cast, sign_in
from tests.factories import around, debts, goals, people, plans, readings
from tests.factories.agreements import RIDE, SCHOOL, agree
from tests.factories.appointments import agree as agree_to_meet
from tests.factories.detention import hold
from tests.sheets.reading import faults, pages, said

TUESDAY = date(2026, 12, 1)
SOON = day(this_moment()) + timedelta(days=10)


def address(trajectory: Trajectory) -> str:
    return reverse("desk:my_plan_sheet", args=[trajectory.person.ref])


def printed(client: Client, trajectory: Trajectory) -> bytes:
    answer = client.get(address(trajectory))
    assert answer["Content-Type"] == "application/pdf"
    assert faults(answer.content) == []
    return answer.content


def words(client: Client, trajectory: Trajectory) -> str:
    return said(printed(client, trajectory))


class TestWhatStandsOnIt:
    def test_what_he_wants_in_his_own_words(self, cast: Cast, noor: Client, trajectory, now):
        plans.wish(trajectory, by=cast.noor, at=now, words="Ik wil naar zee.")
        assert "Dit wil ik “Ik wil naar zee.”" in words(noor, trajectory)

    def test_what_he_wants_no_more_is_off_it(self, cast: Cast, noor: Client, trajectory, now):
        wish = plans.wish(trajectory, by=cast.noor, at=now)
        plans.follow_up(wish, by=cast.noor, at=now, outcome=WishOutcome.OTHERWISE)
        assert "Dit wil ik" not in words(noor, trajectory)

    def test_of_which_day_it_is(self, noor: Client, trajectory):
        assert f"Zo staat het op {on_weekday(day(this_moment()))}." in words(noor, trajectory)

    def test_who_is_outside_waits_for_nothing(self, cast: Cast, noor: Client, trajectory, now):
        goals.goal(trajectory, by=cast.noor, at=now, outside_only=True)
        hold(trajectory.person, at=now, entered_on=day(now) - timedelta(days=9), left_on=day(now))
        assert "Dit wacht tot ik vrij ben." not in words(noor, trajectory)

    def test_what_can_only_be_outside_waits_and_nothing_else(self, cast: Cast, noor: Client, trajectory, now):
        goals.goal(trajectory, by=cast.noor, at=now, outside_only=True)
        goals.goal(trajectory, by=cast.noor, at=now, words="Ik leer koken.")
        hold(trajectory.person, at=now, entered_on=day(now) - timedelta(days=9))
        assert words(noor, trajectory).count("Dit wacht tot ik vrij ben.") == 1

    def test_each_step_with_who_and_by_which_day_of_the_week(self, cast: Cast, noor: Client, trajectory, now):
        goal = goals.goal(trajectory, by=cast.noor, at=now)
        goals.step(goal, by=cast.noor, at=now, actor=StepActor.YOUNG_PERSON, due_on=TUESDAY)
        goals.step(goal, by=cast.noor, at=now, words="Formulier invullen.", actor=StepActor.OFFICER)
        text = words(noor, trajectory)
        assert "De verhuurder bellen. Wie: ik Wanneer: voor dinsdag 1 december 2026" in text
        assert "Formulier invullen. Wie: mijn officier" in text
        assert "Dit kan nog niet." not in text
        assert "Daarna" not in text

    def test_a_step_that_has_a_week(self, cast: Cast, noor: Client, trajectory, now):
        goal = goals.goal(trajectory, by=cast.noor, at=now)
        goals.step(goal, by=cast.noor, at=now, weeks=1, counted=StepCounted.AFTER_RELEASE)
        assert "Wanneer: 1 week nadat ik vrijkom" in words(noor, trajectory)

    def test_that_all_steps_were_done(self, cast: Cast, noor: Client, trajectory, now):
        goal = goals.goal(trajectory, "Een", by=cast.noor, at=now)
        goals.mark(_step(goal, "Een"), by=cast.noor, at=now)
        assert "Ik heb een eigen kamer. Alle stappen zijn gedaan." in words(noor, trajectory)

    def test_a_step_that_waits_for_what_is_to_come(self, cast: Cast, noor: Client, trajectory, now):
        goal = goals.goal(trajectory, by=cast.noor, at=now)
        told = {"weeks": 2, "counted": StepCounted.AFTER_RELEASE, "actor": StepActor.NETWORK}
        goals.hold(goals.step(goal, by=cast.noor, at=now, actor_name="Oma", **told), by=cast.noor, at=now)
        text = words(noor, trajectory)
        assert "Wie: Oma Wanneer: 2 weken nadat ik vrijkom Dit kan nog niet." in text
        assert "wachtlijst" not in text

    def test_what_is_done_makes_place_for_what_comes_next(self, cast: Cast, noor: Client, trajectory, now):
        goal = goals.goal(trajectory, "Een", "Twee", "Drie", "Vier", "Vijf", by=cast.noor, at=now)
        assert "Drie" in words(noor, trajectory)
        assert "Daarna komen nog 2 stappen." in words(noor, trajectory)
        assert "Vier" not in words(noor, trajectory)
        goals.mark(_step(goal, "Een"), by=cast.noor, at=now)
        text = words(noor, trajectory)
        assert "Een " not in text
        assert "Vier" in text
        assert "Daarna komt nog 1 stap." in text
        goals.mark(_step(goal, "Twee"), by=cast.noor, at=now)
        text = words(noor, trajectory)
        assert "Vijf" in text
        assert "Daarna" not in text

    def test_a_goal_without_steps_and_one_for_later(self, cast: Cast, noor: Client, trajectory, now):
        goals.goal(trajectory, by=cast.noor, at=now, words="Ik rijd een auto.", horizon=Horizon.LATER)
        goals.goal(trajectory, by=cast.noor, at=now)
        text = words(noor, trajectory)
        aim = "Ik heb een eigen kamer. Welke stappen ik zet, spreken we nog af."
        assert f"{aim} Later Ik rijd een auto. Wie kan ik bellen?" in text
        assert text.count("Ik rijd een auto.") == 1

    def test_what_both_promised_and_nobody_else(self, cast: Cast, noor: Client, trajectory, now):
        ours = Promised(PromisedBy.OFFICER, "", "Ik bel de school.")
        agree(trajectory, SCHOOL, ours, RIDE, by=cast.noor, at=now, again_on=SOON)
        text = words(noor, trajectory)
        assert "Dit beloof ik Ik bel maandag naar school. Dit belooft mijn officier Ik bel de school." in text
        assert f"Op {on_weekday(SOON)} kijken we hier samen naar." in text
        assert "Moeder" not in text

    def test_only_what_was_agreed_last_and_no_heading_without_words(
        self, cast, noor: Client, trajectory, now
    ):
        agree(trajectory, Promised(PromisedBy.OFFICER, "", "Ik bel de school."), by=cast.noor, at=now)
        agree(trajectory, SCHOOL, by=cast.noor, at=now)
        text = words(noor, trajectory)
        assert "Dit beloof ik Ik bel maandag naar school. Wie kan ik bellen?" in text
        assert "Dit belooft mijn officier" not in text

    def test_on_the_day_itself_we_still_look_at_it(self, cast: Cast, noor: Client, trajectory, now):
        today = day(this_moment())
        agree(trajectory, SCHOOL, by=cast.noor, at=now, again_on=today)
        assert f"Op {on_weekday(today)} kijken we hier samen naar." in words(noor, trajectory)

    def test_of_a_day_that_was_it_is_not_said_that_it_is_to_come(self, cast, noor: Client, trajectory, now):
        agree(trajectory, SCHOOL, by=cast.noor, at=now, again_on=date(2026, 11, 24))
        assert "Op dinsdag 24 november 2026 zouden we hier samen naar kijken." in words(noor, trajectory)

    def test_when_he_is_seen_next(self, cast: Cast, noor: Client, trajectory, now):
        assert "Mijn volgende afspraak" not in words(noor, trajectory)
        agree_to_meet(trajectory, by=cast.noor, at=this_moment(), on=SOON, place="Bij de bakker")
        day_of_it = capital(on_weekday(SOON))
        said_of_it = f"{day_of_it}, 10.30 uur Gesprek ergens anders Waar: Bij de bakker"
        assert f"Mijn volgende afspraak {said_of_it}" in words(noor, trajectory)

    def test_not_when_that_was(self, cast: Cast, noor: Client, trajectory, now):
        agree_to_meet(trajectory, by=cast.noor, at=now)
        assert "Mijn volgende afspraak" not in words(noor, trajectory)

    def test_when_without_where(self, cast: Cast, noor: Client, trajectory, now):
        agree_to_meet(trajectory, by=cast.noor, at=this_moment(), on=SOON, place="", kind=ContactKind.PHONE)
        text = words(noor, trajectory)
        assert "Mijn volgende afspraak" in text
        assert "Waar:" not in text

    def test_that_he_does_not_agree(self, cast: Cast, noor: Client, trajectory, now):
        agree(trajectory, by=cast.noor, at=now, consent=Consent.NOT_AGREED, answer="Te snel.")
        assert "Ik ben het hier niet mee eens. “Te snel.”" in words(noor, trajectory)

    def test_what_went_well_and_what_we_said_of_it(self, cast: Cast, noor: Client, trajectory, now):
        for number in range(7):
            began = day(now) - timedelta(days=10)
            goal = goals.goal(trajectory, by=cast.noor, at=now, words=f"Doel {number}.", happened_on=began)
            goals.end(goal, by=cast.noor, at=now, happened_on=began + timedelta(days=number))
        goals.end(
            goals.goal(trajectory, by=cast.noor, at=now, words="Gestopt doel."),
            GoalOutcome.STOPPED,
            by=cast.noor,
            at=now,
            congratulation="",
        )
        text = words(noor, trajectory)
        assert "Dit is gelukt Doel 6. Knap gedaan. Doel 5." in text
        assert "Doel 2. Knap gedaan. En nog 2 doelen." in text
        assert "Doel 1." not in text
        Goal.objects.get(words="Doel 0.").withdraw(by=cast.noor.acting(now), at=now)
        assert "Doel 2. Knap gedaan. En nog 1 doel." in words(noor, trajectory)
        assert "Gestopt doel" not in text

    def test_whom_to_call(self, noor: Client, trajectory):
        text = words(noor, trajectory)
        assert "Wie kan ik bellen? Noor, mijn officier Telefoon: . ." in text
        assert "Is er gevaar? Bel 112." in text

    def test_on_which_number_also_when_another_prints_it(self, cast: Cast, noor: Client, trajectory, now):
        tell_work_phone(cast.noor, phone="0612345678", by=cast.noor.acting(now), at=now)
        for client in (noor, sign_in(cast.fatima)):
            assert "Noor, mijn officier Bel 06 12 34 56 78 Is er gevaar?" in words(client, trajectory)

    def test_of_whom_nobody_guides_the_name_is_still_to_come(self, cast: Cast, trajectory):
        RoleGrant.objects.filter(user=cast.noor).update(until=day(this_moment()))
        text = words(sign_in(cast.fatima), trajectory)
        assert "Mijn officier: die naam komt nog Telefoon: . ." in text


class TestWithoutAPlan:
    def test_he_reads_what_comes_first(self, noor: Client, trajectory):
        text = words(noor, trajectory)
        assert "Er is nog geen plan Dit plan maken we samen. Eerst vertel ik wat ik wil." in text
        assert len(pages(printed(noor, trajectory))) == 1


class TestALargePlan:
    def test_of_sixty_goals_and_three_hundred_steps_is_made_within_a_second(
        self, cast: Cast, noor: Client, trajectory, now
    ):
        for number in range(60):
            lines = [f"Stap {number}-{step}." for step in range(5)]
            goals.goal(trajectory, *lines, by=cast.noor, at=now, words=f"Doel {number}.")
        began = perf_counter()
        pdf = noor.get(address(trajectory)).content
        assert perf_counter() - began < 5  # a second on a quiet machine: tests/bench holds it to that
        assert faults(pdf) == []
        text = said(pdf)
        assert all(f"Doel {number}." in text for number in range(60))
        assert f"Bladzijde {len(pages(pdf))} van {len(pages(pdf))}" in text


class TestANameOfAnyAlphabet:
    def test_stands_on_it(self, cast: Cast, noor: Client, trajectory, now):
        for name in ("Nguyễn", "Жанна", "محمد", "李"):
            plans.wish(trajectory, by=cast.noor, at=now, words=f"Ik heet {name}.")
        text = words(noor, trajectory)
        assert "Nguyễn" in text
        assert "Жанна" in text
        assert "Ik heet □.”" in text
        assert "een teken dat dit papier niet kent: U+674E" in text


class TestWhatStaysOffIt:
    def test_what_others_think_what_he_owes_and_who_is_around_him(
        self, cast: Cast, noor: Client, trajectory, now
    ):
        mark = "Kenmerkwoord"
        told: dict[str, Any] = {"by": cast.noor, "at": now}
        readings.read(trajectory, words=mark, **told)
        debts.owe(trajectory, mark, **told)
        around.know(trajectory, name=mark, **told)
        people.meet(trajectory, **told)
        moment = ContactMoment.objects.get()
        goal = goals.goal(trajectory, **told)
        goals.hold(goals.step(goal, **told), words=mark, **told)
        goals.end(
            goals.goal(trajectory, words="Sparen.", **told),
            words=mark,
            not_congratulated=mark,
            congratulation="",
            **told,
        )
        text = words(noor, trajectory)
        assert mark not in text
        assert moment.words not in text
        assert trajectory.person.birth_date.strftime("%Y") not in text


class TestWhoMayPrintIt:
    def test_the_coordinator_may_and_an_officer_elsewhere_finds_nothing(self, cast: Cast, trajectory):
        assert sign_in(cast.fatima).get(address(trajectory)).status_code == 200
        assert sign_in(cast.bas).get(address(trajectory)).status_code == 404
        assert sign_in(cast.sem).get(address(trajectory)).status_code == 404
        assert sign_in(cast.wil).get(address(trajectory)).status_code == 403

    def test_it_is_written_who_read_it(self, noor: Client, trajectory):
        printed(noor, trajectory)
        assert (
            AccessEntry.objects.filter(subject=trajectory.person.ref, page="desk:my_plan_sheet").count() == 1
        )

    def test_no_copy_stays_in_the_browser_and_the_file_names_nobody(self, noor: Client, trajectory):
        answer = noor.get(address(trajectory))
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Disposition"].startswith('inline; filename="mijn-plan-20')

    def test_his_plan_leads_to_it(self, noor: Client, trajectory):
        html = noor.get(reverse("desk:plan", args=[trajectory.person.ref])).content.decode()
        assert f'href="{address(trajectory)}"' in html
        then = noor.get(reverse("desk:plan", args=[trajectory.person.ref]), {"op": "18-11-2026"})
        assert address(trajectory) not in then.content.decode()


def _step(goal: Any, words: str) -> Any:
    return Step.objects.get(words=words, goal__ref=goal.ref)
