"""Who acts and when is told to every verb and action, by name (`by=`, `at=`)."""

import ast
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.shape import FRONTS
from tests.architecture.source import Function, Source, none, sources


def takes_by(function: Function) -> bool:
    """Whether this function asks who acts, in any way."""
    return any(argument.arg == "by" for argument in ast.walk(function.args) if isinstance(argument, ast.arg))


def verbs(source: Source) -> Iterator[Function]:
    """What changes something: what takes `by` (but a check only asks), and all that others call in actions.py."""
    actions = source.tree.body if source.path.endswith("/actions.py") else ()
    for function in source.functions():
        if not function.name.startswith(("_", "check_")) and (takes_by(function) or function in actions):
            yield function


def untold(files: Iterable[Source]) -> Iterator[str]:
    """Every verb below the fronts that does not take `by` and `at`, both keyword-only."""
    for source in files:
        for function in verbs(source) if source.app not in FRONTS else ():
            if not {"by", "at"} <= {argument.arg for argument in function.args.kwonlyargs}:
                yield f"{source.at(function)}: let {function.name} take `*, by, at`: who acts and when, by name."


def test_every_verb_is_told_who_acts_and_when():
    none(untold(sources("regie")))


@pytest.mark.parametrize(
    "text",
    [
        "def end(by, at): ...",
        "def end(*, by): ...",
        "class A:\n def end(self, by, *, at): ...",
        "def end(): ...",
    ],
)
def test_a_verb_that_is_not_told_is_found(text: str):
    assert list(untold([Source.of("regie/persons/actions.py", text)]))
    assert not list(untold([Source.of("regie/persons/actions.py", "def end(*, by, at): ...")]))
