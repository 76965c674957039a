"""A municipality beside the country: onder, niet te onderscheiden, boven or onbekend, by a stated test and in words only."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from regie.figures.enums import ComparedBy, Comparison
from regie.indicators.models import Indicator
from regie.indicators.rules import beside_nation
from tests.factories.measures import account, define, indicator, observe
from tests.indicators.test_loading_what_is_shipped import SHIPPED, load

# What says that one thing came of another; nobody knows that from these figures.
CAUSE = re.compile(
    r"dankzij|\beffect|door de (RIO|officier|aanpak|begeleiding)|leidt tot|zorgt voor|\bresulteert|helpt tegen",
    re.I,
)


def published(value: str, low: str, high: str, **said):
    return account(value=Decimal(value), low=Decimal(low), high=Decimal(high), **said)


def counts(numerator: int, denominator: int, **said):
    return account(value=None, numerator=numerator, denominator=denominator, **said)


NATION = published("16.9", "16.7", "17.2")


class TestTheTest:
    @pytest.mark.parametrize(
        ("ours", "nation", "answer", "by"),
        [
            (published("12", "10", "14"), NATION, Comparison.BELOW, ComparedBy.OVERLAP),
            (published("17.4", "14.9", "20.1"), NATION, Comparison.ALIKE, ComparedBy.OVERLAP),
            (published("22", "20", "24"), NATION, Comparison.ABOVE, ComparedBy.OVERLAP),
            (counts(9, 1000), counts(40_000, 1_000_000), Comparison.BELOW, ComparedBy.RATIO),
            (counts(4, 100), counts(40_000, 1_000_000), Comparison.ALIKE, ComparedBy.RATIO),
            (counts(90, 1000), counts(40_000, 1_000_000), Comparison.ABOVE, ComparedBy.RATIO),
            (counts(10, 200), NATION, Comparison.BELOW, ComparedBy.OVERLAP),
            (account(value=Decimal(5)), NATION, Comparison.UNKNOWN, ComparedBy.NOTHING),
            (NATION, account(value=Decimal(5)), Comparison.UNKNOWN, ComparedBy.NOTHING),
            (account(value=None), NATION, Comparison.UNKNOWN, ComparedBy.NOTHING),
            (counts(90, 1000), counts(40, 1000), Comparison.UNKNOWN, ComparedBy.NOTHING),
            (None, NATION, Comparison.UNKNOWN, ComparedBy.NOTHING),
            (NATION, None, Comparison.UNKNOWN, ComparedBy.NOTHING),
        ],
    )
    def test_what_is_known_and_by_which_test(self, ours, nation, answer, by):
        found = beside_nation(ours, nation, unit="percent")
        assert (found.answer, found.by) == (answer, by)

    def test_a_number_grows_with_the_municipality_and_is_never_compared(self):
        assert beside_nation(published("5", "4", "6"), NATION, unit="number").answer is Comparison.UNKNOWN


@pytest.fixture
def definition(cast, now):
    """What is counted."""
    return define(indicator(cast, at=now), cast, at=now)


def page(client, definition) -> str:
    return client.get(reverse("office:indicator", args=[definition.indicator.ref])).content.decode()


class TestThePage:
    def test_says_it_in_words_with_the_test(self, noor, cast, now, definition):
        observe(definition, cast, at=now, told=published("17.4", "14.9", "20.1"))
        observe(definition, cast, at=now, told=published("16.9", "16.7", "17.2", region="NL"))
        observe(definition, cast, at=now, told=account("2021", value=Decimal(12)))
        text = page(noor, definition)
        for words in (
            "Naast Nederland",
            "Niet te onderscheiden",
            "raken ze elkaar, dan is er geen verschil te zien",
        ):
            assert words in text, words
        assert "Onbekend" in text
        assert "Er is te weinig bekend om te vergelijken" in text

    @pytest.mark.parametrize(
        ("value", "said"), [("12", "Onder het landelijke cijfer"), ("22", "Boven het landelijke cijfer")]
    )
    def test_below_and_above_say_of_what(self, noor, cast, now, definition, value, said):
        low, high = Decimal(value) - 1, Decimal(value) + 1
        observe(definition, cast, at=now, told=published(value, str(low), str(high)))
        observe(definition, cast, at=now, told=published("16.9", "16.7", "17.2", region="NL"))
        assert said in page(noor, definition)

    def test_of_several_editions_the_last_one_told_counts(self, noor, cast, now, definition):
        observe(definition, cast, at=now, told=published("12", "11", "13", edition="2024"))
        observe(definition, cast, at=now, told=published("17", "16", "18", edition="2025"))
        observe(definition, cast, at=now, told=published("16.9", "16.7", "17.2", region="NL"))
        text = page(noor, definition)
        assert "Niet te onderscheiden" in text
        assert "Onder het landelijke cijfer" not in text

    def test_year_after_year_with_its_break_and_what_is_provisional(self, noor, cast, now, definition):
        for year in ("2021", "2022"):
            observe(definition, cast, at=now, told=published("12", "11", "13", period=year))
        later = define(
            definition.indicator,
            cast,
            at=now,
            seen=1,
            since=date(2023, 1, 1),
            difference="Ook meldingen via internet.",
        )
        observe(later, cast, at=now, told=published("18", "16", "20", period="2023", provisional=True))
        text = page(noor, definition)
        for words in (
            "Jaar na jaar",
            "Streep 1: Ook meldingen via internet.",
            "Breuk: Ook meldingen",
            "zegt niet waardoor",
            "2023*",
        ):
            assert words in text, words

    def test_one_year_is_no_series(self, noor, cast, now, definition):
        observe(definition, cast, at=now)
        assert "Jaar na jaar" not in page(noor, definition)

    def test_between_other_areas_when_they_are_there_with_counts(self, noor, cast, now, definition):
        for region, some, whole in (
            ("GM1883", 9, 300),
            ("NL", 40_000, 1_000_000),
            ("GM0917", 20, 400),
            ("GM0935", 22, 500),
        ):
            observe(definition, cast, at=now, told=counts(some, whole, region=region))
        assert "Naast andere gebieden" not in page(noor, definition)
        observe(definition, cast, at=now, told=counts(3, 90, region="GM0882"))
        text = page(noor, definition)
        for words in ("Naast andere gebieden, 2023", "Ruit: Sittard-Geleen", "20 van 400", "Heerlen"):
            assert words in text, words


def test_no_page_says_that_one_thing_came_of_another(noor, rosa, cast, now, definition):
    for name in ("national", "sittard-geleen"):
        load((SHIPPED / f"{name}.yaml").read_text(), now)
    observe(definition, cast, at=now, told=published("12", "11", "13"))
    observe(definition, cast, at=now, told=published("16.9", "16.7", "17.2", region="NL"))
    pages = [reverse("office:indicators")]
    pages += [reverse("office:indicator", args=[one.ref]) for one in Indicator.objects.all()]
    for url in pages:
        text = noor.get(url).content.decode()
        assert not CAUSE.search(text), (url, CAUSE.search(text))
    assert CAUSE.search("Dankzij de officier daalde het.")
