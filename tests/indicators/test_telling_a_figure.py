"""A figure is told by hand with its period, area, edition and source; told better, or taken back; the history keeps all."""

import uuid
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.indicators.models import Observation
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from tests.cast import sign_in
from tests.factories.measures import account, define, indicator, observe

SENT = {"period": "2023", "region": "GM1883", "edition": "2024", "value": "16,9", "source": "Eigen telling"}


@pytest.fixture
def definition(cast, now):
    """What is counted."""
    return define(indicator(cast, at=now), cast, at=now)


@pytest.fixture
def url(definition) -> str:
    """Where a figure is told."""
    return reverse("office:tell_observation", args=[definition.indicator.ref])


def send(client, url, cast, definition, **typed: str):
    told = SENT | {"municipality": str(cast.here.pk), "definition": str(definition.pk)} | typed
    return client.post(url, told, follow=True)


class TestItWorks:
    def test_the_page_shows_it_with_where_it_comes_from(self, rosa, noor, url, cast, definition):
        page = send(
            rosa, url, cast, definition, low="15,0", high="18,5", provisional="on", note="Een wijk ontbreekt."
        )
        text = page.content.decode()
        for words in (
            "Cijfer vastgelegd.", "2023", "Sittard-Geleen", "16,9%", "15 tot 18,5%", "Voorlopig cijfer. Een wijk ontbreekt",
            "2024", "Eigen telling", "Met de hand ingevoerd door Rosa",
        ):  # fmt: skip
            assert words in text, words
        read = noor.get(reverse("office:indicator", args=[definition.indicator.ref])).content.decode()
        assert "16,9%" in read
        assert "verbetering" not in read

    def test_from_numerator_and_denominator(self, rosa, url, cast, definition):
        text = send(rosa, url, cast, definition, value="", numerator="9", denominator="13").content.decode()
        assert "69,2%" in text
        assert "9 van 13" in text
        assert "42,4 tot 87,3%, berekend" in text

    def test_that_the_source_has_none_is_a_value(self, rosa, url, cast, definition):
        text = send(rosa, url, cast, definition, value="", unknown="on").content.decode()
        assert "Niet bekend" in text
        assert Observation.objects.get().figure is None

    def test_of_the_country_and_of_another_area(self, rosa, url, cast, definition):
        send(rosa, url, cast, definition, region="NL")
        text = send(rosa, url, cast, definition, region="elsewhere", code="gm0917 ").content.decode()
        assert "Nederland" in text
        assert "Heerlen" in text

    def test_two_editions_stand_beside_each_other(self, rosa, url, cast, definition):
        send(rosa, url, cast, definition)
        text = send(rosa, url, cast, definition, edition="2025", value="17,1").content.decode()
        assert "16,9%" in text
        assert "17,1%" in text

    def test_it_leaves_a_journal_entry(self, cast, now, definition):
        told = observe(definition, cast, at=now)
        entry = JournalEntry.objects.get(subject=told.ref)
        assert (entry.verb, entry.chain_id) == (Verb.OBSERVATION_TOLD, "GM1883")
        assert {"value", "edition", "period"} <= set(entry.fields)
        assert "16.9" not in str(entry.fields)

    def test_twice_sent_is_once(self, cast, now, definition):
        sent = uuid.uuid4()
        told = {"definition": definition, "municipality": cast.here, "account": account(), "submission": sent}
        by = {"by": cast.rosa.acting(now), "at": now}
        assert Observation.tell(**told, **by) == Observation.tell(**told, **by)
        assert Observation.objects.count() == 1

    def test_under_the_definition_that_held_then(self, cast, now, definition, rosa):
        second = define(
            definition.indicator, cast, at=now, seen=1, since=date(2024, 1, 1), difference="Ook wie wacht."
        )
        observe(definition, cast, at=now)
        observe(second, cast, at=now, told=account("2024", value=Decimal("40")))
        text = rosa.get(reverse("office:indicator", args=[definition.indicator.ref])).content.decode()
        told = text[text.index("Definitie 2") :]
        assert told.index("40%") < told.index("Definitie 1") < told.index("16,9%")
        assert "Ook wie wacht." in text
        with pytest.raises(NotValid, match="geldt vanaf 01-01-2024") as refused:
            observe(second, cast, at=now, told=account("2023", edition="2026"))
        assert refused.value.field == "period"


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "ada", "bas"])
    def test_for_who_only_reads(self, cast, now, definition, who, url):
        by, told = getattr(cast, who), observe(definition, cast, at=now)
        for act in (
            lambda: observe(definition, cast, at=now, by=by, told=account("2024")),
            lambda: told.correct(account=told.account, by=by.acting(now), at=now),
            lambda: told.withdraw(by=by.acting(now), at=now),
        ):
            with pytest.raises(NotAllowed):
                act()
        assert sign_in(by).get(url).status_code == 403
        assert Observation.objects.count() == 1

    def test_the_same_twice(self, rosa, url, cast, definition):
        send(rosa, url, cast, definition)
        text = send(rosa, url, cast, definition, value="20").content.decode()
        assert "Dit cijfer staat er al" in text
        assert 'value="20"' in text
        assert Observation.objects.count() == 1

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"period": "2090"}, "Deze periode moet nog beginnen."),
            ({"period": "ooit"}, "Deze periode kunnen we niet lezen: ooit."),
            ({"period": "2024-2023"}, "Deze periode kunnen we niet lezen"),
            ({"region": "elsewhere", "code": "Heerlen"}, "Dit gebied kennen we niet: Heerlen."),
            ({"value": "veel"}, "Dit is geen getal: veel."),
            ({"value": "1.234"}, "op twee manieren lezen"),
            ({"value": "101"}, "hoogstens 100"),
            ({"value": "-1"}, "Vul nul of meer in."),
            ({"value": ""}, "Vul een waarde in, of een teller met een noemer."),
            ({"unknown": "on"}, "Er staat ook een cijfer."),
            ({"value": "", "numerator": "3", "denominator": "0"}, "De noemer is nul."),
            ({"value": "", "numerator": "3", "denominator": "2"}, "De teller is groter dan de noemer."),
            ({"value": "", "numerator": "3"}, "Een teller hoort bij een noemer."),
            ({"value": "", "numerator": "1,5", "denominator": "2"}, "Dit is geen heel getal: 1,5."),
            ({"numerator": "1", "denominator": "2"}, "Teller en noemer geven 50,0."),
            ({"low": "15"}, "Vul beide grenzen van het interval in"),
            ({"low": "17", "high": "18"}, "De waarde ligt niet tussen"),
            ({"value": "", "numerator": "1", "denominator": "2", "low": "1", "high": "2"}, "Bij een interval hoort"),
            ({"edition": " "}, "Vul dit in."),
            ({"source": ""}, "Vul dit in."),
            ({"value": "9" * 12}, "Dit getal is te groot."),
        ],
    )  # fmt: skip
    def test_what_cannot_be_is_said_and_what_was_typed_stays(
        self, rosa, url, cast, definition, typed, sentence
    ):
        text = send(rosa, url, cast, definition, note="Blijft staan.", **typed).content.decode()
        assert sentence in text
        assert "Blijft staan." in text
        assert not Observation.objects.exists()

    def test_of_an_indicator_without_a_definition(self, rosa, cast, now):
        one = indicator(cast, "Zonder", at=now)
        assert rosa.get(reverse("office:tell_observation", args=[one.ref])).status_code == 404


class TestToldBetter:
    def test_the_older_one_stays_readable(self, rosa, cast, now, definition):
        told = observe(definition, cast, at=now)
        url = reverse("office:correct_observation", args=[told.ref])
        given = rosa.get(url).content.decode()
        assert 'value="16,9"' in given
        page = rosa.post(url, {"value": "12,5", "source": "Eigen telling", "seen": str(told.pk)}, follow=True)
        assert "12,5%" in page.content.decode()
        assert "16,9%" not in page.content.decode()
        assert [one.value for one in Observation.objects.order_by("pk")] == [Decimal("16.9"), Decimal("12.5")]
        assert JournalEntry.objects.filter(subject=told.ref, verb=Verb.OBSERVATION_CORRECTED).count() == 1

    def test_not_over_what_somebody_else_told_meanwhile(self, rosa, cast, now, definition):
        told = observe(definition, cast, at=now)
        told.correct(account=account(value=Decimal(12)), by=cast.rosa.acting(now), at=now)
        url = reverse("office:correct_observation", args=[told.ref])
        page = rosa.post(url, {"value": "11", "source": "Eigen telling", "seen": str(told.pk)})
        assert "Iemand anders heeft dit intussen al verbeterd." in page.content.decode()
        with pytest.raises(NotNow):
            told.correct(account=account(value=Decimal(11)), by=cast.rosa.acting(now), at=now)

    def test_another_period_is_another_figure(self, cast, now, definition):
        told = observe(definition, cast, at=now)
        with pytest.raises(NotValid, match="Trek dit in"):
            told.correct(account=account("2024"), by=cast.rosa.acting(now), at=now)
        with pytest.raises(NotValid):
            told.correct(account=account(value=Decimal(101)), by=cast.rosa.acting(now), at=now)

    def test_what_is_shipped_is_not_changed_here(self, cast, now, definition, rosa):
        with transaction.atomic():
            shipped = Observation.write(definition, None, account("2022"), by=cast.rosa.acting(now), at=now)
        with pytest.raises(NotAllowed, match="meegeleverd"):
            shipped.withdraw(by=cast.rosa.acting(now), at=now)
        assert rosa.get(reverse("office:correct_observation", args=[shipped.ref])).status_code == 404
        with pytest.raises(NotValid, match="staat er al"):
            observe(definition, cast, at=now, told=account("2022"))


class TestTakenBack:
    def test_it_is_gone_from_the_page_and_can_be_told_anew(self, rosa, cast, now, definition):
        told = observe(definition, cast, at=now)
        url = reverse("office:withdraw_observation", args=[told.ref])
        page = rosa.post(url, {"seen": str(told.pk)}, follow=True).content.decode()
        assert "Cijfer ingetrokken." in page
        assert "16,9%" not in page
        assert JournalEntry.objects.filter(subject=told.ref, verb=Verb.OBSERVATION_WITHDRAWN).count() == 1
        again = observe(definition, cast, at=now, told=account(value=Decimal(18)))
        assert again.ref == told.ref
        assert Observation.objects.current().get().value == 18

    def test_twice_is_once(self, cast, now, definition):
        told, sent = observe(definition, cast, at=now), uuid.uuid4()
        by = {"submission": sent, "by": cast.rosa.acting(now), "at": now}
        assert told.withdraw(**by) == told.withdraw(**by)
        with pytest.raises(NotNow):
            Observation.objects.last_versions().get().withdraw(by=cast.rosa.acting(now), at=now)


class TestTheDatabaseHoldsItTo:
    @pytest.mark.parametrize(
        "wrong",
        [
            {},
            {"edition": ""},
            {"edition": "9", "source": ""},
            {"edition": "9", "until": date(2023, 1, 1)},
            {"edition": "9", "numerator": 1, "denominator": 0},
            {"edition": "9", "numerator": 1},
            {"edition": "9", "denominator": 1},
            {"edition": "9", "low": 17, "high": 18},
            {"edition": "9", "low": 1, "high": 2},
            {"edition": "9", "value": None, "low": 1, "high": 2},
            {"edition": "9", "low": 1},
        ],
    )
    def test_what_a_figure_is(self, cast, now, definition, wrong):
        told = observe(definition, cast, at=now)
        same = {
            name: getattr(told, name)
            for name in (
                "definition",
                "municipality",
                "region",
                "happened_on",
                "until",
                "edition",
                "source",
                "value",
                "way",
            )
        }
        with pytest.raises(IntegrityError), transaction.atomic():
            Observation.objects.create(**same | Observation.stamp(by=cast.rosa.acting(now), at=now) | wrong)

    def test_what_is_shipped_stands_there_once(self, cast, now, definition):
        with transaction.atomic():
            shipped = Observation.write(definition, None, account(), by=cast.rosa.acting(now), at=now)
        told = {
            name: getattr(shipped, name)
            for name in ("definition", "region", "happened_on", "until", "edition", "source", "way")
        }
        with pytest.raises(IntegrityError), transaction.atomic():
            Observation.objects.create(**told, **Observation.stamp(by=cast.rosa.acting(now), at=now))


def test_a_correction_keeps_its_key(cast, now, definition):
    told = observe(definition, cast, at=now)
    assert replace(told.account, value=None).key == told.account.key
