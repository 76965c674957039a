"""A table of counts of people with all its totals; None is a cell that is hidden."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

Place = tuple[int, int]  # row and column; the last of each are totals
Row = tuple[int | None, ...]


@dataclass(frozen=True)
class Cells:
    """Rows with their total behind them, and the row of totals last: as they are counted, or as they are shown."""

    grid: tuple[Row, ...]

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> "Cells":
        """The counts with every total. Raises ValueError when rows differ in length, are none, or count below zero."""
        if not rows or not rows[0] or len({len(row) for row in rows}) > 1:
            raise ValueError("A table has rows of one length, and at least one count.")
        if any(number < 0 for row in rows for number in row):
            raise ValueError("Nobody counts fewer than no people.")
        with_totals = [(*row, sum(row)) for row in rows]
        return cls((*with_totals, tuple(map(sum, zip(*with_totals, strict=True)))))

    @property
    def rows(self) -> tuple[Row, ...]:
        """The counts themselves."""
        return tuple(row[:-1] for row in self.grid[:-1])

    @property
    def row_totals(self) -> Row:
        """How many there are in each row."""
        return tuple(row[-1] for row in self.grid[:-1])

    @property
    def column_totals(self) -> Row:
        """How many there are in each column."""
        return self.grid[-1][:-1]

    @property
    def total(self) -> int | None:
        """How many there are in all."""
        return self.grid[-1][-1]

    def places(self) -> Iterator[Place]:
        """Each place, totals included, row after row."""
        return ((row, column) for row in range(len(self.grid)) for column in range(len(self.grid[0])))

    def numbers(self) -> Mapping[Place, int]:
        """What stands in each place where something is shown."""
        found = {(row, column): self.grid[row][column] for row, column in self.places()}
        return {place: number for place, number in found.items() if number is not None}

    def lines(self) -> Iterator[tuple[Place, ...]]:
        """Each row and each column, the totals too; the total of a line stands last."""
        height, width = len(self.grid), len(self.grid[0])
        yield from (tuple((row, column) for column in range(width)) for row in range(height))
        yield from (tuple((row, column) for row in range(height)) for column in range(width))

    def without(self, hidden: Set[Place]) -> "Cells":
        """The same table with these hidden."""
        return Cells(
            tuple(
                tuple(None if (row, column) in hidden else number for column, number in enumerate(numbers))
                for row, numbers in enumerate(self.grid)
            )
        )
