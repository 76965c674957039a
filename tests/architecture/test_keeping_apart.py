"""Pages stand in the fronts, and nothing happens behind the caller's back."""

import ast
from collections.abc import Iterable, Iterator

import pytest

from tests.architecture.shape import FRONTS
from tests.architecture.source import Source, dotted, none, sources

PAGE_TOOLS = (
    "django.http",
    "django.shortcuts",
    "django.forms",
    "django.template",
    "django.urls",
    "django.views",
    "django.core.paginator",
    "django.contrib.messages",
)
# Below the fronts, and yet with tools for pages.
MAKES_PAGES = {
    "regie/accounts/access.py": "the rule stands on the view, so it wraps views",
    "regie/ui/forms.py": "how every form looks",
    "regie/ui/verb_form.py": "how every form calls its verb",
    "regie/ui/templatetags/ui.py": "what every template may say",
}
SIGNALS = (
    "django.dispatch",
    "django.db.models.signals",
    "django.core.signals",
    "django.contrib.auth.signals",
)


def pages_below(files: Iterable[Source]) -> Iterator[str]:
    """Every import of a tool for pages below the fronts."""
    for source in files:
        if source.app and source.app not in FRONTS and source.path not in MAKES_PAGES:
            for node, name in source.imports_from(*PAGE_TOOLS):
                yield f"{source.at(node)}: {name} is for pages. Let a front do this, and call a verb or a query here."


def signals(files: Iterable[Source]) -> Iterator[str]:
    """Every signal that is imported or listened to."""
    for source in files:
        heard = [node for node, _ in source.imports_from(*SIGNALS)]
        heard += [node for node in source.nodes(ast.Call) if dotted(node.func).endswith(".connect")]
        for node in heard:
            yield f"{source.at(node)}: no signals. Call what must happen, from the action that makes it happen."


def test_pages_stand_in_the_fronts():
    none(pages_below(sources("regie")))


def test_there_are_no_signals():
    none(signals(sources("regie", "config")))


def planted(text: str, path: str = "regie/persons/rules.py") -> list[Source]:
    return [Source.of(path, text)]


@pytest.mark.parametrize(
    "line", ["from django.http import Http404", "import django.forms", "from django import forms"]
)
def test_a_tool_for_pages_below_the_fronts_is_found(line: str):
    assert list(pages_below(planted(line)))
    assert not list(pages_below(planted(line, "regie/desk/views/people.py")))


@pytest.mark.parametrize(
    "text",
    ["from django.dispatch import receiver", "from django.db.models import signals", "pre_save.connect(f)"],
)
def test_a_signal_is_found(text: str):
    assert list(signals(planted(text)))
