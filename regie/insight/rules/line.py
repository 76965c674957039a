"""A row of counts with its name."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """What is counted, and how many there are of each; None is hidden."""

    title: str
    numbers: tuple[int | None, ...]
