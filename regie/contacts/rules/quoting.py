"""The sentence in which somebody finds what he sought."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from regie.contacts.rules.words import as_written, stem_of, words_in

LONGEST_QUOTE = 240
BEFORE = 80  # of a long sentence so much stands before the word that was sought
_END = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True)
class Piece:
    """A part of a sentence; `marked` when it was sought."""

    text: str
    marked: bool = False


@dataclass(frozen=True)
class _Span:
    start: int
    end: int


def around_hit(text: str, stems: Collection[str]) -> tuple[Piece, ...]:
    """The sentence with most of these stems, of two alike the first one, in pieces; empty when none stands in it."""
    written = as_written(text)
    hits = [_Span(*match.span()) for match in words_in(written) if stem_of(match.group()) in stems]
    if not hits:
        return ()

    def told(span: _Span) -> int:
        return len({stem_of(written[hit.start : hit.end]) for hit in _within(hits, span)})

    best = max(_sentences(written), key=told)
    shown = _cut(written, best, next(_within(hits, best)))
    return tuple(_pieces(written, shown, list(_within(hits, shown))))


def _within(hits: Collection[_Span], span: _Span) -> Iterator[_Span]:
    return (hit for hit in hits if span.start <= hit.start and hit.end <= span.end)


def _sentences(text: str) -> Iterator[_Span]:
    start = 0
    for end in _END.finditer(text):
        yield _Span(start, end.start())
        start = end.end()
    yield _Span(start, len(text))


def _cut(text: str, sentence: _Span, first: _Span) -> _Span:
    """The sentence, or of a long one what stands around its first hit, from a space to a space."""
    if sentence.end - sentence.start <= LONGEST_QUOTE:
        return sentence
    start = max(sentence.start, first.start - BEFORE)
    if start > sentence.start:
        space = text.find(" ", start, first.start)
        start = space + 1 if space >= 0 else first.start
    end = min(sentence.end, max(start + LONGEST_QUOTE, first.end))
    if end < sentence.end:
        space = text.rfind(" ", first.end, end)
        end = space if space >= 0 else end
    return _Span(start, end)


def _pieces(text: str, shown: _Span, hits: Collection[_Span]) -> Iterator[Piece]:
    """Dots stand where something was left away."""
    at, dots = shown.start, "…"
    before = dots if shown.start and text[shown.start - 1] == " " and not _begins(text, shown) else ""
    for hit in hits:
        if before or at < hit.start:
            yield Piece(before + text[at : hit.start])
        yield Piece(text[hit.start : hit.end], marked=True)
        at, before = hit.end, ""
    rest = text[at : shown.end] + ("" if _ends(text, shown) else dots)
    if rest:
        yield Piece(rest)


def _begins(text: str, shown: _Span) -> bool:
    return any(span.start == shown.start for span in _sentences(text))


def _ends(text: str, shown: _Span) -> bool:
    return any(span.end == shown.end for span in _sentences(text))
