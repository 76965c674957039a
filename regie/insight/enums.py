"""With whose eyes somebody looks at the numbers of a municipality."""

from enum import Enum, auto


class Sight(Enum):
    """What may be shown to somebody in a municipality."""

    WHOLE = auto()  # he may see every name there: whole numbers, also of the running year
    OWN = auto()  # he guides there: whole numbers of the young people whom he sees, and of nobody else
    GUARDED = auto()  # he may see no name: small numbers are hidden, and only years that are over are shown
