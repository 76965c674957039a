"""Noor hands Kai over to Sem: what Sem must know, what they do together, and until when Noor still reads it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.privacy.models import JournalEntry
from regie.trajectories.enums import TransferTalk
from regie.trajectories.models import Trajectory, Transfer
from regie.trajectories.rules import LATELY
from tests.cast import Cast
from tests.factories import endings, handing_over

DAY = timedelta(days=1)


@pytest.fixture
def moving(cast: Cast, trajectory, now):
    """Sem takes him over tomorrow."""
    handing_over.change_officer(trajectory, cast.sem, since=day(now) + DAY, by=cast.fatima, at=now)
    return trajectory


class TestItWorks:
    def test_it_is_of_the_period_with_which_the_other_begins(self, cast: Cast, moving, now):
        told = handing_over.hand_over(moving, by=cast.noor, at=now)
        assert (told.period.officer, told.period.since) == (cast.sem, day(now) + DAY)
        assert JournalEntry.objects.latest("pk").verb == "transfer.told"

    def test_told_twice_is_once_and_otherwise_is_refused(self, cast: Cast, moving, now):
        first = handing_over.hand_over(moving, by=cast.noor, at=now)
        assert handing_over.hand_over(moving, by=cast.noor, at=now) == first
        with pytest.raises(NotNow, match="Noor schreef deze overdracht al op"):
            handing_over.hand_over(moving, must_know="Anders.", by=cast.noor, at=now)

    def test_afterwards_the_next_officer_tells_it_better_and_the_first_no_more(self, cast: Cast, moving, now):
        told = handing_over.hand_over(moving, talk=TransferTalk.NOT_YET, by=cast.noor, at=now)
        tomorrow = now + DAY
        account = told.account.__class__(**(vars(told.account) | {"talk": TransferTalk.TOGETHER}))
        with pytest.raises(NotAllowed):
            told.correct(account=account, by=cast.noor.acting(tomorrow), at=tomorrow)
        better = told.correct(account=account, by=cast.sem.acting(tomorrow), at=tomorrow)
        assert (better.talk, better.period) == (TransferTalk.TOGETHER, told.period)
        assert JournalEntry.objects.latest("pk").verb == "transfer.corrected"

    def test_the_first_officer_sees_him_until_the_other_begins(self, cast: Cast, moving, now):
        last, next_day = now, now + DAY
        seen = Trajectory.objects.visible_to
        assert moving in seen(cast.noor.acting(last))
        assert moving not in seen(cast.sem.acting(last))
        assert moving not in seen(cast.noor.acting(next_day))
        assert moving in seen(cast.sem.acting(next_day))

    def test_taken_back_it_can_be_told_anew(self, cast: Cast, moving, now):
        told = handing_over.hand_over(moving, by=cast.noor, at=now)
        told.withdraw(by=cast.noor.acting(now), at=now)
        assert JournalEntry.objects.latest("pk").verb == "transfer.withdrawn"
        assert (
            handing_over.hand_over(moving, must_know="Anders.", by=cast.noor, at=now).must_know == "Anders."
        )


class TestItIsRefused:
    def test_when_nobody_else_begins_or_that_is_long_ago(self, cast: Cast, trajectory, now):
        with pytest.raises(NotNow, match="Niemand anders"):
            handing_over.hand_over(trajectory, by=cast.noor, at=now)
        handing_over.change_officer(trajectory, cast.sem, since=day(now) + DAY, by=cast.fatima, at=now)
        late = now + DAY + LATELY
        assert handing_over.hand_over(trajectory, by=cast.sem, at=late)
        with pytest.raises(NotNow, match="Niemand anders"):
            handing_over.hand_over(trajectory, by=cast.sem, at=late + DAY)

    def test_when_the_coordinator_changed_her_mind(self, cast: Cast, moving, now):
        handing_over.change_officer(moving, cast.noor, since=day(now) + DAY, by=cast.fatima, at=now)
        with pytest.raises(NotNow, match="Niemand anders"):
            handing_over.hand_over(moving, by=cast.noor, at=now)

    @pytest.mark.parametrize("who", ["sem", "fatima", "bas"])
    def test_for_who_does_not_guide_him_now(self, cast: Cast, moving, now, who: str):
        told = handing_over.hand_over(moving, by=cast.noor, at=now)
        by = getattr(cast, who)
        with pytest.raises(NotAllowed):
            handing_over.hand_over(moving, by=by, at=now)
        with pytest.raises(NotAllowed):
            told.withdraw(by=by.acting(now), at=now)

    @pytest.mark.parametrize(
        ("told", "says", "field"),
        [
            ({"must_know": " "}, "Wat moet de nieuwe officier weten", "must_know"),
            ({"must_know": "a" * 1201}, "1200", "must_know"),
            ({"talk": ""}, "Kies een antwoord", "talk"),
            ({"talk": TransferTalk.WITHOUT_HIM}, "Waarom was hij er niet bij", "why_apart"),
            ({"why_apart": "Ziek."}, "Laat dit leeg", "why_apart"),
            ({"talk": TransferTalk.WITHOUT_HIM, "why_apart": "a" * 301}, "300", "why_apart"),
        ],
    )
    def test_what_cannot_be(self, cast: Cast, moving, now, told, says, field):
        with pytest.raises(NotValid, match=says) as refused:
            handing_over.hand_over(moving, by=cast.noor, at=now, **told)
        assert refused.value.field == field

    def test_a_day_that_has_not_been(self, cast: Cast, moving, now):
        with pytest.raises(NotValid) as refused:
            handing_over.hand_over(moving, happened_on=day(now) + DAY, by=cast.noor, at=now)
        assert refused.value.field == "happened_on"

    def test_what_is_not_on_the_list(self, cast: Cast, moving, now):
        with pytest.raises(NotNow, match="niet meer op de lijst"):
            handing_over.hand_over(moving, done=["dance"], by=cast.noor, at=now)

    @pytest.mark.parametrize(
        "told", [{"must_know": ""}, {"talk": "pigeon"}, {"talk": "without_him"}, {"why_apart": "Ziek."}]
    )
    def test_by_the_database_too(self, cast: Cast, moving, now, told):
        first = handing_over.hand_over(moving, by=cast.noor, at=now)
        fields = vars(first.account) | {"trajectory": moving, "period": first.period}
        with pytest.raises(IntegrityError), transaction.atomic():
            Transfer.objects.create(**(fields | told), **Transfer.stamp(by=cast.noor.acting(now), at=now))


def test_of_who_was_closed_nothing_is_told(cast: Cast, moving, now):

    endings.agree(endings.close(moving, by=cast.noor, at=now), by=cast.fatima, at=now)
    with pytest.raises(NotNow, match="afgerond"):
        handing_over.hand_over(moving, by=cast.noor, at=now)
