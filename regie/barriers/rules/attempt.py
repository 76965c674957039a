"""What was tried at a barrier: with whom, what they answered, and when we try again."""

from dataclasses import dataclass
from datetime import date, timedelta

from regie.barriers.rules.barrier import LONGEST_NAMED
from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.plans.rules import check_short

LONGEST_TRIED = 500  # characters
NEXT_WITHIN = timedelta(
    days=92
)  # our own choice, as for who is out of sight: what is further away nobody plans


@dataclass(frozen=True)
class AttemptAccount:
    """What is told: what was tried on a day, with whom, what they answered (empty is: nothing yet), and when again."""

    happened_on: date
    words: str
    whom: str = ""
    answer: str = ""
    again_on: date | None = None


def check_attempt(
    account: AttemptAccount, *, began: date, ended_on: date | None, birth_date: date | None, on: date
) -> None:
    """Raises NotValid beside what is missing or cannot be; `began` is of its barrier, `ended_on` of its end."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if account.happened_on < began:
        raise NotValid("Toen was deze barrière er nog niet. Kies een latere dag.", field="happened_on")
    if ended_on and account.happened_on > ended_on:
        raise NotValid("Toen was deze barrière al voorbij. Kies een eerdere dag.", field="happened_on")
    if not account.words.strip():
        raise NotValid("Wat is er geprobeerd? Schrijf dat op.", field="words")
    if account.again_on and account.again_on <= account.happened_on:
        raise NotValid("De volgende poging ligt na deze. Kies een latere dag.", field="again_on")
    if account.again_on and account.again_on > on + NEXT_WITHIN:
        raise NotValid("Dat is te ver weg. Kies een dag binnen drie maanden.", field="again_on")
    check_short(account, {"words": LONGEST_TRIED, "answer": LONGEST_TRIED, "whom": LONGEST_NAMED})
