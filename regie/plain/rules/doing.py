"""Two things to do in one sentence: the second is easily forgotten."""

import re
from collections.abc import Iterator

from regie.plain.rules.remark import Remark, Trouble
from regie.plain.rules.sentences import Sentence

AFTERWARDS = frozenset({"vervolgens", "daarna"})
AND_THEN = frozenset({"dan", "daarna", "ook", "vervolgens"})
# What somebody promises or has to do: I, you, he, and several.
STEMS = (
    "bel breng haal vraag stuur maak vul lever teken schrijf betaal regel zoek meld mail app open print bezoek"
    " ga kom neem kijk lees zet geef bewaar koop leg zeg doe"
)
ACTION = re.compile(
    rf"(?:{'|'.join(STEMS.split())})t?|gaat|doet|(?:bell|breng|hal|vrag|stur|mak|vull|lever|teken|schrijv|betal|regel|zoek"
    "|meld|mail|app|open|print|bezoek|kom|nem|kijk|lez|zett|gev|bewar|kop|legg|zegg)en|gaan|doen"
)
SAID = "Hier staan twee dingen om te doen. Zet ze onder elkaar, elk op een eigen regel."


def two_things(sentence: Sentence) -> Iterator[Remark]:
    """At most one for a sentence: from the word that joins them."""
    words = [token.lower for token in sentence]
    doing = [place for place, word in enumerate(words) if ACTION.fullmatch(word)]
    if len(doing) < 2:
        return
    joins = (place for place in range(doing[0] + 1, doing[-1]) if _joins(words[place], words[place + 1]))
    place = next(joins, None)
    if place is not None:
        yield Remark(sentence[place].start, sentence[-1].end, Trouble.TWO_THINGS, SAID)


def _joins(word: str, after: str) -> bool:
    """Whether something more to do begins here."""
    return word in AFTERWARDS or (word == "en" and (after in AND_THEN or bool(ACTION.fullmatch(after))))
