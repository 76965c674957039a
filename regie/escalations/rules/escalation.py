"""What is told when a barrier rises: to which level, of whom, what is asked, with which brief and by when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.escalations.enums import Level
from regie.escalations.rules.level import Asking
from regie.plans.rules import check_short

LONGEST_NAMED = 120
LONGEST_QUESTION = 300  # characters: one sentence
LONGEST_BRIEF = 4000
AHEAD = timedelta(days=184)  # our own choice: who may wait longer than half a year, is not waited for
NO_ROLE = "Welke functie heeft hij of zij? Schrijf dat op."
NO_QUESTION = "Wat vraagt u? Schrijf het in één zin."
NO_BRIEF = "Schrijf op wat er speelt."
NO_NAME = "Aan wie vraagt u het? Kies een collega, of schrijf een naam op."
TWO_NAMES = "U koos al een collega. Maak dit leeg."
YOURSELF = "Dat bent u zelf. Kies iemand anders."


@dataclass(frozen=True)
class EscalationAccount:
    """What is told: on `happened_on` it was asked of a colleague by account, or of somebody outside by name."""

    happened_on: date
    level: Level
    role: str
    question: str
    brief: str
    wanted_by: date
    colleague: Any = None  # an account: rules know no rows
    name: str = ""

    @property
    def to(self) -> str:
        """Whom it is asked of, to compare."""
        return f"#{self.colleague.pk}" if self.colleague else " ".join(self.name.casefold().split())


def check_escalation(account: EscalationAccount, *, began: date, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside what is missing or cannot be; `began` is of its barrier."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if account.happened_on < began:
        raise NotValid("Toen was deze barrière er nog niet. Kies een latere dag.", field="happened_on")
    if account.wanted_by <= account.happened_on:
        raise NotValid("Geef tijd om te antwoorden. Kies een latere dag.", field="wanted_by")
    if account.wanted_by > on + AHEAD:
        raise NotValid("Dat is te ver weg. Kies een dag binnen een half jaar.", field="wanted_by")
    asks = {"role": NO_ROLE, "name": NO_NAME, "question": NO_QUESTION, "brief": NO_BRIEF}
    for name, sentence in asks.items():
        if not getattr(account, name).strip():
            raise NotValid(sentence, field=name)
    longest = {"role": LONGEST_NAMED, "name": LONGEST_NAMED}
    check_short(account, longest | {"question": LONGEST_QUESTION, "brief": LONGEST_BRIEF})


def check_whom(account: EscalationAccount, asker: str) -> EscalationAccount:
    """What is told with the name of a colleague as it is now; raises NotValid of two people, or of who asks himself."""
    if account.colleague is None:
        return account
    if account.name.strip():
        raise NotValid(TWO_NAMES, field="name")
    if str(account.colleague.pk) == asker:
        raise NotValid(YOURSELF, field="colleague")
    return replace(account, name=str(account.colleague))


def check_after(account: EscalationAccount, past: Sequence[Asking]) -> None:
    """Raises NotValid of a day on which what was asked before was not over yet."""
    after = max((one.closed_on for one in past), default=None)
    if after and account.happened_on < after:
        raise NotValid(
            f"Tot {after:%d-%m-%Y} liep er nog een andere vraag. Kies die dag of later.", field="happened_on"
        )
