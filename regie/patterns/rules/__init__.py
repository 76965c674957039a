"""What can be told of a pattern: what keeps happening, of which kind, and whose rule or queue it is."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from regie.barriers.rules import LONGEST_NAMED, LONGEST_TITLE
from regie.base.errors import NotValid
from regie.plans.rules import check_short

LONGEST_PATTERN = 1000  # characters: what keeps happening is told in a few sentences
NO_KIND = "Dit staat niet in de aanpak. Kies wat er het meest op lijkt, of ‘Iets anders’."
OF_ANOTHER_MAP = "Dit staat op de kaart van een andere gemeente."


@dataclass(frozen=True)
class PatternAccount:
    """What is told, of nobody in particular; whose rule or queue it is stands on the map or in words."""

    title: str
    words: str
    kind: str
    kind_title: str
    organisation: Any = None  # of the social map: rules know no rows
    party: str = ""

    @property
    def free_words(self) -> tuple[str, ...]:
        """What was typed freely, so that it can be looked through for what gives somebody away."""
        return (self.title, self.words, self.party)


def check_pattern(
    account: PatternAccount, *, kinds: Collection[tuple[str, str]], municipality_id: int
) -> None:
    """Raises NotValid beside what is missing or cannot be; `kinds` are codes with titles."""
    if not account.title.strip():
        raise NotValid("Hoe heet dit patroon? Vul een naam in.", field="title")
    if not account.words.strip():
        raise NotValid("Wat gebeurt er steeds? Schrijf dat op, zonder namen.", field="words")
    if (account.kind, account.kind_title) not in kinds:
        raise NotValid(NO_KIND, field="kind")
    if account.organisation and account.party.strip():
        raise NotValid("U koos al een organisatie. Maak dit leeg.", field="party")
    if account.organisation and account.organisation.municipality_id not in (None, municipality_id):
        raise NotValid(OF_ANOTHER_MAP, field="organisation")
    check_short(account, {"title": LONGEST_TITLE, "words": LONGEST_PATTERN, "party": LONGEST_NAMED})
