"""Reads the journal back and says whether it is whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from regie.privacy.models.journal import BEGIN, JournalChain, JournalEntry


@dataclass(frozen=True)
class Flaw:
    """One place where a chain is broken."""

    chain: str
    number: int
    sentence: str


@dataclass(frozen=True)
class Head:
    """The end of a chain: export it every day to another place, so that a cut tail is seen."""

    number: int
    hash: str


def heads() -> dict[str, Head]:
    """The last number and hash of every chain."""
    found = {}
    for chain in JournalChain.objects.order_by("code"):
        last = JournalEntry.objects.filter(chain=chain).order_by("-number").first()
        found[chain.code] = Head(last.number, last.hash) if last else Head(0, BEGIN)
    return found


def flaws(known: Mapping[str, Head] | None = None) -> Iterator[Flaw]:
    """Every changed, removed or inserted entry, and every tail that is shorter than an exported head says."""
    for code in sorted({*JournalChain.objects.values_list("code", flat=True), *(known or {})}):
        yield from _flaws_in(code, (known or {}).get(code))


def flaws_at_the_end(depth: int) -> Iterator[Flaw]:
    """The same in the last entries of every chain only: quick enough to ask every day."""
    for code in JournalChain.objects.order_by("code").values_list("code", flat=True):
        last = list(JournalEntry.objects.filter(chain_id=code).order_by("-number")[: depth + 1])[::-1]
        known = last.pop(0) if len(last) > depth else None
        number, previous = (known.number, known.hash) if known else (0, BEGIN)
        for entry in last:
            yield from _flaws_at(entry, number + 1, previous)
            number, previous = entry.number, entry.hash


def _flaws_in(code: str, known: Head | None) -> Iterator[Flaw]:
    number, previous = 0, BEGIN
    met_known = known is None or known.number == 0
    for entry in JournalEntry.objects.filter(chain_id=code).order_by("number").iterator(chunk_size=2000):
        yield from _flaws_at(entry, number + 1, previous)
        number, previous = entry.number, entry.hash
        if known and known.number == number:
            met_known = True
            if known.hash != entry.hash:
                yield Flaw(code, number, "is not the entry that was exported")
    if not met_known and known:
        yield Flaw(code, known.number, "was exported and is gone: the end of the chain was cut off")


def _flaws_at(entry: JournalEntry, expected: int, previous: str) -> Iterator[Flaw]:
    if entry.number != expected:
        yield Flaw(entry.chain_id, expected, "is missing")
    elif entry.previous != previous:
        yield Flaw(entry.chain_id, entry.number, "does not follow the entry before it")
    if entry.hash != entry.sealed():
        yield Flaw(entry.chain_id, entry.number, "was changed or inserted")
