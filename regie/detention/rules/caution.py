"""What can be true of a sanction that is still open, and what a safety note needs."""

from collections.abc import Mapping
from datetime import date, timedelta

from regie.base.errors import NotValid
from regie.detention.enums import OpenSanctionKind

# Our own choice: a higher number is a slip of the pen. Euros, hours, days.
MOST: Mapping[OpenSanctionKind, int] = {
    OpenSanctionKind.FINE: 10_000_000,
    OpenSanctionKind.COMMUNITY_SERVICE: 1_000,
    OpenSanctionKind.SUBSTITUTE_DETENTION: 4_000,
}
# Our own choice: within a year somebody looks whether it is still true.
LONGEST_NOTE = timedelta(days=366)


def check_sanction(kind: OpenSanctionKind, amount: int | None, words: str) -> None:
    """Raises NotValid beside an amount that cannot be, or when only words can say what it is and there are none."""
    if kind is OpenSanctionKind.OTHER and not words:
        raise NotValid("Schrijf op wat er nog openstaat.", field="words")
    if amount is None:
        return
    if kind not in MOST:
        raise NotValid("Schrijf bij een andere straf in woorden op hoeveel het is.", field="amount")
    if amount < 1:
        raise NotValid("Vul een getal in van 1 of meer. Niet bekend? Laat dit leeg.", field="amount")
    if amount > MOST[kind]:
        raise NotValid("Dit is erg veel. Klopt dit getal?", field="amount")


def check_settled(ended_on: date | None, *, as_of: date | None) -> None:
    """Raises NotValid when it was settled before the day on which it was still open."""
    if ended_on and as_of and ended_on < as_of:
        raise NotValid("Op deze dag stond de straf nog open.", field="ended_on")


def check_note_words(words: str) -> None:
    """Raises NotValid when nothing is noted."""
    if not words:
        raise NotValid("Schrijf op waar uw collega op moet letten.", field="words")


def check_note_source(source: str) -> None:
    """Raises NotValid when nobody knows who said it."""
    if not source:
        raise NotValid("Schrijf op van wie u dit weet. Anders mag het er niet staan.", field="source")


def check_note_end(until: date, *, stood: date | None, on: date) -> None:
    """Raises NotValid when it ends before it stands there, or so late that nobody looks at it again.

    `stood` is the end as it was told before, which may be over.
    """
    if until < on and until != stood:
        raise NotValid("Deze dag is al geweest.", field="until")
    if until > on + LONGEST_NOTE:
        sentence = "Een veiligheidsnotitie geldt hoogstens een jaar. Kijk daarna of het nog klopt."
        raise NotValid(sentence, field="until")
