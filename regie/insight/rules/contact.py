"""With how many young people there was contact, and how often."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from regie.contacts.enums import Outcome


@dataclass(frozen=True)
class ContactCount:
    """How many young people there was contact with, only sought, and of how many nothing was written down.

    `made` and `tried` are how often; `tried_with` how many young people were sought in vain at some time.
    None is hidden.
    """

    people: tuple[int | None, int | None, int | None]
    made: int | None
    tried: int | None
    tried_with: int | None


def contact_of(guided: Collection[int], times: Iterable[tuple[int, str, int]]) -> ContactCount:
    """By the keys of who was guided, and for each of them and each outcome how often."""
    counts = {(key, outcome): number for key, outcome, number in times if key in guided and number}
    made = {key for key, outcome in counts if outcome == Outcome.MADE}
    tried = {key for key, outcome in counts if outcome == Outcome.ATTEMPTED}
    return ContactCount(
        people=(len(made), len(tried - made), len(guided) - len(made | tried)),
        made=sum(number for (_, outcome), number in counts.items() if outcome == Outcome.MADE),
        tried=sum(number for (_, outcome), number in counts.items() if outcome == Outcome.ATTEMPTED),
        tried_with=len(tried),
    )
