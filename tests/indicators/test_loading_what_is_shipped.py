"""What Regie ships is brought in: the planned result without a definition, and lines of the country with their editions."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from regie.base.errors import NotValid
from regie.indicators.actions import Loaded, load_indicators
from regie.indicators.enums import IndicatorKind
from regie.indicators.models import Definition, Indicator, Observation
from regie.privacy.models import JournalEntry
from tests.cast import TESTER

SHIPPED = Path(__file__).resolve().parents[2] / "indicators"
ONE = """indicators:
- code: a
  kind: measure
  name: Iets
  text: Uit een rapport.
  caution: Het zegt niet alles.
  definitions:
  - unit: percent
    measures: Deel van de jongeren.
    numerator: Wie meetelt.
    denominator: Alle jongeren.
    source: CBS
    verified: true
    observations:
    - {period: "2021", region: NL, value: 16.9, low: 16.7, high: 17.2, edition: "2024", source: CBS, verified: true}
"""
RESULT = "Een afname van slachtoffers van geldezels, tot onder het landelijke gemiddelde"


def load(text: str, now) -> Loaded:
    return load_indicators(text, by=TESTER, at=now)


@pytest.fixture
def shipped(cast, now):
    """All that Regie ships for this municipality."""
    for name in ("national", "sittard-geleen"):
        load((SHIPPED / f"{name}.yaml").read_text(), now)


class TestItWorks:
    def test_the_same_again_changes_nothing(self, cast, now):
        assert load(ONE, now) == Loaded(added=1)
        before = JournalEntry.objects.count()
        assert load(ONE, now) == Loaded(same=1)
        assert JournalEntry.objects.count() == before

    def test_what_is_told_otherwise_is_brought_up_to_date_and_a_figure_is_corrected(self, cast, now):
        load(ONE, now)
        assert load(ONE.replace("Iets", "Iets anders").replace("16.9", "17.0"), now) == Loaded(changed=1)
        assert Indicator.objects.get().name == "Iets anders"
        assert [str(one.value) for one in Observation.objects.order_by("pk")] == ["16.9000", "17.0000"]
        assert Observation.objects.current().count() == 1
        assert set(JournalEntry.objects.last().fields) == {"name", "observations"}

    def test_a_definition_does_not_change(self, cast, now):
        load(ONE, now)
        with pytest.raises(NotValid, match="Een definitie verandert niet"):
            load(ONE.replace("Alle jongeren", "Alle inwoners").replace("Iets", "Iets anders"), now)
        assert Indicator.objects.get().name == "Iets"

    def test_twice_by_the_command(self, cast, capsys):
        files = [str(SHIPPED / "national.yaml"), str(SHIPPED / "sittard-geleen.yaml")]
        call_command("indicators", "load", *files)
        call_command("indicators", "load", *files)
        said = capsys.readouterr().out.splitlines()
        assert all(line.split(": ")[1].startswith("0 toegevoegd, 0 bijgewerkt") for line in said[2:])
        assert len(said) == 4


@pytest.mark.usefixtures("shipped")
class TestWhatIsShipped:
    def test_the_result_is_not_measurable_and_says_in_which_three_ways_it_could_be(self, noor):
        one = Indicator.objects.get(name=RESULT)
        assert one.kind == IndicatorKind.PLANNED_RESULT
        text = noor.get(reverse("office:indicator", args=[one.ref])).content.decode()
        assert text.count("Wat het niet kan laten zien") == 3
        for words in (
            "Niet meetbaar: definitie ontbreekt", "Jongeren die als geldezel zijn gebruikt",
            "Inwoners die via een geldezel zijn opgelicht", "Jongeren die zijn benaderd", "Te verifiëren",
            "nooit onder het gemiddelde", "Bekijk de cijfers: Slachtoffers van online criminaliteit", "basisbankrekening",
        ):  # fmt: skip
            assert words in text, words

    def test_the_proxy_has_the_published_figures_with_their_intervals(self, noor):
        one = Indicator.objects.get(code="online_crime_victims")
        text = noor.get(reverse("office:indicator", args=[one.ref])).content.decode()
        for words in (
            "16,9%",
            "16,7 tot 17,2%",
            "15,6%",
            "15,4 tot 15,9%",
            "Zuid-Nederland",
            "17%",
            "85472NED",
        ):
            assert words in text, words

    def test_two_editions_of_one_year_are_both_kept(self, noor):
        one = Indicator.objects.get(code="recidivism.juveniles")
        text = noor.get(reverse("office:indicator", args=[one.ref])).content.decode()
        for words in (
            "34%",
            "33%",
            "WODC 2019",
            "WODC 2023",
            "Een andere groep dan de jongeren",
            "niet waardoor",
        ):
            assert words in text, words

    def test_the_basic_conditions_before_and_at_release(self, noor):
        text = noor.get(reverse("office:indicators")).content.decode()
        for words in ("Ex-gedetineerden met inkomen, bij vrijlating", "61,7%", "73,1%", "Referentielijnen"):
            assert words in text, words

    def test_every_line_says_what_it_is_not_and_whose_words_were_not_read_is_to_be_verified(self):
        for one in Indicator.objects.filter(kind=IndicatorKind.REFERENCE):
            assert "zegt niet waardoor" in one.caution, one
            assert "andere groep" in one.caution or "bijzondere groep" in one.caution, one
            assert not Definition.objects.filter(indicator=one, verified=True).exists()
        assert all(one.source.startswith("https://") for one in Observation.objects.all())

    def test_elsewhere_the_result_of_this_municipality_is_not_there(self, bas):
        text = bas.get(reverse("office:indicators")).content.decode()
        assert RESULT not in text
        assert "Recidive van jeugdige daders" in text


class TestItIsRefused:
    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            (ONE.replace("kind: measure", "kind: goal"), "regel 3: kind klopt niet"),
            (ONE.replace("name: Iets", "naam: Iets"), "regel 2: name ontbreekt\nregel 4: naam kennen we niet"),
            (ONE.replace("caution: Het zegt niet alles.", "caution: 3"), "regel 6: caution is geen tekst"),
            (ONE.replace("unit: percent", "unit: mijl"), "regel 8: unit klopt niet"),
            (ONE.replace('"2021"', '"ooit"'), "regel 15: period: Deze periode kunnen we niet lezen"),
            (ONE.replace("region: NL", "region: Mars"), "regel 15: region: Dit gebied kennen we niet"),
            (ONE.replace("high: 17.2", "high: 16.8"), "regel 15: value: De waarde ligt niet tussen"),
            (ONE.replace("value: 16.9", "value: veel"), "regel 15: value is geen getal"),
            (ONE + ONE.splitlines()[-1] + "\n", "regel 16: deze periode staat er twee keer"),
            (ONE.replace("verified: true\n    obs", "verified: ja\n    obs"), "regel 13: verified is niet true"),
            (ONE.replace("- code: a", "- a"), "geen goede YAML"),
            ("indicators: [a]", "regel 1: hier horen code"),
            ("indicators: 3", "indicators ontbreekt"),
            ("indicators: [", "geen goede YAML"),
            ("a: &a 1\nb: *a\n", "verwijzingen"),
            ("indicators: []\na: 2026-13-45", "geen leesbare tekst"),
            ("x" * 200_001, "te groot"),
            ("municipality: GM9999\nindicators: []", "GM9999 kennen we niet"),
            (ONE + "  candidates:\n  - {name: A, meaning: B, shows: C, hides: D, source: E, verified: true, indicator: z}\n",
             "de indicator z kennen we niet"),
            (ONE + "  - {unit: number, measures: M, numerator: N, denominator: D, source: S, verified: true}\n",
             "regel 16: since: Vul in vanaf wanneer"),
        ],
    )  # fmt: skip
    def test_a_wrong_file_with_its_lines_and_nothing_is_loaded(self, cast, now, text, sentence):
        with pytest.raises(NotValid) as refused:
            load(text, now)
        assert sentence in refused.value.sentence
        assert not Indicator.objects.exists()

    def test_by_the_command(self, cast, tmp_path):
        file = tmp_path / "mijn.yaml"
        file.write_text(ONE.replace("kind: measure", "kind: goal"))
        with pytest.raises(CommandError, match=r"Er is niets geladen.\nmijn.yaml, regel 3"):
            call_command("indicators", "load", str(file))
        file.write_bytes(b"\xff")
        with pytest.raises(CommandError, match="UTF-8"):
            call_command("indicators", "load", str(file))
