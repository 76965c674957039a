"""A planned result names by which indicators it is measured, and says how it stands with each, inside and for everyone."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from regie.accounts.enums import Role
from regie.accounts.models import User
from regie.base.errors import NotValid
from regie.indicators.actions import load_indicators
from regie.indicators.models import Definition, Indicator
from regie.programme.models import Block, Intervention
from regie.programme.queries import content_of
from regie.programme.rules import BlockAccount, standing
from regie.programme.rules.results import Figure, MeasuredBy, Result
from tests.cast import TESTER, Cast, employ, sign_in
from tests.factories import measures, programme
from tests.programme.test_writing_a_block import page_of, sent

SHIPPED = Path(__file__).resolve().parents[2] / "indicators"
RESULT = "Meer jongeren hebben een rekening."
STANDS = (
    "Jongeren met een rekening. 17,4% over 2023 (uitgave 2024). Nederland: 16,9% over 2023 (uitgave mei 2024). "
    "Naast Nederland: niet te onderscheiden."
)


def observe(one: Definition, cast: Cast, now, value: str, low: str = "", high: str = "", **told: Any) -> None:
    limits = {"low": Decimal(low), "high": Decimal(high)} if low else {}
    told = {"period": "2023", "value": Decimal(value)} | limits | told
    measures.observe(one, cast, told=measures.account(**told), at=now)


def promise(plan: Intervention, *named: Definition, by: User, at) -> Block:
    """A result that is measured by these."""
    refs = tuple(str(one.indicator.ref) for one in named)
    return programme.write(plan, "result", RESULT, indicators=refs, by=by, at=at)


class TestWhatIsShipped:
    def test_the_page_of_a_newcomer_says_it_by_the_shipped_indicator(self, cast: Cast, rosa: User, now):
        for name in ("national", "sittard-geleen"):
            load_indicators((SHIPPED / f"{name}.yaml").read_text(), by=TESTER, at=now)
        plan = programme.begin(cast, by=rosa, at=now)
        shipped = Indicator.objects.get(code="mule_victims")
        block = Block.objects.get(intervention=plan, kind="result")
        assert block.indicators == [str(shipped.ref)]
        page = page_of(sign_in(rosa), plan)
        assert page.count("Niet meetbaar: definitie ontbreekt.") == 1
        assert f'href="/indicatoren/{shipped.ref}/"' in page
        measures.define(shipped, cast, at=now)
        page = page_of(sign_in(rosa), plan)
        assert "Niet meetbaar" not in page
        assert "Nog geen cijfer. Nederland: niet bekend. Naast Nederland: onbekend." in page

    def test_where_it_is_not_loaded_the_page_says_it_by_itself(self, plan: Intervention, hers: Client):
        assert Block.objects.get(kind="result").indicators == []
        assert "Niet meetbaar: definitie ontbreekt." in page_of(hers, plan)

    def test_the_indicator_of_another_municipality_is_not_named(self, cast: Cast, now):
        load_indicators((SHIPPED / "national.yaml").read_text(), by=TESTER, at=now)
        load_indicators((SHIPPED / "sittard-geleen.yaml").read_text(), by=TESTER, at=now)
        there = employ("Loek", Role.PROGRAMME_MANAGER, cast.elsewhere, at=now)
        programme.begin_as_shipped(
            programme.shipped_outline("rio"), municipality=cast.elsewhere, by=there.acting(now), at=now
        )
        assert Block.objects.get(kind="result").indicators == []


class TestChoosing:
    def test_a_result_names_it_and_the_page_says_how_it_stands(
        self, hers: Client, cast: Cast, plan: Intervention, counted: Definition
    ):
        block, ref = Block.objects.get(kind="result"), str(counted.indicator.ref)
        url = f"/programma/blokken/{block.ref}/"
        page = hers.post(url, sent(hers, url, text=RESULT, indicators=[ref]), follow=True).content.decode()
        assert STANDS in page
        assert f'<a href="/indicatoren/{ref}/">Bekijk de indicator' in page
        assert "Niet meetbaar" not in page
        assert STANDS in page_of(sign_in(cast.noor), plan)
        again = hers.get(url)
        assert again.context["form"]["indicators"].value() == (ref,)
        assert "Gemeten met: Jongeren met een rekening" in again.content.decode()

    def test_of_what_is_wrong_beside_it_the_choice_stays(
        self, hers: Client, plan: Intervention, one: Definition
    ):
        url, ref = f"/programma/{plan.ref}/blok/result/", str(one.indicator.ref)
        page = hers.post(url, sent(hers, url, text=" ", indicators=[ref])).content.decode()
        assert "Vul dit in." in page
        assert f'value="{ref}"' in page
        assert page.count("checked") == 1
        page = hers.post(url, sent(hers, url, text=RESULT, indicators=["iets"])).content.decode()
        assert "Deze indicator kennen we hier niet." in page
        assert RESULT in page

    def test_what_is_followed_no_more_is_offered_only_where_it_was_chosen(
        self, hers: Client, cast: Cast, plan: Intervention, counted: Definition, rosa: User, now
    ):
        block = promise(plan, counted, by=rosa, at=now)
        measures.end(counted.indicator, cast, at=now)
        assert "indicators" not in hers.get(f"/programma/{plan.ref}/blok/result/").context["form"].fields
        form = hers.get(f"/programma/blokken/{block.ref}/").context["form"]
        assert [name for _, name in form.fields["indicators"].choices] == ["Jongeren met een rekening"]
        assert "Niet meer gevolgd sinds" in page_of(hers, plan)

    def test_a_line_to_read_beside_is_not_offered(self, hers: Client, plan: Intervention, now):
        stamp = Indicator.stamp(by=TESTER, at=now)
        Indicator.objects.create(code="x", kind="reference", name="Recidive", **stamp)
        assert "Recidive" not in hers.get(f"/programma/{plan.ref}/blok/result/").content.decode()

    def test_another_block_or_an_unknown_one_is_refused(
        self, cast: Cast, plan: Intervention, one: Definition, rosa: User, now
    ):
        there = employ("Loek", Role.PROGRAMME_MANAGER, cast.elsewhere, at=now)
        elsewhere = measures.indicator(cast, "Daar", by=there, where=cast.elsewhere, at=now)
        for kind, ref in (("context", one.indicator.ref), ("result", elsewhere.ref), ("result", "iets")):
            with pytest.raises(NotValid) as refused:
                programme.write(plan, kind, RESULT, indicators=(str(ref),), by=rosa, at=now)
            assert refused.value.field == "indicators"

    def test_what_was_chosen_before_can_be_read_back(
        self, plan: Intervention, one: Definition, rosa: User, now
    ):
        block = promise(plan, one, by=rosa, at=now)
        block.correct(account=BlockAccount(RESULT), by=rosa.acting(now), at=now + timedelta(minutes=1))
        assert [len(each.indicators) for each in Block.objects.filter(ref=block.ref).order_by("pk")] == [1, 0]


class TestHowItStands:
    @pytest.mark.parametrize(
        ("value", "said"), [("12", "onder"), ("17", "niet te onderscheiden"), ("22", "boven")]
    )
    def test_by_the_stated_test(self, cast: Cast, plan: Intervention, one, rosa: User, now, value, said):
        observe(one, cast, now, value, str(Decimal(value) - 1), str(Decimal(value) + 1))
        observe(one, cast, now, "16.9", "16.7", "17.2", region="NL")
        promise(plan, one, by=rosa, at=now)
        assert f"Naast Nederland: {said}." in page_of(sign_in(rosa), plan)

    def test_the_last_period_and_of_that_the_edition_told_last(
        self, cast: Cast, plan: Intervention, counted, rosa: User, now
    ):
        observe(counted, cast, now, "11", period="2021")
        observe(counted, cast, now, "18", edition="2025", provisional=True)
        observe(counted, cast, now, "15", region="NL", period="2024")
        promise(plan, counted, by=rosa, at=now)
        page = page_of(sign_in(rosa), plan)
        assert "18% (voorlopig) over 2023 (uitgave 2025). Nederland: 16,9% over 2023" in page
        assert "Naast Nederland: onbekend." in page

    def test_of_another_count_the_older_figures_do_not_count(
        self, cast: Cast, plan: Intervention, counted, rosa: User, now
    ):
        later = {"since": now.date(), "difference": "Anders."}
        measures.define(counted.indicator, cast, seen=1, at=now, **later)
        promise(plan, counted, by=rosa, at=now)
        assert "Nog geen cijfer. Nederland: niet bekend." in page_of(sign_in(rosa), plan)

    def test_the_figure_of_another_municipality_is_not_ours(
        self, cast: Cast, plan: Intervention, one, rosa: User, now
    ):
        observe(one, cast, now, "17.4", region="GM0917")
        promise(plan, one, by=rosa, at=now)
        assert "Nog geen cijfer." in page_of(sign_in(rosa), plan)

    def test_its_name_is_said_unless_the_result_says_the_same(self):
        named = MeasuredBy("Een rekening", defined=False)
        full = "Een rekening. Niet meetbaar: definitie ontbreekt."
        same = Result("Een rekening.", indicators=(named,))
        assert standing(named, under=same) == "Niet meetbaar: definitie ontbreekt."
        assert standing(named, under=Result("Meer geld.", indicators=(named,))) == full
        assert standing(named, under=Result("Een rekening.", indicators=(named, named))) == full

    def test_however_many_are_named_it_takes_as_many_questions(
        self, cast: Cast, plan: Intervention, rosa: User, now
    ):
        numbers = []
        for number in (1, 4):
            named = [
                measures.define(measures.indicator(cast, f"Iets {number} {n}", at=now), cast, at=now)
                for n in range(number)
            ]
            promise(plan, *named, by=rosa, at=now)
            with CaptureQueriesContext(connection) as asked:
                content_of(plan, on=now.date(), smallest=0)
            numbers.append(len(asked))
        assert numbers[0] == numbers[1]


def test_a_figure_without_a_country_beside_it():
    one = MeasuredBy("Iets", defined=True, here=Figure("3", "2023", "2024"))
    assert standing(one, under=Result("", indicators=(one,))) == (
        "Iets. 3 over 2023 (uitgave 2024). Nederland: niet bekend. Naast Nederland: onbekend."
    )
