"""What he, his officer and a partner agree: what each does, since when, and what we do if it does not work out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from regie.approach.rules import Entry
from regie.base.errors import NotNow, NotValid
from regie.detention.rules import check_told_day
from regie.plans.enums import Consent
from regie.plans.rules import LONGEST_PROMISE, check_no_sanction
from regie.requests.rules.request import AHEAD

# By its field, what is asked when it says nothing.
MISSING = {
    "young_person": "Wat doet hij zelf? Schrijf dat op.",
    "officer": "Wat doet u? Schrijf dat op.",
    "partner": "Wat doet de partner? Schrijf dat op.",
    "otherwise": "Wat doen jullie als het niet lukt? Schrijf op hoe jullie elkaar dan helpen.",
}


@dataclass(frozen=True)
class MutualAccount:
    """What three agreed on a day: what each does from `begins_on`, and `otherwise` when it does not work out."""

    happened_on: date
    begins_on: date | None
    young_person: str
    officer: str
    partner: str
    otherwise: str
    consent: Consent


def check_mutual(
    account: MutualAccount, *, birth_date: date | None, on: date, avoided: Iterable[Entry]
) -> None:
    """Raises NotValid beside what is missing or cannot be, and beside a word of `avoided` that is nobody's own."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    for field, asks in MISSING.items():
        words = getattr(account, field)
        if not words.strip():
            raise NotValid(asks, field=field)
        if len(words) > LONGEST_PROMISE:
            raise NotValid(f"Dit is te lang. Houd het onder {LONGEST_PROMISE} tekens.", field=field)
        check_no_sanction(words, avoided, field=field)
    _check_begins(account, on=on)


def _check_begins(account: MutualAccount, *, on: date) -> None:
    if account.begins_on is None:
        raise NotValid("Vanaf wanneer? Vul een dag in.", field="begins_on")
    if account.begins_on < account.happened_on:
        raise NotValid("Deze dag ligt voor de dag van de afspraak.", field="begins_on")
    if account.begins_on > on + AHEAD:
        raise NotValid("Dat is te ver weg. Kijk de dag na.", field="begins_on")


def check_can_agree(*, since: date, over: bool, happened_on: date) -> None:
    """Raises NotNow with who is involved no more, NotValid beside a day before he was."""
    if over:
        raise NotNow("Deze partner is niet meer betrokken. Betrek hem eerst opnieuw.")
    if happened_on < since:
        raise NotValid("Toen was deze partner nog niet betrokken.", field="happened_on")
