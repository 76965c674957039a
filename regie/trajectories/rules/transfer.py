"""A warm transfer: what whoever guides him next must know, and how they spoke with him about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from regie.approach.rules import Entry
from regie.base.errors import NotNow, NotValid
from regie.detention.rules import check_told_day
from regie.trajectories.enums import TransferTalk

LATELY = timedelta(
    days=28
)  # our own choice: so long after the change it can still be told and is still shown
LONGEST_TRANSFER = 1200  # characters
LONGEST_WHY_APART = 300
NOTHING_CHANGES = "Niemand anders gaat deze jongere begeleiden. De coördinator regelt dat op Verdeling."


@dataclass(frozen=True)
class TransferAccount:
    """What is told of it: the day, what the next officer must know, what of the list is done, and how they spoke.

    `done` are codes of the approach; `why_apart` is why they spoke without him.
    """

    happened_on: date
    must_know: str
    talk: str
    done: list[str]
    why_apart: str = ""


@dataclass(frozen=True)
class Change:
    """Another officer guides him since a day, or will: from whom, to whom, and the period that begins then."""

    before: Any
    after: Any
    since: date
    period: Any


def last_change(periods: Sequence[Any], *, on: date) -> Change | None:
    """The last time that another officer began or will, of periods in order; None when that is long ago."""
    held = [one for one in periods if one.until is None or one.until > one.since]
    if len(held) < 2 or held[-1].officer_id == held[-2].officer_id:
        return None
    before, after = held[-2:]
    return Change(before.officer, after.officer, after.since, after) if after.since >= on - LATELY else None


def check_transfer(
    account: TransferAccount, items: Sequence[Entry], *, birth_date: date | None, on: date
) -> None:
    """Raises NotValid beside what is missing or cannot be."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if not account.must_know.strip():
        raise NotValid("Wat moet de nieuwe officier weten? Schrijf dat op.", field="must_know")
    if account.talk not in TransferTalk:
        raise NotValid("Kies een antwoord.", field="talk")
    if not set(account.done) <= {one.code for one in items}:
        raise NotNow("Dit staat niet meer op de lijst van uw gemeente. Kijk eerst wat er nu op staat.")
    _check_apart(account)
    for field, longest in (("must_know", LONGEST_TRANSFER), ("why_apart", LONGEST_WHY_APART)):
        if len(getattr(account, field)) > longest:
            raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)


def _check_apart(account: TransferAccount) -> None:
    apart, why = account.talk == TransferTalk.WITHOUT_HIM, account.why_apart.strip()
    if apart and not why:
        raise NotValid("Waarom was hij er niet bij? Schrijf dat op.", field="why_apart")
    if why and not apart:
        raise NotValid("Laat dit leeg, of kies dat hij er niet bij was.", field="why_apart")
