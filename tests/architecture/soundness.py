"""What makes a page sound: findable, labelled, Dutch, and without code of its own."""

import re
from collections import Counter
from collections.abc import Iterator

from regie.ui.pictograms import PICTOGRAMS
from tests.architecture.markup import Element, elements_of

UNLABELLED = frozenset({"hidden", "submit", "button", "reset", "image"})
STRAY = re.compile(r"\{\{|\{%|\{#")
# What Django and allauth say where a text was not put into Dutch.
ENGLISH = re.compile(
    r"\b(sign (in|out|up)|log ?in with|password|two-factor|recovery codes?|security keys?|reauthenticate|name|"
    r"e-?mail address(es)?|forgot|remove|deactivate|generate|third-party|connections?|required|optional)\b",
    re.IGNORECASE,
)


def flaws(html: str) -> list[str]:
    """Everything that is wrong with a page."""
    elements = elements_of(html)
    checks = (frame_flaws, field_flaws, code_flaws, id_flaws, text_flaws, picture_flaws)
    return [sentence for check in checks for sentence in check(elements)]


def frame_flaws(elements: list[Element]) -> Iterator[str]:
    """One h1, a title of its own, and Dutch as its language."""
    headings = [element.text.strip() for element in elements if element.name == "h1"]
    if len(headings) != 1 or not headings[0]:
        yield f"has {len(headings)} times an h1 {headings}; give it one, that says where you are"
    titles = [element.text for element in elements if element.name == "title" and "svg" not in element.within]
    if len(titles) != 1 or not titles[0].split("·")[0].strip():
        yield "has no title of its own; fill the block `title`"
    if [element["lang"] for element in elements if element.name == "html"] != ["nl"]:
        yield 'does not say lang="nl" on html'


def field_flaws(elements: list[Element]) -> Iterator[str]:
    """Every field has a label, and every image says what it shows."""
    labelled = {element["for"] for element in elements if element.name == "label" and element.text.strip()}
    for element in elements:
        typed = (
            element.name == "input"
            and element["type"] not in UNLABELLED
            and "hidden" not in element.attributes
        )
        named = element["aria-label"] or element["aria-labelledby"] or element["id"] in labelled
        if (typed or element.name in {"select", "textarea"}) and not named and "label" not in element.within:
            yield f"asks {element['name']!r} without a label; give it one, or an aria-label"
        if element.name == "img" and "alt" not in element.attributes:
            yield f'shows {element["src"]} without a word; give it an alt (alt="" for decoration)'


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


def id_flaws(elements: list[Element]) -> Iterator[str]:
    """No id is used twice."""
    for name, count in Counter(element["id"] for element in elements if element["id"]).items():
        if count > 1:
            yield f"has the id {name!r} {count} times; give each its own"


def text_flaws(elements: list[Element]) -> Iterator[str]:
    """No template language is left over, and no English."""
    spoken = [element.text for element in elements if element.name in {"title", "body"}]
    for text in [*spoken, *(value for element in elements for value in element.attributes.values())]:
        if stray := STRAY.search(text):
            yield f"shows template language: {text[stray.start() : stray.end() + 20]}"
    for english in sorted({found.group() for text in spoken for found in ENGLISH.finditer(text)}):
        yield f"says {english!r}; put it in Dutch"


def picture_flaws(elements: list[Element]) -> Iterator[str]:
    """Every pictogram stands in the one list, and is left out of what is read aloud: words stand beside it."""
    for element in elements:
        if element.name == "use" and element["href"].split("#")[-1] not in PICTOGRAMS:
            yield f"draws {element['href'].split('#')[-1]!r}; name in ui/pictograms.py what it stands for"
        if element.name == "svg" and element["class"].startswith("icon") and element["aria-hidden"] != "true":
            yield "reads a pictogram aloud; say it in words beside it"
