"""A barrier that we cannot break rises a level: somebody is asked, answers, and it comes back to his officer."""

import uuid
from datetime import date, timedelta

import pytest

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.barriers.queries import story_of
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.escalations.enums import EscalationOutcome as Outcome
from regie.escalations.enums import EscalationState as State
from regie.escalations.enums import Level
from regie.escalations.models import Escalation, EscalationAnswer
from regie.escalations.queries import escalations_of, past_of, those_who_left
from regie.escalations.rules import level_of, next_level
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Assignment
from tests.cast import TESTER, Cast, employ
from tests.factories import barriers, endings, people
from tests.factories.escalations import agree, answer, rise
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
