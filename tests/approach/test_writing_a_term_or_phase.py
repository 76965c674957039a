"""Writing a term or a phase: how a day is counted, in a layer and in words, and what cannot be written."""

from fractions import Fraction
from typing import Any

import pytest

from regie.approach.actions import load
from regie.approach.enums import Anchor, Situation, Unit
from regie.approach.rules import Counting, Deadline, Length, Span, Wrong, setting_of
from regie.base.errors import NotValid
from tests.cast import TESTER, Cast
from tests.factories.approaches import shipped

TERM = {"title": "Iets doen", "counted": "4 weeks after day_one", "act": "officer", "tone": "loud"}
FOUR_WEEKS, YEAR = Length(4, Unit.WEEKS), Length(12, Unit.MONTHS)


def term(**changes: Any):
    return Deadline("deadlines.a_term").read(TERM | changes)


def phases(**said: Any):
    return setting_of("content.phases").kind.read(said)


def refused(text: str, now) -> list[str]:
    """What is said of a file that cannot be used: a line each."""
    with pytest.raises(NotValid) as error:
        load(text, filename="aanpak.yaml", by=TESTER, at=now)
    return error.value.sentence.splitlines()


class TestHowADayIsCounted:
    @pytest.mark.parametrize(
        ("written", "counting", "words"),
        [
            ("4 weeks after day_one", Counting(Anchor.DAY_ONE, FOUR_WEEKS), "4 weken na dag één van de detentie"),
            ("1 days before release", Counting(Anchor.RELEASE, Length(1, Unit.DAYS), before=True), "1 dag voor de vrijlating"),
            ("on hearing", Counting(Anchor.HEARING), "op de dag van de zitting"),
            ("on agreement_again", Counting(Anchor.AGREEMENT_AGAIN), "op de dag om de afspraken weer te bekijken"),
            (
                "1/6 of sentence before release",
                Counting(Anchor.RELEASE, None, before=True, share=Fraction(1, 6)),
                "een zesde van zijn straf voor de vrijlating",
            ),
            (
                "12 months and 1/3 of rest after day_one",
                Counting(Anchor.DAY_ONE, YEAR, share=Fraction(1, 3)),
                "12 maanden en een derde van wat dan rest van zijn straf na dag één van de detentie",
            ),
        ],
    )  # fmt: skip
    def test_reads_as_people_say_it(self, written: str, counting: Counting, words: str):
        assert term(counted=written).counting == counting
        assert counting.words == words

    @pytest.mark.parametrize(
        "written",
        [
            "", "4 weeks", "4 weeks after", "after day_one", "weeks after day_one", "4 years after day_one",
            "4 weeks since day_one", "4 weeks after birthday", "four weeks after day_one", "-4 weeks after day_one",
            "1/3 of rest after day_one", "12 months and 1/3 of sentence after day_one", "3/2 of sentence after day_one",
            "1/0 of sentence after day_one", "1/3 of life after day_one", "12 months and 4 weeks after day_one",
            "4 weeks after day_one\n", 4, None, ["4 weeks after day_one"],
        ],
    )  # fmt: skip
    def test_anything_else_is_refused(self, written: Any):
        with pytest.raises(Wrong, match="counted"):
            term(counted=written)


class TestForWhichLength:
    def test_from_above_and_until(self):
        assert term(sentence={"from": "8 days", "until": "12 months"}).sentence == Span(
            Length(8, Unit.DAYS), YEAR
        )
        above = term(sentence={"above": "12 months"}).sentence
        assert (above, above.words) == (Span(YEAR, above=True), "langer dan 12 maanden")
        assert not term().sentence

    @pytest.mark.parametrize(
        "written", ["12 months", {"to": "12 months"}, {"from": "8 days", "above": "8 days"}]
    )
    def test_anything_else_is_refused(self, written: Any):
        with pytest.raises(Wrong, match="sentence"):
            term(sentence=written)


class TestInWhichPhase:
    def test_by_their_codes(self):
        assert term(phases=["release", "stabilise"]).phases == ("release", "stabilise")

    @pytest.mark.parametrize("written", ["release", 4, [""], [None]])
    def test_anything_else_is_refused(self, written: Any):
        with pytest.raises(Wrong, match="phases"):
            term(phases=written)


LATE_SUMMER = """
  deadlines.summer:
    value:
      title: Ook in de zomer bellen
      counted: 1 weeks after last_contact
      act: officer
      tone: quiet
      phases: [summer]
    text: Dan is alles dicht.
    source: besluit van de gemeente
    read_on: 2026-11-27
    verified: true
    reason: Zo willen wij het.
"""


class TestAPhaseThatNobodyLaidDown:
    def test_is_refused_with_the_line_of_its_term(self, cast: Cast, now):
        text = shipped("national")
        line = text[: text.index("deadlines.contact_norm_outside:")].count("\n") + 1
        (said,) = refused(text.replace("phases: [stabilise]", "phases: [stabilise, summer]"), now)
        assert f"regel {line}: deadlines.contact_norm_outside: de fase summer kennen we niet" in said
        local = shipped("sittard-geleen").rstrip() + LATE_SUMMER
        assert "de fase summer kennen we niet" in refused(local, now)[0]
        load(local.replace("[summer]", "[taper]"), filename="aanpak.yaml", by=TESTER, at=now)


class TestAPhase:
    def test_begins_like_a_term_is_due(self):
        (one,) = phases(outside={"title": "Buiten", "begins": "3 days after released", "only": ["free"]})
        assert one.begins == (Counting(Anchor.RELEASED, Length(3, Unit.DAYS)),)
        assert one.only == (Situation.FREE,)

    def test_may_have_a_title_alone(self):
        (one,) = phases(outside="Buiten")
        assert (one.code, one.title, one.begins, one.only) == ("outside", "Buiten", (), ())

    def test_may_begin_in_more_than_one_way(self):
        (one,) = phases(outside={"title": "Buiten", "begins": ["on released", "4 weeks after first_contact"]})
        assert [way.anchor for way in one.begins] == [Anchor.RELEASED, Anchor.FIRST_CONTACT]

    @pytest.mark.parametrize(
        ("said", "why"),
        [
            ({"title": "Buiten", "begins": "soon"}, "outside: begins"),
            ({"title": "Buiten", "begins": 4}, "outside: begins"),
            ({"title": "Buiten", "only": ["happy"]}, "outside: only"),
            ({"title": "Buiten", "ends": "on released"}, "title en text"),
            ({"begins": "on released"}, "titel"),
            (None, "titel"),
            (4, "titel"),
        ],
    )
    def test_anything_else_is_refused(self, said: Any, why: str):
        with pytest.raises(Wrong, match=why):
            phases(outside=said)


class TestAListToArrange:
    def test_says_what_is_on_it_and_what_is_of_the_minimum(self):
        said = {"phone": {"title": "Telefoon", "minimum": True}, "debts": "Schulden"}
        first, second = setting_of("content.release_items").kind.read(said)
        assert (first.code, first.title, first.minimum) == ("phone", "Telefoon", True)
        assert (second.code, second.title, second.minimum) == ("debts", "Schulden", False)

    @pytest.mark.parametrize(
        ("said", "why"),
        [
            ({}, "schrijf een lijst"),
            ([], "schrijf een lijst"),
            ({"phone": {"title": ""}}, "ontbreekt de titel"),
            ({"phone": {"title": "Telefoon", "minimum": "ja"}}, "minimum: schrijf true of false"),
            ({"phone": {"title": "Telefoon", "begins": "on release"}}, "alleen title en text"),
            ({"Phone": "Telefoon"}, "alleen kleine letters"),
            ({"x" * 31: "Telefoon"}, "hooguit 30"),
        ],
    )
    def test_what_cannot_be_written_is_refused(self, said: Any, why: str):
        with pytest.raises(Wrong, match=why):
            setting_of("content.detention_items").kind.read(said)
