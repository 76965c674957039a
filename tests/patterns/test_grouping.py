"""The same thing stands in the way of several: it is told without names, and barriers are put under it by hand."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from regie.base.errors import NotNow, NotValid
from regie.patterns.models import Grouped, Pattern
from regie.patterns.rules import PatternAccount
from regie.privacy.models import JournalEntry
from tests.cast import Cast
from tests.factories import barriers


@pytest.fixture
def by(cast: Cast, now):
    return {"by": cast.noor.acting(now), "at": now}


@pytest.fixture
def barrier(trajectory, cast: Cast, now):
    return barriers.blocked(trajectory, by=cast.noor, at=now)


@pytest.fixture
def account(barrier):
    return PatternAccount(
        "Zonder adres geen pas", "De balie vraagt een adres.", barrier.kind, barrier.kind_title
    )


@pytest.fixture
def pattern(trajectory, account, by):
    return Pattern.tell(municipality=trajectory.municipality, account=account, **by)


class TestItWorks:
    def test_a_barrier_stands_under_it_and_by_itself_again(self, pattern, barrier, by):
        put = Grouped.put(barrier=barrier, pattern=pattern, **by)
        assert Grouped.put(barrier=barrier, pattern=pattern, **by) == put
        put.take_out(**by)
        assert not Grouped.objects.current().exists()
        assert Grouped.put(barrier=barrier, pattern=pattern, **by).ref == put.ref

    def test_told_better(self, pattern, account, by):
        better = pattern.correct(account=replace(account, title="Geen adres, geen pas"), **by)
        assert (better.ref, str(better)) == (pattern.ref, "Geen adres, geen pas")
        assert Pattern.objects.current().get() == better


class TestRefused:
    def test_under_one_pattern_at_a_time(self, trajectory, account, pattern, barrier, by):
        other = Pattern.tell(municipality=trajectory.municipality, account=replace(account, title="B"), **by)
        Grouped.put(barrier=barrier, pattern=pattern, **by)
        with pytest.raises(NotNow, match="Zonder adres geen pas"):
            Grouped.put(barrier=barrier, pattern=other, **by)

    def test_what_was_withdrawn(self, pattern, barrier, by):
        pattern.withdraw(**by)
        with pytest.raises(NotNow, match="patroon is ingetrokken"):
            Grouped.put(barrier=barrier, pattern=pattern, **by)

    def test_a_barrier_that_was_withdrawn(self, pattern, barrier, by):
        barrier.withdraw(**by)
        with pytest.raises(NotNow, match="barrière is ingetrokken"):
            Grouped.put(barrier=barrier, pattern=pattern, **by)

    @pytest.mark.parametrize("field", ["title", "words", "kind"])
    def test_what_is_missing(self, trajectory, account, by, field):
        with pytest.raises(NotValid) as refused:
            Pattern.tell(municipality=trajectory.municipality, account=replace(account, **{field: ""}), **by)
        assert refused.value.field == field


class TestTheRecord:
    def test_in_the_journal(self, pattern, barrier, by):
        Grouped.put(barrier=barrier, pattern=pattern, **by).take_out(**by)
        verbs = list(JournalEntry.objects.order_by("number").values_list("verb", flat=True))
        assert verbs[-3:] == ["pattern.told", "barrier.grouped", "barrier.ungrouped"]

    def test_the_database_keeps_one_of_a_barrier(self, pattern, barrier, trajectory, by):
        Grouped.put(barrier=barrier, pattern=pattern, **by)
        with pytest.raises(IntegrityError), transaction.atomic():
            Grouped.objects.create(
                trajectory=trajectory,
                barrier_ref=barrier.ref,
                pattern_ref=pattern.ref,
                happened_on=barrier.happened_on,
                **Grouped.stamp(**by),
            )
