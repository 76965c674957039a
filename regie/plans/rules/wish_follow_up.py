"""When what became of a wish can be true, and which wishes are open."""

from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.plans.enums import WishOutcome

LONGEST_FOLLOW_UP = 1000
CLOSING = frozenset({WishOutcome.CAME_TRUE, WishOutcome.OTHERWISE})


@dataclass(frozen=True)
class WishFollowUpAccount:
    """What became of a wish that day, and what he says of it himself; nothing said is empty."""

    happened_on: date
    outcome: WishOutcome
    words: str = ""


def check_wish_follow_up(account: WishFollowUpAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that has not been, an answer that is none, or words that are too many."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if account.outcome not in WishOutcome:
        raise NotValid("Kies een antwoord.", field="outcome")
    if len(account.words) > LONGEST_FOLLOW_UP:
        raise NotValid(f"Dit is te lang. Houd het onder {LONGEST_FOLLOW_UP} tekens.", field="words")


def is_open(last_outcome: str | None) -> bool:
    """Whether a wish leads: what we do not know, or did not ask again, stays open."""
    return last_outcome not in CLOSING
