"""What a message is about, by the words of its heading or else by the one thing it tells; and whether it is BIJ."""

import re
from collections.abc import Iterable, Mapping

from regie.recognition.rules.doubt import is_doubtful
from regie.recognition.rules.reading import Finding, MessageKind, Part

HEADED = {
    MessageKind.PLAN: re.compile(r"d ?& ?r-?[ ]?plan|detentie- (?:en|&) re-?integratieplan", re.I),
    MessageKind.START: re.compile(
        r"\b(?:begin|start|aanvang)(?: van)?(?: de)? ?-?detentie|\binsluiting|\bnieuwe detentie|startbericht",
        re.I,
    ),
    MessageKind.MOVED: re.compile(r"\boverplaatsing|\bovergeplaatst\b", re.I),
    MessageKind.RELEASE_DATE: re.compile(
        r"(?:nieuwe|gewijzigde|wijziging(?: van)?(?: de)?|mutatie) (?:ontslag"
        r"|eind|v\.i\.-?)datum|wijziging v\.i\.",
        re.I,
    ),
    MessageKind.END: re.compile(
        r"\beinde(?: van)?(?: de)? ?-?detentie|\binvrijheidstelling|\bontslag"
        r" uit detentie|\bin vrijheid gesteld",
        re.I,
    ),
}
ALONE = {
    Part.LEFT_ON: MessageKind.END,
    Part.MOVED_ON: MessageKind.MOVED,
    Part.RELEASE_ON: MessageKind.RELEASE_DATE,
    Part.ENTERED_ON: MessageKind.START,
}
WRITTEN_OUT = re.compile(
    r"bestuurlijke informatie(?:voorziening)? (?:aan |over )?justitiabelen|\b11a bjsg\b", re.I
)
HYPHEN = re.compile(r"\bBIJ-(?:melding|bericht|regeling|signaal|notificatie|informatie|MELDING|BERICHT)")
SPOKEN = re.compile(
    r"(?:^\s{0,9}|\b(?:[Ee]en|[Dd]e|[Dd]it|[Dd]eze|[Oo]nderwerp:"
    r"|[Bb]etreft:) )BIJ (?:melding|bericht|regeling|notificatie)\b(?! van\b| door\b)"
    r"|\b(?:via|per|conform|vanuit|kader van(?: de)?) BIJ\b",
    re.M,
)
CELL = re.compile(
    r"(?:^|[;|\t,\":=])[ ]{0,2}BIJ[ ]{0,2}(?=$|[;|\t,\"])", re.M
)  # alone in a cell or behind a label


def is_bij(text: str) -> bool:
    """Whether a text is Bestuurlijke Informatie Justitiabelen; the word "bij" in a sentence, in any case, never."""
    return any(pattern.search(text) is not None for pattern in (WRITTEN_OUT, HYPHEN, SPOKEN, CELL))


def kind_of(headings: Iterable[str], findings: Mapping[Part, Finding]) -> MessageKind | None:
    """The kind that the headings name; else that of the only event among the findings; else None."""
    named = {
        kind
        for heading in headings
        for kind, words in HEADED.items()
        if words.search(heading) and not is_doubtful(words.sub("", heading))
    }
    if named == {MessageKind.END} and Part.LEFT_ON not in findings:
        return None  # "einde detentie" of a day to come is no end yet
    if named:
        return next(iter(named)) if len(named) == 1 else None
    events = [kind for part, kind in ALONE.items() if part in findings]
    return events[0] if len(events) == 1 else None
