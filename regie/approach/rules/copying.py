"""What may be copied for the system of another, as a layer writes it: what it does not name, does not go."""

from collections.abc import Iterator, Mapping
from typing import Any

from regie.approach.enums import CopiedKind
from regie.approach.rules.approach import CopyRule, Entry
from regie.approach.rules.counting import read_text, read_words
from regie.approach.rules.wrong import Wrong

OF_A_RECIPIENT = ("ground", "purpose", "kinds", "domains")
OF_DOMAINS = {CopiedKind.GOALS, CopiedKind.STEPS, CopiedKind.HIS_VIEW, CopiedKind.JUDGEMENT}
LONGEST = {"title": 120, "purpose": 200}  # as the disclosure keeps them


def read_recipient(code: Any, said: Any, entry: Entry) -> CopyRule:
    """The recipient that was written; raises Wrong."""
    words: Mapping[str, Any] = said if isinstance(said, Mapping) else {}
    purpose = read_text(words.get("purpose"), f"{code}: purpose")
    for name, written in (("title", entry.title), ("purpose", purpose)):
        if len(written) > LONGEST[name]:
            raise Wrong(f"{code}: {name} is te lang; houd het onder {LONGEST[name]} tekens")
    kinds = read_words(CopiedKind, words.get("kinds", ()), f"{code}: kinds")
    if not kinds:
        raise Wrong(f"{code}: kinds: schrijf wat er mee mag")
    domains = tuple(_domains(words.get("domains", []), f"{code}: domains"))
    if OF_DOMAINS & set(kinds) and not domains:
        raise Wrong(f"{code}: domains: schrijf van welke leefgebieden dit mee mag")
    ground = read_text(words.get("ground"), f"{code}: ground")
    return CopyRule(entry.code, entry.title, entry.text, ground, purpose, kinds, domains)


def without_rules(said: Any) -> Any:
    """What is left of a recipient without what only a recipient can say."""
    if not isinstance(said, Mapping):
        return said
    return {key: word for key, word in said.items() if key not in OF_A_RECIPIENT}


def _domains(said: Any, where: str) -> Iterator[str]:
    if not isinstance(said, list):
        raise Wrong(f"{where}: schrijf een lijst met codes van leefgebieden")
    yield from (read_text(one, where) for one in said)
