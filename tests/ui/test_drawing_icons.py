"""A template draws an icon; nobody reads its code. One drawing stands for one thing, wherever it is used."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import Context, Template

from regie.ui.pictograms import ALL, PICTOGRAMS

IN_A_TEMPLATE = re.compile(r"""(?:icon|name|picture)=["']([a-z0-9-]+)["']|{% icon ["']([a-z0-9-]+)["']""")
# What is given a drawing, and as which of its arguments.
GIVEN = {"Action": 2, "HeaderFact": 1, "Destination": 2, "to_do": 0}
NAMED = ("icon", "picture")


def test_an_icon_is_drawn_and_not_told():
    drawn = Template('{% load ui %}<p>{% icon "menu-2" %}</p>').render(Context())
    assert drawn.startswith('<p><svg class="icon" aria-hidden="true"')
    assert drawn.endswith('#menu-2"></use></svg></p>')


@pytest.mark.parametrize("told", ["drawing", "word", "stands_for"])
def test_a_drawing_has_one_meaning_and_a_meaning_one_drawing(told: str):
    counted = Counter(getattr(one, told).lower() for group in ALL for one in group.drawn)
    assert len(counted) > 45
    assert {name: times for name, times in counted.items() if times > 1} == {}


def test_the_sheet_of_icons_has_what_the_list_names_and_no_more():
    sprite = Path("regie/ui/static/ui/icons.svg").read_text()
    drawn = re.findall(r'<symbol id="([^"]+)"[^>]*>\n((?: *<[a-z]+ [^>]*/>\n)+)</symbol>', sprite)
    assert [name for name, _ in drawn] == sorted(PICTOGRAMS)
    assert len({lines for _, lines in drawn}) == len(drawn)


def test_every_drawing_that_is_named_stands_in_the_list():
    named = [*in_templates(), *in_pages()]
    assert len({name for name, _ in named}) > 40
    assert {one for one in named if one[0] not in PICTOGRAMS} == set()


def in_templates() -> Iterator[tuple[str, str]]:
    for path in Path("regie").rglob("*.html"):
        for tag in re.findall(r"{%[^%]*%}", path.read_text()):
            if "icon" in tag:
                for names in IN_A_TEMPLATE.findall(tag):
                    yield next(filter(None, names)), str(path)


def in_pages() -> Iterator[tuple[str, str]]:
    """Each drawing that a module names as an argument, or in a table of desk/pages/drawings.py."""
    for path in [*Path("regie").rglob("*.py"), Path("config/navigation.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            for given in [*_arguments(node), *(_values(node) if path.name == "drawings.py" else ())]:
                if isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value:
                    yield given.value, str(path)


def _arguments(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        place = GIVEN.get(node.func.id, len(node.args))
        yield from node.args[place : place + 1]
        yield from (keyword.value for keyword in node.keywords if keyword.arg in NAMED)


def _values(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Dict):
        yield from node.values
