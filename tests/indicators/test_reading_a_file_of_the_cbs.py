"""A file of the CBS: space-padded areas, years as 2023JJ00, nulls that are unknown, and fields that the definition names."""

import json
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from regie.base.errors import NotValid
from regie.indicators.enums import Way
from regie.indicators.models import Observation
from regie.indicators.rules import CbsFile, read_cbs
from tests.factories.measures import define, indicator
from tests.indicators.test_bringing_figures_in import agree

FIELDS = {"table": "85472NED", "value": "Slachtoffers_1", "low": "Onder_2", "high": "Boven_3"}
MARGINS = {"table": "85472NED", "value": "Slachtoffers_1", "margins": "Marges"}
OWN = frozenset({"NL", "GM1883"})


def row(
    region: str = "GM1883    ", period: str = "2023JJ00", value: object = 15.6, **more: object
) -> dict[str, object]:
    return {
        "ID": 0,
        "RegioS": region,
        "Perioden": period,
        "Slachtoffers_1": value,
        "Onder_2": None,
        "Boven_3": None,
    } | more


def table(*rows: dict[str, object]) -> str:
    return json.dumps({"odata.metadata": "https://example.nl/#TypedDataSet", "value": list(rows)})


def read(*rows: dict[str, object], fields=FIELDS, areas=OWN, **said):
    return read_cbs(CbsFile(table(*rows), "mei 2026", **said), fields, unit="percent", areas=areas)


class TestItWorks:
    def test_a_row_is_a_figure_with_its_interval(self):
        (line,) = read(row("NL01      ", value=15.6, Onder_2=15.4, Boven_3=15.9))
        told = line.account
        assert (told.region, str(told.period), told.edition) == ("NL", "2023", "mei 2026")
        assert (told.value, told.low, told.high) == (Decimal("15.6"), Decimal("15.4"), Decimal("15.9"))
        assert told.source == "CBS, tabel 85472NED"

    def test_three_rows_of_a_margin_are_one_figure(self):
        (line,) = read(
            row(Marges="MW00000", value=17.4), row(Marges="MOG0095", value=14.9), row(Marges="MBG0095", value=20.1),
            row(Marges="MSE0000", value=1.2), fields=MARGINS,
        )  # fmt: skip
        assert (line.account.value, line.account.low, line.account.high) == (
            Decimal("17.4"), Decimal("14.9"), Decimal("20.1"),
        )  # fmt: skip

    @pytest.mark.parametrize("nothing", [None, "       .", ""])
    def test_null_is_unknown_and_no_zero(self, nothing):
        (line,) = read(row(value=nothing, Onder_2=1, Boven_3=2))
        assert (line.account.value, line.account.low) == (None, None)

    def test_a_figure_as_text_is_a_figure(self):
        (line,) = read(row(value="    16.9"))
        assert line.account.value == Decimal("16.9")

    def test_other_areas_are_passed_by_unless_he_wants_them(self):
        rows = row(), row("GM0917    "), row("WK188301  ")
        assert [line.account.region for line in read(*rows)] == ["GM1883"]
        assert len(read(*rows, areas=None)) == 3

    def test_what_is_provisional_is_told_or_starred(self):
        from regie.indicators.rules import read_period

        first, last = read(
            row(period="2023JJ00"), row(period="2024JJ00*"), provisional=frozenset({read_period("2024")})
        )
        assert (first.account.provisional, last.account.provisional) == (False, True)

    def test_only_the_rows_that_the_definition_means(self):
        rows = (
            row(Geslacht="T001038", value=15),
            row(Geslacht="3000   ", value=16),
            row(Geslacht="4000   ", value=14),
        )
        (line,) = read(*rows, fields=FIELDS | {"only": "Geslacht=3000"})
        assert line.account.value == 16

    def test_from_file_to_page(self, rosa, cast, now):
        one = indicator(cast, at=now)
        url = reverse("office:define_indicator", args=[one.ref])
        rosa.post(
            url,
            {
                "measures": "Slachtoffers.", "unit": "percent", "source": "CBS", "seen": "0", "cbs_table": "85472NED",
                "cbs_value": "Slachtoffers_1", "cbs_margins": "Marges",
            },
        )  # fmt: skip
        file = table(
            *(row(region, Marges=key, value=value) for region in ("NL01      ", "GM1883    ", "GM0917    ")
              for key, value in (("MW00000", 15.6), ("MOG0095", 15.4), ("MBG0095", 15.9)))
        )  # fmt: skip
        url = reverse("office:bring_figures", args=[one.ref])
        typed = {
            "municipality": cast.here.pk,
            "definition": one.definitions.get().pk,
            "starred": "2023",
            "edition": "mei 2026",
        }
        page = rosa.post(url, typed | {"file": SimpleUploadedFile("a.json", file.encode())})
        text = page.content.decode()
        for words in ("2 nieuw.", "15,6% (15,4 tot 15,9%), voorlopig", "mei 2026", "Ja, lees 2 cijfers in"):
            assert words in text, words
        assert "Ingelezen uit een CBS-bestand door Rosa" in agree(rosa, url, page).content.decode()
        assert {one.way for one in Observation.objects.all()} == {Way.CBS}


class TestItIsRefused:
    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("{", "geen goed JSON-bestand"),
            ("[" * 100_000, "geen goed JSON-bestand"),
            ("[]", "geen lijst ‘value’"),
            ('{"value": []}', "geen lijst ‘value’"),
            ('{"value": [1]}', "geen lijst ‘value’"),
            ('{"value": {"a": 1}}', "geen lijst ‘value’"),
            (table(row("GM0917    ")), "geen cijfer van uw gemeente of van Nederland"),
            (
                table({"RegioS": "GM1883", "Perioden": "2023JJ00", "Anders_1": 3}),
                "Het veld Slachtoffers_1 staat niet",
            ),
            (
                table({"Slachtoffers_1": 3, "Onder_2": 1, "Boven_3": 3, "Perioden": "2023JJ00"}),
                "Het veld RegioS staat niet",
            ),
        ],
    )
    def test_what_is_no_such_file(self, text, sentence):
        with pytest.raises(NotValid, match=sentence) as refused:
            read_cbs(CbsFile(text, "mei 2026"), FIELDS, unit="percent", areas=OWN)
        assert refused.value.field == "file"

    def test_when_the_definition_does_not_say_where_the_figure_stands(self):
        with pytest.raises(NotValid, match="In dit bestand: ID, Slachtoffers_1"):
            read(row(), fields={})

    @pytest.mark.parametrize(
        ("rows", "sentence"),
        [
            ((row(), row()), "GM1883, 2023 staat er meer dan een keer."),
            ((row(period="2023X000"),), "Deze periode kunnen we niet lezen: 2023X000."),
            ((row("Mars"),), "Dit gebied kennen we niet: Mars."),
            ((row(value="veel"),), "Dit is geen getal: veel."),
            ((row(value=True),), "Dit is geen getal: True."),
            ((row(value="NaN"),), "Dit is geen getal: NaN."),
            ((row(value=101),), "GM1883, 2023: Dit is meer dan kan"),
            ((row(value=15, Onder_2=16, Boven_3=17),), "GM1883, 2023: De waarde ligt niet tussen"),
        ],
    )
    def test_a_row_that_cannot_be(self, rows, sentence):
        wrong = [line for line in read(*rows) if line.problem]
        assert wrong[0].problem.startswith(sentence)
        assert wrong[0].number == len(rows)

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({}, "Schrijf op welke uitgave dit is."),
            ({"edition": "mei 2026", "starred": "ooit"}, "Deze periode kunnen we niet lezen: ooit."),
            ({"edition": "mei 2026", "lines": "periode;gebied"}, "Kies één van de twee."),
        ],
    )
    def test_what_the_file_does_not_say_is_asked(self, rosa, cast, now, typed, sentence):
        one = indicator(cast, at=now)
        definition = define(one, cast, at=now, fields=FIELDS)
        told = {"municipality": cast.here.pk, "definition": definition.pk}
        told |= {"file": SimpleUploadedFile("a.json", table(row()).encode())} | typed
        page = rosa.post(reverse("office:bring_figures", args=[one.ref]), told).content.decode()
        assert sentence in page
        assert not Observation.objects.exists()


class TestItNeedNotBeChosenAgain:
    """A browser cannot fill a field for a file again: what it held stands in the form, when only something else was wrong."""

    @pytest.fixture
    def url(self, cast, now) -> str:
        """Where a file is brought in."""
        one = indicator(cast, at=now)
        define(one, cast, at=now, fields=FIELDS)
        return reverse("office:bring_figures", args=[one.ref])

    def chosen(self, rosa, cast, url, text: str, **typed: object):
        definition = rosa.get(url).context["form"].fields["definition"].initial
        told = {"municipality": cast.here.pk, "definition": definition, "edition": "mei 2026"}
        file = SimpleUploadedFile("tabel.json", text.encode())
        return rosa.post(url, told | {"file": file} | typed)

    @pytest.mark.parametrize(
        ("typed", "mended"),
        [
            ({"edition": ""}, {"edition": "mei 2026"}),
            ({"edition": "a" * 200}, {"edition": "mei 2026"}),
            ({"starred": "ooit"}, {"starred": "2023"}),
            ({"municipality": "0"}, {"municipality": None}),
        ],
    )
    def test_when_only_another_choice_was_wrong(self, rosa, cast, url, typed, mended):
        answer = self.chosen(rosa, cast, url, table(row()), **typed)
        assert "tabel.json staat hieronder. Kies het niet opnieuw." in answer.content.decode()
        form = answer.context["form"]
        told = {name: form[name].value() for name in form.fields if form[name].value() is not None}
        mended = {"municipality": cast.here.pk} if "municipality" in mended else mended
        assert "1 nieuw." in rosa.post(url, told | mended).content.decode()

    def test_when_a_row_was_wrong(self, rosa, cast, url):
        answer = self.chosen(rosa, cast, url, table(row(value=101)))
        assert "tabel.json staat hieronder." in answer.content.decode()
        assert answer.context["form"]["lines"].value() == table(row(value=101))

    @pytest.mark.parametrize("text", ['{"value": []}', "{"])
    def test_what_is_no_such_file_is_not_kept(self, rosa, cast, url, text):
        answer = self.chosen(rosa, cast, url, text)
        assert "staat hieronder" not in answer.content.decode()
        assert not answer.context["form"]["lines"].value()

    def test_what_is_too_large_for_a_page_must_be_chosen_again_and_the_page_says_so(
        self, rosa, cast, url, monkeypatch
    ):
        monkeypatch.setattr("regie.office.forms.figures_file.MOST_KEPT", 10)
        page = self.chosen(rosa, cast, url, table(row()), edition="").content.decode()
        assert "Kies het bestand opnieuw: een browser onthoudt het niet." in page
        assert "Schrijf op welke uitgave dit is." in page
