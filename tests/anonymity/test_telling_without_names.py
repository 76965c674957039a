"""What is told of somebody without his name is held against all by which one could still know who he is."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from regie.anonymity.enums import Recognised
from regie.anonymity.rules import Known, leaks

TODAY = date(2026, 11, 18)
SEM = Known(
    names=(("Semih Can", "van der Bosveld"), ("Sem", "van der Bosveld")),
    nicknames=frozenset({"Kippie"}),
    birth_dates=frozenset({date(2004, 4, 3)}),
    people=frozenset({"Oma Riet", "mijn tante Fatma (Geleen)", "zijn moeder", "buurman"}),
    addresses=frozenset({"Lange Poten"}),
    places=frozenset({"Bij zijn tante in Crooswijk"}),
    municipalities=frozenset({"Sittard-Geleen"}),
    institutions=frozenset({"PI Vught"}),
    work=frozenset({"Bakkerij Jonkers"}),
    references=frozenset({"999990019", "DK-2024/8812", "+31612345678"}),
)
ROOS = Known(names=(("Roos", "de Boer"),), birth_dates=frozenset({date(2005, 1, 1)}))
MARK = Known(names=(("Mark", "Vos"), ("Bas", "Bos"), ("Wil", "de Jong"), ("Rein", "Prins")))


def found(text: str, known: Known = SEM) -> list[tuple[str, str]]:
    return [(leak.word, leak.kind.value) for leak in leaks(text, known, TODAY)]


class TestHisName:
    @pytest.mark.parametrize(
        ("text", "word"),
        [
            ("Het loket kende Semih niet.", "Semih"),
            ("het loket kende semih niet", "semih"),
            ("HET LOKET KENDE SEMIH NIET", "SEMIH"),
            ("Het loket kende Sémïh niet.", "Sémïh"),
            ("Het loket kende Se\u0301mih niet.", "Se\u0301mih"),
            ("Het loket kende Se\u200bmih niet.", "Se\u200bmih"),
            ("Sems briefadres werd geweigerd.", "Sems"),
            ("Sem's briefadres werd geweigerd.", "Sem"),
            ("Meneer Bosveld wacht.", "Bosveld"),
            ("meneer v.d. bosveld wacht", "bosveld"),
            ("meneer Vanderbosveld wacht", "Vanderbosveld"),
            ("De Bosveld-zaak", "Bosveld"),
            ("Zie #semihbosveld.", "semihbosveld"),
        ],
    )
    def test_however_it_is_written(self, text, word):
        assert any(one == word or one in word for one, kind in found(text) if kind == "name")

    @pytest.mark.parametrize(
        "word", ["Semmie", "semmie", "Semmie's", "Semtje", "Semi", "Semy", "Kippie", "kippie"]
    )
    def test_and_what_he_is_called(self, word):
        ((shown, kind),) = found(f"Gisteren was {word} te laat.")
        assert (shown, kind) == (word.removesuffix("'s"), "nickname")

    def test_a_short_form_has_a_capital_and_is_no_plain_word(self):
        jayden, daniel = Known(names=(("Jayden", ""),)), Known(names=(("Daniel", ""),))
        assert found("Gisteren was Jay te laat.", jayden) == [("Jay", "nickname")]
        assert found("Gisteren was hij met de jay te laat.", jayden) == []
        assert found("Dan wacht Den Haag op ons, en dan de minister.", daniel) == []

    @pytest.mark.parametrize(
        "word", ["S.B.", "S. B.", "S.B", "SB", "s.b.", "S.C.B.", "SCB", "S.v.d.B.", "SvdB"]
    )
    def test_and_his_initials(self, word):
        assert [kind for _, kind in found(f"Gisteren was {word} te laat.")] == ["initials"]

    @pytest.mark.parametrize(
        "text", ["Daarna kon S. niet naar school.", "Meneer B. wacht.", "Jongere S heeft niets."]
    )
    def test_and_one_letter_for_it(self, text):
        assert [kind for _, kind in found(text)] == ["initials"]

    @pytest.mark.parametrize(
        "text", ["Hij kreeg vitamine B. Daarna ging het.", "Volgens plan B lukte het.", "De SVB wacht."]
    )
    def test_a_letter_of_something_else_is_none(self, text):
        assert found(text) == []

    def test_initials_that_are_an_abbreviation_pass(self):
        pieter = Known(names=(("Otto", "Maas"),))
        assert found("Het OM en o.m. de rechter wachten.", pieter) == []
        assert found("Volgens O.M. kan het.", pieter) == [("O.M.", "initials")]


class TestANameThatIsAWord:
    @pytest.mark.parametrize(
        "text",
        [
            "Op de hoek kweekt een boer een roos.",
            "Een roos is geen bewijs; de boerderij wel.",
        ],
    )
    def test_it_passes_in_small_letters(self, text):
        assert found(text, ROOS) == []

    def test_with_a_capital_it_is_a_name(self):
        assert found("Daarom kon Roos niet terecht.", ROOS) == [("Roos", "name")]
        assert found("Volgens mevrouw De Boer kan het.", ROOS) == [("Boer", "name")]

    def test_where_a_sentence_begins_it_is_refused_too(self):
        assert found("Bos is ook een woord.", MARK) == [("Bos", "name")]

    def test_words_around_it_pass(self):
        text = "Hij wil een bos bloemen; de markt is rein, de vos jong. Het vereist moed van een prins, zegt de baas."
        assert found(text, MARK) == []


class TestTheDayHeWasBorn:
    @pytest.mark.parametrize(
        "text",
        [
            "3-4-2004", "03-04-2004", "3/4/2004", "3.4.2004", "3-4-04", "03-04-'04", "2004-04-03", "2004/4/3",
            "03042004", "20040403", "3 april 2004", "3 apr '04", "3 apr. 2004", "3e april 2004", "april 2004",
            "drie april tweeduizendvier", "derde april 2004", "3 april tweeduizend en vier", "3 APRIL 2004", "3 - 4 - 2004",
            "geboren in 2004", "geboren op 3 april", "jarig op 3 april", "geboortejaar: 2004", "een jongen uit 2004",
        ],
    )  # fmt: skip
    def test_however_it_is_written(self, text):
        assert [kind for _, kind in found(f"Hij is {text}, zegt men.")] == ["birth"]

    @pytest.mark.parametrize(
        "text", ["3 april 2026", "13-4-2004", "3-4-2005", "In 2004 kwam de wet.", "op 3 april belt men"]
    )
    def test_another_day_passes(self, text):
        assert found(text) == []


class TestWhoIsAroundHim:
    @pytest.mark.parametrize("word", ["Riet", "riet", "Fatma", "fatma"])
    def test_by_name(self, word):
        assert found(f"Gisteren kwam {word} mee.") == [(word, "person")]

    def test_who_they_are_to_him_says_nothing(self):
        assert found("Zijn moeder, zijn oma, een tante en de buurman kwamen mee.") == []

    def test_an_organisation_is_nobody(self):
        known = Known(people=frozenset({"Anja van Burgerzaken"}), organisations=frozenset({"Burgerzaken"}))
        assert found("Burgerzaken weigert, zegt Anja.", known) == [("Anja", "person")]


class TestNumbersAndAddresses:
    @pytest.mark.parametrize(
        ("word", "kind"),
        [
            ("sem@voorbeeld.nl", "email"), ("sem.b@x.example.org", "email"),
            ("06-87654321", "phone"), ("06 87 65 43 21", "phone"), ("+31 6 87654321", "phone"), ("046 477 77 77", "phone"),
            ("111222333", "bsn"), ("111.222.333", "bsn"), ("BSN 123456789", "bsn"),
            ("NL91 ABNA 0417 1643 00", "iban"), ("NL91ABNA0417164300", "iban"), ("nl00bank0123456789", "iban"),
            ("6131 AB", "postcode"), ("6131AB", "postcode"), ("6131ab", "postcode"),
            ("AB-12-CD", "plate"), ("12-abc-3", "plate"), ("G-123-BB", "plate"), ("kenteken AB123C", "plate"),
            ("DK-2024/8812", "reference"), ("dk20248812", "reference"), ("9999.90.019", "bsn"),
            ("Hoofdstraat 12", "address"), ("hoofdstraat 12b", "address"), ("de Rijksweg 4", "address"),
            ("Lange Poten", "address"), ("lange poten 3", "address"), ("op de Wilhelminalaan", "address"),
        ],
    )  # fmt: skip
    def test_known_or_not(self, word, kind):
        assert [one for _, one in found(f"Stuur het naar {word} voor het antwoord.")] == [kind]

    @pytest.mark.parametrize(
        "text",
        [
            "In 2024 is dit 3 keer gevraagd, in 2025 en 2026 weer.",
            "Hij wacht 124 dagen; het kost € 1.250,00 per jaar.",
            "Hij stond op straat, onderweg 2 keer, en het Gerechtshof zweeg.",
            "Volgens artikel 2.3.5 van de Wmo 2015 mag het, en na 1-1-2026 ook.",
        ],
    )
    def test_plain_figures_pass(self, text):
        assert found(text) == []


class TestARareCombination:
    @pytest.mark.parametrize(
        "text",
        [
            "Hij is 21 jaar en woont in Crooswijk.",
            "Hij is éénentwintig jaar en komt uit Sittard.",
            "Een 22-jarige uit Lutterade.",
            "Een tweeëntwintigjarige bij Jonkers.",
            "Leeftijd: 22, nu in Vught.",
            "Hij is 22 jr en werkt als lasser.",
            "In Crooswijk werkt hij bij Jonkers.",
            "Van Vught kan hij niet naar Jonkers.",
        ],
    )
    def test_two_things_together(self, text):
        at = date(2025, 6, 1) if "21" in text or "één" in text else TODAY
        (leak, *_) = leaks(text, SEM, at)
        assert leak.together
        assert leak.word in text

    @pytest.mark.parametrize(
        "text",
        [
            "Hij is 22 jaar.",
            "In Crooswijk is geen loket.",
            "PI Vught laat de gemeente Sittard-Geleen niet toe.",
            "Jongeren tot 22 jaar krijgen in Sittard geen briefadres.",
            "Hij wacht 22 dagen in Sittard.",
            "Hij is 22 jaar en krijgt bij DUO volgens de wet in Nederland niets.",
        ],
    )
    def test_each_by_itself_passes(self, text):
        assert found(text) == []


def test_one_word_is_no_combination_with_itself():
    known = Known(work=frozenset({"Bakkerij Jonkers"}), places=frozenset({"Bij Jonkers"}))
    assert found("Jonkers weigert.", known) == []


NAMES = ("Semih", "Bosveld", "Özgür", "Zoë-Anne", "Łukasz", "Nguyễn", "O'Brien", "Jayden", "Yağmur")
WRITTEN = (
    str.upper,
    str.lower,
    str.title,
    str.swapcase,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: "".join(
        letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter)
    ),
    lambda name: "\u0301".join(name) if name.isascii() and name.isalpha() else name,
)


@given(some.text(), some.text(), some.sampled_from(NAMES), some.sampled_from(WRITTEN))
def test_any_text_with_his_name_anywhere_is_refused(before, after, name, how):
    known = Known(names=((name, ""), ("", name)))
    assert leaks(f"{before} {how(name)} {after}", known, TODAY)


@given(some.text(), some.text())
def test_a_long_name_is_found_inside_a_word_too(before, after):
    assert leaks(f"{before}Bosveld{after}", SEM, TODAY)


def test_what_is_said_names_the_word_and_what_it_is():
    (leak,) = leaks("Gisteren was Semmie er.", SEM, TODAY)
    assert leak.kind is Recognised.NICKNAME
    assert leak.sentence == "‘Semmie’ is zijn roepnaam, of lijkt daarop. Schrijf het zonder."


PLAIN = (
    "De gemeente geeft geen briefadres zonder bewijs dat iemand hier slaapt. Het loket vraagt een verklaring van de "
    "wijkagent. Die schrijft hem pas na drie weken. Zo lang is er geen uitkering, geen zorgverzekering en geen DigiD. "
    "Wij belden vier keer in twaalf dagen. Burgerzaken zegt: dit is de regel van de Wet BRP, artikel 2.23. "
    "Op 1 september 2026 vroegen wij een uitzondering; op 12 oktober 2026 stond er nog geen antwoord. Het kost hem zijn "
    "plek bij een werkgever. Kan de wethouder zorgen dat het briefadres tijdens detentie al begint?"
)


@pytest.mark.parametrize("known", [SEM, ROOS, MARK])
def test_a_plain_brief_passes(known):
    assert found(PLAIN, known) == []
