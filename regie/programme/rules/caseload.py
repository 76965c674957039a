"""How many young people are guided, planned and real, month by month."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from regie.base.errors import NotValid

MONTHS = tuple(range(1, 13))
MOST = 500  # of one municipality
Shown = Mapping[date, int | None]  # what a version showed of each month that it knew; None was hidden


@dataclass(frozen=True)
class CaseloadAccount:
    """For each month of a year how many are meant to be guided; None is not planned."""

    numbers: tuple[int | None, ...] = (None,) * 12


@dataclass(frozen=True)
class MonthCount:
    """One month: planned, real on its last day, and whether the real number is hidden, for it tells of few people."""

    month: date
    planned: int | None
    real: int | None
    hidden: bool = False


def check_caseload(account: CaseloadAccount) -> None:
    """Raises NotValid beside the month (`month_3`) that cannot be, or when nothing is planned at all."""
    for month, number in zip(MONTHS, account.numbers, strict=True):
        if number is not None and not 0 <= number <= MOST:
            raise NotValid(f"Vul een aantal in van 0 tot en met {MOST}.", field=f"month_{month}")
    if all(number is None for number in account.numbers):
        raise NotValid("Vul minstens één maand in.", field="month_1")


def last_day(month: date) -> date:
    """The last day of the month that begins on this day."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def months_of(years: Sequence[int]) -> list[date]:
    """The first day of every month of these years."""
    return [date(year, month, 1) for year in years for month in MONTHS]


def counted(
    planned: Mapping[date, int | None],
    real: Mapping[date, int],
    *,
    smallest: int,
    before: Iterable[Shown] = (),
) -> tuple[MonthCount, ...]:
    """Planned beside real, by month; 0 for `smallest` hides nothing.

    Hidden is a real number from 1 up to `smallest`, exclusive; of a month that was hidden in one of the versions
    `before`; and one that differs by so few from what one of them showed of that month.
    """
    versions = list(before)
    hidden = {
        month
        for month, number in real.items()
        if _tells_of_few(number, [one[month] for one in versions if month in one], smallest)
    }
    return tuple(
        MonthCount(month, planned.get(month), None if month in hidden else real.get(month), month in hidden)
        for month in sorted({*planned, *real})
    )


def _tells_of_few(number: int, shown: Sequence[int | None], smallest: int) -> bool:
    """Whether a number tells of few people: by itself, or beside what was read of the same month before."""
    if smallest == 0:
        return False
    if None in shown:
        return True
    return any(0 < abs(number - other) < smallest for other in (0, *filter(None, shown)))
