"""A template draws an icon; nobody reads its code. One drawing stands for one thing, wherever it is used."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.template import Context, Template

from config.navigation import DESTINATIONS
from regie.ui.pictograms import ALL, PICTOGRAMS

IN_A_TEMPLATE = re.compile(r"""(?:icon|name|picture)=["']([a-z0-9-]+)["']|{% icon ["']([a-z0-9-]+)["']""")
# What is given a drawing, and as which of its arguments.
GIVEN = {"Action": 2, "HeaderFact": 1, "Destination": 2, "to_do": 0}
NAMED = ("icon", "picture")
# Tables of which each row is a tuple: in which module, and which of the tuple is the drawing.
TABLES = {
    "sheet_parts.py": {"WHOSE": 1},
    "sheet_my_plan.py": {"PROMISED": 1},
    "sheet_visit.py": {"PROMISED": 0},
    "draft_first_day.py": {"PARTS": 1},
}


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


def test_every_place_in_the_navigation_has_a_drawing_of_its_own():
    assert {place.label for place in DESTINATIONS if place.icon not in PICTOGRAMS} == set()
    drawn = {(place.url_name, place.icon) for place in DESTINATIONS}
    assert len({icon for _, icon in drawn}) == len(drawn)


def test_every_drawing_that_is_named_stands_in_the_list():
    named = [*in_templates(), *in_pages()]
    assert len({name for name, _ in named}) > 40
    assert {one for one in named if one[0] not in PICTOGRAMS} == set()


@pytest.mark.parametrize(
    ("planted", "module"),
    [
        ('WHOSE = {ME: ("ik", "hidden-drawing")}', "sheet_parts.py"),
        ('call = {"name": name, "picture": "hidden-drawing"}', "anywhere.py"),
        ('line = to_do("hidden-drawing", words)', "anywhere.py"),
        ('DRAWN = {ME: "hidden-drawing"}', "drawings.py"),
    ],
)
def test_a_drawing_on_paper_is_seen_wherever_it_is_named(planted: str, module: str):
    assert list(named_in(module, planted)) == ["hidden-drawing"]


def test_every_table_of_drawings_is_there():
    for module, tables in TABLES.items():
        code = (Path("regie/desk/pages") / module).read_text()
        for table in tables:
            assert list(_rows(ast.parse(code), {table: tables[table]})), f"{module}: {table}"


def in_templates() -> Iterator[tuple[str, str]]:
    for path in Path("regie").rglob("*.html"):
        for tag in re.findall(r"{%[^%]*%}", path.read_text()):
            if "icon" in tag:
                for names in IN_A_TEMPLATE.findall(tag):
                    yield next(filter(None, names)), str(path)


def in_pages() -> Iterator[tuple[str, str]]:
    for path in [*Path("regie").rglob("*.py"), Path("config/navigation.py")]:
        yield from ((name, str(path)) for name in named_in(path.name, path.read_text()))


def named_in(module: str, code: str) -> Iterator[str]:
    """Each drawing that a module names: as an argument, as the `picture` of a dict, in a table of drawings."""
    tree = ast.parse(code)
    found = list(_rows(tree, TABLES.get(module, {})))
    for node in ast.walk(tree):
        found += [*_arguments(node), *_pictures(node), *(_values(node) if module == "drawings.py" else ())]
    for given in found:
        if isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value:
            yield given.value


def _arguments(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        place = GIVEN.get(node.func.id, len(node.args))
        yield from node.args[place : place + 1]
        yield from (keyword.value for keyword in node.keywords if keyword.arg in NAMED)


def _rows(tree: ast.Module, tables: dict[str, int]) -> Iterator[ast.AST]:
    """Of each row of these tables the drawing."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            places = [
                tables[one.id] for one in node.targets if isinstance(one, ast.Name) and one.id in tables
            ]
            for place in places:
                yield from (row.elts[place] for row in node.value.values if isinstance(row, ast.Tuple))


def _pictures(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Dict):
        for name, value in zip(node.keys, node.values, strict=True):
            if isinstance(name, ast.Constant) and name.value == "picture":
                yield value


def _values(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Dict):
        yield from node.values
