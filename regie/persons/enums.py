"""How alike two people are."""

from enum import IntEnum


class Likeness(IntEnum):
    """Whether two descriptions are of one person; a higher value is more certain."""

    DIFFERENT = 0
    POSSIBLE = 1  # the names are alike and the birth date does not contradict
    LIKELY = 2  # the names are alike and so is the birth date
    SAME = 3  # the same BSN
