"""Over which time a figure is: read as people and the CBS write it, and said as people read it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotValid

FIELD = "period"
EXAMPLES = "Bijvoorbeeld 2023, 2014-2016, 1e kwartaal 2023 of 2023-05."
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


@dataclass(frozen=True, order=True)
class Period:
    """From a day (`since`) until, not including, another (`until`)."""

    since: date
    until: date

    def __str__(self) -> str:
        months = (self.until.year - self.since.year) * 12 + self.until.month - self.since.month
        year, first = self.since.year, self.since.month
        if first == 1 and months % 12 == 0:
            return f"{year}" if months == 12 else f"{year} tot en met {self.until.year - 1}"
        if months == 6:
            return f"{(first + 5) // 6}e halfjaar {year}"
        if months == 3:
            return f"{(first + 2) // 3}e kwartaal {year}"
        return (
            f"{MONTHS[first - 1]} {year}"
            if months == 1
            else f"{self.since:%d-%m-%Y} tot {self.until:%d-%m-%Y}"
        )


def _months(year: int, first: int, number: int) -> Period:
    last = year * 12 + first - 1 + number
    return Period(date(year, first, 1), date(last // 12, last % 12 + 1, 1))


YEAR = r"(?:19|20)\d\d"  # another one is a typing error
# As it is written → what it means. The two letters are of the CBS: 2023JJ00, 2023HJ01, 2023KW01, 2023MM05.
WRITTEN: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.ASCII), made)
    for pattern, made in (
        (rf"({YEAR})(?:JJ00)?", lambda year: _months(year, 1, 12)),
        (
            rf"({YEAR})\s*(?:-|–|/|t/m|tot en met)\s*({YEAR})",
            lambda year, last: Period(date(year, 1, 1), date(last + 1, 1, 1)),
        ),
        (rf"({YEAR})HJ0([12])", lambda year, half: _months(year, half * 6 - 5, 6)),
        (rf"([12])e halfjaar ({YEAR})", lambda half, year: _months(year, half * 6 - 5, 6)),
        (rf"({YEAR})\s*(?:KW0|K|Q)([1-4])", lambda year, quarter: _months(year, quarter * 3 - 2, 3)),
        (rf"([1-4])e kwartaal ({YEAR})", lambda quarter, year: _months(year, quarter * 3 - 2, 3)),
        (rf"({YEAR})(?:MM|-)(0[1-9]|1[0-2])", lambda year, month: _months(year, month, 1)),
        (
            rf"({'|'.join(MONTHS)}) ({YEAR})",
            lambda month, year: _months(year, MONTHS.index(month) + 1, 1),
        ),
    )
)


def read_period(text: str) -> Period:
    """The period that a text names; raises NotValid."""
    typed = " ".join(text.split())
    for pattern, made in WRITTEN:
        if found := pattern.fullmatch(typed):
            period = made(*(int(part) if part.isdigit() else part.lower() for part in found.groups()))
            if period.since < period.until:
                return period
    raise NotValid(f"Deze periode kunnen we niet lezen: {text.strip() or 'leeg'}. {EXAMPLES}", field=FIELD)
