"""Which cells of a table are hidden, so that nobody can work out a small number of people.

A table with its totals is a network in which people flow from totals to cells and back: a hidden cell can be worked
out exactly when no circle of hidden cells runs through it, along which one could be more and another fewer
(Gusfield 1988). So each hidden cell gets such a circle, over the fewest people (ADR 58).
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from heapq import heappop, heappush

from regie.figures.rules.cells import Cells, Place

Node = tuple[str, int]
Cost = tuple[int, int]  # people hidden, cells hidden
FREE: Cost = (0, 0)
OF_FEW = "niet getoond: het gaat om weinig mensen"  # what stands where a number is hidden


def to_publish(
    counted: Cells, *, smallest: int = 5, zeros: bool = False, before: Cells | None = None
) -> Cells:
    """The table with None for each count below `smallest`, and for as few others as keep those secret.

    A zero is shown only with `zeros`, and then what became zero may be worked out. `before` is what was published
    earlier of the same thing: what was hidden stays hidden, and so is what would show that fewer than `smallest`
    people came or went.
    Raises ValueError when `before` has another shape.
    """
    if before is not None and list(before.places()) != list(counted.places()):
        raise ValueError("What was published before has other rows or columns: nothing can be compared.")
    hiding = Hiding(counted, smallest, zeros, dict(before.numbers()) if before else None)
    hiding.hide_all()
    return counted.without(hiding.hidden)


@dataclass
class Hiding:
    """A table while it is made safe: what is hidden only grows."""

    counted: Cells
    smallest: int
    zeros: bool
    before: Mapping[Place, int] | None
    hidden: set[Place] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Look the numbers up once."""
        self.numbers = self.counted.numbers()
        self.floor = 1 if self.zeros else 0  # what a reader knows of a hidden number
        known = self.before or {}
        self.moved = {place: number - known.get(place, number) for place, number in self.numbers.items()}
        self.stands = {place for place in known if not self.moved[place]}  # read before, and still so

    def hide_all(self) -> None:
        """First what is small, then what would give it away, until nothing does."""
        self.hidden |= {place for place in self.numbers if self._tells(place)}
        so_far = -1
        while so_far < len(self.hidden):
            so_far = len(self.hidden)
            for place in sorted(self.hidden):
                self.hidden |= self._circle(place)
            for line in self.counted.lines():
                self._hide_along(line)

    def _tells(self, place: Place) -> bool:
        """Whether a number may not be shown for what it is itself."""
        number = self.numbers[place]
        if self.before is not None and place not in self.before:
            return True
        return (number < self.smallest and not (number == 0 and self.zeros)) or self._few(self.moved[place])

    def _few(self, people: int) -> bool:
        return 0 < abs(people) < self.smallest

    # --- along a line: what is hidden together is no small number either ------------------------------

    def _hide_along(self, line: tuple[Place, ...]) -> None:
        """Hides one more of a line whose hidden cells together can be subtracted, and are few or changed by few."""
        *cells, total = line
        secret = {place for place in cells if place in self.hidden - self.stands}
        if total in self.hidden or not secret or not self._tells_together(line, secret):
            return
        more = [place for place in cells if self._may_hide(place)]
        self.hidden.add(min(more, key=self._weight, default=total))

    def _tells_together(self, line: tuple[Place, ...], secret: set[Place]) -> bool:
        """Whether the total less all that is known leaves few people, or few who came or went."""
        *cells, total = line
        known = [place for place in cells if place not in secret]
        return any(
            self._few(numbers[total] - sum(numbers[place] for place in known))
            for numbers in (self.numbers, self.moved)
        )

    def _may_hide(self, place: Place) -> bool:
        """Whether hiding it makes anything less sure: not a zero that is shown, nor what stands as it was read."""
        return place not in self.hidden | self.stands and self.numbers[place] >= self.floor

    def _weight(self, place: Place) -> tuple[int, Place]:
        return self.numbers[place], place

    # --- around a circle: none can be worked out --------------------------------------------------------

    def _circle(self, place: Place) -> frozenset[Place]:
        """The places of the cheapest circle through it; over what was read before only when there is no other."""
        from_, to = self._ends(place)
        ways = [(to, from_)]  # it could be more
        if self.numbers[place] > self.floor:
            ways.append((from_, to))  # or fewer
        for avoid in (self.stands | {place}, {place}):
            found = [way for start, goal in ways for way in self._cheapest(start, goal, avoid)]
            if found:
                return min(found, key=lambda way: (way[0], sorted(way[1])))[1]
        return frozenset()

    def _cheapest(
        self, start: Node, goal: Node, avoid: Set[Place]
    ) -> Iterator[tuple[Cost, frozenset[Place]]]:
        """The cheapest way, if there is one: what hiding it costs, and its places."""
        waiting: list[tuple[Cost, list[Place], Node]] = [(FREE, [], start)]
        seen: set[Node] = set()
        while waiting:
            cost, way, node = heappop(waiting)
            if node == goal:
                yield cost, frozenset(way)
                return
            if node not in seen:
                seen.add(node)
                for step, to in self._steps(node):
                    if step not in avoid:
                        heappush(waiting, (self._with(cost, step), [*way, step], to))

    def _steps(self, node: Node) -> Iterator[tuple[Place, Node]]:
        """Along which cells one comes from here, and where: more of one that leaves, fewer of one that comes in."""
        for place in self._at(node):
            from_, to = self._ends(place)
            number = self.numbers[place]
            if number >= self.floor or place in self.hidden:
                if from_ == node:
                    yield place, to
                elif number > self.floor:
                    yield place, from_

    def _at(self, node: Node) -> Iterable[Place]:
        kind, here = node
        if kind == "row":
            return ((here, column) for column in range(len(self.counted.grid[0])))
        return ((row, here) for row in range(len(self.counted.grid)))

    def _ends(self, place: Place) -> tuple[Node, Node]:
        """From where to where people flow in a cell: from its row to its column, and back along totals."""
        row, column = place
        along: tuple[Node, Node] = ("row", row), ("column", column)
        is_total = (row == len(self.counted.grid) - 1) != (column == len(self.counted.grid[0]) - 1)
        return (along[1], along[0]) if is_total else along

    def _with(self, cost: Cost, step: Place) -> Cost:
        if step in self.hidden:
            return cost
        return cost[0] + self.numbers[step], cost[1] + 1
