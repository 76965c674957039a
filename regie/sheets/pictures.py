"""The pictures of the screen for paper: one icon out of our own sheet of icons, as an SVG of its own."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders

SYMBOL = re.compile(r'<symbol id="([\w-]+)"(.*?)</symbol>', re.DOTALL)


def pictures_in(told: Any) -> dict[str, str]:
    """By name the SVG of every picture that is named in what is told, under `picture`."""
    return {name: _all()[name] for name in sorted(set(_named(told)))}


def _named(told: Any) -> Iterator[str]:
    if isinstance(told, dict):
        if name := told.get("picture"):
            yield name
        told = list(told.values())
    if isinstance(told, list | tuple):
        for one in told:
            yield from _named(one)


@lru_cache
def _all() -> dict[str, str]:
    sprite = Path(str(finders.find("ui/icons.svg"))).read_text()
    return {
        name: f'<svg xmlns="http://www.w3.org/2000/svg"{drawing}</svg>'
        for name, drawing in SYMBOL.findall(sprite)
    }
