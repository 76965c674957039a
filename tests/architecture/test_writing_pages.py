"""Every page, as everyone who may come to it, is sound HTML: findable, labelled, Dutch and without inline code."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from django.template.loader import render_to_string

from tests.architecture.markup import Element, elements_of
from tests.architecture.source import none
from tests.architecture.visits import Visit

ERRORS = ("400.html", "403.html", "403_csrf.html", "404.html", "500.html")
# Addresses that show no page of their own, and why.
NO_PAGE = {
    "entrance:home": "leads on to the first place in the navigation",
    "entrance:stay": "answers with nothing",
    "account_set_password": "everyone here has a password",
    "mfa_login_webauthn": "answers to a script",
    "mfa_download_recovery_codes": "gives a file",
    "socialaccount_signup": "nobody signs himself up",
}
UNLABELLED = frozenset({"hidden", "submit", "button", "reset", "image"})
STRAY = re.compile(r"\{\{|\{%|\{#")
# What allauth says when one of its texts was not put into Dutch.
ENGLISH = re.compile(
    r"\b(sign (in|out|up)|log ?in with|password|two-factor|recovery codes?|security keys?|reauthenticate|name|"
    r"e-?mail address(es)?|forgot|remove|deactivate|generate|third-party|connections?|required|optional)\b",
    re.IGNORECASE,
)


def frame_flaws(elements: list[Element]) -> Iterator[str]:
    """One h1, a title of its own, and Dutch as its language."""
    headings = [element.text.strip() for element in elements if element.name == "h1"]
    if len(headings) != 1 or not headings[0]:
        yield f"has {len(headings)} h1 elements ({headings}); give it one, with the name of the page"
    titles = [element.text for element in elements if element.name == "title" and "svg" not in element.within]
    if len(titles) != 1 or not titles[0].split("·")[0].strip():
        yield "has no title of its own; fill the block `title`"
    if [element["lang"] for element in elements if element.name == "html"] != ["nl"]:
        yield 'does not say lang="nl" on html'


def field_flaws(elements: list[Element]) -> Iterator[str]:
    """Every field has a label."""
    labelled = {element["for"] for element in elements if element.name == "label" and element.text.strip()}
    for element in elements:
        asks = element.name in {"select", "textarea"} or (
            element.name == "input" and element["type"] not in UNLABELLED
        )
        named = element["aria-label"] or element["aria-labelledby"] or element["id"] in labelled
        if asks and not named and "label" not in element.within:
            yield f"asks {element['name']!r} without a label; give it one, or an aria-label"


def code_flaws(elements: list[Element]) -> Iterator[str]:
    """No script or style stands in the page itself: the security policy would refuse it."""
    for element in elements:
        if element.name == "script" and not element["src"] and element["type"] != "application/json":
            yield "has a script in the page; put it in a file under static/"
        if element.name == "style" or "style" in element.attributes:
            yield f"has style in the page ({element.name}); put it in a stylesheet"
        for attribute in element.attributes:
            if attribute.startswith("on"):
                yield f"has {attribute} on {element.name}; listen from a file under static/"


def text_flaws(elements: list[Element]) -> Iterator[str]:
    """No id twice, no template language left over, no English."""
    ids = Counter(element["id"] for element in elements if element["id"])
    yield from (f"has the id {name!r} {count} times; an id is unique" for name, count in ids.items() if count > 1)
    spoken = [element.text for element in elements if element.name in SPOKEN and "script" != element.name]
    values = [value for element in elements for value in element.attributes.values()]
    for text in [*spoken, *values]:
        if stray := STRAY.search(text):
            yield f"shows template language: …{text[max(0, stray.start() - 20) : stray.end() + 20]}…"
    for english in {found.group() for text in spoken for found in ENGLISH.finditer(text)}:
        yield f"says {english!r}; put it in Dutch in a template of regie.ui"


def flaws(html: str) -> list[str]:
    """Everything that is wrong with a page."""
    elements = elements_of(html)
    checks = (frame_flaws, field_flaws, code_flaws, text_flaws)
    return [sentence for check in checks for sentence in check(elements)]


def test_every_page_is_sound(visits: list[Visit]):
    pages: dict[str, Visit] = {}
    for visit in visits:
        if visit.is_page:
            pages.setdefault(visit.response.content.decode(), visit)
    none(f"{visit} {flaw}." for html, visit in pages.items() for flaw in flaws(html))


def test_every_page_was_seen(visits: list[Visit]):
    seen = {visit.arrived for visit in visits if visit.is_page and visit.response.status_code in {200, 401}}
    none(
        f"{name}: nobody sees this page; bring its visitor to tests/architecture/visits.py, or say in NO_PAGE why."
        for name in sorted({visit.name for visit in visits} - seen - set(NO_PAGE))
    )
    assert set(NO_PAGE).isdisjoint(seen), "an address in NO_PAGE shows a page"


@pytest.mark.parametrize("template", ERRORS)
def test_every_error_page_is_sound(template: str):
    none(f"{template} {flaw}." for flaw in flaws(render_to_string(template)))
