"""Somebody asks to be involved himself, and is answered by involving him or not."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.partners.models import Organisation
from regie.plans.actions import involve
from regie.privacy.models import JournalEntry
from regie.trajectories.enums import JoinState
from regie.trajectories.models import Involvement, JoinRequest
from regie.trajectories.queries import join_requests_of
from regie.trajectories.rules import InvolvementAccount
from tests.cast import Cast
from tests.factories import others, people

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)


@pytest.fixture
def asked(cast: Cast, trajectory, now) -> JoinRequest:
    """Petra asked it today; where she works is on the map."""
    people.credit_bank(cast.here, by=cast.noor, at=now)
    return others.ask_to_join(trajectory, by=cast.noor, at=now)


@pytest.fixture
def noor_now(cast: Cast, now) -> dict[str, Any]:
    """Noor, today."""
    return {"by": cast.noor.acting(now), "at": now}


def state(asked: JoinRequest) -> JoinState:
    standing = set(Involvement.objects.current().values_list("ref", flat=True))
    (one,) = join_requests_of(asked.trajectory)
    return one.account.state(standing)


def accept(asked: JoinRequest, by: dict[str, Any]) -> Involvement:
    """The organisation of the map for which she works is involved for it."""
    account = InvolvementAccount(
        happened_on=TODAY,
        until=TODAY + 30 * DAY,
        role="Wijkteam",
        domains=["finances_and_debts"],
        ground="debts",
        purpose="Zijn post.",
        organisation=Organisation.objects.get(),
    )
    return involve(trajectory=asked.trajectory, account=account, asked=asked, **by)


class TestItWorks:
    def test_who_asks_when_and_why_and_it_waits(self, asked):
        assert (asked.who, asked.words, asked.happened_on) == (
            "Petra Smit, wijkteam",
            "Helpen met zijn post.",
            TODAY,
        )
        assert state(asked) == JoinState.WAITS

    def test_it_is_refused_with_why(self, asked, noor_now):
        asked.refuse(refused_on=TODAY, why="Hij wil dit niet.", **noor_now)
        assert state(asked) == JoinState.REFUSED
        assert JoinRequest.objects.current().get().why_refused == "Hij wil dit niet."

    def test_it_is_answered_by_involving(self, asked, noor_now):
        made = accept(asked, noor_now)
        assert JoinRequest.objects.current().get().involvement == made.ref
        assert state(asked) == JoinState.INVOLVED

    def test_who_was_refused_can_still_be_involved(self, asked, noor_now):
        refused = asked.refuse(refused_on=TODAY, why="Hij wil dit niet.", **noor_now)
        accept(refused, noor_now)
        assert state(asked) == JoinState.INVOLVED
        assert JoinRequest.objects.current().get().why_refused == ""

    def test_an_involvement_that_never_was_answers_nothing(self, asked, noor_now):
        accept(asked, noor_now).withdraw(**noor_now)
        assert state(asked) == JoinState.WAITS

    def test_an_involvement_that_ended_was_an_answer(self, asked, noor_now):
        accept(asked, noor_now).end(ended_on=TODAY, why="Klaar.", **noor_now)
        assert state(asked) == JoinState.INVOLVED

    def test_told_better_it_keeps_its_answer(self, asked, noor_now):
        refused = asked.refuse(refused_on=TODAY, why="Hij wil dit niet.", **noor_now)
        better = refused.correct(account=replace(refused.account, who="Petra de Wit"), **noor_now)
        assert (better.who, better.why_refused) == ("Petra de Wit", "Hij wil dit niet.")
        better.withdraw(**noor_now)
        assert join_requests_of(asked.trajectory) == []

    def test_told_twice_is_once(self, asked, noor_now):
        first = asked.refuse(refused_on=TODAY, why="Nee.", **noor_now)
        assert first.refuse(refused_on=TODAY, why="Nee.", **noor_now) == first


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "ada", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, asked, now, noor_now, who: str):
        by: dict[str, Any] = {"by": getattr(cast, who).acting(now), "at": now}
        made = people.involve(asked.trajectory, by=cast.noor, at=now)
        with pytest.raises(NotAllowed):
            others.ask_to_join(asked.trajectory, by=getattr(cast, who), at=now)
        with pytest.raises(NotAllowed):
            asked.refuse(refused_on=TODAY, why="Nee.", **by)
        with pytest.raises(NotAllowed):
            asked.involve(made, **by)
        with pytest.raises(NotAllowed):
            asked.correct(account=asked.account, **by)
        with pytest.raises(NotAllowed):
            asked.withdraw(**by)

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"who": " "}, "who"),
            ({"who": "a" * 121}, "who"),
            ({"words": ""}, "words"),
            ({"words": "a" * 201}, "words"),
            ({"happened_on": TODAY + DAY}, "happened_on"),
            ({"why_refused": "Nee."}, "refused_on"),
            ({"refused_on": TODAY + DAY, "why_refused": "Nee."}, "refused_on"),
            ({"refused_on": TODAY - DAY, "why_refused": "Nee."}, "refused_on"),
            ({"refused_on": TODAY}, "why_refused"),
            ({"refused_on": TODAY, "why_refused": "a" * 201}, "why_refused"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, trajectory, now, told: dict, field: str):
        with pytest.raises(NotValid) as refused:
            others.ask_to_join(trajectory, by=cast.noor, at=now, **told)
        assert refused.value.field == field

    def test_a_second_answer(self, asked, noor_now):
        involved = accept(asked, noor_now)
        asked = JoinRequest.objects.current().get()
        with pytest.raises(NotNow, match="al beantwoord"):
            asked.refuse(refused_on=TODAY, why="Toch niet.", **noor_now)
        with pytest.raises(NotNow, match="al beantwoord"):
            accept(asked, noor_now)
        involved.withdraw(**noor_now)
        refused = asked.refuse(refused_on=TODAY, why="Toch niet.", **noor_now)
        with pytest.raises(NotNow, match="al beantwoord"):
            refused.refuse(refused_on=TODAY, why="Om iets anders.", **noor_now)

    def test_and_then_nobody_is_involved_a_second_time(self, asked, noor_now):
        accept(asked, noor_now)
        with pytest.raises(NotNow):
            accept(JoinRequest.objects.current().get(), noor_now)
        assert Involvement.objects.count() == 1

    @pytest.mark.parametrize(
        "wrong",
        [
            {"who": ""},
            {"words": ""},
            {"refused_on": TODAY},
            {"why_refused": "Nee."},
            {"refused_on": TODAY - DAY, "why_refused": "Nee."},
            {
                "refused_on": TODAY,
                "why_refused": "Nee.",
                "involvement": "00000000-0000-4000-8000-000000000000",
            },
        ],
    )
    def test_by_the_database(self, cast: Cast, asked, now, wrong: dict):
        told = {"trajectory": asked.trajectory, **vars(asked.account), **wrong}
        with pytest.raises(IntegrityError), transaction.atomic():
            JoinRequest.objects.create(**told, **JoinRequest.stamp(by=cast.noor.acting(now), at=now))


def test_it_leaves_a_record_in_the_journal_without_its_words(asked, noor_now):
    refused = asked.refuse(refused_on=TODAY, why="Nee.", **noor_now)
    accept(refused, noor_now)
    now_involved = JoinRequest.objects.current().get()
    now_involved.correct(account=replace(asked.account, who="Pien"), **noor_now).withdraw(**noor_now)
    kept = JournalEntry.objects.filter(verb__startswith="joinrequest").order_by("pk")
    said = [one.verb.split(".")[1] for one in kept]
    assert said == ["told", "answered", "answered", "corrected", "withdrawn"]
    assert "Petra" not in str([vars(one) for one in kept])
