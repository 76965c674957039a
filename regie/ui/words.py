"""How days and numbers are said on the screen."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.timezone import localtime

HOURS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def written(day: date | None) -> str:
    """A day as people write it: 3 mei 2004; unknown is empty."""
    return _dated(day, "j F Y") if day else ""


def briefly(day: date | None) -> str:
    """A day where there is little room: 3 mei 2004, 14 mrt 2027; unknown is empty."""
    return date_format(day, "j M Y").lower() if day else ""


def on_weekday(day: date | None) -> str:
    """A day with its name: dinsdag 1 december 2026; unknown is empty."""
    return _dated(day, "l j F Y") if day else ""


@lru_cache(maxsize=4_000)  # a list says the same few days hundreds of times
def _dated(day: date, how: str) -> str:
    return date_format(day, how)


def clock_time(time_of_day: time | None) -> str:
    """A time of day: 9.30 uur; unknown is empty."""
    return f"{time_of_day:%-H.%M} uur" if time_of_day else ""


def clock_typed(text: str) -> str:
    """A time of day as it was typed, with a colon between hours and minutes: 9.30, 9u30 and 930 uur are 9:30."""
    typed = re.sub(r"\s*(uur|u)$", "", text.strip().lower())
    parts = [part for part in re.split(r"[\s.:u]+", typed) if part]
    return re.sub(r"^(\d{1,2})(\d{2})$", r"\1:\2", ":".join(parts))


def no_one_time(typed: object) -> str:
    """Why what was typed is no one time of that day; empty when it may be one."""
    said = str(typed)
    if said in ("24", "24:00"):
        return "24.00 uur is 0.00 uur van de volgende dag. Vul die dag in, met 0.00."
    half, _, hour = said.partition(":")
    if half != "half" or hour not in HOURS:
        return ""
    at = HOURS.index(hour)
    return f"‘half {hour}’ kan op twee tijden zijn: {at}.30 of {at + 12}.30 uur. Vul in welke."


def moment(at: datetime) -> str:
    """A moment: 23 november 2026, 14.05 uur."""
    return date_format(localtime(at), "j F Y, H.i") + " uur"


def month_name(month: int) -> str:
    """The name of a month of the year: 1 is januari."""
    return _dated(date(2000, month, 1), "F")


def days(number: int) -> str:
    """A number of days: 1 dag, 12 dagen."""
    return "1 dag" if number == 1 else f"{number} dagen"


def lived(age: int | None) -> str:
    """An age: 19 jaar; unknown is said."""
    return f"{age} jaar" if age is not None else "Leeftijd niet bekend"


def listed(words: Sequence[str]) -> str:
    """Several things in one breath: a, b en c."""
    return " en ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def capital(words: str) -> str:
    """Words as a sentence begins."""
    return words[:1].upper() + words[1:]


def by_when(due: date, earliest: date | None = None) -> str:
    """By when it must be done: Uiterlijk 27 juli 2026. Op zijn vroegst al nodig op 13 juli 2026."""
    sooner = earliest is not None and earliest < due
    already = f" Op zijn vroegst al nodig op {written(earliest)}." if sooner else ""
    return f"Uiterlijk {written(due)}.{already}"


def amount_typed(amount: Decimal | None) -> str:
    """An amount as people type it: 3.412,50; unknown is empty."""
    return "" if amount is None else f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


def euros(amount: Decimal) -> str:
    """An amount of money: € 3.412,50."""
    return f"€ {amount_typed(amount)}"
