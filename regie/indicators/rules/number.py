"""A number as people and files write it here: with a comma, or with a point that can mean only one thing."""

import re
from decimal import Decimal

from regie.base.errors import NotValid

DUTCH = re.compile(r"-?(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,4}))?", re.ASCII)
POINT = re.compile(r"-?\d+\.\d{1,4}", re.ASCII)
TWO_WAYS = re.compile(r"-?\d{1,3}(?:\.\d{3})", re.ASCII)
WHOLE = re.compile(r"\d+|\d{1,3}(?:\.\d{3})+", re.ASCII)
MOST = Decimal(10) ** 11  # more than there are people


def read_number(text: str, *, field: str) -> Decimal | None:
    """The number, None for an empty text; raises NotValid beside `field`."""
    typed = text.strip().removesuffix("%").strip()
    if not typed:
        return None
    if TWO_WAYS.fullmatch(typed):
        raise NotValid(
            f"Dit kunnen we op twee manieren lezen: {typed}. Schrijf een komma voor de cijfers achter de komma.",
            field=field,
        )
    if not (DUTCH.fullmatch(typed) or POINT.fullmatch(typed)):
        raise NotValid(
            f"Dit is geen getal: {typed}. Schrijf het als 16,9 met hoogstens vier cijfers achter de komma.",
            field=field,
        )
    plain = typed if POINT.fullmatch(typed) else typed.replace(".", "").replace(",", ".")
    return _possible(Decimal(plain), field)


def read_whole(text: str, *, field: str) -> int | None:
    """The whole number, None for an empty text; raises NotValid beside `field`."""
    typed = text.strip()
    if not typed:
        return None
    if not WHOLE.fullmatch(typed):
        raise NotValid(f"Dit is geen heel getal: {typed}. Schrijf alleen cijfers.", field=field)
    return int(_possible(Decimal(typed.replace(".", "")), field))


def _possible(number: Decimal, field: str) -> Decimal:
    if abs(number) >= MOST:
        raise NotValid("Dit getal is te groot.", field=field)
    return number


def written_number(number: Decimal, *, most: int = 4) -> str:
    """A number as it is read here: 16,9 or 1.234; without zeros at its end, and rounded to so many digits."""
    whole, _, rest = f"{number:,.{most}f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")
