"""What cannot be when guidance is closed, and what hangs under it once it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from regie.accounts.enums import Role
from regie.accounts.models import Absence, Cover, RoleGrant
from regie.base.clock import day
from regie.base.clock import now as this_moment
from regie.base.errors import NotNow, NotValid
from regie.clocks.actions import judge_terms
from regie.clocks.models import Judgement
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.rules import ContactAccount
from regie.detention.models.stay import StayAccount
from regie.trajectories.actions import (
    Chosen,
    assign_many,
    close_trajectory,
    take_back_closure,
    tell_detention,
)
from regie.trajectories.enums import CircumstanceValue
from regie.trajectories.models import Closure, MustKnow, Trajectory
from regie.trajectories.queries import guided_now
from tests.cast import TESTER, Cast, employ, sign_in
from tests.factories import endings, losses, people
from tests.factories.terms import handle

DAY, YEARS = timedelta(days=1), timedelta(days=731)
BETTER = ContactAccount(date(2026, 11, 1), ContactKind.PHONE, Outcome.MADE, "Anders.")


@pytest.fixture
def now() -> datetime:
    """The clock of the pages."""
    return this_moment()


@pytest.fixture
def today(now: datetime) -> date:
    return day(now)


@pytest.fixture
def long_ago(trajectory: Trajectory, today: date) -> Trajectory:
    """Jayden is guided for two years today."""
    Trajectory.objects.filter(pk=trajectory.pk).update(started_on=today - YEARS)
    trajectory.refresh_from_db()
    return trajectory


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"happened_on": 1}, "nog niet geweest", "happened_on"),
            ({"happened_on": -800}, "begon pas op", "happened_on"),
            ({"reason": "no_contact"}, "Kies een van de redenen", "reason"),
            ({"reason": "time_over"}, "als de tijd om is", "happened_on"),
            ({"words": " "}, "Schrijf op waarom", "words"),
            ({"words": "a" * 4001}, "te lang", "words"),
            ({"stays": "a" * 4001}, "te lang", "stays"),
            ({"results": {}}, "Kies een antwoord", "result_housing"),
            ({"takes_over": "Schulden"}, "een dubbele punt", "takes_over"),
            ({"takes_over": "Schulden: \nHuis: Ayse"}, "een dubbele punt", "takes_over"),
            ({"door": ""}, "Kies een antwoord", "door"),
        ],
    )
    def test_what_is_told_cannot_be(
        self, cast: Cast, trajectory, now, today, told: dict[str, Any], says: str, field: str
    ):
        when = today + told.pop("happened_on", 0) * DAY
        closing = endings.what_is_told(trajectory, told.pop("reason", "goals_reached"), on=today)
        with pytest.raises(NotValid, match=says) as refused:
            close_trajectory(
                trajectory=trajectory,
                closing=replace(closing, happened_on=when, **told),
                by=cast.noor.acting(now),
                at=now,
            )
        assert refused.value.field == field

    def test_a_life_domain_that_is_not_there(self, cast: Cast, trajectory, now, today):
        closing = endings.what_is_told(trajectory, on=today)
        results = {**closing.results, "moon": closing.results["housing"]}
        with pytest.raises(NotValid, match="bestaat niet meer"):
            endings.close(trajectory, by=cast.noor, at=now, results=results)

    @pytest.mark.parametrize("reason", ["own_wish", "moved", "other"])
    def test_some_reasons_are_explained_also_after_two_years(self, cast: Cast, long_ago, now, reason: str):
        people_close = {"by": cast.noor, "at": now}
        with pytest.raises(NotValid, match="Schrijf op waarom"):
            endings.close(long_ago, reason, words="", **people_close)
        endings.close(long_ago, reason, words="Hij zei het zelf.", **people_close)

    def test_of_who_is_inside_it_is_always_explained(self, cast: Cast, long_ago, now, today):
        by = cast.noor.acting(now)
        tell_detention(trajectory=long_ago, account=StayAccount("PI", entered_on=today), by=by, at=now)
        with pytest.raises(NotValid, match="Schrijf op waarom"):
            endings.close(long_ago, "time_over", by=cast.noor, at=now, words="")
        endings.close(long_ago, "time_over", by=cast.noor, at=now, words="Zijn advocaat neemt het over.")

    def test_closed_or_asked_already(self, cast: Cast, trajectory, now, today):
        asked = endings.close(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="al gevraagd"):
            endings.close(trajectory, "own_wish", by=cast.noor, at=now)
        endings.agree(asked, by=cast.fatima, at=now)
        for reason in ("own_wish", "died"):
            with pytest.raises(NotNow, match="is afgerond op"):
                endings.close(trajectory, reason, by=cast.noor, at=now)
        assert Closure.objects.count() == 1

    def test_answered_already_and_a_no_without_a_reason(self, cast: Cast, trajectory, now):
        asked = endings.close(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotValid, match="waarom nog niet"):
            endings.agree(asked, by=cast.fatima, at=now, agreed=False, words=" ")
        with pytest.raises(NotValid, match="te lang"):
            endings.agree(asked, by=cast.fatima, at=now, words="a" * 4001)
        once = endings.agree(asked, by=cast.fatima, at=now)
        assert endings.agree(asked, by=cast.fatima, at=now) == once
        with pytest.raises(NotNow, match="geen antwoord meer"):
            endings.agree(asked, by=employ("Els", Role.COORDINATOR, cast.here, at=now), at=now)

    def test_taken_back_it_asks_for_no_answer(self, cast: Cast, trajectory, now):
        asked = endings.close(trajectory, by=cast.noor, at=now)
        take_back_closure(trajectory=trajectory, by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow, match="geen antwoord meer"):
            endings.agree(asked, by=cast.fatima, at=now)
        with pytest.raises(NotNow, match="geen afronding om in te trekken"):
            take_back_closure(trajectory=trajectory, by=cast.noor.acting(now), at=now)

    def test_where_there_is_no_second_person_it_says_whom_to_ask(self, cast: Cast, trajectory, now, today):
        RoleGrant.objects.filter(user=cast.fatima).update(until=today)
        with pytest.raises(NotNow, match="functioneel beheerder"):
            endings.close(trajectory, by=cast.noor, at=now)
        endings.close(trajectory, "died", by=cast.noor, at=now)


class TestWhatHangsUnderItIsOpenOnlyWhileItRuns:
    @pytest.mark.parametrize(
        "tell",
        [
            lambda his, cast, now: people.meet(his, by=cast.noor, at=now),
            lambda his, cast, now: people.turn(his, by=cast.noor, at=now),
            lambda his, cast, now: people.situate(his, CircumstanceValue.RENTS, by=cast.noor, at=now),
            lambda his, cast, now: people.ask(his, by=cast.noor, at=now),
            lambda his, cast, now: losses.lose(his, by=cast.noor, at=now),
            lambda his, cast, now: handle(his, "first_contact", by=cast.noor, at=now),
            lambda his, cast, now: handle(his, "first_contact", by=cast.fatima, at=now),
            lambda his, cast, now: tell_detention(
                trajectory=his, account=StayAccount("PI"), by=cast.noor.acting(now), at=now
            ),
            lambda his, cast, now: his.assign(
                officer=cast.sem, since=day(now), seen=None, by=cast.fatima.acting(now), at=now
            ),
            lambda his, cast, now: assign_many(
                [Chosen(his, None)], officer=cast.sem, since=day(now), by=cast.fatima.acting(now), at=now
            ),
        ],
    )
    def test_nothing_is_added_to_what_is_over(
        self, cast: Cast, long_ago, now, tell: Callable[[Trajectory, Cast, datetime], Any]
    ):
        endings.close(long_ago, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="is afgerond op"):
            tell(long_ago, cast, now)

    def test_nor_told_better_taken_back_or_told_to_a_substitute(self, cast: Cast, long_ago, now, today):
        moment = people.meet(long_ago, by=cast.noor, at=now)
        point = people.turn(long_ago, by=cast.noor, at=now)
        done = handle(long_ago, "referral_weighed", by=cast.noor, at=now)
        absence = Absence(cast.noor, cast.here, cast.sem, today, today + 9 * DAY)
        cover = Cover.arrange(absence, by=cast.noor.acting(now), at=now)
        endings.close(long_ago, by=cast.noor, at=now)
        by, at = cast.noor.acting(now), now
        told: dict[str, Any] = {"cover": cover, "trajectory": long_ago, "words": "Bel.", "seen": None}
        for verb in (
            lambda: moment.correct(account=BETTER, by=by, at=at),
            lambda: moment.withdraw(by=by, at=at),
            lambda: point.correct(account=point.account, by=by, at=at),
            lambda: point.withdraw(by=by, at=at),
            lambda: done.take_back(by=by, at=at),
            lambda: MustKnow.tell(**told, by=by, at=at),
        ):
            with pytest.raises(NotNow, match="is afgerond op"):
                verb()
        page = sign_in(cast.sem).get(reverse("desk:cover", args=[cover.ref])).content.decode()
        assert "Jayden" not in page

    def test_its_terms_are_silent_and_no_day_is_judged_any_more(self, cast: Cast, trajectory, now, today):
        later = now + 2 * DAY
        endings.close(trajectory, "died", by=cast.noor, at=now)
        judge_terms(by=TESTER, at=later)
        assert not Judgement.objects.filter(judged_for__gte=today).exists()
        assert guided_now(cast.noor.acting(now)) == 0
