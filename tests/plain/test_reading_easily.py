"""What reads with difficulty is said with its place and an easier way; what people say every day is no remark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.plain.rules import Trouble, Wordlist, remarks, running

WORDS = Wordlist.of(
    [
        ("conform", "volgens"),
        ("beschikking", "brief met het besluit"),
        ("naar aanleiding van", "door"),
        ("UWV", ""),
    ]
)
EASY = "ik je jij we bel kom ga morgen vandaag huis school werk moeder geld kamer trein met naar op in en of".split()
PIECES = st.text() | st.sampled_from(
    [
        *EASY,
        "conform",
        "CJIB",
        "a.u.b.",
        "wordt",
        "gebeld",
        "bel",
        "en",
        "vraag",
        "daarna",
        ".",
        "\n",
        "🙂",
        "10.30",
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    """What is in the way, each with the words it is about."""
    return [(one.trouble.value, text[one.start : one.end]) for one in remarks(text, WORDS)]


class TestALongSentence:
    LONG = "Ik ga morgen met mijn moeder naar school en daar wil ik dan graag een keer rustig over praten"

    def test_is_told_with_its_words(self):
        (one,) = remarks(f"Hoi. {self.LONG}. Dag.", WORDS)
        assert (one.start, one.end) == (5, 5 + len(self.LONG))
        assert one.said == "Deze zin is lang: 19 woorden. Kan het in twee zinnen?"

    def test_one_word_fewer_than_too_long_is_fine(self):
        assert remarks("ja " * 15) == ()
        assert remarks("ja " * 16)[0].trouble is Trouble.LONG

    def test_a_municipality_may_count_otherwise(self):
        assert remarks("ja " * 16, longest=16) == ()
        assert "in meer zinnen" in remarks("ja " * 31)[0].said

    @pytest.mark.parametrize("end", [". ", "! ", "? ", "… ", "\n", ".\n", '." '])
    def test_ends_where_people_end_it(self, end: str):
        assert remarks(end.join(["Ik ga naar mijn moeder en haar zus"] * 8)) == ()

    @pytest.mark.parametrize("within", ["10.30", "art. 3", "3.5", "nee.nl", "bijv. dit", "J.P. Jansen"])
    def test_goes_on_after_a_stop_inside_it(self, within: str):
        text = f"Ik kom met mijn moeder en {within} naar de school in de straat bij het grote station"
        assert [one.end for one in remarks(text) if one.trouble is Trouble.LONG] == [len(text)]

    def test_a_list_is_read_line_by_line(self):
        lines = [f"{number}. Ik ga naar mijn moeder in haar huis" for number in range(1, 9)]
        assert remarks("\n".join(lines)) == remarks("\n".join(f"- {line[3:]}" for line in lines)) == ()

    def test_its_number_is_no_word_of_it(self):
        lines = [f"{number}. {'Ja ' * 15}" for number in (1, 2)]
        assert remarks("\n".join(lines)) == ()
        assert found("1. Conform de regels\n2. Conform de regels") == [("difficult", "Conform")] * 2

    def test_a_stop_that_stands_apart_from_an_abbreviation_ends_it(self):
        plans = "Ik wil van alles gaan doen (school, werk, etc)."
        assert [one.trouble for one in remarks(f"{plans} {plans}")] == [Trouble.SHORTENED] * 2


class TestADifficultWord:
    def test_comes_with_an_easier_one(self):
        (one,) = remarks("Ik deed dit conform de regels.", WORDS)
        assert (one.start, one.end, one.easier) == (12, 19, "volgens")
        assert one.said == "‘conform’ is een moeilijk woord. Makkelijker is: ‘volgens’."

    @pytest.mark.parametrize(
        "text", ["twee beschikkingen", "Beschikking van toen", "‘beschikking’", "de beschikking,"]
    )
    def test_is_found_as_people_write_it(self, text: str):
        assert [kind for kind, _ in found(text)] == ["difficult"]

    def test_an_expression_is_one(self):
        assert found("Dit is naar aanleiding van je vraag.") == [("difficult", "naar aanleiding van")]

    @pytest.mark.parametrize("step", [1, -1])
    def test_of_expressions_the_longest_is_meant_and_told_once(self, step: int):
        pairs = [("in verband", "over"), ("in verband met", "door"), ("verband", "pleister")]
        (one,) = remarks("Ik bel in verband met school.", Wordlist.of(pairs[::step]))
        assert (one.start, one.end, one.easier) == (7, 21, "door")

    def test_a_short_word_is_not_found_with_an_ending(self):
        words = Wordlist.of([("bod", "prijs")])
        assert remarks("Wij boden hulp.", words) == ()
        assert remarks("Een bod.", words)

    def test_with_an_ending_it_may_stand_where_that_was_said(self):
        words = Wordlist.of([("beschikking", "brief"), ("beschikkingen", "")])
        assert remarks("Twee beschikkingen.", words) == ()

    def test_without_a_letter_it_is_no_word(self):
        assert Wordlist.of([("…", "puntjes")]) == Wordlist()

    def test_a_name_never_is(self):
        assert found("Ik bel mevrouw Conform, en Beschikking BV.") in ([], [("shortened", "BV")])

    def test_after_replacing_it_the_remark_is_gone(self):
        text = "Ik deed dit conform de regels."
        (one,) = remarks(text, WORDS)
        assert remarks(text[: one.start] + one.easier + text[one.end :], WORDS) == ()

    def test_inside_another_word_it_is_none(self):
        assert found("Hij conformeert zich, de beschikkingsmacht.") == []


class TestAnAbbreviation:
    @pytest.mark.parametrize(
        ("text", "short", "long"),
        [
            ("Bel a.u.b. terug", "a.u.b.", "alstublieft"),
            ("Dit is ivm school", "ivm", "door"),
            ("Lees art. 3 nog eens", "art", "artikel"),
            ("Neem iets mee, bijv. brood", "bijv", "bijvoorbeeld"),
            ("Maandag t/m vrijdag", "t/m", "tot en met"),
            ("Betaal aan het CJIB", "CJIB", ""),
        ],
    )
    def test_is_written_out(self, text: str, short: str, long: str):
        (one,) = remarks(text, WORDS)
        assert (one.trouble, text[one.start : one.end], one.easier) == (Trouble.SHORTENED, short, long)

    def test_nobody_knows_what_a_firm_is_short_for(self):
        assert [one.easier for one in remarks("Ik bel Jansen BV of iemand, bv mijn oom")] == [
            "",
            "bijvoorbeeld",
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Een wc, een tv en een sms",
            "Je BSN en je ID",
            "Het UWV belt",  # the approach says that it may stand here
            "Het bureau voor boetes (CJIB)",
            "Koning Willem II",
            "De heer J.P. de Vries",
            "Om 10.30 uur op 3.5.2026",
            "Ik tel. Jij telt mee.",
            "Mail jan.b@x.nl of kijk op https://www.x.nl/A.B/C?d=UWV",
            "A",
            "A, B, C, D",
            "Ik ga NERGENS heen",
        ],
    )
    def test_what_everybody_says_is_none(self, text: str):
        assert remarks(text, WORDS) == ()


class TestWhoDoesIt:
    @pytest.mark.parametrize(
        "text", ["Het wordt aangevraagd", "Je werd gebeld", "Als het besloten wordt, hoor je het"]
    )
    def test_is_asked(self, text: str):
        assert [kind for kind, _ in found(text)] == ["passive"]

    @pytest.mark.parametrize(
        "text",
        [
            "Hij wordt boos",
            "Ik word gezond",
            "Jij wordt 18",
            "Ik heb gebeld",
            "Het bericht wordt leuk",
            "Het wordt Gerard",
        ],
    )
    def test_is_plain_already(self, text: str):
        assert found(text) == []


class TestTwoThingsToDo:
    @pytest.mark.parametrize(
        "text",
        [
            "Ik bel school en vraag om een brief",
            "Ik bel school en daarna ga ik naar huis",
            "Bel je moeder, vervolgens breng je de sleutel",
        ],
    )
    def test_stand_under_each_other(self, text: str):
        assert [kind for kind, _ in found(text)] == ["two_things"]

    @pytest.mark.parametrize(
        "text", ["Ik bel mijn moeder en mijn oom", "Ik bel school\nIk vraag om een brief", "en"]
    )
    def test_one_is_fine(self, text: str):
        assert found(text) == []


class TestWhateverIsTyped:
    @given(st.lists(PIECES).map(" ".join))
    def test_every_remark_lies_in_the_text_and_says_something(self, text: str):
        found = remarks(text, WORDS)
        assert list(found) == sorted(found)
        for one in found:
            assert 0 <= one.start < one.end <= len(text)
            assert text[one.start : one.end].strip() == text[one.start : one.end]
            assert one.said.endswith((".", "?"))

    @given(st.lists(st.lists(st.sampled_from(EASY[:-2]), min_size=1, max_size=15), max_size=6))
    def test_short_sentences_of_plain_words_have_none(self, spoken: list[list[str]]):
        assert remarks(". ".join(" ".join(words) for words in spoken), WORDS) == ()

    @given(st.lists(st.sampled_from([*EASY, "conform", "CJIB", "a.u.b.", "wordt", "gebeld", "ja."])))
    def test_more_spaces_change_nothing(self, words: list[str]):
        def said(text: str) -> list[str]:
            return [one.said for one in remarks(text, WORDS)]

        assert said(" ".join(words)) == said("   " + " \t ".join(words) + "  ")

    @given(st.text())
    def test_without_words_no_word_is_difficult(self, text: str):
        assert all(one.trouble is not Trouble.DIFFICULT for one in remarks(text))

    @given(st.text())
    def test_from_paper_every_place_stays(self, text: str):
        assert len(running(text)) == len(text)

    def test_on_paper_a_line_ends_because_the_paper_does(self):
        assert running("Ik bel\nnaar school.\nDan hoor je het:\n- morgen\nIk kom.") == (
            "Ik bel naar school.\nDan hoor je het:\n- morgen\nIk kom."
        )

    def test_capitals_only_is_said_once(self):
        assert [kind for kind, _ in found("IK WIL EEN KAMER VAN HET CJIB")] == ["capitals"]

    def test_capitals_only_hide_no_difficult_word(self):
        assert ("difficult", "CONFORM") in found("IK DOE DIT CONFORM DE REGELS")

    @pytest.mark.parametrize(
        "odd", ["a", "A ", ". ", "a.", "1.", "a@", "x.+", "a-", "en bel ", "wordt gebeld ", "\n"]
    )
    def test_a_hundred_thousand_characters_are_read(self, odd: str):
        text = (odd * 100_000)[:100_000]
        assert all(one.end <= 100_000 for one in remarks(text, WORDS))
