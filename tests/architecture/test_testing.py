"""Tests stand where one looks for them, and none is left out without saying why."""

import ast
from collections.abc import Iterable, Iterator

import pytest
from django.test import TestCase

from tests.architecture.source import Source, dotted, none, sources
from tests.same_on_both import says_the_same_on_both

LEAVES_OUT = frozenset({"skip", "skipif", "xfail", "importorskip", "expectedFailure", "skipUnless", "skipIf"})


def strays(files: Iterable[Source]) -> Iterator[str]:
    """Every file that holds tests under a name that is not test_<doing>.py."""
    for source in files:
        tests = [one for one in source.functions() if one.name.startswith("test_") and not one.returns]
        if tests and not source.path.split("/")[-1].startswith("test_"):
            yield f"{source.path}: it holds tests that pytest does not find; name it test_<what is done>.py."


def reason(node: ast.AST) -> str:
    """What a call says as its reason: the text named so, or the only text."""
    if not isinstance(node, ast.Call):
        return ""
    said = [keyword.value for keyword in node.keywords if keyword.arg == "reason"]
    said += [text for text in node.args if dotted(node.func) in {"pytest.skip", "pytest.xfail"}]
    return next((text.value for text in said if isinstance(text, ast.Constant) and text.value), "")


def left_out(files: Iterable[Source]) -> Iterator[str]:
    """Every test that is skipped, or expected to fail, without a reason on the spot."""
    for source in files:
        calls = {call.func: call for call in source.nodes(ast.Call)}
        for node in source.nodes(ast.Attribute):
            leaves_out = node.attr in LEAVES_OUT and dotted(node).split(".")[0] in {"pytest", "unittest"}
            if leaves_out and not reason(calls.get(node, node)):
                yield f"{source.at(node)}: {node.attr} without a reason; say on the spot why, in words."


def test_tests_stand_where_pytest_finds_them():
    none(strays(sources("tests")))


def test_no_test_is_left_out_without_a_reason():
    none(left_out(sources("tests")))


def test_a_test_in_a_stray_file_is_found():
    planted = "def test_it(): ..."
    assert list(strays([Source.of("tests/persons/registering.py", planted)]))
    assert not list(strays([Source.of("tests/persons/test_registering.py", planted)]))


@pytest.mark.parametrize(
    "text",
    [
        "@pytest.mark.skip\ndef test_it(): ...",
        "@pytest.mark.skipif(True)\ndef test_it(): ...",
        "@pytest.mark.xfail(reason='')\ndef test_it(): ...",
        "pytest.skip()",
    ],
)
def test_a_test_left_out_without_a_reason_is_found(text: str):
    assert len(list(left_out([Source.of("tests/x/test_y.py", text)]))) == 1


@pytest.mark.parametrize(
    "text", ["pytest.skip('only SQLite')", "@pytest.mark.skipif(True, reason='x')\ndef test_it(): ..."]
)
def test_a_reason_is_enough(text: str):
    assert not list(left_out([Source.of("tests/x/test_y.py", text)]))


class TestOfDjango(TestCase):
    def test_asks_a_database(self):
        """Its base does, before it begins."""


def test_what_asks_no_database_says_the_same_on_both(request: pytest.FixtureRequest):
    assert says_the_same_on_both(request.node)


@pytest.mark.django_db
def test_what_asks_one_by_its_mark_may_not(request: pytest.FixtureRequest):
    assert not says_the_same_on_both(request.node)


def test_what_asks_one_by_who_is_there_may_not(request: pytest.FixtureRequest, cast: object):
    assert not says_the_same_on_both(request.node)


@pytest.mark.django_db
def test_what_asks_one_by_its_base_may_not(request: pytest.FixtureRequest):
    (of_django,) = [test for test in request.session.items if test.parent.name == TestOfDjango.__name__]
    assert not says_the_same_on_both(of_django)
