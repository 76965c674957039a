"""Which signs the fonts of paper have, so that a name never becomes a row of empty boxes without a word."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
INSTEAD = "□"  # where a sign stands that no font has; the sheet says which it was
ENDS_OF_LINES = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
JOINERS = "\u200c\u200d"  # letters of Persian, and pictures made of several, are written with them
VARIANTS = re.compile(r"[\ufe00-\ufe0f]")  # in colour or not: paper is grey


@lru_cache
def covered() -> frozenset[int]:
    """Every sign that a font of ours has."""
    found: set[int] = set()
    for file in sorted(FONTS.rglob("*.ttf")):
        with TTFont(file, lazy=True) as font:
            found.update(font.getBestCmap())
    return frozenset(found)


def lettered(told: Any, unknown: dict[str, None]) -> Any:
    """What was told, with only signs that can be printed; those that cannot are added to `unknown` as U+674E."""
    if isinstance(told, str):
        return "".join(_sign(sign, unknown) for sign in _tidy(told))
    if isinstance(told, dict):
        return {name: lettered(value, unknown) for name, value in told.items()}
    if isinstance(told, list | tuple):
        return [lettered(value, unknown) for value in told]
    return told


def _tidy(text: str) -> str:
    """One way to write each letter, one kind of line end, and nothing that only steers other machines."""
    text = VARIANTS.sub("", ENDS_OF_LINES.sub("\n", unicodedata.normalize("NFC", text))).replace("\t", " ")
    return "".join(sign for sign in text if sign in JOINERS or sign == "\n" or not _steers(sign))


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf")


def _sign(sign: str, unknown: dict[str, None]) -> str:
    if sign == "\n" or (ord(sign) in covered() and unicodedata.category(sign) != "Co"):
        return sign
    unknown[f"U+{ord(sign):04X}"] = None
    return INSTEAD
