"""What stands in his way: what it is, whose it is, since when, what it costs him, and who of us takes it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from regie.approach.rules import OTHER_BARRIER, Approach, Entry
from regie.barriers.enums import BarrierOwner
from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.plans.rules import check_short

LONGEST_BARRIER = 500  # characters: what blocks is told in a few sentences
LONGEST_NAMED = 120  # of an organisation or a name
LONGEST_TITLE = 200
NO_KIND = "Dit staat niet in de aanpak. Kies wat er het meest op lijkt, of ‘Iets anders’."
NO_DOMAIN = "Dit leefgebied staat niet in de aanpak. Kies een ander."


@dataclass(frozen=True)
class BarrierAccount:
    """What is told: since `happened_on` we take it, and since `since` it blocks him; None is that nobody knows.

    `kind` and `domain` are codes of the approach, with what they were called then; no domain is an answer. Whose rule
    or queue it is stands on the map (`organisation`) or in words (`party`). `steps` are the refs of those it blocks.
    """

    happened_on: date
    words: str
    kind: str
    kind_title: str
    since: date | None = None
    domain: str = ""
    domain_title: str = ""
    organisation: Any = None  # of the social map: rules know no rows
    party: str = ""
    costs: str = ""
    owner: BarrierOwner = BarrierOwner.OFFICER
    owner_name: str = ""
    steps: list[str] = field(default_factory=list)

    @property
    def began(self) -> date:
        """The first day on which it stood in his way, as far as we know."""
        return self.since or self.happened_on


def kinds_of(approach: Approach) -> tuple[Entry, ...]:
    """What it can be: those of the approach, and something else."""
    return (*approach.barrier_kinds, OTHER_BARRIER)


def check_barrier(account: BarrierAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside what is missing or cannot be."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    check_told_day(account.since, field="since", birth_date=birth_date, on=on)
    if account.since and account.since > account.happened_on:
        raise NotValid("Toen werkte u hier al aan. Kies een eerdere dag.", field="since")
    if not account.words.strip():
        raise NotValid("Wat houdt hem tegen? Schrijf dat op.", field="words")
    if account.organisation and account.party.strip():
        raise NotValid("U koos al een organisatie. Maak dit leeg.", field="party")
    if account.owner is not BarrierOwner.OFFICER and not account.owner_name.strip():
        raise NotValid("Wie pakt het op? Schrijf de naam op.", field="owner_name")
    longest = {"words": LONGEST_BARRIER, "costs": LONGEST_BARRIER}
    check_short(account, longest | {"party": LONGEST_NAMED, "owner_name": LONGEST_NAMED})


def check_kind(account: BarrierAccount, known: Collection[tuple[str, str]]) -> None:
    """Raises NotValid of a kind that is not among these codes and titles."""
    if (account.kind, account.kind_title) not in known:
        raise NotValid(NO_KIND, field="kind")


def check_filed(account: BarrierAccount, known: Collection[tuple[str, str]]) -> None:
    """Raises NotValid of a domain that is not among these codes and titles; none at all is an answer."""
    filed = (account.domain, account.domain_title)
    if any(filed) and filed not in known:
        raise NotValid(NO_DOMAIN, field="domain")


def check_days_after(account: BarrierAccount, later: Sequence[date]) -> None:
    """Raises NotValid beside a day on which an attempt at it, or its end, would come before it."""
    if later and min(later) < account.began:
        raise NotValid(
            f"Bij deze barrière hoort iets op {min(later):%d-%m-%Y}. Kies die dag, of een eerdere.",
            field="since" if account.since else "happened_on",
        )
