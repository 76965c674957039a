"""Which words of a text let him be recognised."""

from datetime import date

from regie.anonymity.rules.days import birth_in
from regie.anonymity.rules.folding import written
from regie.anonymity.rules.known import Found, Known, Leak
from regie.anonymity.rules.names import names_in
from regie.anonymity.rules.numbers import numbers_in, streets_in
from regie.anonymity.rules.rare import rare_in


def leaks(text: str, known: Known, on: date) -> tuple[Leak, ...]:
    """The words as they stand in the text, in its order, each with what it is of him; of one place the longest.

    `on` is the day on which his age is reckoned.
    """
    folded = written(text)
    alone: list[Found] = []
    for find in (numbers_in, birth_in, names_in, streets_in):
        for one in find(folded, known):
            alone.append(one)
    told = [(one.start, Leak(folded.as_typed(one.start, one.end), one.kind)) for one in _apart(alone)]
    for one, other in rare_in(folded, known, on):
        word, with_it = folded.as_typed(one.start, one.end), folded.as_typed(other.start, other.end)
        told.append((one.start, Leak(word, one.kind, with_it)))
    in_order = [leak for _, leak in sorted(told, key=lambda pair: pair[0])]
    return tuple(dict.fromkeys(in_order))


def _apart(found: list[Found]) -> list[Found]:
    """Those that do not overlap: of two the longest, of equals the one that was found first."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.start - one.end):
        if all(one.beside(other) for other in kept):
            kept.append(one)
    return kept
