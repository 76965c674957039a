"""When an authorisation can be true, and how it stands on a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.plans.enums import AuthorisationState as State
from regie.plans.enums import Lasts

LONGEST_PARTY = 160  # characters: an organisation in words
LONGEST_SCOPE = 1000
DAY = timedelta(days=1)


@dataclass(frozen=True)
class AuthorisationAccount:
    """What is told of an authorisation: talked over on `happened_on`, for which party, for what, signed and until when.

    `stopped_on` is the day on which he stopped it himself; `replaces` names the one that this one follows.
    """

    happened_on: date
    party: str
    scope: str
    lasts: Lasts = Lasts.UNKNOWN
    signed_on: date | None = None
    until: date | None = None
    stopped_on: date | None = None
    replaces: UUID | None = None

    @property
    def over_on(self) -> date | None:
        """The first day on which it holds no more; None when no such day is known."""
        ends = [self.until + DAY] if self.until else []
        return min([*ends, *([self.stopped_on] if self.stopped_on else [])], default=None)

    def holds(self, on: date) -> bool:
        """Whether it gives leave on a day; on the day he stops it, it gives none."""
        return bool(self.signed_on and self.signed_on <= on and not (self.over_on and self.over_on <= on))

    def state(self, on: date, *, calls_from: date | None = None) -> State:
        """How it stands on a day; one that still holds ends from `calls_from`, the day its term begins to call."""
        if self.stopped_on and self.stopped_on <= on:
            return State.STOPPED
        if self.signed_on is None or self.signed_on > on:
            return State.NOT_SIGNED
        if self.until and self.until < on:
            return State.EXPIRED
        return State.ENDS if self.until and calls_from and calls_from <= on else State.HOLDS


def check_authorisation(account: AuthorisationAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that cannot be, or words that say nothing or too much."""
    for field in ("happened_on", "signed_on", "stopped_on"):
        check_told_day(getattr(account, field), field=field, birth_date=birth_date, on=on)
    for field, longest, empty in (
        ("party", LONGEST_PARTY, "Schrijf op bij welke organisatie de machtiging geldt."),
        ("scope", LONGEST_SCOPE, "Schrijf op waarvoor de machtiging is."),
    ):
        check_words(getattr(account, field), longest, field=field, empty=empty)
    _check_until(account)
    _check_stopped(account)


def check_words(words: str, longest: int, *, field: str, empty: str = "") -> None:
    """Raises NotValid for words that are too long, or say nothing while `empty` says what is missed."""
    if empty and not words.strip():
        raise NotValid(empty, field=field)
    if len(words) > longest:
        raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)


def _check_until(account: AuthorisationAccount) -> None:
    if account.lasts is Lasts.UNTIL_DAY and account.until is None:
        raise NotValid("Vul de laatste dag in, of kies een ander antwoord.", field="until")
    if account.lasts is not Lasts.UNTIL_DAY and account.until:
        raise NotValid("Er is een dag ingevuld. Kies dan: tot en met een dag.", field="lasts")
    if account.until and account.until < (account.signed_on or account.happened_on):
        raise NotValid("Deze dag ligt voor het begin van de machtiging.", field="until")


def _check_stopped(account: AuthorisationAccount) -> None:
    if account.stopped_on is None:
        return
    if account.signed_on is None:
        raise NotValid("Hij heeft nog niet getekend. Er is niets om te stoppen.", field="stopped_on")
    if account.stopped_on < account.signed_on:
        raise NotValid("Deze dag ligt voor de dag dat hij tekende.", field="stopped_on")
