"""Writing the list of difficult words: the nation lays it down, a region or municipality adds to it or says otherwise."""

from typing import Any

import pytest
from django.test import Client

from regie.approach.actions import load
from regie.approach.queries import approach_for
from regie.approach.rules import WordRule, Wrong, approach_from, read_layer, setting_of
from tests.cast import TESTER, Cast, sign_in
from tests.factories.approaches import shipped

OF_HERE = """
  plain.words:
    value:
      ketenpartner: wie ook helpt
      conform: zoals in
      Vidar: off
      traject: {easier: weg, why: Zo zeggen wij het hier.}
    source: werkgroep taal
    read_on: 2026-11-18
    verified: true
    reason: Onze jongeren kennen deze woorden.
"""


def read(said: Any) -> tuple[WordRule, ...]:
    words: tuple[WordRule, ...] = setting_of("plain.words").kind.read(said)
    return words


def test_each_with_what_is_easier_and_why():
    assert read(
        {"Conform": " volgens ", "traject": {"easier": "plan", "why": "Korter."}, "DigiD": "off"}
    ) == (
        WordRule("conform", "volgens"),
        WordRule("traject", "plan", "Korter."),
        WordRule("digid", ""),
    )
    assert read({"UWV": False}) == read({"UWV": "off"})
    assert read({"naar  aanleiding\nvan": "door  iets"}) == (WordRule("naar aanleiding van", "door iets"),)


@pytest.mark.parametrize("number", [7, 31, 0])
def test_a_sentence_is_eight_words_at_least_and_thirty_at_most(number: int):
    longest = setting_of("plain.longest_sentence").kind
    assert (longest.read(8), longest.read(30)) == (8, 30)
    with pytest.raises(Wrong):
        longest.read(number)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({}, "lijst"),
        ("conform: volgens", "lijst"),
        ({"conform": ""}, "conform"),
        ({"conform": "…"}, "conform"),
        ({"conform": "Conform"}, "hetzelfde"),
        ({"conform": 3}, "conform"),
        ({"conform": True}, "conform"),
        ({"conform": ["volgens"]}, "conform"),
        ({"conform": {"easier": "volgens", "because": "korter"}}, "conform"),
        ({"conform": {"why": "korter"}}, "conform"),
        ({"x" * 61: "kort"}, "60"),
        ({"kort": "x" * 61}, "60"),
        ({12: "twaalf"}, "aanhalingstekens"),
        ({"...": "punten"}, "..."),
    ],
)
def test_what_cannot_be_is_said(said: Any, wrong: str):
    with pytest.raises(Wrong, match=wrong):
        read(said)


class TestAMunicipality:
    @pytest.fixture
    def words(self, cast: Cast, now) -> dict[str, str]:
        load(shipped("sittard-geleen") + OF_HERE, filename="lokaal.yaml", by=TESTER, at=now)
        return {word.code: word.title for word in approach_for(cast.here, on=now.date()).plain_words}

    def test_adds_words_of_its_own(self, words: dict[str, str]):
        assert words["ketenpartner"] == "wie ook helpt"
        assert words["middels"] == "met"

    def test_says_a_word_otherwise_or_lets_it_stand(self, words: dict[str, str]):
        assert (words["conform"], words["vidar"]) == ("zoals in", "")

    def test_elsewhere_nothing_changes(self, words: dict[str, str], cast: Cast, now):
        there = {word.code: word.title for word in approach_for(cast.elsewhere, on=now.date()).plain_words}
        assert there["conform"] == "volgens"
        assert "ketenpartner" not in there

    def test_reads_them_on_its_page(self, words: dict[str, str], cast: Cast):
        page = sign_in(cast.wil).get("/aanpak/").content.decode()
        for said in (
            "Moeilijke woorden, en makkelijker",
            "conform → zoals in",
            "vidar → mag hier",
            "middels → met",
        ):
            assert said in page
        assert f"Toon alle {len(words)}" in page
        assert "Landelijk, hier aangevuld" in page

    def test_counts_the_words_of_a_sentence_itself(self, cast: Cast, now):
        longest = (
            OF_HERE[: OF_HERE.index("    value")].replace("words", "longest_sentence") + "    value: 12\n"
        )
        text = longest + OF_HERE[OF_HERE.index("    source") :]
        load(shipped("sittard-geleen") + text, filename="lokaal.yaml", by=TESTER, at=now)
        assert approach_for(cast.here, on=now.date()).longest_sentence == 12
        assert approach_for(cast.elsewhere, on=now.date()).longest_sentence == 15


def test_an_approach_without_them_counts_as_we_do():
    text = shipped("national")
    without = text[: text.index("  plain.longest_sentence")] + text[text.index("  messages.kept") :]
    approach = approach_from([read_layer(without)], editions=(1,))
    assert (approach.longest_sentence, approach.plain_words) == (15, ())


def test_a_manager_changes_how_long_a_sentence_may_be(cast: Cast, noor: Client):
    page = sign_in(cast.wil).get(f"/aanpak/{cast.here.cbs_code}/plain.longest_sentence/wijziging/")
    assert page.status_code == 200
    assert "15 woorden" in page.content.decode()
