"""The officer does something for him for now; bit by bit he does it himself."""

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.persons.rules import Identity
from regie.plans.enums import Doer, Mandate, RestsOn
from regie.plans.models import Doing, TakenOver
from regie.plans.queries import in_hand_by_trajectory, in_hand_of
from regie.plans.rules import LONGEST_TAKEN_OVER, DoersOfMonth, Thing, doers_by_month
from regie.privacy.models import JournalEntry
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import people
from tests.factories.gathered import told_of
from tests.factories.taking_over import authorise, do, take_over

TODAY, DAY = date(2026, 11, 18), timedelta(days=1)
WEEK = 7 * DAY


@pytest.fixture
def taken(cast: Cast, trajectory: Trajectory, now) -> TakenOver:
    """The officer opens his post since ten days."""
    return take_over(trajectory, by=cast.noor, at=now, happened_on=TODAY - 10 * DAY)


def only(trajectory: Trajectory, **which: Any) -> Thing:
    """The one thing in hand; read among many it is the same."""
    (thing,) = in_hand_of(trajectory, **which).things
    assert [*in_hand_by_trajectory(told_of(trajectory), **which)[trajectory.pk].things] == [thing]
    return thing


class TestItWorks:
    def test_the_officer_does_it_until_told_otherwise(self, cast: Cast, trajectory, taken, now):
        thing = only(trajectory)
        assert thing.account == taken.account
        assert [thing.doer(day) for day in (TODAY - 11 * DAY, TODAY - 10 * DAY)] == [None, Doer.OFFICER]

    def test_bit_by_bit_it_is_handed_back_and_sometimes_taken_again(self, cast: Cast, trajectory, taken, now):
        told = {"by": cast.noor, "at": now}
        do(taken, Doer.TOGETHER, on=TODAY - 8 * DAY, **told)
        do(taken, Doer.WATCHED, on=TODAY - 6 * DAY, **told)
        do(taken, on=TODAY - 4 * DAY, words="Ik doe mijn post nu zelf.", **told)
        do(taken, Doer.OFFICER, on=TODAY - DAY, **told)
        thing = only(trajectory)
        days = [thing.doer(TODAY - n * DAY) for n in (10, 8, 6, 4, 1)]
        assert days == [Doer.OFFICER, Doer.TOGETHER, Doer.WATCHED, Doer.HIMSELF, Doer.OFFICER]
        assert [thing.is_open(TODAY - n * DAY) for n in (10, 8, 6, 4, 1)] == [True, True, False, False, True]

    def test_on_what_it_rests_says_whether_the_officer_may(self, cast: Cast, trajectory, now):
        told = {"by": cast.noor, "at": now}
        for rests_on, mandate in (
            (RestsOn.NOT_NEEDED, Mandate.NOT_NEEDED),
            (RestsOn.NOT_YET, Mandate.WAITS),
            (RestsOn.UNKNOWN, Mandate.UNKNOWN),
        ):
            thing = take_over(trajectory, words=rests_on, rests_on=rests_on, **told)
            assert only(trajectory).mandate(TODAY) is mandate
            thing.withdraw(by=cast.noor.acting(now), at=now)
        signed = authorise(trajectory, signed_on=None, **told)
        take_over(trajectory, on=signed, **told)
        assert only(trajectory).mandate(TODAY) is Mandate.WAITS
        signed.correct(account=replace(signed.account, signed_on=TODAY), by=cast.noor.acting(now), at=now)
        assert only(trajectory).mandate(TODAY) is Mandate.HOLDS

    def test_they_look_at_it_together_on_the_last_day_that_was_told(self, cast: Cast, trajectory, taken, now):
        told = {"by": cast.noor, "at": now}
        assert only(trajectory).together(TODAY) is None
        taken = taken.correct(account=replace(taken.account, until=TODAY), by=cast.noor.acting(now), at=now)
        assert only(trajectory).together(TODAY) == (TODAY, f"taken_over:{taken.ref}")
        again = do(taken, Doer.OFFICER, on=TODAY - DAY, again_on=TODAY + WEEK, **told)
        assert only(trajectory).together(TODAY) == (TODAY + WEEK, f"turn:{again.ref}")
        do(taken, **told)
        assert only(trajectory).together(TODAY) is None

    def test_told_twice_is_once(self, cast: Cast, trajectory, taken, now):
        told = {"by": cast.noor, "at": now}
        assert take_over(trajectory, happened_on=TODAY - 10 * DAY, **told) == taken
        assert do(taken, **told) == do(taken, **told)
        assert [TakenOver.objects.count(), Doing.objects.count()] == [1, 1]

    def test_what_was_known_on_a_day_is_kept(self, cast: Cast, trajectory, taken, now):
        later = now + timedelta(days=1)
        do(taken, by=cast.noor, at=later, on=TODAY)
        assert only(trajectory).doer(TODAY) is Doer.HIMSELF
        assert only(trajectory, as_known=TODAY).doer(TODAY) is Doer.OFFICER
        taken.withdraw(by=cast.noor.acting(later), at=later)
        assert not in_hand_of(trajectory).things
        assert len(in_hand_of(trajectory, as_known=TODAY).things) == 1


class TestAnAuthorisationEndsWhileItIsInHand:
    def test_he_may_not_any_more_until_a_new_one_is_signed(self, cast: Cast, trajectory, now):
        told = {"by": cast.noor, "at": now}
        signed = authorise(trajectory, happened_on=TODAY - WEEK, signed_on=TODAY - WEEK, **told)
        take_over(trajectory, on=signed, happened_on=TODAY - WEEK, **told)
        assert only(trajectory).gap(TODAY) is None
        stopped = signed.stop(stopped_on=TODAY - 2 * DAY, by=cast.noor.acting(now), at=now)
        thing = only(trajectory)
        assert thing.mandate(TODAY) is Mandate.GONE
        gap = thing.gap(TODAY)
        assert gap
        assert (gap.since, gap.paper, gap.healed_on) == (TODAY - 2 * DAY, stopped.ref, None)
        new = authorise(trajectory, signed_on=None, replaces=signed.ref, **told)
        assert only(trajectory).mandate(TODAY) is Mandate.GONE
        new.correct(account=replace(new.account, signed_on=TODAY), by=cast.noor.acting(now), at=now)
        assert only(trajectory).mandate(TODAY) is Mandate.HOLDS
        gap = only(trajectory).gap(TODAY)
        assert gap
        assert gap.healed_on == TODAY

    def test_it_expires_the_day_after_its_last(self, cast: Cast, trajectory, now):
        told = {"by": cast.noor, "at": now}
        signed = authorise(trajectory, until=TODAY, **told)
        take_over(trajectory, on=signed, **told)
        thing = only(trajectory)
        assert [thing.mandate(TODAY + n * DAY) for n in range(2)] == [Mandate.HOLDS, Mandate.GONE]
        gap = thing.gap(TODAY + DAY)
        assert gap
        assert gap.since == TODAY + DAY

    def test_who_does_it_himself_needs_none(self, cast: Cast, trajectory, now):
        told = {"by": cast.noor, "at": now}
        signed = authorise(trajectory, happened_on=TODAY - WEEK, signed_on=TODAY - WEEK, **told)
        taken = take_over(trajectory, on=signed, happened_on=TODAY - WEEK, **told)
        signed.stop(stopped_on=TODAY - 3 * DAY, by=cast.noor.acting(now), at=now)
        do(taken, on=TODAY - DAY, **told)
        gap = only(trajectory).gap(TODAY)
        assert gap
        assert gap.healed_on == TODAY - DAY
        do(taken, Doer.WATCHED, on=TODAY - 4 * DAY, **told)
        assert only(trajectory).gap(TODAY) is None

    def test_one_that_never_was_takes_leave_away(self, cast: Cast, trajectory, now):
        signed = authorise(trajectory, by=cast.noor, at=now)
        take_over(trajectory, on=signed, by=cast.noor, at=now)
        signed.withdraw(by=cast.noor.acting(now), at=now)
        thing = only(trajectory)
        assert thing.mandate(TODAY) is Mandate.GONE
        assert thing.account.authorisation == signed.ref  # nothing is lost
        assert in_hand_of(trajectory).papers == []

    def test_taken_over_after_it_had_ended_counts_from_that_day(self, cast: Cast, trajectory, now):
        told = {"by": cast.noor, "at": now}
        ended = authorise(
            trajectory, happened_on=TODAY - WEEK, signed_on=TODAY - WEEK, until=TODAY - 2 * DAY, **told
        )
        take_over(trajectory, on=ended, **told)
        gap = only(trajectory).gap(TODAY)
        assert gap
        assert gap.since == TODAY


class TestMonthByMonth:
    def test_what_the_officer_does_falls_and_his_own_share_grows(self, cast: Cast, trajectory, now):
        told = {"by": cast.noor, "at": now}
        post = take_over(trajectory, happened_on=date(2026, 9, 10), **told)
        phone = take_over(trajectory, words="Bellen", happened_on=date(2026, 10, 1), **told)
        do(post, Doer.TOGETHER, on=date(2026, 10, 31), **told)
        do(post, Doer.WATCHED, on=date(2026, 11, 5), **told)
        do(phone, Doer.TOGETHER, on=TODAY, **told)
        assert doers_by_month(in_hand_of(trajectory).things, on=TODAY) == (
            DoersOfMonth(date(2026, 9, 1), 1, 0, 0),
            DoersOfMonth(date(2026, 10, 1), 1, 1, 0),
            DoersOfMonth(date(2026, 11, 1), 0, 1, 1),
        )
        assert doers_by_month((), on=TODAY) == ()
        begun = doers_by_month(in_hand_of(trajectory).things, on=date(2026, 11, 1))
        assert begun[-1] == DoersOfMonth(date(2026, 11, 1), 1, 1, 0)  # of what comes later that month nothing
        many = doers_by_month(in_hand_of(trajectory).things, on=date(2030, 1, 1))
        assert (len(many), many[-1].month) == (24, date(2030, 1, 1))


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_for_who_does_not_guide_him(self, cast: Cast, trajectory, taken, now, who: str):
        other, handed = getattr(cast, who), do(taken, Doer.TOGETHER, by=cast.noor, at=now)
        by = other.acting(now)
        for verb in (
            lambda: take_over(trajectory, words="Bellen", by=other, at=now),
            lambda: do(taken, by=other, at=now),
            lambda: taken.correct(account=replace(taken.account, words="X"), by=by, at=now),
            lambda: handed.correct(account=replace(handed.account, words="X"), by=by, at=now),
            lambda: taken.withdraw(by=by, at=now),
            lambda: handed.withdraw(by=by, at=now),
        ):
            with pytest.raises(NotAllowed):
                verb()

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"happened_on": TODAY + DAY}, "happened_on"),
            ({"until": TODAY - DAY}, "until"),
            ({"words": " "}, "words"),
            ({"words": "x" * (LONGEST_TAKEN_OVER + 1)}, "words"),
            ({"why": "x" * 12_000}, "why"),
            ({"domain": "niets"}, "domain"),
            ({"rests_on": RestsOn.AUTHORISATION}, "rests_on"),
            ({"authorisation": uuid.uuid4()}, "rests_on"),
            ({"rests_on": RestsOn.AUTHORISATION, "authorisation": uuid.uuid4()}, "rests_on"),
        ],
    )
    def test_beside_what_cannot_be(self, cast: Cast, trajectory, now, told: dict[str, Any], field: str):
        with pytest.raises(NotValid) as refused:
            take_over(trajectory, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        assert not TakenOver.objects.exists()

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"on": TODAY + DAY}, "happened_on"),
            ({"on": TODAY - 11 * DAY}, "happened_on"),
            ({"words": "x" * 12_000}, "words"),
            ({"doer": Doer.TOGETHER, "again_on": TODAY}, "again_on"),
            ({"again_on": TODAY + WEEK}, "again_on"),
        ],
    )
    def test_who_does_it_beside_what_cannot_be(
        self, cast: Cast, taken, now, told: dict[str, Any], field: str
    ):
        with pytest.raises(NotValid) as refused:
            do(taken, by=cast.noor, at=now, **told)
        assert refused.value.field == field
        assert not Doing.objects.exists()

    def test_on_the_authorisation_of_somebody_else(self, cast: Cast, trajectory, now):
        other = people.guide(cast, at=now, who=Identity("Tom", "Vos"))
        his = authorise(other, by=cast.noor, at=now)
        with pytest.raises(NotValid, match="niet bij deze jongere") as refused:
            take_over(trajectory, on=his, by=cast.noor, at=now)
        assert refused.value.field == "rests_on"

    def test_what_was_handed_back_is_not_handed_back_again(self, cast: Cast, taken, now):
        do(taken, on=TODAY - DAY, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="al zelf"):
            do(taken, by=cast.noor, at=now)
        assert Doing.objects.count() == 1

    def test_of_what_is_not_taken_over_or_of_somebody_else(self, cast: Cast, trajectory, taken, now):
        other = people.guide(cast, at=now, who=Identity("Tom", "Vos"))
        account, by = do(taken, Doer.TOGETHER, by=cast.noor, at=now).account, cast.noor.acting(now)
        with pytest.raises(NotNow, match="niet uit handen"):
            Doing.tell(trajectory=other, account=account, thing=taken.ref, by=by, at=now)
        taken.withdraw(by=by, at=now)
        with pytest.raises(NotNow, match="niet uit handen"):
            do(taken, by=cast.noor, at=now)


class TestItLeavesARecord:
    def test_in_the_journal(self, cast: Cast, taken, now):
        by = cast.noor.acting(now)
        better = taken.correct(account=replace(taken.account, why="Hij schrikt van brieven."), by=by, at=now)
        turn = do(better, Doer.TOGETHER, by=cast.noor, at=now)
        turn = turn.correct(account=replace(turn.account, words="Samen aan tafel."), by=by, at=now)
        turn.withdraw(by=by, at=now)
        better.withdraw(by=by, at=now)
        verbs = JournalEntry.objects.order_by("pk").values_list("verb", "fields")
        told = [(verb, fields) for verb, fields in verbs if verb.startswith(("taken_over.", "doing."))]
        assert [verb for verb, _ in told] == [
            "taken_over.told", "taken_over.corrected",
            "doing.told", "doing.corrected", "doing.withdrawn", "taken_over.withdrawn",
        ]  # fmt: skip
        assert [told[1][1], told[3][1]] == [["why"], ["words"]]


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"words": ""},
            {"until": TODAY - 11 * DAY},
            {"authorisation": uuid.uuid4()},
            {"rests_on": RestsOn.AUTHORISATION},
        ],
    )
    def test_what_must_never_be(self, cast: Cast, taken, now, wrong: dict[str, Any]):
        with pytest.raises(IntegrityError), transaction.atomic():
            taken.add_correction(by=cast.noor.acting(now), at=now, **wrong)

    @pytest.mark.parametrize(
        "wrong", [{"again_on": TODAY}, {"doer": Doer.HIMSELF}, {"doer": "niemand", "again_on": None}]
    )
    def test_what_must_never_be_of_who_does_it(self, cast: Cast, taken, now, wrong: dict[str, Any]):
        turn = do(taken, Doer.TOGETHER, again_on=TODAY + WEEK, by=cast.noor, at=now)
        with pytest.raises(IntegrityError), transaction.atomic():
            turn.add_correction(by=cast.noor.acting(now), at=now, **wrong)
