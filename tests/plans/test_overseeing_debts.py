"""His debts together: what threatens first, never a total that looks complete when it is not, and one sheet on paper."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from django.test import Client
from django.urls import reverse

from regie.plans.enums import AmountAnswer, DebtKind, DebtThreat
from regie.plans.models import DebtReading
from regie.plans.queries import debts_of
from regie.plans.rules import Owed, Total, total
from regie.privacy.models import AccessEntry
from regie.trajectories.enums import ApplicationKind, Threatened
from tests.cast import Cast
from tests.factories import debts, people

TODAY, MARCH = date(2026, 11, 18), date(2026, 3, 3)
DAY = timedelta(days=1)


def page(client: Client, trajectory, what: str = "debts") -> str:
    return client.get(reverse(f"desk:{what}", args=[trajectory.person.ref])).content.decode()


def several(cast: Cast, trajectory, now) -> None:
    """Four debts: of two the amount is known, of one it is not, of one nobody asked; one more is over."""
    debts.owe(
        trajectory, "CJIB", "3000", by=cast.noor, at=now, on=MARCH, kind=DebtKind.FINES, reference="K-1"
    )
    debts.owe(trajectory, "Zilveren Kruis", "412.50", by=cast.noor, at=now)
    debts.owe(trajectory, "DUO", by=cast.noor, at=now, amount_known=AmountAnswer.UNKNOWN)
    debts.evicted_on(trajectory, TODAY + 9 * DAY, by=cast.noor, at=now)
    debts.end(debts.owe(trajectory, "Bank", "999", by=cast.noor, at=now), by=cast.noor, at=now)


class TestTogether:
    def test_is_exact_and_says_what_it_leaves_out(self):
        owed = [Owed(Decimal("0.10"), TODAY), Owed(Decimal("0.20"), MARCH), Owed(None)]
        assert total(owed) == Total(Decimal("0.30"), 2, 1, MARCH)
        assert total([]) == Total(Decimal("0.00"), 0, 0, None)
        assert total([Owed(None), Owed(None)]).unknown == 2

    def test_what_threatens_stands_first_the_soonest_on_top(self, cast: Cast, trajectory, now):
        debts.owe(trajectory, "Aa", "5", by=cast.noor, at=now)
        debts.owe(trajectory, "Beslag", by=cast.noor, at=now, threat=DebtThreat.SEIZURE)
        debts.evicted_on(trajectory, TODAY + 9 * DAY, creditor="Later", by=cast.noor, at=now)
        debts.evicted_on(trajectory, TODAY + DAY, creditor="Eerst", by=cast.noor, at=now)
        names = [line.debt.creditor for line in debts_of(trajectory).lines]
        assert names == ["Eerst", "Later", "Beslag", "Aa"]

    def test_who_told_a_threat_asked_no_amount_the_one_before_still_counts(self, cast: Cast, trajectory, now):
        debt = debts.owe(trajectory, amount="500", by=cast.noor, at=now, on=MARCH)
        debts.read(debt, by=cast.noor, at=now, threat=DebtThreat.SEIZURE)
        (line,) = debts_of(trajectory).lines
        assert (line.threatens, line.owed) == (True, Owed(Decimal("500"), MARCH))
        debts.read(debt, by=cast.noor, at=now + DAY, amount_known=AmountAnswer.UNKNOWN)
        assert debts_of(trajectory).total == Total(Decimal("0.00"), 0, 1, None)

    def test_without_a_reading_it_is_open_and_nobody_knows_how_much(
        self, cast: Cast, noor: Client, trajectory, now
    ):
        debts.owe(trajectory, amount="500", by=cast.noor, at=now)
        DebtReading.objects.get().withdraw(by=cast.noor.acting(now), at=now)
        assert debts_of(trajectory).total.unknown == 1
        for what in ("debts", "debt_overview", "plan"):
            assert "Van 1 schuld is het bedrag niet bekend." in page(noor, trajectory, what)


class TestThePage:
    def test_says_it_all(self, cast: Cast, noor: Client, trajectory, now):
        several(cast, trajectory, now)
        html = page(noor, trajectory)
        assert "€ 3.412,50 aan 2 schulden. Van 2 schulden is het bedrag niet bekend." in html
        assert "Het oudste bedrag is van 3 maart 2026." in html
        assert "Woningcorporatie: Huisuitzetting dreigt op 27 november 2026." in html
        assert "Het bedrag is nagevraagd, maar niet bekend." in html
        assert "Naar het bedrag is nog niet gevraagd." in html
        assert "Betaald, op 18 november 2026" in html
        assert "Of er iets dreigt, weten we niet." in html
        assert html.index("Huisuitzetting") < html.index("CJIB")

    def test_when_nothing_was_told_and_when_he_has_none(self, cast: Cast, noor: Client, trajectory, now):
        assert "Nog niet gevraagd." in page(noor, trajectory)
        assert "Nog niet gevraagd." in page(noor, trajectory, "plan")
        assert "Nog niet bekend." in page(noor, trajectory, "debt_overview")
        debts.owes_nothing(trajectory, by=cast.noor, at=now)
        for what in ("debts", "plan", "debt_overview"):
            assert "Dat zei hij op 18 november 2026" in page(noor, trajectory, what)

    def test_a_debt_that_stands_there_twice_is_said(self, cast: Cast, noor: Client, trajectory, now):
        debts.owe(trajectory, "CJIB", "5", by=cast.noor, at=now, reference="K-1")
        assert "twee keer" not in page(noor, trajectory)
        debts.owe(trajectory, "cjib", "5", by=cast.noor, at=now, reference="k-1")
        assert page(noor, trajectory).count("twee keer") == 2

    def test_what_stands_elsewhere_is_shown_and_not_told_again(
        self, cast: Cast, noor: Client, trajectory, now
    ):
        people.situate(trajectory, by=cast.noor, at=now)
        people.ask(trajectory, ApplicationKind.DEBT_HELP, by=cast.noor, at=now, threatened=Threatened.YES)
        html = page(noor, trajectory)
        assert "Schuldhulpverlening" in html
        assert "Uitkering" in html
        assert reverse("desk:conditions", args=[trajectory.person.ref]) in html

    def test_markup_is_text(self, cast: Cast, noor: Client, trajectory, now):
        debts.owe(trajectory, "<script>alert(1)</script>", "5", by=cast.noor, at=now)
        for what in ("debts", "plan", "debt_overview"):
            html = page(noor, trajectory, what)
            assert "<script>alert(1)" not in html

    def test_how_one_debt_went(self, cast: Cast, noor: Client, fatima: Client, bas: Client, trajectory, now):
        debt = debts.owe(trajectory, amount="500", by=cast.noor, at=now, on=MARCH)
        debts.read(debt, "450", by=cast.noor, at=now)
        url = reverse("desk:debt", args=[debt.ref])
        html = noor.get(url).content.decode()
        assert html.index("€ 450,00 op 18 november 2026") < html.index("€ 500,00 op 3 maart 2026")
        assert "Intrekken" not in fatima.get(url).content.decode()
        assert bas.get(url).status_code in (403, 404)

    def test_the_card_on_his_plan_says_what_threatens_and_how_much(
        self, cast: Cast, noor: Client, trajectory, now
    ):
        several(cast, trajectory, now)
        html = page(noor, trajectory, "plan")
        assert "Huisuitzetting dreigt op 27 november 2026" in html
        assert "€ 3.412,50 aan 2 schulden. Van 2 schulden is het bedrag niet bekend." in html
        assert "Zilveren Kruis" not in html
        assert reverse("desk:debts", args=[trajectory.person.ref]) in html


class TestOnPaper:
    def test_it_says_who_what_how_much_when_and_by_whom(self, cast: Cast, noor: Client, trajectory, now):
        several(cast, trajectory, now)
        full = debts.full(TODAY, TODAY + DAY)
        debt = debts.owe(trajectory, "Telefoon BV", by=cast.noor, at=now)
        debt.read(account=replace(full, amount=Decimal("1")), by=cast.noor.acting(now), at=now)
        html = page(noor, trajectory, "debt_overview")
        for words in (
            "Jayden Muller", "17 april 2005", "K-1", "€ 3.000,00 op 3 maart 2026", "€ 1,00 op 18 november 2026",
            "Regeling: € 25,00 per maand sinds 18 november 2026", "Beheer: Bewindvoerder Jansen", "Rond de 25e",
            "€ 3.413,50 aan 3 schulden. Van 2 schulden is het bedrag niet bekend.", "door Noor",
        ):  # fmt: skip
            assert words in html, words
        assert "Bank" not in html.split("<table")[1].split("</table>")[0]

    def test_reading_it_is_written_down(self, noor: Client, trajectory):
        page(noor, trajectory, "debt_overview")
        assert AccessEntry.objects.filter(subject=trajectory.person.ref, page="desk:debt_overview").exists()

    def test_who_hands_it_over_says_to_whom(self, noor: Client, fatima: Client, trajectory):
        way = f"{reverse('desk:tell_disclosure', args=[trajectory.person.ref])}?over=schulden"
        assert way in page(noor, trajectory, "debt_overview")
        assert way not in page(fatima, trajectory, "debt_overview")
        html = noor.get(way).content.decode()
        assert "Overzicht van zijn schulden." in html
        assert 'value="debts"' in html.split("checked")[0].rsplit("<input", 1)[1]
        assert (
            "Overzicht van zijn schulden." not in noor.get(way.replace("schulden", "iets")).content.decode()
        )
