"""How a barrier ended: broken through and how, or not needed any more and why."""

from dataclasses import dataclass
from datetime import date

from regie.barriers.enums import BarrierOutcome
from regie.barriers.rules.attempt import LONGEST_TRIED
from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.plans.rules import check_short

ASKS = {
    BarrierOutcome.BROKEN: "Hoe is het gelukt? Schrijf dat op: een ander heeft er ook iets aan.",
    BarrierOutcome.NOT_NEEDED: "Waarom is het niet meer nodig? Schrijf dat op.",
}


@dataclass(frozen=True)
class BarrierEndAccount:
    """What is told: since `happened_on` it stands in his way no more, and how that came."""

    happened_on: date
    outcome: BarrierOutcome
    words: str


def check_end(
    account: BarrierEndAccount, *, began: date, tried_on: date | None, birth_date: date | None, on: date
) -> None:
    """Raises NotValid beside what is missing or cannot be; `tried_on` is the day of the last attempt at it."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if account.happened_on < began:
        raise NotValid("Toen was deze barrière er nog niet. Kies een latere dag.", field="happened_on")
    if tried_on and account.happened_on < tried_on:
        raise NotValid(
            f"Op {tried_on:%d-%m-%Y} was er nog een poging. Kies die dag of later.", field="happened_on"
        )
    if not account.words.strip():
        raise NotValid(ASKS[account.outcome], field="words")
    check_short(account, {"words": LONGEST_TRIED})
