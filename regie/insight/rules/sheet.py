"""The yearly account as CSV, as a spreadsheet opens it in Dutch."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from regie.figures.rules import OF_FEW
from regie.insight.rules.insight import YearlyAccount
from regie.insight.rules.year import Year
from regie.partners.rules import harmless

COLUMNS = ("gemeente", "jaar", "over wie", "onderdeel", "wat is geteld", "aantal", "opmerking")
FLOW = {
    "together": "in dit jaar begeleid",
    "before": "begeleid aan het begin van het jaar",
    "begun": "begonnen in dit jaar",
    "stopped": "gestopt in dit jaar",
    "after": "begeleid aan het einde van het jaar",
}
ANSWERS = ("in orde", "niet in orde", "niet bekend", "niet gevraagd")


def written_account(account: YearlyAccount, *, place: str, year: Year, whose: str) -> str:
    """One number a line; a number that is hidden stays empty and says so. No cell can be taken for a formula."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for part, what, number in _numbers(account, year):
        cells = (place, str(year.number), whose, part, what, "" if number is None else str(number))
        writer.writerow([*map(harmless, cells), OF_FEW if number is None else ""])
    return written.getvalue()


def _numbers(account: YearlyAccount, year: Year) -> Iterator[tuple[str, str, int | None]]:
    so_far = {} if year.is_over else {"after": f"begeleid op {year.last:%d-%m-%Y}"}
    for name, what in (FLOW | so_far).items():
        yield "trajecten", what, getattr(account.flow, name)
    for line in account.lines:
        yield from _of(line.title, zip(ANSWERS, line.numbers, strict=True))


def _of(part: str, told: Iterable[tuple[str, int | None]]) -> Iterator[tuple[str, str, int | None]]:
    return ((part, what, number) for what, number in told)
