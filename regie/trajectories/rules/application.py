"""What can be told of an application: when it was asked, what hangs on it, and what came of it."""

from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotNow, NotValid
from regie.detention.rules import check_told_day
from regie.trajectories.enums import ApplicationKind as Kind
from regie.trajectories.enums import ApplicationOutcome as Outcome
from regie.trajectories.enums import Threatened

LONGEST_APPLICATION = 100  # characters: what was asked, in a few words
DECIDED = tuple(outcome for outcome in Outcome if outcome is not Outcome.WAITING)
GRANTED = (Outcome.GRANTED, Outcome.PARTLY)
# Against these he can object.
OBJECTIONABLE = (Outcome.PARTLY, Outcome.REFUSED, Outcome.STOPPED)


@dataclass(frozen=True)
class ApplicationAccount:
    """What is told: it was asked on `happened_on`, and what came of it.

    `decided_on` is the day on which the decision was sent: from then on the time to object counts. `threatened` is one
    of `Threatened`, of debt help; `words` say what was asked, of something else.
    """

    happened_on: date
    outcome: Outcome = Outcome.WAITING
    decided_on: date | None = None
    threatened: str = ""
    words: str = ""


def check_application(kind: Kind, account: ApplicationAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that cannot be, or what does not belong to this kind."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    _check_words(kind, account.words.strip())
    _check_threatened(kind, account.threatened)
    _check_decision(account, on=on)


def may_follow(now: Outcome) -> tuple[Outcome, ...]:
    """What can be decided after this: on what waits everything; what was granted can be stopped."""
    if now is Outcome.WAITING:
        return DECIDED
    return (Outcome.STOPPED,) if now in GRANTED else ()


def check_may_follow(now: Outcome, then: Outcome) -> None:
    """Raises NotValid for no decision at all, or NotNow for one that cannot follow."""
    if then is Outcome.WAITING:
        raise NotValid("Kies wat er is besloten.", field="outcome")
    if then not in may_follow(now):
        raise NotNow("Over deze aanvraag is al besloten. Klopt dat niet? Verbeter dan de aanvraag.")


def _check_words(kind: Kind, words: str) -> None:
    if kind is not Kind.OTHER and words:
        raise NotValid("Dit hoort hier niet bij. Laat dit leeg.", field="words")
    if kind is Kind.OTHER and not words:
        raise NotValid("Schrijf in een paar woorden wat er is aangevraagd.", field="words")
    if len(words) > LONGEST_APPLICATION:
        raise NotValid(f"Dit is te lang. Houd het onder {LONGEST_APPLICATION} tekens.", field="words")


def _check_threatened(kind: Kind, threatened: str) -> None:
    if kind is Kind.DEBT_HELP and threatened not in Threatened:
        raise NotValid("Kies een antwoord.", field="threatened")
    if kind is not Kind.DEBT_HELP and threatened:
        raise NotValid("Dit hoort alleen bij schuldhulpverlening.", field="threatened")


def _check_decision(account: ApplicationAccount, *, on: date) -> None:
    decided_on = account.decided_on
    if account.outcome is Outcome.WAITING:
        if decided_on:
            raise NotValid("Loopt de aanvraag nog? Laat de dag van het besluit dan leeg.", field="decided_on")
        return
    if decided_on is None:
        raise NotValid("Vul de dag van het besluit in.", field="decided_on")
    check_told_day(decided_on, field="decided_on", birth_date=None, on=on)
    if decided_on < account.happened_on:
        raise NotValid("Deze dag ligt voor de dag van de aanvraag.", field="decided_on")
