"""What every reading is held to: its day, and texts that can be read back."""

from collections.abc import Mapping
from datetime import date

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day

LONGEST_READING = 1000  # characters: as much as somebody says in one breath
LONGEST_TEXT = {"words": LONGEST_READING, "who": 100}
LONGEST_CODE = 30  # of a domain, a level or a condition; the approach allows no longer one of what is kept


def check_read_day(read_on: date, *, birth_date: date | None, day_one: date | None, on: date) -> None:
    """Raises NotValid for a day that has not been, or before he came in: guidance begins there."""
    check_told_day(read_on, field="happened_on", birth_date=birth_date, on=on)
    if day_one and read_on < day_one:
        raise NotValid(
            f"Hij kwam binnen op {day_one:%d-%m-%Y}. Vul een dag in vanaf toen.", field="happened_on"
        )


def check_texts(texts: Mapping[str, str]) -> None:
    """Raises NotValid beside a text that is too long."""
    for field, text in texts.items():
        if len(text) > LONGEST_TEXT[field]:
            raise NotValid(f"Dit is te lang. Houd het onder {LONGEST_TEXT[field]} tekens.", field=field)
