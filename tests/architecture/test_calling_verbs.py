"""A front changes nothing itself: it calls a verb, which checks, says who and when, and writes the journal."""

import ast
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.shape import STAFF_FRONTS
from tests.architecture.source import Source, chain, none, parents, sources

ON_MANY_ROWS = frozenset(
    {"create", "get_or_create", "update_or_create", "bulk_create", "update", "bulk_update", "delete", "raw"}
)
ON_ONE_ROW = frozenset({"save", "delete"})
MODEL_FORMS = ("django.forms.ModelForm", "django.forms.models", "django.views.generic")
MACHINERY = frozenset({"regie/entrance/sessions.py"})  # removing sessions that ended is nobody's act
SQL = ("django.db.connection", "django.db.connections")


def writes(source: Source) -> Iterator[ast.AST]:
    """Every call in this file that writes rows."""
    above = parents(source.tree)
    for node in source.nodes(ast.Attribute):
        links = {link.attr for link in chain(node, above) if isinstance(link, ast.Attribute)}
        on_many = node.attr == "objects" and links & ON_MANY_ROWS
        on_one = node.attr in ON_ONE_ROW and isinstance(above[node], ast.Call)
        if on_many or (on_one and ast.unparse(node.value) != "super()"):
            yield node


def changes(files: Iterable[Source]) -> Iterator[str]:
    """Every place where a front writes rows, lets a form or a generic view write them, or speaks SQL."""
    for source in (source for source in files if source.path not in MACHINERY):
        forms = [node for node in source.nodes(ast.Attribute) if ast.unparse(node) == "forms.ModelForm"]
        imports = [node for node, _ in source.imports_from(*MODEL_FORMS, *SQL)]
        for node in [*writes(source), *forms, *imports]:
            yield f"{source.at(node)}: a front changes nothing itself. Call a verb or an action with `by=` and `at=`."


def test_fronts_change_things_by_verbs_only():
    none(changes(sources(*STAFF_FRONTS)))


@pytest.mark.parametrize(
    "text",
    [
        "Person.objects.create(name='x')",
        "Person.objects.filter(pk=1).update(name='x')",
        "person.save()",
        "moment.delete()",
        "class Form(forms.ModelForm): ...",
        "from django.forms import ModelForm",
        "from django.views.generic import CreateView",
        "from django.db import connection",
    ],
)
def test_a_front_that_changes_something_is_found(text: str):
    assert list(changes([Source.of("regie/desk/views/people.py", text)]))


@pytest.mark.parametrize(
    "text", ["known.update(more)", "moment.withdraw(by=by, at=at)", "Person.objects.get(pk=1)"]
)
def test_other_calls_are_not_in_the_way(text: str):
    assert not list(changes([Source.of("regie/desk/views/people.py", text)]))
