"""A CSV file with figures: every line says what becomes of it, and when one is wrong nothing is loaded."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from regie.base.errors import NotAllowed, NotValid
from regie.indicators.actions import bring_figures, preview_figures
from regie.indicators.enums import Way
from regie.indicators.models import Observation
from regie.indicators.rules import ObservationAccount, read_figures, read_period, written_figures
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from tests.cast import sign_in
from tests.factories.measures import account, define, indicator, observe

HEADER = "periode;gebied;uitgave;bron;waarde;ondergrens;bovengrens;teller;noemer;voorlopig;toelichting"
FILE = f"""{HEADER}
2021;NL;mei 2024;CBS, tabel 1;16,9;16,7;17,2;;;;
2021;GM1883;mei 2024;CBS, tabel 1;17,4;14,9;20,1;;;;
2023*;gm1883 ;mei 2024;CBS, tabel 1;onbekend;;;;;;Te weinig antwoorden
2022;GM1883;2025;Eigen telling;;;;9;13;ja;
"""


@pytest.fixture
def definition(cast, now):
    """What is counted."""
    return define(indicator(cast, at=now), cast, at=now)


@pytest.fixture
def url(definition) -> str:
    """Where a file is brought in."""
    return reverse("office:bring_figures", args=[definition.indicator.ref])


def send(client, url, cast, definition, *, text: str = "", file: bytes = b"", **typed: str):
    told = {"municipality": str(cast.here.pk), "definition": str(definition.pk), "lines": text} | typed
    if file:
        told["file"] = SimpleUploadedFile("cijfers.csv", file, "text/csv")
    return client.post(url, told, follow=True)


def agree(client, url, page):
    """He says yes to what the page shows."""
    form = page.context["form"]
    typed = {
        "lines": form.whole,
        "way": form.given_as,
        "municipality": form.cleaned_data["municipality"].pk,
        "definition": form.cleaned_data["definition"].pk,
        "sure": "on",
    }
    return client.post(
        url, typed | ({"everywhere": "on"} if form.cleaned_data["everywhere"] else {}), follow=True
    )


class TestItWorks:
    def test_first_it_only_says_what_it_would_do(self, rosa, url, cast, definition):
        page = send(rosa, url, cast, definition, file=FILE.encode("utf-8-sig"))
        text = page.content.decode()
        for words in (
            "Klopt dit?",
            "4 nieuw.",
            "16,9% (16,7 tot 17,2%)",
            "Niet bekend, voorlopig",
            "Ja, lees 4 cijfers in",
        ):
            assert words in text, words
        assert not Observation.objects.exists()
        done = agree(rosa, url, page).content.decode()
        for words in (
            "Cijfers ingelezen.",
            "17,4%",
            "14,9 tot 20,1%",
            "69,2%",
            "9 van 13",
            "Voorlopig cijfer",
        ):
            assert words in done, words
        assert "Ingelezen uit een CSV-bestand door Rosa" in done
        assert {one.way for one in Observation.objects.all()} == {Way.CSV}

    def test_one_entry_in_the_journal_for_the_whole_file(self, rosa, url, cast, definition):
        agree(rosa, url, send(rosa, url, cast, definition, text=FILE))
        entry = JournalEntry.objects.get(verb=Verb.OBSERVATIONS_LOADED)
        assert {one.batch for one in Observation.objects.all()} == {entry.subject}
        assert entry.chain_id == "GM1883"

    def test_the_same_file_again_adds_nothing(self, rosa, url, cast, definition):
        agree(rosa, url, send(rosa, url, cast, definition, text=FILE))
        page = send(rosa, url, cast, definition, text=FILE)
        assert "4 stond er al zo." in page.content.decode()
        assert "Ja, lees" not in page.content.decode()
        agree(rosa, url, page)
        assert Observation.objects.count() == 4
        assert JournalEntry.objects.filter(verb=Verb.OBSERVATIONS_LOADED).count() == 1

    def test_another_edition_comes_beside_it(self, rosa, url, cast, definition):
        for edition in ("2024", "2025"):
            text = f"periode;gebied;uitgave;bron;waarde\n2021;NL;{edition};CBS;16,9\n"
            agree(rosa, url, send(rosa, url, cast, definition, text=text))
        assert Observation.objects.count() == 2

    def test_other_areas_when_he_says_so(self, rosa, url, cast, definition):
        text = "periode;gebied;uitgave;bron;waarde\n2021;GM0917;2024;CBS;14,9\n"
        page = send(rosa, url, cast, definition, text=text, everywhere="on")
        assert "Heerlen" in agree(rosa, url, page).content.decode()


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["noor", "fatima", "wil", "bas"])
    def test_for_who_only_reads(self, cast, now, definition, who, url):
        lines, by = read_figures(FILE, unit="percent", areas=None), getattr(cast, who)
        where = {"definition": definition, "municipality": cast.here, "by": by.acting(now), "at": now}
        with pytest.raises(NotAllowed):
            preview_figures(lines, **where)
        with pytest.raises(NotAllowed):
            bring_figures((), way=Way.CSV, **where)
        assert sign_in(by).get(url).status_code == 403

    @pytest.mark.parametrize(
        ("line", "sentence"),
        [
            (
                "2021;GM0917;2024;CBS;1;;;;;;",
                "Gebied: GM0917 is een ander gebied dan uw gemeente of Nederland.",
            ),
            ("2021;GM1883;2024;CBS;;;;3;0;;", "Noemer: De noemer is nul."),
            ("2021;NL;mei 2024;CBS;1;;;;;;", "Deze periode staat er twee keer, ook op regel 2"),
            ("2090;NL;2024;CBS;1;;;;;;", "Deze periode moet nog beginnen."),
            ("ooit;NL;2024;CBS;1;;;;;;", "Periode: Deze periode kunnen we niet lezen: ooit."),
            ("2021;Mars;2024;CBS;1;;;;;;", "Gebied: Dit gebied kennen we niet: Mars."),
            ("2021;NL;2024;CBS;1.234;;;;;;", "Waarde: Dit kunnen we op twee manieren lezen"),
            ("2021;NL;2024;CBS;;;;;;;", "Waarde: Vul een waarde in"),
            ("2021;NL;;CBS;1;;;;;;", "Uitgave: Vul dit in."),
            ("2021;NL;2024;CBS;1;2;3;;;;", "Waarde: De waarde ligt niet tussen"),
            ("2021;NL;2024;CBS;1;;;;;misschien;", "Voorlopig: Schrijf ja of nee."),
            ("2021;NL;2024;CBS;1", "Deze regel heeft 5 kolommen, de eerste regel 11."),
        ],
    )
    def test_one_wrong_line_and_nothing_is_loaded_and_what_was_given_stays(
        self, rosa, url, cast, definition, line, sentence
    ):
        page = send(rosa, url, cast, definition, file=f"{FILE}{line}\n".encode())
        text = page.content.decode()
        assert sentence in text
        assert '<span dir="auto">6</span>' in text
        assert "Zolang er iets niet klopt, wordt er niets ingelezen." in text
        assert f"{line}\r\n" in text or f"{line}\n" in text
        assert "Ja, lees" not in text
        agree(rosa, url, page)
        assert not Observation.objects.exists()

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            (FILE.replace("waarde", "percentage"), "Regel 1: de kolom percentage kennen we niet."),
            (FILE.replace("gebied", "regio"), "Regel 1: de kolom regio kennen we niet."),
            ("periode;gebied;bron;waarde\n2021;NL;CBS;1", "Regel 1: de kolom uitgave ontbreekt."),
            (FILE.replace("toelichting", "bron"), "Regel 1: de kolom bron staat er twee keer."),
            (FILE.replace(";", ","), "Regel 1: tussen de kolommen hoort een puntkomma."),
            (HEADER, "Onder de kolommen staat geen cijfer."),
            (f'{HEADER}\n2021;"NL;2024', "Regel 2: een aanhalingsteken wordt niet gesloten."),
            (HEADER + "\n2021;NL;2024;CBS;1;;;;;;" * 2001, "Dit zijn 2001 regels."),
            ("", "Kies een bestand, of plak de regels."),
        ],
    )
    def test_what_is_no_such_file(self, rosa, url, cast, definition, text, sentence):
        page = send(rosa, url, cast, definition, text=text).content.decode()
        assert sentence in page
        assert text[:60].splitlines()[0] in page if text else True

    def test_what_stands_there_otherwise(self, rosa, url, cast, now, definition):
        observe(definition, cast, at=now, told=account("2021", edition="mei 2024", value=Decimal("12.5")))
        page = send(rosa, url, cast, definition, text=FILE).content.decode()
        assert "Dit cijfer staat er al, anders: 12,5." in page
        with pytest.raises(NotValid, match="niets ingelezen"):
            bring_figures(
                read_figures(FILE, unit="percent", areas=None),
                definition=definition, municipality=cast.here, way=Way.CSV, by=cast.rosa.acting(now), at=now,
            )  # fmt: skip
        assert Observation.objects.count() == 1

    def test_nothing_is_half_when_it_breaks(self, cast, now, definition, monkeypatch):
        write, done = Observation.write, []

        def break_down(*args, **kwargs):
            if done:
                raise RuntimeError("uit")
            done.append(write(*args, **kwargs))

        monkeypatch.setattr(Observation, "write", break_down)
        with pytest.raises(RuntimeError):
            bring_figures(
                read_figures(FILE, unit="percent", areas=None),
                definition=definition, municipality=cast.here, way=Way.CSV, by=cast.rosa.acting(now), at=now,
            )  # fmt: skip
        assert not Observation.objects.exists()
        assert not JournalEntry.objects.filter(verb=Verb.OBSERVATIONS_LOADED).exists()

    def test_before_the_definition_holds(self, rosa, url, cast, now, definition):
        from datetime import date

        later = define(
            definition.indicator, cast, at=now, seen=1, since=date(2022, 1, 1), difference="Anders."
        )
        page = send(rosa, url, cast, later, text=FILE).content.decode()
        assert page.count("De definitie geldt vanaf 01-01-2022. Kies een andere definitie.") == 2


def test_to_look_first_takes_two_questions_however_long(cast, now, definition):
    lines, by = read_figures(FILE, unit="percent", areas=None), cast.rosa.acting(now)
    with CaptureQueriesContext(connection) as asked:
        preview_figures(lines, definition=definition, municipality=cast.here, by=by, at=now)
    assert len(asked) == 2


WORDS = st.text("aé9=+-@;\"',.€", min_size=1, max_size=20)


@given(
    value=st.decimals(0, 100, places=4) | st.none(),
    edition=WORDS,
    note=WORDS,
    provisional=st.booleans(),
)
def test_what_goes_out_comes_in_again(value, edition, note, provisional):
    one = ObservationAccount(
        period=read_period("2023"), region="NL", edition=edition, source="CBS", value=value, note=note, provisional=provisional,
    )  # fmt: skip
    (line,) = read_figures(written_figures([one]), unit="percent", areas=None)
    assert line.account == one, line.problem
