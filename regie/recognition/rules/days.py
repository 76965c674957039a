"""A day as the Dutch write it. What could be two days, or none, is no day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "januari jan",
            "februari feb febr",
            "maart mrt mar",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "augustus aug",
            "september sep sept",
            "oktober okt",
            "november nov",
            "december dec",
        ),
        1,
    )
    for word in words.split()
}
WEEKDAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
SHORT_DAYS = {name[:2]: place for place, name in enumerate(WEEKDAYS)}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY = re.compile(
    rf"(?<![\w/.:,'’+-])(?:(?P<weekday>{'|'.join(WEEKDAYS)}|ma|di|wo|do|vr|za|zo)\.?,?[ ]{{1,2}}(?:de[ ])?)?"
    r"(?:(?P<iy>(?:19|20)\d\d)-(?P<im>\d\d)-(?P<id>\d\d)"
    r"|(?P<nd>\d{1,2})(?P<sep>[ ]?[-/.][ ]?)(?P<nm>\d{1,2})(?P=sep)(?P<ny>\d{4}|\d\d)"
    rf"|(?P<wd>\d{{1,2}})(?:e|ste|de)?[ -]{{1,2}}(?P<wm>{_MONTH})\.?[ -]{{1,2}}(?P<wy>\d{{4}}|['’]?\d\d))"
    r"(?![\w/%€-]|[.,:]\d)",
    re.I | re.ASCII,
)
COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
TIME = re.compile(
    r"(?:T|,?[ ]{1,2}(?:om[ ])?)\d{1,2}[:.]\d\d(?::\d\d(?:\.\d{1,6})?Z?)?(?:[ ]?(?:uur|u))?\.?$", re.ASCII
)
YOUNGEST, OLDEST = 10, 100  # years: outside these a birth date is that of somebody else, or a slip
LONGEST = 60  # characters of a value that can be a day


@dataclass(frozen=True)
class SeenDay:
    """A day in a text: where it stands, and which it is; None when there is no such day or it could be two."""

    start: int
    end: int
    day: date | None


def seen_days(text: str, *, today: date, birth: bool = False) -> Iterator[SeenDay]:
    """Every date that is written in a text, also the impossible ones."""
    for match in DAY.finditer(text):
        yield SeenDay(match.start(), match.end(), _day(match, today=today, birth=birth))


def day_of(value: str, *, today: date, birth: bool = False) -> date | None:
    """The one day that a value is, wholly (a time behind it is left out), or None."""
    if len(value) > LONGEST:
        return None
    value = value.strip().rstrip(".,")
    value = TIME.sub("", value)
    compact = COMPACT.fullmatch(value)
    if compact:
        return _possible(int(compact[1]), int(compact[2]), int(compact[3]), today=today, birth=birth)
    match = DAY.fullmatch(value)
    return _day(match, today=today, birth=birth) if match else None


def _day(match: re.Match[str], *, today: date, birth: bool) -> date | None:
    if match["iy"]:
        numbers = int(match["iy"]), int(match["im"]), int(match["id"])
    elif match["nd"]:
        numbers = _year(match["ny"], today=today, birth=birth), int(match["nm"]), int(match["nd"])
    else:
        year = _year(match["wy"].lstrip("'’"), today=today, birth=birth)
        numbers = year, MONTHS[match["wm"].lower()], int(match["wd"])
    day = _possible(*numbers, today=today, birth=birth)
    weekday = match["weekday"]
    if day and weekday and day.weekday() != SHORT_DAYS[weekday.lower()[:2]]:
        return None
    return day


def _year(digits: str, *, today: date, birth: bool) -> int:
    """Four digits, or two that can be only one year; else 0, which no day has."""
    year = int(digits)
    if len(digits) == 4:
        return year
    if birth:
        fits = [one for one in (1900 + year, 2000 + year) if YOUNGEST <= today.year - one <= OLDEST]
        return fits[0] if len(fits) == 1 else 0
    return 2000 + year if abs(2000 + year - today.year) <= 15 else 0


def _possible(year: int, month: int, day: int, *, today: date, birth: bool) -> date | None:
    first, last = (today.year - OLDEST, today.year - YOUNGEST) if birth else (1990, today.year + 40)
    if not first <= year <= last:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
