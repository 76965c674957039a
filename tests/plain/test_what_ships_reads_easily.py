"""The gate: whatever ships for him to read, reads easily by our own measure."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from regie.desk.pages import agreement_paper
from regie.desk.pages.letters import letter_to_him
from regie.trajectories.models import Referral
from tests.cast import Cast
from tests.factories import people
from tests.plain.shipped import in_the_way, national, words

ROOT = Path(__file__).resolve().parents[2]
# What he reads on paper, as it is drawn; a name or a day stands where a variable is.
TEMPLATES = ("desk/agreement_paper.html", "desk/authorisation_paper.html")


def bare(template: str) -> str:
    """The words of a template: a line for each thing it draws, without tags."""
    text = (ROOT / "regie" / template.split("/")[0] / "templates" / template).read_text(encoding="utf-8")
    named = re.sub(r"\{\{.*?\}\}", "Noor", re.sub(r"\{[%#].*?[%#]\}", "\n", text))
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"</?[^>]+>", "\n", named))


def of_the_approach() -> Iterator[tuple[str, str]]:
    """His goals and steps to begin from, and in which words is said how it goes."""
    for goal in national().goal_templates:
        yield f"{goal.code}", goal.title
        yield from ((f"{goal.code}: step", step.words) for step in goal.steps)
    for one in (*national().reading_levels, *national().basic_conditions):
        yield one.code, f"{one.title}\n{one.text}"


SHIPPED = [
    *of_the_approach(),
    *((name, bare(name)) for name in TEMPLATES),
    *((str(answer), said) for answer, said in agreement_paper.ANSWER.items()),
    *((str(who), said) for who, said in agreement_paper.WHOSE.items()),
]


@pytest.mark.parametrize(("name", "text"), SHIPPED, ids=[name for name, _ in SHIPPED])
def test_it_reads_easily(name: str, text: str):
    assert text.strip()
    assert not [one.said for one in in_the_way(text)], f"{name}: say it more easily"


def test_so_does_the_letter_to_him(cast: Cast, now):
    referral: Referral = people.refer(cast, at=now)
    letter = letter_to_him(referral, officer="Noor")
    assert letter.startswith("Beste ")
    assert not in_the_way(letter)


class TestTheList:
    def test_says_no_word_by_a_word_that_is_difficult_itself(self):
        again = [(word.code, one.said) for word in national().plain_words for one in in_the_way(word.title)]
        assert not again

    def test_is_long_enough_to_help(self):
        assert len(words().easier) >= 150

    def test_every_word_of_it_is_found(self):
        unfound = [
            word.code
            for word in national().plain_words
            if word.title and not in_the_way(f"dit {word.code} dan")
        ]
        assert not unfound
