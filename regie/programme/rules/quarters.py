"""Quarters of a year as people write them, kept as "2025-Q1" so that they sort."""

import re
from datetime import date

from regie.base.errors import NotValid
from regie.programme.rules.blocks import FIRST_YEAR, YEARS_AHEAD

WRONG = "Dit is geen kwartaal. Vul het zo in: 1e kwartaal 2026."
YEAR_FIRST = re.compile(r"(\d{4})\D{0,4}([1-4])")
YEAR_LAST = re.compile(r"([1-4])\D{0,4}(\d{4})")
NOISE = re.compile(r"kwartaal|kw|q|k|(?<=\d)(ste|de|e)(?=\W|\d)|van|[\s./-]+")


def quarter_typed(text: str) -> str:
    """A quarter as it was typed: 1e kwartaal 2025, Q1 2025, 2025-Q1 or 2025/1; raises NotValid."""
    bare = NOISE.sub(" ", text.strip().lower())
    first, last = YEAR_FIRST.fullmatch(bare.strip()), YEAR_LAST.fullmatch(bare.strip())
    if first:
        return f"{first[1]}-Q{first[2]}"
    if last:
        return f"{last[2]}-Q{last[1]}"
    raise NotValid(WRONG)


def quarter_of(day: date) -> str:
    """The quarter in which a day lies."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def quarter_said(quarter: str) -> str:
    """As it is read: 1e kwartaal 2025; unknown is empty."""
    year, _, number = quarter.partition("-Q")
    return f"{number}e kwartaal {year}" if number else ""


def check_quarter(quarter: str, *, field: str, on: date) -> None:
    """Raises NotValid for what is no quarter, or one of long ago or far away."""
    last = on.year + YEARS_AHEAD
    if not re.fullmatch(r"\d{4}-Q[1-4]", quarter):
        raise NotValid(WRONG, field=field)
    if not FIRST_YEAR <= int(quarter[:4]) <= last:
        raise NotValid(f"Kies een kwartaal van {FIRST_YEAR} tot en met {last}.", field=field)
