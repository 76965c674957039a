"""A front changes nothing itself: it calls a verb, which checks, writes the journal and says who and when."""

import ast
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.shape import FRONTS
from tests.architecture.source import Source, chain, dotted, none, parents, sources

STAFF_FRONTS = sorted(f"regie/{front}" for front in FRONTS - {"demo"})  # the demo makes places and colleagues
WRITES = frozenset(
    "create bulk_create get_or_create update_or_create update bulk_update delete aupdate acreate adelete".split()
)
ROWS = frozenset({"save", "asave", "delete", "full_clean"})
SQL = ("django.db.connection", "django.db.connections", "django.db.models.expressions.RawSQL")


def changes(source: Source) -> Iterator[ast.AST]:
    """Every place where this file writes rows, has a form write them, or speaks SQL."""
    above = parents(source.tree)
    for node in source.nodes(ast.Attribute, ast.Name):
        name = dotted(node).split(".")[-1]
        links = {link.attr for link in chain(node, above) if isinstance(link, ast.Attribute)}
        if (name == "objects" and links & WRITES) or name in {"ModelForm", "modelform_factory"}:
            yield node
    for call in source.nodes(ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr in ROWS:
            yield call
    yield from (node for node, _ in source.imports_from(*SQL))
