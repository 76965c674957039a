"""What in a text is hard to read, and how it can be said more easily."""

from regie.plain.rules.reader import LONGEST_SENTENCE, remarks, running
from regie.plain.rules.remark import Remark, Trouble
from regie.plain.rules.wordlist import Wordlist

__all__ = ["LONGEST_SENTENCE", "Remark", "Trouble", "Wordlist", "remarks", "running"]
