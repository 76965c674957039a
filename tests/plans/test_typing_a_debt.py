"""Telling a debt on its pages: amounts as people type them, and nothing lost of what cannot be."""

import re
import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from django.test import Client
from django.urls import reverse

from regie.plans.enums import AmountAnswer, DebtState
from regie.plans.models import Debt, DebtReading, NoDebts
from regie.plans.queries import debts_of
from regie.plans.rules import NoDebtsAccount
from regie.ui.forms import EuroField
from tests.cast import Cast
from tests.factories import debts

TODAY = date(2026, 11, 18)


def sent(client: Client, debt_or_person: uuid.UUID, what: str, **typed: Any):
    return client.post(reverse(f"desk:{what}", args=[debt_or_person]), typed)


NEW = {
    "creditor": "CJIB",
    "happened_on": "18-11-2026",
    "kind": "fines",
    "threat": "unknown",
    "payment_plan": "unknown",
}


READ_AS = {
    "1234,56": "1234.56", "€ 1.234,56": "1234.56", "1234.56": "1234.56", "1.234": "1234", "12,-": "12", "0": "0",
    "12,5": "12.50", "€\u00a01.234.567,00": "1234567", "1500 euro": "1500", "EUR 15": "15",
}  # fmt: skip
NO_AMOUNT = {
    "1,234.56": "op twee manieren", "1,234": "op twee manieren", "-5": "nul of meer", "veel": "geen bedrag",
    "1,123456789012": "hoogstens twee cijfers", "10.000.000": "tien miljoen", "1.23.4": "geen bedrag",
    "١٢": "geen bedrag", "1e5": "geen bedrag", "NaN": "geen bedrag",
}  # fmt: skip


class TestThePage:
    def test_a_debt_is_told_and_read_and_ended(self, noor: Client, trajectory, now):
        person = trajectory.person.ref
        assert sent(noor, person, "tell_debt", **NEW, amount="€ 1.234,56").status_code == 302
        debt = Debt.objects.get()
        form = noor.get(reverse("desk:read_debt", args=[debt.ref])).content.decode()
        assert "1.234,56" in form  # what stands there, above the form
        told = {
            "happened_on": "18-11-2026",
            "threat": "eviction",
            "threat_on": "1-12-2036",
            "payment_plan": "none",
        }
        assert sent(noor, debt.ref, "read_debt", **told).status_code == 302
        form = noor.get(reverse("desk:read_debt", args=[debt.ref])).content.decode()
        assert 'value="01-12-2036"' in form  # what held stays, unless told otherwise
        assert sent(noor, debt.ref, "end_debt", state="paid", happened_on="18-11-2026").status_code == 302
        assert debts_of(trajectory).open == []

    def test_an_amount_as_people_type_it(self):
        for typed, read in READ_AS.items():
            assert EuroField().clean(typed) == Decimal(read)
        assert EuroField(required=False).clean(" € ") is None

    def test_an_amount_that_cannot_be_stays_typed(self, noor: Client, trajectory):
        for typed, says in NO_AMOUNT.items():
            html = sent(noor, trajectory.person.ref, "tell_debt", **NEW, amount=typed).content.decode()
            assert says in html, typed
            assert f'value="{typed}"' in html
        assert not Debt.objects.exists()

    def test_who_does_not_know_says_so(self, noor: Client, trajectory):
        sent(noor, trajectory.person.ref, "tell_debt", **NEW, amount_known="unknown")
        assert DebtReading.objects.get().amount_known == AmountAnswer.UNKNOWN
        sent(noor, trajectory.person.ref, "tell_debt", **NEW)
        assert DebtReading.objects.last().amount_known == AmountAnswer.NOT_ASKED

    def test_what_was_typed_before_can_be_chosen(self, cast: Cast, noor: Client, trajectory, now):
        debts.owe(trajectory, "<b>Bank</b>", by=cast.noor, at=now)
        html = noor.get(reverse("desk:tell_debt", args=[trajectory.person.ref])).content.decode()
        assert 'list="id_creditor_eerder"' in html
        assert '<option value="&lt;b&gt;Bank&lt;/b&gt;">' in html

    def test_an_ending_is_told_better_by_its_own_form(self, cast: Cast, noor: Client, trajectory, now):
        ended = debts.end(debts.owe(trajectory, by=cast.noor, at=now), by=cast.noor, at=now)
        url = reverse("desk:correct_debtreading", args=[ended.ref])
        assert 'name="amount"' not in noor.get(url).content.decode()
        typed = {"state": "remitted", "happened_on": "18-11-2026", "seen": ended.pk}
        assert noor.post(url, typed).status_code == 302
        assert [line.now.state for line in debts_of(trajectory).over if line.now] == [DebtState.REMITTED]

    def test_a_reading_is_told_better_and_taken_back(self, cast: Cast, noor: Client, trajectory, now):
        debts.owe(trajectory, amount="500", by=cast.noor, at=now)
        first = DebtReading.objects.get()
        url = reverse("desk:correct_debtreading", args=[first.ref])
        html = noor.get(url).content.decode()
        assert 'value="500,00"' in html
        assert re.search(r'value="not_asked"[^>]*checked', html)
        assert 'name="state"' not in html
        plain = {"happened_on": "18-11-2026", "threat": "none", "payment_plan": "none", "amount": "50"}
        assert noor.post(url, plain).status_code == 302
        assert debts_of(trajectory).total.amount == 50
        noor.post(reverse("desk:withdraw_debtreading", args=[first.ref]))
        assert debts_of(trajectory).total.known == 0

    def test_the_name_is_told_better_without_how_it_stands(self, cast: Cast, noor: Client, trajectory, now):
        debt = debts.owe(trajectory, "CJBI", "5", by=cast.noor, at=now)
        url = reverse("desk:correct_debt", args=[debt.ref])
        html = noor.get(url).content.decode()
        assert 'name="amount"' not in html
        assert 'name="threat"' not in html
        assert noor.post(url, {"creditor": "CJIB", "kind": "fines", "reference": "K-1"}).status_code == 302
        (line,) = debts_of(trajectory).lines
        assert (line.debt.creditor, line.debt.happened_on, line.owed.amount) == ("CJIB", TODAY, 5)

    def test_that_he_has_none(self, noor: Client, trajectory):
        sent(noor, trajectory.person.ref, "tell_nodebts", happened_on="18-11-2026")
        assert NoDebts.objects.get().account == NoDebtsAccount(TODAY)
