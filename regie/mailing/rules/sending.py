"""What is done with a mail that did not go: again after a while, never, or nobody can say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from regie.mailing.enums import MailEventKind as Kind

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 240))  # our own choice
LONGEST_HELD = timedelta(minutes=10)  # who took a mail and says nothing for so long, is gone
ENDS = frozenset(Kind) - {Kind.TAKEN, Kind.DELAYED}
PERMANENT = range(500, 600)
TEMPORARY = range(400, 500)


@dataclass(frozen=True)
class Happened:
    """What happened last to a mail, at the how manieth try, and when."""

    kind: Kind
    attempt: int
    at: datetime


def next_try_at(events: Sequence[Happened], *, made_at: datetime) -> datetime | None:
    """From when it may be tried; None when it ended, or when somebody is at it."""
    if not events:
        return made_at
    last = events[-1]
    return last.at + PAUSES[last.attempt - 1] if last.kind is Kind.DELAYED else None


def after_refusal(attempt: int) -> Kind:
    """What a try that may be made again is: delayed, or failed when it was the last one."""
    return Kind.DELAYED if attempt <= len(PAUSES) else Kind.FAILED


def outcome_of(code: int | None, *, attempt: int, handed_over: bool) -> Kind:
    """What came of a try that did not end well; `code` is what the server answered, None when it did not.

    `handed_over` is whether the mail itself had gone over the line without an answer: then nobody can say.
    """
    if code in PERMANENT:
        return Kind.REFUSED
    if code in TEMPORARY or not handed_over:
        return after_refusal(attempt)
    return Kind.UNCERTAIN
