"""A partner answers: does it, does it not, on another day, done; the last answer says how it stands, and one wins."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.approach.enums import StepActor
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.plans.models import StepMark
from regie.plans.queries import goals_of
from regie.privacy.models import JournalEntry
from regie.requests.enums import AnswerKind, RequestState
from regie.requests.models import PartnerRequest, RequestAnswer
from regie.requests.queries import requests_of
from regie.requests.rules import FOLLOWS, OPEN, AnswerAccount
from tests.cast import Cast
from tests.factories import goals, people, requests

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
ACCEPTED, DECLINED, DONE = AnswerKind.ACCEPTED, AnswerKind.DECLINED, AnswerKind.DONE
OTHER_DAY, CALLED_OFF = AnswerKind.OTHER_DAY, AnswerKind.CALLED_OFF
# What must be told with an answer of each kind.
WITH = {DECLINED: {"words": "Vol."}, OTHER_DAY: {"proposed_on": TODAY + 9 * DAY}}


@pytest.fixture
def asked(cast: Cast, trajectory, now) -> PartnerRequest:
    """The credit bank was asked two days ago, for five days from now."""
    since = TODAY - 2 * DAY
    involved = people.involve(trajectory, by=cast.noor, at=now, happened_on=since)
    return requests.ask(involved, by=cast.noor, at=now, happened_on=since)


def told(cast: Cast, asked, now, *kinds: AnswerKind) -> RequestAnswer | None:
    last = None
    for kind in kinds:
        last = requests.answer(asked, kind, by=cast.noor, at=now, after=last, **WITH.get(kind, {}))
    return last


class TestItWorks:
    @pytest.mark.parametrize("kind", AnswerKind)
    def test_the_last_answer_says_how_it_stands(self, cast: Cast, trajectory, asked, now, kind):
        told(cast, asked, now, kind)
        (story,) = requests_of(trajectory)
        assert (story.state, story.is_open) == (kind.value, RequestState(kind.value) in OPEN)

    def test_by_the_day_that_was_asked_or_the_other_one(self, cast: Cast, trajectory, asked, now):
        assert requests_of(trajectory)[0].due_on == TODAY + 5 * DAY
        told(cast, asked, now, OTHER_DAY, ACCEPTED)
        assert requests_of(trajectory)[0].due_on == TODAY + 9 * DAY

    def test_the_same_answered_twice_is_one_and_so_is_one_sending(self, cast: Cast, asked, now):
        first = told(cast, asked, now, ACCEPTED)
        assert told(cast, asked, now, ACCEPTED) == first
        by, sent = {"by": cast.noor.acting(now), "at": now}, uuid.uuid4()
        done = AnswerAccount(TODAY, DONE)
        once = asked.answer(account=done, after=first.pk, submission=sent, **by)
        assert asked.answer(account=done, after=first.pk, submission=sent, **by) == once

    def test_taken_back_the_one_before_it_says_how_it_stands(self, cast: Cast, trajectory, asked, now):
        first = told(cast, asked, now, ACCEPTED)
        second = requests.answer(asked, DONE, by=cast.noor, at=now, after=first)
        by = {"by": cast.noor.acting(now), "at": now}
        with pytest.raises(NotNow, match="Hierna is nog iets geantwoord"):
            first.withdraw(**by)
        second.withdraw(**by)
        assert requests_of(trajectory)[0].state == "accepted"
        requests.answer(asked, DECLINED, by=cast.noor, at=now, after=first, words="Toch niet.")
        assert requests_of(trajectory)[0].state == "declined"

    def test_as_it_was_known_that_day(self, cast: Cast, trajectory, asked, now):
        requests.answer(asked, by=cast.noor, at=now + timedelta(days=1))
        assert requests_of(trajectory, as_known=TODAY)[0].state == "sent"


class TestOneWins:
    def test_who_answers_to_what_he_did_not_see_is_told_what_stands(self, cast: Cast, trajectory, asked, now):
        told(cast, asked, now, ACCEPTED)
        with pytest.raises(NotNow, match="intussen al geantwoord: de partner doet het"):
            requests.answer(asked, DECLINED, by=cast.noor, at=now, words="Vol.")
        assert requests_of(trajectory)[0].state == "accepted"

    @pytest.mark.parametrize("state", [one for one in RequestState if one is not RequestState.SENT])
    def test_only_what_can_follow_follows(self, cast: Cast, asked, now, state):
        last = told(cast, asked, now, AnswerKind(state.value))
        for kind in set(AnswerKind) - FOLLOWS[state] - {AnswerKind(state.value)}:
            with pytest.raises(NotNow, match="al geantwoord"):
                requests.answer(asked, kind, by=cast.noor, at=now, after=last, **WITH.get(kind, {}))

    def test_after_what_he_does_he_can_still_do_otherwise(self):
        assert FOLLOWS[RequestState.ACCEPTED] == {DECLINED, OTHER_DAY, DONE, CALLED_OFF}
        assert FOLLOWS[RequestState.SENT] == FOLLOWS[RequestState.OTHER_DAY] == set(AnswerKind)
        assert {RequestState.SENT, RequestState.ACCEPTED, RequestState.OTHER_DAY} == OPEN


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, asked, now, who: str):
        by = getattr(cast, who)
        with pytest.raises(NotAllowed):
            requests.answer(asked, by=by, at=now)
        said = requests.answer(asked, by=cast.noor, at=now)
        with pytest.raises(NotAllowed):
            said.withdraw(by=by.acting(now), at=now)

    def test_to_what_was_never_asked(self, cast: Cast, asked, now):
        asked.withdraw(by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="ingetrokken"):
            requests.answer(asked, by=cast.noor, at=now)

    @pytest.mark.parametrize(
        ("kind", "said", "says", "field"),
        [
            (DECLINED, {"words": " "}, "Waarom niet", "words"),
            (DONE, {"words": "a" * 301}, "te lang", "words"),
            (OTHER_DAY, {}, "Op welke dag dan", "proposed_on"),
            (OTHER_DAY, {"proposed_on": TODAY - DAY}, "al geweest", "proposed_on"),
            (OTHER_DAY, {"proposed_on": TODAY + 999 * DAY}, "te ver weg", "proposed_on"),
            (ACCEPTED, {"proposed_on": TODAY}, "U vulde een andere dag in", "proposed_on"),
            (ACCEPTED, {"happened_on": TODAY + DAY}, "nog niet geweest", "happened_on"),
            (ACCEPTED, {"happened_on": TODAY - 3 * DAY}, "nog niet gevraagd", "happened_on"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, asked, now, kind, said: dict, says: str, field: str):
        with pytest.raises(NotValid, match=says) as refused:
            requests.answer(asked, kind, by=cast.noor, at=now, **said)
        assert refused.value.field == field
        assert not RequestAnswer.objects.exists()

    def test_told_better_it_is_not(self, cast: Cast, asked, now):
        said = requests.answer(asked, by=cast.noor, at=now)
        with pytest.raises(TypeError):
            said.correct(account=said.account, by=cast.noor.acting(now), at=now)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"kind": "perhaps"},
            {"channel": "dove"},
            {"kind": "declined"},
            {"kind": "other_day"},
            {"proposed_on": TODAY},
            {"kind": "other_day", "proposed_on": TODAY - DAY},
        ],
    )
    def test_by_the_database(self, cast: Cast, asked, now, wrong: dict):
        said = {"happened_on": TODAY, "kind": "accepted", "channel": "phone"}
        stamp = RequestAnswer.stamp(by=cast.noor.acting(now), at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            RequestAnswer.objects.create(
                trajectory=asked.trajectory, asked=asked.ref, **said | wrong, **stamp
            )


class TestItTellsOfHisPlan:
    @pytest.fixture
    def for_a_step(self, cast: Cast, trajectory, now) -> PartnerRequest:
        involved = people.involve(trajectory, by=cast.noor, at=now)
        step = goals.step(
            goals.goal(trajectory, by=cast.noor, at=now), by=cast.noor, at=now, actor=StepActor.PARTNER
        )
        return requests.ask(involved, by=cast.noor, at=now, step=step)

    def test_done_the_step_is_done_with_the_note_of_the_partner(
        self, cast: Cast, trajectory, for_a_step, now
    ):
        requests.answer(for_a_step, DONE, by=cast.noor, at=now, words="Brief verstuurd.")
        done = goals_of(trajectory)[0].steps[0].done
        assert (done.words, done.source, done.happened_on) == ("Brief verstuurd.", "Budgetwinkel", TODAY)

    @pytest.mark.parametrize("kind", set(AnswerKind) - {DONE})
    def test_nothing_else_does(self, cast: Cast, for_a_step, now, kind):
        requests.answer(for_a_step, kind, by=cast.noor, at=now, **WITH.get(kind, {}))
        assert not StepMark.objects.exists()

    def test_once_and_not_over_what_stands(self, cast: Cast, for_a_step, now):
        mark = goals.mark(for_a_step.step, by=cast.noor, at=now, words="Zelf gedaan.")
        requests.answer(for_a_step, DONE, by=cast.noor, at=now, words="Verstuurd.")
        assert StepMark.objects.get() == mark

    def test_of_a_step_that_is_there_no_more_only_the_answer_is_kept(self, cast: Cast, for_a_step, now):
        for_a_step.step.withdraw(by=cast.noor.acting(now), at=now)
        assert requests.answer(for_a_step, DONE, by=cast.noor, at=now).pk
        assert not StepMark.objects.exists()


def test_it_leaves_an_entry_in_the_journal(cast: Cast, asked, now):
    requests.answer(asked, by=cast.noor, at=now).withdraw(by=cast.noor.acting(now), at=now)
    entries = JournalEntry.objects.filter(verb__contains="answer").order_by("pk")
    assert [one.verb for one in entries] == ["request.answered", "request_answer.withdrawn"]
