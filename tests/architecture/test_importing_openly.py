"""Imports stand at the top of a file and by name, where the import contracts see them."""

import ast
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.source import Source, dotted, none, sources

MODULES = ("importlib", "django.utils.module_loading", "pkgutil", "runpy")
CALLS = frozenset({"get_model", "__import__"})


def late_imports(files: Iterable[Source]) -> Iterator[str]:
    """Every import inside a function."""
    for source in files:
        for function in source.functions():
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield f"{source.at(node)}: import at the top. If that makes a circle, something stands too low."


def roundabout(files: Iterable[Source]) -> Iterator[str]:
    """Every module or model that is fetched by its name in a text."""
    for source in files:
        found = [node for node, _ in source.imports_from(*MODULES)]
        found += [node for node in source.nodes(ast.Call) if dotted(node.func).split(".")[-1] in CALLS]
        for node in found:
            yield f"{source.at(node)}: import it by name at the top, so that the import contracts see it."


def test_imports_stand_at_the_top():
    none(late_imports(sources("regie", "config")))


def test_nothing_is_imported_by_a_text():
    none(roundabout(sources("regie", "config")))


def planted(text: str) -> list[Source]:
    return [Source.of("regie/persons/rules.py", text)]


def test_a_late_import_is_found():
    assert list(late_imports(planted("def f():\n  import regie.desk")))
    assert not list(late_imports(planted("if TYPE_CHECKING:\n  import regie.desk")))


@pytest.mark.parametrize(
    "text", ["import importlib", "apps.get_model('persons', 'Person')", "__import__('regie.desk')"]
)
def test_an_import_by_a_text_is_found(text: str):
    assert list(roundabout(planted(text)))
