"""What can be told of somebody who is out of sight: since when, how we looked for him, and that he is back."""

from dataclasses import dataclass
from datetime import date, timedelta

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.trajectories.enums import AttemptKind

LONGEST_WHERE = 200  # characters of a place, or of a name
LONGEST_SEARCHED = 500  # characters of what came of an attempt
NEXT_WITHIN = timedelta(days=92)  # our own choice: an attempt that is further away is planned by nobody
TOO_LONG = "Dit is te lang. Houd het onder {most} tekens."


@dataclass(frozen=True)
class OutOfSightAccount:
    """What is told: out of sight since `happened_on`; when, where and by whom he was seen last, and whom to ask.

    Of what nobody knows the day is None and the words are empty.
    """

    happened_on: date
    last_seen_on: date | None = None
    where: str = ""
    seen_by: str = ""
    ask: str = ""


@dataclass(frozen=True)
class AttemptAccount:
    """What is told: how we looked for him on `happened_on`, whom we asked, what came of it, and when we try again."""

    happened_on: date
    kind: AttemptKind
    whom: str = ""
    words: str = ""
    again_on: date | None = None


@dataclass(frozen=True)
class BackInSightAccount:
    """What is told: since `happened_on` we know again where he is, and how that came."""

    happened_on: date
    words: str = ""


def check_out_of_sight(account: OutOfSightAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that cannot be, or words that nobody reads."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    check_told_day(account.last_seen_on, field="last_seen_on", birth_date=birth_date, on=on)
    if account.last_seen_on and account.last_seen_on > account.happened_on:
        raise NotValid("Toen was hij al uit beeld. Kies een eerdere dag.", field="last_seen_on")
    _check_short(account, {"where": LONGEST_WHERE, "seen_by": LONGEST_WHERE, "ask": LONGEST_SEARCHED})


def check_attempt(account: AttemptAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that cannot be, or when nobody can tell from it what was done."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if account.kind is AttemptKind.OTHER and not account.words.strip():
        raise NotValid("Schrijf in een paar woorden wat u deed.", field="words")
    if account.again_on and account.again_on <= account.happened_on:
        raise NotValid("De volgende poging ligt na deze. Kies een latere dag.", field="again_on")
    if account.again_on and account.again_on > on + NEXT_WITHIN:
        raise NotValid("Dat is te ver weg. Kies een dag binnen drie maanden.", field="again_on")
    _check_short(account, {"whom": LONGEST_WHERE, "words": LONGEST_SEARCHED})


def check_back_in_sight(account: BackInSightAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that cannot be, or words that nobody reads."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    _check_short(account, {"words": LONGEST_SEARCHED})


def _check_short(account: object, longest: dict[str, int]) -> None:
    for field, most in longest.items():
        if len(getattr(account, field)) > most:
            raise NotValid(TOO_LONG.format(most=most), field=field)
