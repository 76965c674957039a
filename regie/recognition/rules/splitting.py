"""Two people in one message: who gets which lines; what cannot be assigned surely goes to nobody."""

from collections.abc import Sequence

from regie.recognition.rules.claims import Claim
from regie.recognition.rules.people import Name
from regie.recognition.rules.reading import Part

Share = tuple[list[int], list[Claim]]  # the numbers of his lines, and his claims


def split(lines: Sequence[str], claims: Sequence[Claim]) -> list[Share]:
    """The lines and claims of each person; one person gets everything.

    Paragraphs without a name before the first person are shared as lines; a paragraph that names two, or none between
    others, tells nobody anything.
    """
    whole: Share = (list(range(len(lines))), list(claims))
    if not _several(claims):
        return [whole]
    blocks = [(numbers, [c for c in claims if c.line in set(numbers)]) for numbers in _paragraphs(lines)]
    blocks = [share for numbers, own in blocks for share in _by_row(numbers, own)]
    named = [place for place, (_, own) in enumerate(blocks) if _names(own)]
    if len(named) < 2 or any(_several(blocks[place][1]) for place in named):
        return [(whole[0], [])]
    heading = [number for numbers, _ in blocks[: named[0]] for number in numbers]
    return [(heading + blocks[place][0], blocks[place][1]) for place in named]


def _names(claims: Sequence[Claim]) -> set[str]:
    return {
        (c.value.written if isinstance(c.value, Name) else str(c.value)).casefold()
        for c in claims
        if c.about in {"name", Part.FAMILY_NAME} and c.value is not None
    }


def _several(claims: Sequence[Claim]) -> bool:
    """Whether claims are about more than one person, or may be."""
    families = {_family(c) for c in claims if c.about in {"name", Part.FAMILY_NAME} and c.value is not None}
    births = {c.value for c in claims if c.about == Part.BIRTH_DATE and c.value is not None}
    numbers = {c.value for c in claims if c.about == Part.BSN and c.value is not None}
    return any(len(different) > 1 for different in (families, births, numbers))


def _family(claim: Claim) -> str:
    value = claim.value
    if isinstance(value, Name):
        return (value.family or value.written).casefold().split()[-1]
    return str(value).casefold().split()[-1]


def _paragraphs(lines: Sequence[str]) -> list[list[int]]:
    blocks: list[list[int]] = [[]]
    for number, line in enumerate(lines):
        if line.strip():
            blocks[-1].append(number)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _by_row(numbers: list[int], claims: list[Claim]) -> list[Share]:
    """A paragraph in rows when every line that claims anything names one person; else the paragraph."""
    rows = [([number], [c for c in claims if c.line == number]) for number in numbers]
    telling = [own for _, own in rows if own]
    if len(telling) > 1 and all(_names(own) and not _several(own) for own in telling):
        return [(row, own) for row, own in rows]
    return [(numbers, claims)]
