"""What came of it: solved, an exception, refused and why, to another level; or no answer, or not needed any more."""

from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotNow, NotValid
from regie.detention.rules import check_told_day
from regie.escalations.enums import EscalationOutcome, EscalationState, Level
from regie.escalations.rules.escalation import LONGEST_NAMED
from regie.escalations.rules.level import Asking
from regie.plans.rules import check_short

LONGEST_ANSWER = 1000  # characters
BY_OURSELVES = frozenset({EscalationOutcome.SILENT, EscalationOutcome.CALLED_OFF})
NOT_SENT = "Dit is nog niet verstuurd: er moet eerst een tweede persoon naar kijken."
WHY = {
    EscalationOutcome.REFUSED: "Waarom is het geweigerd? Schrijf dat op.",
    EscalationOutcome.CALLED_OFF: "Waarom is het niet meer nodig? Schrijf dat op.",
    EscalationOutcome.SOLVED: "Hoe is het opgelost? Schrijf dat op.",
    EscalationOutcome.EXCEPTION: "Welke uitzondering is gemaakt? Schrijf dat op.",
}


@dataclass(frozen=True)
class EscalationAnswerAccount:
    """What was answered on a day, by whom; `to_level` only when it goes to another level."""

    happened_on: date
    outcome: EscalationOutcome
    words: str = ""
    by_whom: str = ""
    to_level: Level | str = ""


def check_answer(account: EscalationAnswerAccount, asked: Asking, *, ended_on: date | None, on: date) -> None:
    """Raises NotValid beside what cannot be, NotNow of what was not sent; `ended_on` is of its barrier."""
    called_off = account.outcome is EscalationOutcome.CALLED_OFF
    if not called_off and asked.sent_on is None:
        raise NotNow(NOT_SENT)
    _check_day(account, asked, ended_on=ended_on, on=on)
    if account.outcome in WHY and not account.words.strip():
        raise NotValid(WHY[account.outcome], field="words")
    if account.outcome not in BY_OURSELVES and not account.by_whom.strip():
        raise NotValid("Van wie kwam dit antwoord? Schrijf de naam op.", field="by_whom")
    _check_level(account, asked)
    check_short(account, {"words": LONGEST_ANSWER, "by_whom": LONGEST_NAMED})


def _check_day(account: EscalationAnswerAccount, asked: Asking, *, ended_on: date | None, on: date) -> None:
    check_told_day(account.happened_on, field="happened_on", birth_date=None, on=on)
    if account.happened_on < (asked.sent_on or asked.asked_on):
        raise NotValid("Toen was dit nog niet gevraagd. Kies een latere dag.", field="happened_on")
    if ended_on and account.happened_on > ended_on:
        raise NotValid("Toen was deze barrière al voorbij. Kies een eerdere dag.", field="happened_on")
    if account.outcome is EscalationOutcome.SILENT and account.happened_on < asked.due_on:
        raise NotValid(
            f"Er is tijd om te antwoorden tot {asked.due_on:%d-%m-%Y}. Wacht daarop, of bel.", field="outcome"
        )


def _check_level(account: EscalationAnswerAccount, asked: Asking) -> None:
    elsewhere = account.outcome is EscalationOutcome.OTHER_LEVEL
    if elsewhere and account.to_level in ("", asked.level):
        raise NotValid("Naar welk niveau moet het? Kies een ander niveau.", field="to_level")
    if not elsewhere and account.to_level:
        raise NotValid("U koos een niveau. Kies dan ‘Naar een ander niveau’.", field="to_level")


def check_answerable(asked: Asking) -> None:
    """Raises NotNow of what the second person kept back, or of what was answered already."""
    if asked.state(over=False) is EscalationState.NOT_SENT:
        raise NotNow("De tweede persoon zei nee. Dit is nooit verstuurd.")
    if asked.outcome:
        raise NotNow(f"Hier staat al een antwoord: {asked.outcome.label}. Trek dat eerst in.")
