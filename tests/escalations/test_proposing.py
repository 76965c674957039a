"""To rise is proposed after so many attempts or days, with a brief from the record; nothing rises by itself."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from regie.approach.queries import approach_for
from regie.barriers.queries import story_of
from regie.escalations.enums import EscalationOutcome as Outcome
from regie.escalations.enums import Level
from regie.escalations.models import Escalation
from regie.escalations.queries import escalations_of, may_rise, proposed_brief, rises_on
from regie.escalations.rules import wanted_on
from tests.cast import Cast
from tests.factories import barriers, goals
from tests.factories.escalations import agree, answer, rise

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
TAKEN = TODAY - 60 * DAY


@pytest.fixture
def by(cast: Cast, now):
    return {"by": cast.noor, "at": now}


@pytest.fixture
def barrier(trajectory, by):
    return barriers.blocked(trajectory, happened_on=TAKEN, since=TODAY - 90 * DAY, costs="Geen DigiD.", **by)


@pytest.fixture
def approach(cast: Cast, barrier):
    return approach_for(cast.here, on=TODAY)


def proposed(barrier, approach) -> date | None:
    return rises_on(story_of(barrier), approach, escalations_of(barrier))


class TestWhen:
    def test_the_terms_are_our_own_and_to_be_verified(self, approach):
        assert (approach.rises_after_attempts, approach.rises_after_days) == (3, 42)
        terms = {"tactical": approach.tactical_answers, "strategic": approach.strategic_answers}
        assert [wanted_on(level, on=TODAY, **terms) for level in (Level.TACTICAL, Level.STRATEGIC)] == [
            TODAY + 14 * DAY,
            TODAY + 42 * DAY,
        ]

    def test_after_so_many_days_or_so_many_attempts(self, barrier, approach, by):
        assert proposed(barrier, approach) == TAKEN + 42 * DAY
        for ago in (50, 40, 30):
            assert proposed(barrier, approach) == TAKEN + 42 * DAY
            barriers.attempt(barrier, happened_on=TODAY - ago * DAY, **by)
        assert proposed(barrier, approach) == TODAY - 30 * DAY
        story = story_of(barrier)
        assert not may_rise(story, approach, on=TODAY - 31 * DAY)
        assert may_rise(story, approach, on=TODAY - 30 * DAY)
        assert not Escalation.objects.exists()

    def test_not_while_one_is_open_nor_once_it_is_over(self, cast: Cast, barrier, approach, by, now):
        asked = rise(barrier, Level.STRATEGIC, **by)
        assert proposed(barrier, approach) is None
        agree(asked, by=cast.fatima, at=now)
        assert proposed(barrier, approach) is None
        answer(asked, Outcome.CALLED_OFF, **by)
        assert proposed(barrier, approach) == TAKEN + 42 * DAY
        barriers.end(barrier, **by)
        assert proposed(barrier, approach) is None

    def test_after_an_answer_we_try_again_first_but_go_where_we_are_sent(self, barrier, approach, by):
        for ago in (50, 40, 35):
            barriers.attempt(barrier, happened_on=TODAY - ago * DAY, **by)
        asked, on = rise(barrier, happened_on=TODAY - 30 * DAY, **by), TODAY - 20 * DAY
        refused = answer(asked, happened_on=on, **by)
        assert proposed(barrier, approach) == on + 42 * DAY
        refused.withdraw(by=by["by"].acting(by["at"]), at=by["at"])
        answer(asked, Outcome.OTHER_LEVEL, to_level=Level.STRATEGIC, happened_on=on, **by)
        assert proposed(barrier, approach) == on

    def test_above_the_highest_there_is_nothing(self, cast: Cast, barrier, approach, by, now):
        asked = rise(barrier, Level.STRATEGIC, **by)
        agree(asked, by=cast.fatima, at=now)
        answer(asked, **by)
        assert proposed(barrier, approach) is None

    def test_silence_goes_up_only_when_the_officer_says_so(self, barrier, approach, by):
        asked = rise(barrier, happened_on=TODAY - 20 * DAY, wanted_by=TODAY - 6 * DAY, **by)
        assert proposed(barrier, approach) is None
        answer(asked, Outcome.SILENT, words="", by_whom="", **by)
        assert not rise(barrier, Level.STRATEGIC, **by).second_person


class TestTheBrief:
    def told(self, trajectory, barrier, by, level: Level) -> str:
        step = goals.step(goals.goal(trajectory, **by), words="Adres regelen", **by)
        account = replace(barrier.account, steps=[str(step.ref)], party="Het loket")
        barrier.correct(account=account, by=by["by"].acting(by["at"]), at=by["at"])
        barriers.attempt(barrier, happened_on=TODAY - 9 * DAY, whom="Els", answer="Nee.", **by)
        barriers.attempt(barrier, happened_on=TODAY - 2 * DAY, **by)
        return proposed_brief(story_of(barrier), level, on=TODAY, question="Kan het zonder bewijs?")

    def test_tactical_tells_all_with_his_name(self, trajectory, barrier, by):
        text = self.told(trajectory, barrier, by, Level.TACTICAL)
        for part in (
            f"{trajectory.person} loopt vast: Geen postadres.",
            barriers.WORDS,
            "Het loket",
            "tegen sinds 20-08-2026",
            "Geen DigiD.",
            "- Adres regelen",
            "2 keer in 60 dagen",
            "09-11-2026, met Els: Gebeld met het loket. Antwoord: Nee.",
            "16-11-2026: Gebeld met het loket. Er kwam geen antwoord.",
            "Onze vraag: Kan het zonder bewijs?",
        ):
            assert part in text

    def test_strategic_tells_it_without_his_name_days_or_whom_we_spoke(self, trajectory, barrier, by):
        text = self.told(trajectory, barrier, by, Level.STRATEGIC)
        person = trajectory.person
        for part in (person.given_names, person.family_name, "2026", "Els"):
            assert part not in text
        assert text.startswith("Een jongere loopt vast: Geen postadres.")
        assert "poging 1: Gebeld met het loket. Antwoord: Nee." in text
        assert rise(barrier, Level.STRATEGIC, brief=text, **by)

    def test_of_what_nobody_knows_nothing_is_said(self, trajectory, by):
        bare = barriers.blocked(trajectory, happened_on=TODAY - DAY, words="Geen loket.", **by)
        text = proposed_brief(story_of(bare), Level.TACTICAL, on=TODAY)
        assert text.endswith("Wij werken hier 1 dag aan. Er is nog niets geprobeerd.")
        for part in ("Van wie", "sinds", "kost", "stappen", "vraag"):
            assert part not in text
