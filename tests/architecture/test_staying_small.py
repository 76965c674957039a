"""One screen a function, one noun a file: how long a file, a template and a function may be."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.architecture.shape import ROOT
from tests.architecture.source import Source, none, sources

FILE = 300
FUNCTION = 45
STORY = 90  # a journey is read from top to bottom
TEMPLATE = 60


def long_files(files: Iterable[Source]) -> Iterator[str]:
    """Every Python file over the ceiling."""
    for source in files:
        length = len(source.text.splitlines())
        if length > FILE:
            yield f"{source.path}: {length} lines, at most {FILE}. Find the missing noun and give it a file."


def long_functions(files: Iterable[Source]) -> Iterator[str]:
    """Every function over the ceiling; its decorators and its docstring are free."""
    for source in files:
        for function in source.functions():
            docstring = ast.get_docstring(function, clean=False) or ""
            length = (function.end_lineno or 0) - function.lineno + 1 - len(docstring.splitlines())
            most = STORY if source.path.startswith("tests/journeys/test_") else FUNCTION
            if length > most:
                yield f"{source.at(function)}: {function.name} has {length} lines, at most {most}. Take a step out."


def long_templates(root: Path) -> Iterator[str]:
    """Every template over the ceiling."""
    for path in sorted((root / "regie").glob("*/templates/**/*.html")):
        length = len(path.read_text().splitlines())
        if length > TEMPLATE:
            yield f"{path.relative_to(root)}: {length} lines, at most {TEMPLATE}. Take a component out."


def test_files_stay_small():
    none(long_files(sources("regie", "config", "tests")))


def test_functions_stay_small():
    none(long_functions(sources("regie", "config", "tests")))


def test_templates_stay_small():
    none(long_templates(ROOT))


def test_a_long_file_is_found():
    assert not list(long_files([Source.of("regie/desk/urls.py", "1\n" * FILE)]))
    assert list(long_files([Source.of("regie/desk/urls.py", "1\n" * (FILE + 1))]))


def test_a_long_function_is_found():
    head, line = "class A:\n  def go():\n", "    1\n"
    assert not list(long_functions([Source.of("regie/desk/urls.py", head + line * (FUNCTION - 1))]))
    assert list(long_functions([Source.of("regie/desk/urls.py", head + line * FUNCTION)]))


def test_a_long_template_is_found(tmp_path: Path):
    folder = tmp_path / "regie/desk/templates/desk"
    folder.mkdir(parents=True)
    (folder / "people.html").write_text("<p>\n" * (TEMPLATE + 1))
    assert list(long_templates(tmp_path))
