"""The officer tells what he owes, how it stands since, and that it is over; tells it better, or takes it back."""

import uuid
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.desk.pages.debt_words import name_of
from regie.plans.enums import AmountAnswer, DebtKind, DebtsKnown, DebtState, DebtThreat, PaymentPlan
from regie.plans.models import Debt, DebtReading, NoDebts
from regie.plans.queries import creditors_of, debt_line, debts_known, debts_of
from regie.plans.rules import DebtAccount, Owed, ReadingAccount
from regie.privacy.models import JournalEntry
from tests.cast import Cast
from tests.factories import debts

TODAY = date(2026, 11, 18)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
MARCH = date(2026, 3, 3)
DAY = timedelta(days=1)


def journalled(verb: str) -> int:
    return JournalEntry.objects.filter(verb=verb).count()


class TestItWorks:
    def test_a_debt_is_told_with_how_it_stands(self, cast: Cast, trajectory, now):
        debt = debts.owe(trajectory, "CJIB", "1234.56", by=cast.noor, at=now, reference="K-1")
        (line,) = debts_of(trajectory).lines
        assert (line.debt, line.debt.reference, line.is_open) == (debt, "K-1", True)
        assert line.owed == Owed(Decimal("1234.56"), TODAY)
        assert (journalled("debt.told"), journalled("debt_reading.told")) == (1, 1)

    def test_a_new_amount_is_a_new_fact_and_the_old_one_stays(self, cast: Cast, trajectory, now):
        debt = debts.owe(trajectory, amount="500", by=cast.noor, at=now, on=MARCH)
        debts.read(debt, "450", by=cast.noor, at=now + DAY)
        line = debt_line(debt)
        assert [(one.amount, one.happened_on) for one in line.readings] == [(500, MARCH), (450, TOMORROW)]
        assert line.owed.amount == 450
        (then,) = debts_of(trajectory, as_known=TODAY).lines
        assert then.owed.amount == 500

    def test_a_wrong_amount_is_told_better_and_can_be_read_back(self, cast: Cast, trajectory, now):
        debts.owe(trajectory, amount="500", by=cast.noor, at=now)
        first = DebtReading.objects.get()
        account, tomorrow = replace(first.account, amount=Decimal("50")), now + DAY
        better = first.correct(account=account, by=cast.noor.acting(tomorrow), at=tomorrow)
        assert debts_of(trajectory).total.amount == 50
        assert debts_of(trajectory, as_known=TODAY).total.amount == 500
        assert (better.ref, journalled("debt_reading.corrected")) == (first.ref, 1)

    def test_of_many_debts_the_reading_of_each_holds(self, cast: Cast, trajectory, now):
        one, two = (debts.owe(trajectory, name, "10", by=cast.noor, at=now) for name in ("A", "B"))
        debts.read(one, "20", by=cast.noor, at=now)
        debts.read(two, "5", by=cast.noor, at=now, on=YESTERDAY)  # an older letter that came later
        assert {line.debt.creditor: line.owed.amount for line in debts_of(trajectory).lines} == {
            "A": 20,
            "B": 10,
        }

    def test_the_name_told_better_keeps_its_readings(self, cast: Cast, trajectory, now):
        debt = debts.owe(trajectory, "Woningstichting", "5", by=cast.noor, at=now)
        account = replace(debt.account, creditor="Wonen Limburg")
        debt.correct(account=account, by=cast.noor.acting(now), at=now)
        (line,) = debts_of(trajectory).lines
        assert (line.debt.creditor, line.owed.amount) == ("Wonen Limburg", 5)
        assert debts.read(line.debt, "6", by=cast.noor, at=now).debt == line.debt
        assert len(debt_line(line.debt).readings) == 2
        assert creditors_of(trajectory) == ["Wonen Limburg"]

    def test_it_is_over_and_why(self, cast: Cast, trajectory, now):
        for state in [state for state in DebtState if state is not DebtState.OPEN]:
            debt = debts.owe(trajectory, amount="500", by=cast.noor, at=now, on=MARCH)
            debts.end(debt, state, by=cast.noor, at=now)
        told = debts_of(trajectory)
        assert (told.open, told.total.amount) == ([], 0)
        assert {line.now.state for line in told.over if line.now} == set(DebtState) - {DebtState.OPEN}
        assert debts_of(trajectory, as_known=YESTERDAY).lines == []

    def test_what_came_back_is_open_again(self, cast: Cast, trajectory, now):
        debt = debts.owe(trajectory, by=cast.noor, at=now, on=MARCH)
        debts.end(debt, by=cast.noor, at=now, on=YESTERDAY)
        debts.read(debt, "12", by=cast.noor, at=now)
        assert len(debts_of(trajectory).open) == 1

    def test_taken_back_its_readings_go_with_it(self, cast: Cast, trajectory, now):
        debt = debts.owe(trajectory, amount="5", by=cast.noor, at=now)
        other = debts.owe(trajectory, "Een ander", "7", by=cast.noor, at=now)
        debt.withdraw(by=cast.noor.acting(now), at=now)
        assert [line.debt for line in debts_of(trajectory).lines] == [other]
        assert DebtReading.objects.current().count() == 1
        assert journalled("debt.withdrawn") == 1
        with pytest.raises(NotNow, match="intussen ingetrokken"):
            debts.read(debt, "6", by=cast.noor, at=now)
        with pytest.raises(NotNow):
            debt.withdraw(by=cast.noor.acting(now), at=now)
        for who_may in (
            lambda: debts.read(debt, by=cast.sem, at=now),
            lambda: debts.end(debt, by=cast.sem, at=now),
        ):
            with pytest.raises(NotAllowed):  # before it says what happened to it
                who_may()
        with pytest.raises(NotAllowed):
            debt.withdraw(by=cast.sem.acting(now), at=now)


class TestToldTwiceIsOnce:
    def test_one_sending_makes_one_debt_with_one_reading(self, cast: Cast, trajectory, now):
        sending: dict[str, Any] = {"submission": uuid.uuid4(), "by": cast.noor.acting(now), "at": now}
        account, reading = DebtAccount(TODAY, "CJIB"), debts.reading(TODAY, "5")
        first, second = (
            Debt.tell(trajectory=trajectory, account=account, reading=reading, **sending) for _ in range(2)
        )
        assert first == second
        assert DebtReading.objects.get().debt == first

    def test_the_same_reading_of_the_same_day(self, cast: Cast, trajectory, now):
        debt = debts.owe(trajectory, amount="5", by=cast.noor, at=now)
        assert debts.read(debt, "5", by=cast.noor, at=now + DAY, on=TODAY) == DebtReading.objects.get()
        assert journalled("debt_reading.told") == 1

    def test_two_debts_with_one_reference_may_stand_there(self, cast: Cast, trajectory, now):
        for _ in range(2):
            debts.owe(trajectory, "CJIB", "5", by=cast.noor, at=now, reference="K-1")
        assert debts_of(trajectory).total.amount == 10


class TestNoDebts:
    def test_none_told_none_at_all_and_unknown_are_three_things(self, cast: Cast, trajectory, now):
        assert debts_known(trajectory) is DebtsKnown.UNKNOWN
        none = debts.owes_nothing(trajectory, by=cast.noor, at=now)
        assert debts_known(trajectory) is DebtsKnown.NONE
        assert debts.owes_nothing(trajectory, by=cast.noor, at=now) == none
        debt = debts.owe(trajectory, by=cast.noor, at=now + DAY, on=TODAY)  # that same day, as it turned out
        assert debts_known(trajectory) is DebtsKnown.TOLD
        assert debts_known(trajectory, as_known=TODAY) is DebtsKnown.NONE
        debts.end(debt, by=cast.noor, at=now + DAY)
        assert debts_known(trajectory) is DebtsKnown.TOLD  # what he said before it, says nothing any more
        debts.owes_nothing(trajectory, by=cast.noor, at=now + 2 * DAY)
        assert debts_known(trajectory) is DebtsKnown.NONE
        assert journalled("no_debts.told") == 2

    def test_not_while_one_is_open(self, cast: Cast, trajectory, now):
        debts.owe(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotNow, match="nog een schuld open"):
            debts.owes_nothing(trajectory, by=cast.noor, at=now)
        DebtReading.objects.get().withdraw(by=cast.noor.acting(now), at=now)
        with pytest.raises(NotNow):  # of which nobody tells any more how it stands
            debts.owes_nothing(trajectory, by=cast.noor, at=now)

    def test_not_of_a_day_that_has_not_been(self, cast: Cast, trajectory, now):
        with pytest.raises(NotValid) as refused:
            debts.owes_nothing(trajectory, by=cast.noor, at=now, on=TOMORROW)
        assert refused.value.field == "happened_on"


class TestItIsRefusedForTheWrongPerson:
    @pytest.mark.parametrize("who", ["sem", "fatima", "wil", "ada", "bas"])
    def test_only_the_officer_who_guides_him(self, cast: Cast, trajectory, now, who: str):
        debt, other = debts.owe(trajectory, by=cast.noor, at=now), getattr(cast, who)
        by: dict[str, Any] = {"by": other.acting(now), "at": now}
        reading = DebtReading.objects.get()
        for refused in (
            lambda: debts.owe(trajectory, by=other, at=now),
            lambda: debts.read(debt, "5", by=other, at=now),
            lambda: debt.end(account=debts.reading(TODAY), **by),  # before it says what is wrong with it
            lambda: debt.withdraw(**by),
            lambda: debt.correct(account=DebtAccount(TODAY, "Een ander"), **by),
            lambda: reading.correct(account=debts.reading(YESTERDAY), **by),
            lambda: reading.withdraw(**by),
            lambda: debts.owes_nothing(trajectory, by=other, at=now),
        ):
            with pytest.raises(NotAllowed):
                refused()
        assert (Debt.objects.count(), DebtReading.objects.count(), NoDebts.objects.count()) == (1, 1, 0)


BAD: list[tuple[dict[str, Any], str]] = [
    ({"amount": Decimal("-1"), "amount_known": AmountAnswer.KNOWN}, "amount"),
    ({"amount": Decimal("1.234"), "amount_known": AmountAnswer.KNOWN}, "amount"),
    ({"amount": Decimal("10000000"), "amount_known": AmountAnswer.KNOWN}, "amount"),
    ({"amount": Decimal("NaN"), "amount_known": AmountAnswer.KNOWN}, "amount"),
    ({"amount_known": AmountAnswer.KNOWN}, "amount"),
    ({"amount": Decimal("5")}, "amount"),
    ({"happened_on": TOMORROW}, "happened_on"),
    ({"happened_on": date(2005, 4, 17)}, "happened_on"),
    ({"monthly": Decimal("5")}, "monthly"),
    ({"monthly": Decimal("-5"), "payment_plan": PaymentPlan.AGREED}, "monthly"),
    ({"plan_since": MARCH, "payment_plan": PaymentPlan.ASKED}, "plan_since"),
    ({"plan_since": TOMORROW, "payment_plan": PaymentPlan.AGREED}, "plan_since"),
    ({"threat_on": TOMORROW}, "threat_on"),
    ({"threat_on": YESTERDAY, "threat": DebtThreat.EVICTION}, "threat_on"),
    ({"next_payment": "x" * 201}, "next_payment"),
    ({"administrator": "x" * 201}, "administrator"),
    ({"state": DebtState.PAID}, "state"),
]


class TestWhatCannotBe:
    def test_is_refused_beside_its_field(self, cast: Cast, trajectory, now):
        debt, fields = debts.owe(trajectory, by=cast.noor, at=now), []
        for told, _ in BAD:
            account = ReadingAccount(**{"happened_on": TODAY} | told)
            with pytest.raises(NotValid) as refused:
                debt.read(account=account, by=cast.noor.acting(now), at=now)
            fields.append((told, refused.value.field))
        assert fields == BAD

    def test_of_the_debt_itself(self, cast: Cast, trajectory, now):
        bad: list[tuple[dict[str, Any], str]] = [
            ({"creditor": " "}, "creditor"),
            ({"creditor": "x" * 121}, "creditor"),
            ({"reference": "x" * 61}, "reference"),
            ({"on": TOMORROW}, "happened_on"),
        ]
        for told, field in bad:
            with pytest.raises(NotValid) as refused:
                debts.owe(trajectory, by=cast.noor, at=now, **told)
            assert refused.value.field == field
        debt = debts.owe(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotValid, match="nog niet geweest"):
            debt.correct(account=DebtAccount(TOMORROW, "CJIB"), by=cast.noor.acting(now), at=now)

    def test_an_ending_ends_something(self, cast: Cast, trajectory, now):
        debt = debts.owe(trajectory, by=cast.noor, at=now)
        with pytest.raises(NotValid, match="waarom de schuld voorbij is"):
            debts.end(debt, DebtState.OPEN, by=cast.noor, at=now)

    def test_an_agreed_plan_of_which_nobody_knows_the_amount_can_be(self, cast: Cast, trajectory, now):
        debt = debts.owe(trajectory, by=cast.noor, at=now, payment_plan=PaymentPlan.AGREED)
        assert debt_line(debt).readings[0].monthly is None


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        "wrong",
        [
            {"amount": None},
            {"amount_known": "unknown"},
            {"amount": -1},
            {"monthly": -1},
            {"payment_plan": "none"},
            {"threat": "none"},
            {"threat_on": YESTERDAY},
            {"state": "paid"},
        ],
    )
    def test_one_reading(self, cast: Cast, trajectory, now, wrong: dict[str, Any]):
        debt = debts.owe(trajectory, by=cast.noor, at=now)
        good = debt.read(account=debts.full(TODAY, TOMORROW), by=cast.noor.acting(now), at=now)
        same = {
            field.attname: getattr(good, field.attname)
            for field in good._meta.concrete_fields
            if field.name != "id"
        }
        with pytest.raises(IntegrityError), transaction.atomic():
            DebtReading.objects.create(**same | {"ref": uuid.uuid4()} | wrong)

    def test_a_creditor(self, trajectory, cast: Cast, now):
        with pytest.raises(IntegrityError), transaction.atomic():
            stamp = Debt.stamp(by=cast.noor.acting(now), at=now)
            Debt.objects.create(trajectory=trajectory, happened_on=TODAY, creditor="", kind="rent", **stamp)


def test_a_creditor_that_is_called_as_his_kind_is_named_once(cast: Cast, trajectory, now):
    told = {"by": cast.noor, "at": now, "kind": DebtKind.FINES}
    assert name_of(debts.owe(trajectory, "cjib", "5", **told)) == "cjib"
    assert name_of(debts.owe(trajectory, "Incassobureau", "5", **told)) == "Incassobureau (CJIB)"
