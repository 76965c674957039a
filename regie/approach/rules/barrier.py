"""What can stand in his way, as a layer writes it; and what never is a barrier."""

import re

from regie.approach.rules.approach import Entry
from regie.approach.rules.entry import read_coded
from regie.approach.rules.wrong import Wrong

OTHER_BARRIER = Entry("other", "Iets anders")  # always there, so that nobody chooses a kind that does not fit
# A barrier is a rule, a queue or something that he has not; no layer makes it his will or his character.
BLAMING = re.compile(
    r"(on|de)gemotiveerd|motivatie|onwillig|weigert (hulp|mee)|(hij|jongere) (wil(de)?|werkt(e)?|kan) niet"
    r"|zorgmijd|\blui\b|onbetrouwbaar|\b(zijn )?houding\b|gedrag van (hem|de jongere)|eigen schuld",
    re.IGNORECASE,
)


def read_barrier(entry: Entry) -> Entry:
    """The kind that was written; raises Wrong."""
    kind = read_coded(entry)
    if kind.code == OTHER_BARRIER.code:
        raise Wrong(f"{kind.code} is altijd al een keuze; kies een andere code")
    if BLAMING.search(f"{kind.title} {kind.text}"):
        raise Wrong(f"{kind.code}: een barrière is nooit hijzelf; schrijf welke regel of wachtlijst het is")
    return kind
