"""Makes a sheet of paper: what it says as plain values, how it looks in a layout of Typst, out comes a PDF.

What people wrote goes in as data and is never markup. No network, no font of the machine, no file but the layouts.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.utils.timezone import localtime

from regie.sheets.lettering import FONTS, lettered
from regie.sheets.pictures import pictures_in
from regie.ui.words import on_weekday

LAYOUTS = Path(__file__).parent / "layouts"


@dataclass(frozen=True)
class Heading:
    """What every sheet says of itself: what it is, of which municipality, by whom it was made and when."""

    title: str
    municipality: str
    by: str
    at: datetime


def make(layout: str, content: Mapping[str, Any], heading: Heading) -> bytes:
    """The PDF of a layout with this content: texts, numbers, lists and dicts; `picture` names an icon beside words."""
    unknown: dict[str, None] = {}
    told = lettered(
        {
            "title": heading.title,
            "municipality": heading.municipality,
            "made": f"Gemaakt op {on_weekday(localtime(heading.at).date())} door {heading.by}.",
            "content": dict(content),
        },
        unknown,
    )
    told |= {"unknown": ", ".join(unknown), "pictures": pictures_in(told["content"])}
    return typst.compile(
        str(LAYOUTS / f"{layout}.typ"),
        root=str(LAYOUTS),
        font_paths=_fonts(),
        sys_inputs={"told": json.dumps(told)},
        pdf_standards=["ua-1", "a-2a"],  # to be read aloud, and to be kept
        timestamp=int(heading.at.timestamp()),
        package_path=str(LAYOUTS / "none"),
        package_cache_path=str(LAYOUTS / "none"),
    )


@lru_cache
def _fonts() -> typst.Fonts:
    """Ours only: so a sheet looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
