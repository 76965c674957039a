"""When a talent says something."""

from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.plans.enums import SaidBy

LONGEST_TALENT = 300


@dataclass(frozen=True)
class TalentAccount:
    """What is told of what he is good at, or likes to do: since when we know it, in words, and who says so."""

    happened_on: date
    words: str
    said_by: SaidBy = SaidBy.UNKNOWN


def check_talent(account: TalentAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that has not been, or words that say nothing or too much."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if not account.words.strip():
        raise NotValid("Schrijf op waar hij goed in is, of wat hij graag doet.", field="words")
    if len(account.words) > LONGEST_TALENT:
        raise NotValid(f"Dit is te lang. Houd het onder {LONGEST_TALENT} tekens.", field="words")
    if account.said_by not in SaidBy:
        raise NotValid("Kies wie dit zegt.", field="said_by")
