"""On what something about him may be told to another, as a layer writes it: what it rests on, and what it can carry."""

from collections.abc import Mapping
from typing import Any

from regie.approach.enums import Carried, GroundKind
from regie.approach.rules.approach import Entry, GroundRule
from regie.approach.rules.counting import read_word, read_words
from regie.approach.rules.wrong import Wrong

OF_A_GROUND = ("article", "kind", "carries")


def read_ground(code: Any, said: Any, entry: Entry) -> GroundRule:
    """The ground that was written; an older edition says nothing of what it carries; raises Wrong."""
    words: Mapping[str, Any] = said if isinstance(said, Mapping) else {}
    article = words.get("article", "")
    if not isinstance(article, str):
        raise Wrong(f"{code}: article: schrijf waar het staat")
    kind = read_word(GroundKind, words.get("kind", GroundKind.LAW), f"{code}: kind")
    carried = read_words(Carried, words.get("carries", (Carried.PERSONAL,)), f"{code}: carries")
    if Carried.PERSONAL not in carried:
        raise Wrong(f"{code}: carries: personal hoort er altijd bij")
    carries = tuple(one for one in Carried if one in carried)
    return GroundRule(entry.code, entry.title, entry.text, article.strip(), kind, carries)


def without_article(said: Any) -> Any:
    """What is left of a ground without what only a ground can say."""
    if not isinstance(said, Mapping):
        return said
    return {key: word for key, word in said.items() if key not in OF_A_GROUND}
