"""A list is brought in: every line says what becomes of it, twice is once, and what goes out comes in again."""

import csv
from datetime import date, timedelta
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regie.base.errors import NotAllowed, NotValid
from regie.partners.actions import bring_in, preview
from regie.partners.models import Check, Organisation, Professional
from regie.partners.queries import checks_of, map_as_sheet
from regie.partners.rules import read_sheet, written_sheet
from regie.privacy.models import JournalEntry
from tests.factories.partners import organisation, prison, professional

TODAY = date(2026, 11, 18)
LIST = """naam;soort;rol;organisatie;inrichting;telefoon;e-mail;nagekeken op
Els Janssen;;Schuldhulpverlener;Kredietbank Limburg;;046 477 77 78;els@kbl.nl;
Kredietbank Limburg;kredietbank;;;;046 477 77 77;;1-11-2026
Woonmensen;woningcorporatie;;;;;;
Tim;;casemanager;;PI Sittard;06 12345678;;
Fout nummer;politie;;;;06 123;;
Wat is dit;kroeg;;;;;;
;politie;;;;;;
"""


def bring(cast, text: str, now, **told):
    return bring_in(text, **({"municipality": cast.here, "by": cast.noor.acting(now), "at": now} | told))


def said(outcomes) -> list[tuple[int, str, str]]:
    return [(outcome.line.number, outcome.arrived.value, outcome.words) for outcome in outcomes]


def arrived(outcomes) -> list[str]:
    return [outcome.arrived.value for outcome in outcomes]


class TestItWorks:
    def test_every_line_says_what_becomes_of_it(self, cast, now):
        inside = prison(at=now)
        outcomes = bring(cast, LIST, now)
        assert arrived(outcomes) == ["added"] * 4 + ["refused"] * 3
        assert [outcome.line.number for outcome in outcomes] == [2, 3, 4, 5, 6, 7, 8]
        assert outcomes[4].words.startswith("Telefoon: Dit is geen telefoonnummer")
        assert outcomes[4].line.raw == "Fout nummer;politie;;;;06 123;;"
        assert outcomes[5].words.startswith("Deze soort kennen we niet: kroeg. Kies uit: ")
        assert outcomes[6].words == "Er staat geen naam."
        els = Professional.objects.get(name="Els Janssen")
        assert (els.organisation.name, els.phone) == ("Kredietbank Limburg", "+31464777778")
        assert Professional.objects.get(name="Tim").facility == inside
        assert JournalEntry.objects.filter(verb__in=["organisation.added", "professional.added"]).count() == 5

    def test_only_a_line_with_a_day_was_looked_at(self, cast, now):
        prison(at=now)
        bring(cast, LIST, now)
        assert [(check.organisation.name, check.happened_on) for check in Check.objects.all()] == [
            ("Kredietbank Limburg", date(2026, 11, 1))
        ]

    def test_first_it_only_says_so(self, cast, now):
        prison(at=now)
        before = JournalEntry.objects.count()
        shown = preview(LIST, municipality=cast.here, by=cast.noor.acting(now), at=now)
        assert JournalEntry.objects.count() == before
        assert not Professional.objects.exists()
        assert said(shown) == said(bring(cast, LIST, now))

    def test_an_empty_cell_takes_nothing_away(self, cast, now):
        bank = organisation(cast, at=now, phone="046 4777777", note="Tot 12 uur")
        outcomes = bring(cast, "naam;soort;e-mail;telefoon\nkredietbank LIMBURG;kredietbank;a@b.nl;\n", now)
        assert said(outcomes) == [(2, "changed", "naam, e-mail")]
        bank.refresh_from_db()
        assert (bank.name, bank.email, bank.phone, bank.note) == (
            "kredietbank LIMBURG",
            "a@b.nl",
            "+31464777777",
            "Tot 12 uur",
        )

    def test_a_later_day_is_a_check_and_an_older_one_answers_no_doubt(self, cast, now):
        bank = organisation(cast, at=now, checked_on=TODAY - timedelta(days=9))
        bank.doubt(by=cast.sem.acting(now), at=now)
        row = "naam;soort;nagekeken op\nKredietbank Limburg;kredietbank;{}\n"
        assert said(bring(cast, row.format("1-1-2026"), now)) == [(2, "same", "")]
        assert checks_of([bank])[bank.pk].doubted_by == "Sem"
        assert said(bring(cast, row.format("18-11-2026"), now)) == [(2, "changed", "nagekeken op")]
        assert checks_of([bank])[bank.pk].doubted_on is None


class TestTwice:
    def test_sent_twice_adds_nothing_twice(self, cast, now):
        prison(at=now)
        bring(cast, LIST, now)
        before = JournalEntry.objects.count()
        assert arrived(bring(cast, LIST, now)) == ["same"] * 4 + ["refused"] * 3
        assert JournalEntry.objects.count() == before

    def test_the_same_line_twice_in_one_list(self, cast, now):
        text = (
            "naam;soort;telefoon\nPolitie;politie;0900-8844\nPolitie;politie;0900 8844\npolitie;politie;112\n"
        )
        assert arrived(bring(cast, text, now)) == ["added", "same", "changed"]
        assert Organisation.objects.get().phone == "112"

    def test_the_same_name_elsewhere_or_of_another_kind_is_another(self, cast, now):
        text = "naam;soort;plaats\nHumanitas;vrijwilligers;Sittard\nHumanitas;vrijwilligers;Heerlen\nHumanitas;GGZ;\n"
        assert arrived(bring(cast, text, now)) == ["added"] * 3

    def test_somebody_of_the_same_name_at_another_organisation_is_another(self, cast, now):
        text = "naam;soort;rol;organisatie\nA;GGZ;;\nB;GGZ;;\nEls;;mentor;A\nEls;;mentor;B\nEls;;mentor;A\n"
        assert arrived(bring(cast, text, now)) == ["added"] * 4 + ["same"]

    def test_whoever_had_no_organisation_gets_one(self, cast, now):
        professional(cast, "Els", at=now, role="mentor")
        text = "naam;soort;rol;organisatie\nA;GGZ;;\nEls;;mentor;A\n"
        assert said(bring(cast, text, now)) == [(2, "added", ""), (3, "changed", "organisatie")]
        assert Professional.objects.get().organisation.name == "A"


class TestItIsRefused:
    @pytest.mark.parametrize("who", ["bas", "ada"])
    def test_for_the_wrong_person_whatever_stands_in_it(self, cast, now, who):
        organisation(cast, at=now)
        same = "naam;soort\nKredietbank Limburg;kredietbank\n"  # nothing to add, and yet it would tell who is there
        for act, text in ((bring_in, LIST), (preview, LIST), (bring_in, same), (preview, same)):
            with pytest.raises(NotAllowed):
                act(text, municipality=cast.here, by=getattr(cast, who).acting(now), at=now)
        assert Organisation.objects.count() == 1

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("Kredietbank;kredietbank", "De eerste regel moet de kolommen noemen"),
            ("naam;telefoon\nA;1", "De eerste regel moet de kolommen noemen"),
            ("naam;soort;naam\nA;GGZ;B", "twee keer: naam"),
            ("naam;soort\n" + "A;GGZ\n" * 501, "heeft 501 regels"),
        ],
    )
    def test_what_is_no_list(self, cast, now, text, sentence):
        with pytest.raises(NotValid, match=sentence) as refused:
            bring(cast, text, now)
        assert refused.value.field == "lines"

    @pytest.mark.parametrize(
        ("line", "sentence"),
        [
            ("A;GGZ;mentor;;;;;", "Niet allebei"),
            ("A;;;;;;;", "Niet allebei"),
            ("A;;baas;;;;;", "Deze rol kennen we niet: baas"),
            ("A;;mentor;Nergens;;;;", "Organisatie: Nergens staat niet op de kaart"),
            ("A;;mentor;;PI Mars;;;", "Inrichting: PI Mars staat niet in de landelijke lijst"),
            ("A;;mentor;;;;Straat 1;", "hoort niet bij een professional: adres"),
            ("A;GGZ;;B;;;;", "hoort niet bij een organisatie: organisatie"),
            ("PI X;penitentiaire inrichting;;;;;;", "Soort: Een inrichting staat al in de landelijke lijst"),
            ("A;GGZ;;;;geen mail;;", "E-mail: Dit is geen e-mailadres"),
            (f"{'a' * 121};GGZ;;;;;;", "Naam: Dit is te lang: hoogstens 120 tekens"),
            ("A;GGZ;;;;;;1-1-2027", "Nagekeken op: Deze dag is nog niet geweest"),
            ("A;GGZ;;;;;;gisteren", "Dit is geen datum: gisteren"),
            ("A;GGZ;;;;;;;te veel", "Deze regel heeft 9 kolommen; de eerste regel 8"),
        ],
    )
    def test_a_line_that_cannot_be(self, cast, now, line, sentence):
        header = "naam;soort;rol;organisatie;inrichting;e-mail;adres;nagekeken op"
        good, bad, after = bring(cast, f"{header}\nEerst;GGZ\n{line}\nLaatst;GGZ\n", now)
        assert (good.arrived, after.arrived) == ("added", "added")
        assert bad.arrived == "refused"
        assert sentence in bad.words
        assert bad.line.raw == line
        assert Organisation.objects.count() == 2

    def test_what_stands_twice_on_the_map_is_left_to_somebody(self, cast, now):
        for _ in range(2):
            organisation(cast, at=now)
        (outcome,) = bring(cast, "naam;soort\nKredietbank Limburg;kredietbank\n", now)
        assert "meer dan een keer op de kaart" in outcome.words

    def test_nothing_is_half_when_it_breaks(self, cast, now, monkeypatch):
        def break_down(*args, **kwargs):
            raise RuntimeError("uit")

        monkeypatch.setattr(Professional, "add", break_down)
        prison(at=now)
        with pytest.raises(RuntimeError):
            bring(cast, LIST, now)
        assert not Organisation.objects.filter(municipality__isnull=False).exists()


class TestHowAListIsWritten:
    @pytest.mark.parametrize(
        "text",
        [
            "naam;soort\nA;GGZ",
            "Naam,Soort\r\nA,GGZ\r\n",
            "naam\tsoort\nA\tGGZ",
            "sep=|\nnaam|soort\nA|GGZ",
            "\ufeffNAAM;Soort organisatie\n\n  A ;ggz\n;\n",
            'naam;soort\n"A";"GGZ"\n',
        ],
    )
    def test_by_any_separator(self, text):
        (line,) = read_sheet(text)
        assert line.told == {"name": "A", "kind": "mental_health"}

    def test_numbers_and_raw_lines_are_as_typed(self):
        text = 'naam;soort;bijzonderheden\n\n"A";GGZ;"een\ntwee"\nB;GGZ;drie'
        first, second = read_sheet(text)
        assert (first.number, first.raw) == (3, '"A";GGZ;"een\ntwee"')
        assert first.told["note"] == "een\ntwee"
        assert (second.number, second.raw) == (5, "B;GGZ;drie")

    def test_a_quote_that_never_closes_swallows_no_line(self):
        assert [line.number for line in read_sheet('naam;soort\nA;"GGZ\nB;GGZ\n')] == [2, 3]


class TestTakenAlong:
    def test_what_goes_out_comes_in_again_unchanged(self, cast, now):
        inside = prison(at=now)
        bank = organisation(
            cast,
            at=now,
            phone="046 4777777 toestel 3",
            email="a@b.nl",
            site="kbl.nl",
            district="Centrum",
            address="Markt 1",
            note='Tot 12 uur;\r\n"dan" niet',
        )
        professional(cast, at=now, organisation=bank, facility=inside, phone="+32 89 12 34 56", role="mentor")
        sheet = map_as_sheet(cast.noor.acting(now), on=TODAY)
        assert arrived(bring(cast, sheet, now)) == ["same", "same"]
        names = [row["naam"] for row in csv.DictReader(StringIO(sheet), delimiter=";")]
        assert names == ["Kredietbank Limburg", "Els Janssen"]  # the list of the country stays home

    def test_of_another_map_nothing_goes_out(self, cast, now):
        organisation(cast, at=now)
        assert "Kredietbank" not in map_as_sheet(cast.bas.acting(now), on=TODAY)

    @pytest.mark.parametrize("start", ["=", "+", "-", "@", "'="])
    def test_a_spreadsheet_runs_nothing(self, cast, now, start):
        organisation(cast, f"{start}HYPERLINK(1)", at=now)
        sheet = map_as_sheet(cast.noor.acting(now), on=TODAY)
        (row,) = csv.DictReader(StringIO(sheet), delimiter=";")
        assert row["naam"] == f"'{start}HYPERLINK(1)"
        assert arrived(bring(cast, sheet, now)) == ["same"]

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(name=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40))
    def test_any_name_comes_back_and_none_is_a_formula(self, name):
        sheet = written_sheet([{"name": name, "kind": "GGZ"}])
        (row,) = csv.DictReader(StringIO(sheet), delimiter=";")
        assert not row["naam"].startswith(("=", "+", "-", "@"))
        (line,) = read_sheet(sheet)
        assert line.told["name"] == name
