"""A sanction is open until somebody says that it is settled; how much may be unknown."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from regie.base.errors import NotValid
from regie.detention.enums import OpenSanctionKind
from regie.detention.models import OpenSanction
from tests.cast import TESTER
from tests.factories.detention import conditions_of, owe, told_around

TODAY = date(2026, 11, 18)
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


class TestItWorks:
    def test_how_much_and_as_of_when_may_be_unknown(self, jayden, now):
        sanction = owe(jayden, at=now, amount=None)
        assert (sanction.amount, sanction.as_of, sanction.source) == (None, None, "CJIB")

    def test_told_twice_is_once_also_on_another_day(self, jayden, now):
        assert owe(jayden, at=now) == owe(jayden, at=now + timedelta(days=1))

    def test_two_fines_stand_beside_each_other(self, jayden, now):
        both = [owe(jayden, at=now), owe(jayden, at=now, amount=90)]
        assert conditions_of(jayden, on=TODAY).all == both

    def test_it_stays_open_for_years(self, jayden, now):
        sanction = owe(jayden, at=now, as_of=BEFORE)
        assert conditions_of(jayden, on=date(2030, 1, 1)).all == [sanction]

    def test_what_is_paid_off_in_part_is_told_better(self, jayden, now):
        sanction = owe(jayden, at=now)
        better = sanction.correct(account=replace(sanction.account, amount=150), by=TESTER, at=now)
        assert told_around(jayden) == [better]

    def test_another_sanction_is_told_in_words(self, jayden, now):
        assert owe(jayden, at=now, kind=OpenSanctionKind.OTHER, amount=None, words="Leerstraf.")


class TestItIsRefusedWhenItCannotBe:
    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"amount": 0}, "amount"),
            ({"amount": 10_000_001}, "amount"),
            ({"kind": OpenSanctionKind.COMMUNITY_SERVICE, "amount": 1_001}, "amount"),
            ({"kind": OpenSanctionKind.OTHER, "words": "Leerstraf."}, "amount"),
            ({"kind": OpenSanctionKind.OTHER, "amount": None}, "words"),
            ({"as_of": AFTER}, "as_of"),
            ({"as_of": date(2004, 1, 1)}, "as_of"),
            ({"ended_on": AFTER}, "ended_on"),
            ({"as_of": TODAY, "ended_on": BEFORE}, "ended_on"),
        ],
    )
    def test_beside_what_cannot_be(self, jayden, now, told, field):
        with pytest.raises(NotValid) as refused:
            owe(jayden, at=now, **told)
        assert refused.value.field == field
        assert not OpenSanction.objects.exists()


@pytest.mark.parametrize(
    "told", [{"kind": "lashes"}, {"kind": "fine", "amount": 0}, {"kind": "other", "amount": 3}]
)
def test_the_database_holds_it_to(jayden, now, told):
    with pytest.raises(IntegrityError), transaction.atomic():
        OpenSanction.objects.create(
            person=jayden, happened_on=TODAY, **told, **OpenSanction.stamp(by=TESTER, at=now)
        )
