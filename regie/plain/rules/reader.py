"""Reads a text as who reads with difficulty does, and says what is in the way."""

import re
from collections.abc import Iterator

from regie.plain.rules.doing import two_things
from regie.plain.rules.passive import passive
from regie.plain.rules.remark import Remark, Trouble
from regie.plain.rules.sentences import Sentence, sentences
from regie.plain.rules.shortened import shortened
from regie.plain.rules.wordlist import Wordlist

LONGEST_SENTENCE = 15  # words; our own choice, no norm: an approach may say otherwise (ADR 48)
SHOUTED = 4  # words in capitals only
NO_WORDS = Wordlist()


def remarks(text: str, words: Wordlist = NO_WORDS, *, longest: int = LONGEST_SENTENCE) -> tuple[Remark, ...]:
    """Every remark in the order of the text; an empty answer says that nothing was found, not that it is easy."""
    return tuple(sorted(one for sentence in sentences(text) for one in _of(text, sentence, words, longest)))


def running(text: str) -> str:
    """A text from paper, where a line ends because the paper does: as long, with such ends as spaces."""
    return re.sub(r"(?<=[^\n.!?:…])\n(?=[^\W\d_A-Z])", " ", text)


def _of(text: str, sentence: Sentence, words: Wordlist, longest: int) -> Iterator[Remark]:
    start, end = sentence[0].start, sentence[-1].end
    if len(sentence) > longest:
        parts = "twee zinnen" if len(sentence) <= 2 * longest else "meer zinnen"
        said = f"Deze zin is lang: {len(sentence)} woorden. Kan het in {parts}?"
        yield Remark(start, end, Trouble.LONG, said)
    shouted = _is_shouted(sentence)
    if shouted:
        yield Remark(
            start, end, Trouble.CAPITALS, "Alles staat in hoofdletters. Kleine letters lezen makkelijker."
        )
    yield from shortened(text, sentence, fine=words.fine, shouted=shouted)
    yield from _difficult(sentence, words, shouted=shouted)
    yield from passive(sentence)
    yield from two_things(sentence)


def _is_shouted(sentence: Sentence) -> bool:
    said = [token.text for token in sentence if token.kind == "word" and len(token.text) > 1]
    return len(said) >= SHOUTED and all(word.isupper() for word in said)


def _difficult(sentence: Sentence, words: Wordlist, *, shouted: bool) -> Iterator[Remark]:
    """Words of the list. A word with a capital inside a sentence is a name, and no name is difficult."""
    place = 0
    while place < len(sentence):
        name = place > 0 and not shouted and not sentence[place].text.islower()
        number, easier = (0, "") if name else words.at(sentence, place)
        if number:
            start, end = sentence[place].start, sentence[place + number - 1].end
            word = " ".join(token.text for token in sentence[place : place + number])
            said = f"‘{word}’ is een moeilijk woord. Makkelijker is: ‘{easier}’."
            yield Remark(start, end, Trouble.DIFFICULT, said, easier)
        place += number or 1
