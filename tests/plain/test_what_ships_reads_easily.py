"""The gate: whatever ships for him to read, reads easily by our own measure."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from regie.desk.pages import agreement_paper, draft_first_day
from regie.desk.pages.draft_letters import ABOUT_HIM, HANDED_OVER, INVITATION, MISSED
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


def said_in(path: Path) -> list[str]:
    """What a page puts on his paper: each sentence in the code, with a name or a number where something is filled in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
    } - {tree}
    documents = {
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and isinstance(node.body[0], ast.Expr)
    }
    said = [
        "".join(part.value if isinstance(part, ast.Constant) else "Noor" for part in node.values)
        if isinstance(node, ast.JoinedStr)
        else node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        or (isinstance(node, ast.Constant) and node not in inside and isinstance(node.value, str))
        if node not in documents
    ]
    return [text for text in said if " " in text.strip()]


def of_the_approach() -> Iterator[tuple[str, str]]:
    """His goals and steps to begin from, and in which words is said how it goes."""
    for goal in national().goal_templates:
        yield f"{goal.code}", goal.title
        yield from ((f"{goal.code}: step", step.words) for step in goal.steps)
    for one in (*national().reading_levels, *national().basic_conditions):
        yield one.code, f"{one.title}\n{one.text}"


SHEETS = sorted((ROOT / "regie/desk/pages").glob("sheet_*.py"))
SHIPPED = [
    *((f"{sheet.stem}: {said[:40]}", said) for sheet in SHEETS for said in said_in(sheet)),
    *((letter[18:50], letter) for letter in (INVITATION, MISSED, ABOUT_HIM, HANDED_OVER)),
    *((said, said) for said in (*draft_first_day.SLEEPS.values(), *sum(draft_first_day.ALONG.values(), ()))),
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


def test_what_his_sheets_say_is_read():
    assert SHEETS
    assert "Dit plan maken we samen." in said_in(ROOT / "regie/desk/pages/sheet_my_plan.py")


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
