"""When a wish says something."""

from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day

LONGEST_WISH = 1000  # characters: as much as somebody says in one breath, and reads back
LONGEST_PLACE = 120


@dataclass(frozen=True)
class WishAccount:
    """What is told of a wish: the day and the place where he said it, and his own words."""

    happened_on: date
    words: str
    place: str = ""


def check_wish(account: WishAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that has not been, or words that say nothing or too much."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if not account.words.strip():
        raise NotValid("Schrijf op wat hij wil, in zijn eigen woorden.", field="words")
    for field, longest in (("words", LONGEST_WISH), ("place", LONGEST_PLACE)):
        if len(getattr(account, field)) > longest:
            raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)
