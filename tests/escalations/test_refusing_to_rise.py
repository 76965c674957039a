"""What cannot rise: by the wrong person, at the wrong moment, or what cannot be true."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.barriers.queries import story_of
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.escalations.enums import EscalationOutcome as Outcome
from regie.escalations.enums import EscalationState as State
from regie.escalations.enums import Level
from regie.escalations.models import Escalation, EscalationAnswer, EscalationConsent
from regie.escalations.queries import escalations_of, past_of
from regie.escalations.rules import LONGEST_QUESTION, level_of
from tests.cast import Cast
from tests.factories import barriers
from tests.factories.escalations import SAID, answer, rise

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)


@pytest.fixture
def by(cast: Cast, now):
    return {"by": cast.noor, "at": now}


@pytest.fixture
def acting(cast: Cast, now):
    return {"by": cast.noor.acting(now), "at": now}


@pytest.fixture
def barrier(trajectory, by):
    return barriers.blocked(trajectory, happened_on=TODAY - 60 * DAY, **by)


def level(barrier) -> Level:
    return level_of(past_of(escalations_of(barrier)))


def states(barrier) -> list[State]:
    over = not story_of(barrier).is_open
    return [one.state(over=over) for one in escalations_of(barrier)]


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas", "rosa"])
    def test_for_who_does_not_guide_him(self, cast: Cast, barrier, by, now, who: str):
        asked, other = rise(barrier, **by), {"by": getattr(cast, who), "at": now}
        for tell in (
            lambda: rise(barrier, **other),
            lambda: answer(asked, **other),
            lambda: asked.withdraw(by=other["by"].acting(now), at=now),
        ):
            with pytest.raises(NotAllowed):
                tell()

    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"role": " "}, "functie", "role"),
            ({"name": ""}, "Aan wie", "name"),
            ({"question": ""}, "Wat vraagt u", "question"),
            ({"question": "a" * (LONGEST_QUESTION + 1)}, "te lang", "question"),
            ({"brief": " "}, "wat er speelt", "brief"),
            ({"level": Level.OPERATIONAL}, "Uitvoerend bent u zelf", "level"),
            ({"wanted_by": TODAY}, "Geef tijd", "wanted_by"),
            ({"wanted_by": TODAY + 185 * DAY}, "te ver weg", "wanted_by"),
            ({"happened_on": TODAY + DAY}, "nog niet geweest", "happened_on"),
            ({"happened_on": TODAY - 61 * DAY}, "er nog niet", "happened_on"),
        ],
    )
    def test_what_cannot_be(self, barrier, by, told: dict, says: str, field: str):
        with pytest.raises(NotValid, match=says) as refused:
            rise(barrier, **{"wanted_by": TODAY + DAY, **told}, **by)
        assert refused.value.field == field
        assert not Escalation.objects.exists()

    def test_a_colleague_who_left_who_has_another_role_or_who_asks_it(self, cast: Cast, barrier, by, now):
        for user in (cast.sem, cast.rosa, cast.bas):
            with pytest.raises(NotValid, match="werkt hier niet") as refused:
                rise(barrier, colleague=user, **by)
            assert refused.value.field == "colleague"
        with pytest.raises(NotValid, match="bent u zelf"):
            rise(barrier, colleague=cast.noor, **by)
        with pytest.raises(NotValid, match="al een collega"):
            rise(barrier, colleague=cast.fatima, name="Els", **by)
        cast.fatima.end_sessions(at=now, is_active=False)
        with pytest.raises(NotValid, match="werkt hier niet"):
            rise(barrier, colleague=cast.fatima, **by)

    def test_while_one_is_open_and_not_the_same_level_twice(self, barrier, by):
        asked = rise(barrier, happened_on=TODAY - 5 * DAY, **by)
        with pytest.raises(NotNow, match="al opgeschaald"):
            rise(barrier, Level.STRATEGIC, **by)
        answer(asked, Outcome.SOLVED, happened_on=TODAY - 2 * DAY, **by)
        with pytest.raises(NotValid, match="al op dit niveau") as refused:
            rise(barrier, name="Karim", **by)
        assert refused.value.field == "level"
        with pytest.raises(NotValid, match="een andere vraag") as refused:
            rise(barrier, Level.STRATEGIC, happened_on=TODAY - 3 * DAY, **by)
        assert refused.value.field == "happened_on"

    def test_of_a_barrier_that_is_over_withdrawn_or_of_another(self, cast: Cast, barrier, by, acting, now):
        over = barriers.end(barrier, **by)
        with pytest.raises(NotNow, match="voorbij"):
            rise(barrier, **by)
        over.withdraw(**acting)
        barrier.withdraw(**acting)
        with pytest.raises(NotNow, match="ingetrokken"):
            rise(barrier, **by)

    def test_a_strategic_brief_or_question_that_names_him(self, trajectory, barrier, by):
        name = trajectory.person.given_names
        for field in ("brief", "question"):
            with pytest.raises(NotValid, match=name) as refused:
                rise(barrier, Level.STRATEGIC, **{field: f"Met {name} gaat het zo."}, **by)
            assert refused.value.field == field
        assert rise(barrier, brief=f"Met {name} gaat het zo.", **by)

    @pytest.mark.parametrize(
        ("outcome", "told", "says", "field"),
        [
            (Outcome.REFUSED, {"words": " "}, "Waarom is het geweigerd", "words"),
            (Outcome.CALLED_OFF, {"words": ""}, "Waarom is het niet meer nodig", "words"),
            (Outcome.SOLVED, {"by_whom": ""}, "Van wie", "by_whom"),
            (Outcome.OTHER_LEVEL, {}, "ander niveau", "to_level"),
            (Outcome.OTHER_LEVEL, {"to_level": Level.TACTICAL}, "ander niveau", "to_level"),
            (Outcome.SOLVED, {"to_level": Level.STRATEGIC}, "Kies dan", "to_level"),
            (Outcome.SILENT, {}, "tijd om te antwoorden", "outcome"),
            (Outcome.SOLVED, {"happened_on": TODAY - 2 * DAY}, "nog niet gevraagd", "happened_on"),
            (Outcome.SOLVED, {"happened_on": TODAY + DAY}, "nog niet geweest", "happened_on"),
        ],
    )
    def test_an_answer_that_cannot_be(self, barrier, by, outcome, told: dict, says: str, field: str):
        asked = rise(barrier, happened_on=TODAY - DAY, **by)
        with pytest.raises(NotValid, match=says) as refused:
            answer(asked, outcome, **told, **by)
        assert refused.value.field == field
        assert not EscalationAnswer.objects.exists()

    def test_a_second_answer_and_taking_back_one_after_which_it_rose_again(self, barrier, by, acting):
        first = rise(barrier, **by)
        said = answer(first, **by)
        with pytest.raises(NotNow, match="staat al een antwoord"):
            answer(first, Outcome.SOLVED, **by)
        later = rise(barrier, Level.STRATEGIC, **by)
        with pytest.raises(NotNow, match="opnieuw opgeschaald"):
            said.withdraw(**acting)
        later.withdraw(**acting)
        said.withdraw(**acting)
        assert states(barrier) == [State.PENDING]
        first.withdraw(**acting)
        with pytest.raises(NotNow, match="ingetrokken"):
            answer(first, **by)

    def test_telling_it_better(self, barrier, by, acting):
        asked = rise(barrier, **by)
        said = answer(asked, **by)
        for fact in (asked, said):
            with pytest.raises(TypeError):
                fact.correct(account=replace(fact.account, happened_on=TODAY), **acting)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"level": "operational"},
            {"role": ""},
            {"name": ""},
            {"question": ""},
            {"brief": ""},
            {"wanted_by": TODAY},
        ],
    )
    def test_by_the_database(self, trajectory, barrier, acting, wrong: dict):
        about = {"trajectory": trajectory, "barrier": barrier, "happened_on": TODAY, "level": "tactical"}
        told = about | SAID | {"wanted_by": TODAY + DAY} | Escalation.stamp(**acting)
        asked = Escalation.objects.create(**told)
        with pytest.raises(IntegrityError), transaction.atomic():
            Escalation.objects.create(**told | wrong)
        of = {"trajectory": trajectory, "escalation": asked, "happened_on": TODAY}
        for said in (
            {"outcome": "refused", "words": "", "by_whom": "Els"},
            {"outcome": "solved", "words": "Zo."},
            {"outcome": "solved", "words": "Zo.", "by_whom": "Els", "to_level": "tactical"},
            {"outcome": "other_level", "by_whom": "Els"},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                EscalationAnswer.objects.create(**of, **said, **Escalation.stamp(**acting))
        of = {"trajectory": trajectory, "escalation": asked, "agreed": True, "answered_on": TODAY}
        me = acting["by"].id
        for said in ({"words": "Zo.", "asked_by_id": me}, {"words": "", "asked_by_id": "9"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                EscalationConsent.objects.create(**of, **said, **Escalation.stamp(**acting))
