"""What Regie ships for him to read, and the words that Regie ships to read it with."""

from functools import cache

from regie.approach.rules import Approach, approach_from, read_layer
from regie.plain.rules import Remark, Wordlist, remarks, running
from tests.factories.approaches import shipped


@cache
def national() -> Approach:
    """The national profile as it ships."""
    return approach_from([read_layer(shipped("national"))], editions=(1,))


@cache
def words() -> Wordlist:
    """Its difficult words."""
    return Wordlist.of((word.code, word.title) for word in national().plain_words)


def in_the_way(text: str) -> tuple[Remark, ...]:
    """What is hard to read in a text that ships; a line that ends because the paper does, is no end."""
    return remarks(running(text), words(), longest=national().longest_sentence)
