"""How wide words are at most, where nothing can measure them: a server has no screen."""

from functools import lru_cache

FONT = 15  # the size of letters in every picture, in its units
WIDEST = (  # what a letter takes of the size of its font, a little more than any font of ours gives it
    (" ijl.,:;'|!·", 0.32),
    ("ftrIJ()[]-/", 0.42),
    ("mwMW@%…—–&", 0.96),
)
CAPITAL, LETTER, WIDE, EMOJI = 0.7, 0.58, 0.8, 1.4
LATIN, SYMBOLS = 0x250, 0x2000


def wide(words: str) -> float:
    """How much room these words take at most, in units of a picture."""
    return FONT * sum(map(_letter, words))


def shortened(words: str, most: float) -> str:
    """The words when they fit, else as many as do, with … behind them."""
    if wide(words) <= most:
        return words
    kept = words
    while kept and wide(f"{kept}…") > most:
        kept = kept[:-1].rstrip(" ,.·")
    return f"{kept}…"


@lru_cache(maxsize=1024)
def _letter(letter: str) -> float:
    for letters, share in WIDEST:
        if letter in letters:
            return share
    if ord(letter) >= SYMBOLS:
        return EMOJI
    if ord(letter) >= LATIN:
        return WIDE
    return CAPITAL if letter.isupper() else LETTER
