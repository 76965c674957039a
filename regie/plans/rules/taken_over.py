"""When it can be true that the officer does something for him, and who did it since."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.plans.enums import Doer, RestsOn
from regie.plans.rules.authorisation import check_words

LONGEST_TAKEN_OVER = 300  # characters: one thing
LONGEST_WHY = 1000
LONGEST_DOING = 1000


@dataclass(frozen=True)
class TakenOverAccount:
    """What the officer does for him since `happened_on`, and why; `until` is when they look at it together.

    `authorisation` is the name (`ref`) of the one it rests on; `domain` a code of the approach.
    """

    happened_on: date
    words: str
    why: str = ""
    domain: str = ""
    until: date | None = None
    rests_on: RestsOn = RestsOn.UNKNOWN
    authorisation: UUID | None = None


@dataclass(frozen=True)
class DoingAccount:
    """Who does it since `happened_on`, in words that may be his; `again_on` is when they look at it together again."""

    happened_on: date
    doer: Doer
    words: str = ""
    again_on: date | None = None


def check_taken_over(account: TakenOverAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that cannot be, or words that say nothing or too much."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    check_words(account.words, LONGEST_TAKEN_OVER, field="words", empty="Schrijf op wat u voor hem doet.")
    check_words(account.why, LONGEST_WHY, field="why")
    if account.until and account.until < account.happened_on:
        raise NotValid("Deze dag ligt voor de dag waarop u het overnam.", field="until")
    if (account.rests_on is RestsOn.AUTHORISATION) != (account.authorisation is not None):
        raise NotValid("Kies de machtiging waarop dit rust, of een ander antwoord.", field="rests_on")


def check_doing(account: DoingAccount, *, since: date, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that cannot be; `since` is when it was taken over."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if account.happened_on < since:
        raise NotValid(f"U nam dit over op {since:%d-%m-%Y}. Deze dag ligt daarvoor.", field="happened_on")
    check_words(account.words, LONGEST_DOING, field="words")
    if account.again_on and account.again_on <= account.happened_on:
        raise NotValid("Deze dag ligt niet na de dag waarover u vertelt.", field="again_on")
    if account.again_on and account.doer is Doer.HIMSELF:
        raise NotValid("Hij doet het zelf. Dan hoeft u niet meer samen te kijken.", field="again_on")
