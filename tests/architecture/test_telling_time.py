"""What time it is, is told: only a front, a command and the demo look at the clock."""

import ast
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch

import pytest

from tests.architecture.source import Source, dotted, imported, none, sources

LOOKS = (
    "regie/base/clock.py",  # the clock itself
    "regie/entrance/middleware.py",  # once for every request
    "regie/entrance/adapters.py",  # allauth stamps what it records, and tells nobody the time
    "regie/entrance/sessions.py",  # Django asks which sessions ended, and tells nobody the time
    "regie/*/management/commands/*.py",  # once for every command
    "regie/demo/*",  # codes of this moment
)
CLOCKS = frozenset(
    {"timezone.now", "clock.now", "datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
    | {"time.time", "time.time_ns", "functions.Now"}
)
TRANSLATES = frozenset({"localdate", "localtime"})  # a moment between the brackets; without one it looks
AUTOMATIC = frozenset({"auto_now", "auto_now_add"})


def is_clock(name: str) -> bool:
    """Whether a full name is a clock by its last two words: django.utils.timezone.now is timezone.now."""
    return ".".join(name.split(".")[-2:]) in CLOCKS


def is_look(call: ast.Call) -> bool:
    """Whether this call looks at the clock without naming it."""
    word = dotted(call.func).split(".")[-1]
    asked = {keyword.arg for keyword in call.keywords}
    return bool(asked & AUTOMATIC) or (word in TRANSLATES and not call.args and not asked)


def looks(source: Source) -> Iterator[ast.AST]:
    """Every place where this file looks at the clock: it is imported, called, or handed on."""
    for node in source.nodes(ast.Attribute, ast.ImportFrom, ast.Call):
        called = isinstance(node, ast.Call) and is_look(node)
        if called or any(is_clock(name) for name in [*imported(node), dotted(node)]):
            yield node


def clock_readers(files: Iterable[Source]) -> Iterator[str]:
    """Every look at the clock where it is not allowed."""
    for source in files:
        if not any(fnmatch(source.path, pattern) for pattern in LOOKS):
            for node in looks(source):
                yield f"{source.at(node)}: do not look at the clock. Let the caller tell (`at=`, or `on=` for a day)."


def test_only_the_edge_looks_at_the_clock():
    none(clock_readers(sources("regie")))


@pytest.mark.parametrize(
    "text",
    [
        "timezone.now()",
        "from regie.base.clock import now",
        "from time import time",
        "DateTimeField(default=timezone.now)",
        "datetime.date.today()",
        "timezone.localdate()",
        "from django.db.models.functions import Now",
        "DateTimeField(auto_now=True)",
        "localtime()",
    ],
)
def test_a_look_at_the_clock_is_found(text: str):
    assert list(clock_readers([Source.of("regie/persons/rules.py", text)]))
    assert not list(clock_readers([Source.of("regie/demo/pages.py", text)]))


@pytest.mark.parametrize(
    "text", ["timezone.localdate(moment)", "from django.utils.timezone import localtime", "at.date()"]
)
def test_translating_a_moment_is_no_look(text: str):
    assert not list(clock_readers([Source.of("regie/persons/rules.py", text)]))
