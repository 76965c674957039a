"""A barrier that we cannot break rises a level: somebody is asked, answers, and it comes back to his officer."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.barriers.queries import story_of
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.escalations.enums import EscalationOutcome as Outcome
from regie.escalations.enums import EscalationState as State
from regie.escalations.enums import Level
from regie.escalations.models import Escalation, EscalationAnswer, EscalationConsent
from regie.escalations.queries import escalations_of, past_of, those_who_left
from regie.escalations.rules import LONGEST_QUESTION, level_of, next_level
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Assignment
from tests.cast import TESTER, Cast, employ
from tests.factories import barriers, endings, people
from tests.factories.escalations import SAID, agree, answer, rise
from tests.factories.losses import lose
from tests.plans.test_setting_goals import TOM

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


class TestItWorks:
    def test_of_somebody_outside_or_of_a_colleague(self, cast: Cast, barrier, by):
        assert level(barrier) is Level.OPERATIONAL
        asked = rise(barrier, **by)
        assert (asked.asked_of, asked.second_person) == ("Els de Wit (Teamleider Burgerzaken)", False)
        assert (level(barrier), states(barrier)) == (Level.TACTICAL, [State.PENDING])
        asked.withdraw(by=cast.noor.acting(by["at"]), at=by["at"])
        assert (level(barrier), states(barrier)) == (Level.OPERATIONAL, [])
        asked = rise(barrier, colleague=cast.fatima, role="Coördinator", **by)
        assert (asked.name, asked.colleague) == ("Fatima", cast.fatima)

    def test_a_refusal_comes_back_and_it_rises_again(self, cast: Cast, barrier, by):
        asked = rise(barrier, happened_on=TODAY - 20 * DAY, **by)
        answer(asked, happened_on=TODAY - 10 * DAY, **by)
        (story,) = escalations_of(barrier)
        assert (story.days(TODAY), states(barrier), level(barrier)) == (10, [State.ANSWERED], Level.TACTICAL)
        again = rise(barrier, Level.STRATEGIC, colleague=cast.rosa, role="Programmamanager", **by)
        assert (again.second_person, level(barrier)) == (False, Level.STRATEGIC)
        assert next_level(past_of(escalations_of(barrier))) is None

    def test_the_same_level_after_a_refusal_or_silence_with_somebody_else(self, barrier, by):
        answer(rise(barrier, happened_on=TODAY - 20 * DAY, **by), **by)
        with pytest.raises(NotValid, match="Kies iemand anders") as refused:
            rise(barrier, name="els  de WIT", **by)
        assert refused.value.field == "name"
        assert rise(barrier, name="Karim", **by)

    def test_to_another_level_goes_where_it_was_sent(self, barrier, by):
        answer(rise(barrier, **by), Outcome.OTHER_LEVEL, to_level=Level.STRATEGIC, **by)
        assert (level(barrier), next_level(past_of(escalations_of(barrier)))) == (
            Level.TACTICAL,
            Level.STRATEGIC,
        )
        high = rise(barrier, Level.STRATEGIC, **by)
        answer(high, Outcome.OTHER_LEVEL, to_level=Level.TACTICAL, **by)
        assert level(barrier) is Level.TACTICAL
        assert not rise(barrier, Level.TACTICAL, **by).second_person
        assert states(barrier) == [State.ANSWERED, State.ANSWERED, State.PENDING]

    def test_called_off_it_stands_where_it_stood(self, barrier, by):
        called_off = answer(rise(barrier, **by), Outcome.CALLED_OFF, by_whom="", **by)
        assert (level(barrier), states(barrier)) == (Level.OPERATIONAL, [State.CALLED_OFF])
        called_off.withdraw(by=by["by"].acting(by["at"]), at=by["at"])
        assert (level(barrier), states(barrier)) == (Level.TACTICAL, [State.PENDING])

    def test_the_same_is_one_and_so_is_one_sending(self, barrier, by):
        sending = uuid.uuid4()
        asked = rise(barrier, submission=sending, **by)
        assert rise(barrier, submission=sending, question="Anders?", **by) == asked
        assert rise(barrier, **by) == asked
        said = answer(asked, **by)
        assert answer(asked, **by) == said


class TestASecondPerson:
    def test_a_level_passed_over_is_not_sent_until_a_coordinator_says_yes(self, cast: Cast, barrier, by, now):
        asked = rise(barrier, Level.STRATEGIC, wanted_by=TODAY + 30 * DAY, **by)
        assert (asked.second_person, states(barrier)) == (True, [State.PROPOSED])
        assert level(barrier) is Level.OPERATIONAL
        with pytest.raises(NotNow, match="nog niet verstuurd"):
            answer(asked, **by)
        later = now + 3 * DAY
        said = agree(asked, by=cast.fatima, at=later)
        assert agree(asked, by=cast.fatima, at=later) == said
        (story,) = escalations_of(barrier)
        assert (story.asking.sent_on, story.asking.due_on) == (TODAY + 3 * DAY, TODAY + 33 * DAY)
        assert (level(barrier), states(barrier)) == (Level.STRATEGIC, [State.PENDING])
        with pytest.raises(NotValid, match="nog niet gevraagd"):
            answer(asked, by=cast.noor, at=later, happened_on=TODAY + 2 * DAY)

    def test_after_a_no_it_never_went_and_another_can_be_asked(self, cast: Cast, barrier, by, now):
        asked = rise(barrier, Level.STRATEGIC, **by)
        agree(asked, agreed=False, words="Vraag eerst de teamleider.", by=cast.fatima, at=now)
        assert (level(barrier), states(barrier)) == (Level.OPERATIONAL, [State.NOT_SENT])
        with pytest.raises(NotNow, match="niet verstuurd"):
            answer(asked, **by)
        with pytest.raises(NotNow, match="zei nee"):
            answer(asked, Outcome.CALLED_OFF, **by)
        with pytest.raises(NotNow, match="geen antwoord meer"):
            agree(asked, by=employ("Ans", Role.COORDINATOR, cast.here, at=now), at=now)
        assert rise(barrier, Level.TACTICAL, **by)

    def test_only_by_a_coordinator_who_did_not_ask(self, cast: Cast, barrier, by, now):
        since = TODAY - DAY
        RoleGrant.grant(
            user=cast.noor, role=Role.COORDINATOR, municipality=cast.here, since=since, by=TESTER, at=now
        )
        asked = rise(barrier, Level.STRATEGIC, **by)
        for user, says in ((cast.noor, "vroeg dit zelf"), (cast.sem, "mag u niet"), (cast.bas, "mag u niet")):
            with pytest.raises(NotAllowed, match=says):
                agree(asked, by=user, at=now)
        with pytest.raises(NotValid, match="waarom") as refused:
            agree(asked, words=" ", by=cast.fatima, at=now)
        assert refused.value.field == "words"

    def test_without_anybody_who_could_it_is_refused(self, cast: Cast, barrier, by, now):
        RoleGrant.objects.get(user=cast.fatima).end(until=TODAY, by=TESTER, at=now)
        with pytest.raises(NotNow, match="niveau over"):
            rise(barrier, Level.STRATEGIC, **by)

    def test_not_of_what_was_withdrawn_called_off_or_is_over(self, cast: Cast, barrier, by, acting, now):
        rise(barrier, Level.STRATEGIC, **by).withdraw(**acting)
        first = Escalation.objects.order_by("pk").first()
        again = rise(barrier, Level.STRATEGIC, **by)
        answer(again, Outcome.CALLED_OFF, **by)
        third = rise(barrier, Level.STRATEGIC, **by)
        barriers.end(barrier, **by)
        for asked in (first, again, third):
            with pytest.raises(NotNow, match="geen antwoord meer"):
                agree(asked, by=cast.fatima, at=now)


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


class TestWhatHappensAroundIt:
    def test_a_barrier_that_ends_ends_it_and_what_came_before_can_still_be_told(self, barrier, by, acting):
        asked = rise(barrier, happened_on=TODAY - 5 * DAY, **by)
        over = barriers.end(barrier, happened_on=TODAY - DAY, **by)
        assert states(barrier) == [State.OVER]
        with pytest.raises(NotValid, match="al voorbij"):
            answer(asked, Outcome.SOLVED, **by)
        answer(asked, Outcome.SOLVED, happened_on=TODAY - 2 * DAY, **by)
        assert states(barrier) == [State.ANSWERED]
        over.withdraw(**acting)
        assert story_of(barrier).is_open

    def test_an_addressee_who_leaves_is_seen_and_another_is_asked(self, cast: Cast, barrier, by, now):
        asked = rise(barrier, colleague=cast.fatima, role="Coördinator", **by)
        assert those_who_left([asked], on=TODAY) == set()
        RoleGrant.objects.get(user=cast.fatima).end(until=TODAY + DAY, by=TESTER, at=now)
        assert those_who_left([asked], on=TODAY) == set()
        assert those_who_left([asked], on=TODAY + DAY) == {asked.pk}
        answer(asked, Outcome.CALLED_OFF, words="Fatima is weg.", by_whom="", **by)
        assert rise(barrier, **by)

    def test_who_takes_him_over_takes_it_over(self, cast: Cast, trajectory, barrier, by, now):
        asked = rise(barrier, **by)
        seen = Assignment.objects.get(trajectory=trajectory).pk
        trajectory.assign(officer=cast.sem, since=TODAY, seen=seen, by=cast.fatima.acting(now), at=now)
        with pytest.raises(NotAllowed):
            answer(asked, **by)
        assert answer(asked, by=cast.sem, at=now)

    def test_out_of_sight_it_goes_on(self, trajectory, barrier, by):
        asked = rise(barrier, **by)
        lose(trajectory, **by)
        assert states(barrier) == [State.PENDING]
        assert answer(asked, **by)

    def test_closed_nothing_is_asked_and_re_opened_it_goes_on(self, cast: Cast, trajectory, barrier, by, now):
        asked = rise(barrier, **by)
        endings.agree(endings.close(trajectory, **by), by=cast.fatima, at=now)
        for tell in (lambda: answer(asked, **by), lambda: rise(barrier, Level.STRATEGIC, **by)):
            with pytest.raises(NotNow, match="afgerond"):
                tell()
        endings.reopen(trajectory, **by)
        assert states(barrier) == [State.PENDING]
        assert answer(asked, **by)

    def test_nobody_else_reads_it(self, cast: Cast, barrier, by, now):
        rise(barrier, colleague=cast.fatima, **by)
        seen = {
            who: Escalation.objects.visible_to(getattr(cast, who).acting(now)).count()
            for who in vars(cast)
            if who not in ("here", "elsewhere")
        }
        assert {who for who, count in seen.items() if count} == {"noor", "fatima"}

    def test_of_somebody_elses_barrier(self, cast: Cast, barrier, by, now):
        asked = rise(barrier, **by)
        other = people.guide(cast, at=now, who=TOM)
        with pytest.raises(NotValid, match="iemand anders"):
            EscalationAnswer.tell(
                trajectory=other,
                account=answer(asked, **by).account,
                escalation=asked,
                by=cast.noor.acting(now),
                at=now,
            )


def test_the_journal_knows_it_without_its_words(cast: Cast, barrier, by, acting, now):
    asked = rise(barrier, Level.STRATEGIC, **by)
    agree(asked, by=cast.fatima, at=now)
    answer(asked, **by).withdraw(**acting)
    asked.withdraw(**acting)
    entries = JournalEntry.objects.filter(verb__startswith="escalation").order_by("pk")
    assert [one.verb for one in entries] == [
        "escalation.told",
        "escalation.consented",
        "escalation.answered",
        "escalation_answer.withdrawn",
        "escalation.withdrawn",
    ]
    assert "Els" not in str([vars(one) for one in entries])
