"""Small numbers of people are hidden, and nobody works them out: not from totals, and not from an earlier table."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from regie.figures.rules import Cells, to_publish
from regie.figures.rules.cells import Place

SMALL_TABLES = st.tuples(st.integers(1, 4), st.integers(1, 4)).flatmap(
    lambda size: st.lists(
        st.lists(st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 9, 14, 30]), min_size=size[1], max_size=size[1]),
        min_size=size[0],
        max_size=size[0],
    )
)
MOVED = st.lists(st.sampled_from([0, 0, 0, 0, 1, 2, -1, -2, 4, 5, 7, -5]), min_size=16, max_size=16)


def one_row(numbers: list[int], **how: object) -> tuple[list[int | None], int | None]:
    shown = to_publish(Cells.of([numbers]), **how)
    return list(shown.rows[0]), shown.total


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([12, 0, 9], ([12, 0, 9], 21)),
        ([12, 3, 9], ([12, None, None], 24)),
        ([12, 3, 2], ([12, None, None], 17)),
        ([4], ([None], None)),
        ([3, 0], ([None, 0], None)),
        ([5, 5], ([5, 5], 10)),
        ([50, 1, 1, 9], ([50, None, None, None], 61)),  # else two people in two cells are two people
        ([12, 3, 0, 9], ([12, None, 0, None], 24)),  # a zero that may be shown hides nobody
        ([50, 2, 1, 0], ([None, None, None, 0], 53)),
        ([1, 1, 1, 1, 1], ([None] * 5, None)),  # else five cells of at least one can only be ones
    ],
)
def test_a_small_number_is_hidden_with_the_smallest_other(counts, shown):
    assert one_row(counts, zeros=True) == shown


@pytest.mark.parametrize(
    ("counts", "shown"),
    [([12, 0, 9], ([12, None, None], 21)), ([12, 7, 9], ([12, 7, 9], 28)), ([0, 0], ([None, None], None))],
)
def test_a_zero_is_hidden_unless_told_otherwise(counts, shown):
    assert one_row(counts) == shown


def test_another_limit():
    assert one_row([12, 7, 9, 40], smallest=10) == ([12, None, None, 40], 68)
    assert one_row([12, 7, 9, 40], smallest=1) == ([12, 7, 9, 40], 68)


def test_a_table_gives_a_square_of_hidden_cells():
    shown = to_publish(Cells.of([[20, 3, 30], [40, 8, 9], [50, 60, 70]]), zeros=True)
    assert shown.rows == ((20, None, None), (40, None, None), (50, 60, 70))
    assert shown.row_totals == (53, 57, 180)
    assert shown.column_totals == (110, 71, 109)
    assert shown.total == 290


@pytest.mark.parametrize("rows", [[], [[]], [[1, 2], [3]], [[1, -1]]])
def test_what_is_no_table_is_an_error(rows):
    with pytest.raises(ValueError, match=r"rows of one length|no people"):
        Cells.of(rows)


def found(shown: Cells, counted: Cells, floor: int) -> set[Place]:
    """The hidden cells that a reader finds who solves all the sums: no other table has another number there.

    Linear programs, solved by others, look for such a table: more in a cell, then fewer.
    """
    places, truth = list(shown.places()), np.array(list(counted.numbers().values()))
    at = {place: number for number, place in enumerate(places)}
    sums = np.zeros((len(list(shown.lines())), len(places)))
    for row, (*cells, total) in zip(sums, shown.lines(), strict=True):
        row[[at[cell] for cell in cells]] = 1
        row[at[total]] = -1
    seen = shown.numbers()
    bounds = [(seen[place],) * 2 if place in seen else (floor, 10_000) for place in places]
    unsure = {place for place in places if place not in seen}
    for place in sorted(unsure):
        for direction in (-1, 1):
            if place in unsure:
                goal = np.zeros(len(places))
                goal[at[place]] = direction
                other = linprog(goal, A_eq=sums, b_eq=np.zeros(len(sums)), bounds=bounds)
                assert other.status == 0
                unsure -= {one for one in unsure if abs(other.x[at[one]] - truth[at[one]]) > 0.5}
    return unsure


def test_the_reader_who_solves_sums_does_find_what_is_badly_hidden():
    counted = Cells.of([[12, 3, 9]])
    assert found(counted.without({(0, 1)}), counted, 0) == {(0, 1)}
    assert found(counted.without({(0, 1), (1, 1), (0, 2), (1, 2)}), counted, 0) == set()


@given(rows=SMALL_TABLES, zeros=st.booleans(), smallest=st.integers(2, 10))
def test_nobody_who_solves_the_sums_finds_a_hidden_cell(rows: list[list[int]], zeros: bool, smallest: int):
    counted = Cells.of(rows)
    shown = to_publish(counted, smallest=smallest, zeros=zeros)
    assert not found(shown, counted, floor=1 if zeros else 0)


@given(rows=SMALL_TABLES, zeros=st.booleans(), smallest=st.integers(2, 10))
def test_what_is_shown_is_true_and_not_small(rows: list[list[int]], zeros: bool, smallest: int):
    counted = Cells.of(rows)
    shown = to_publish(counted, smallest=smallest, zeros=zeros)
    for place, number in shown.numbers().items():
        assert number == counted.numbers()[place]
        assert number >= smallest or (zeros and number == 0)
    assert to_publish(counted, smallest=smallest, zeros=zeros) == shown


def subtracted(shown: Cells, numbers: dict[Place, int]) -> Iterator[int]:
    """What is left of each total that is shown, when all that is shown of its line is taken off."""
    seen = shown.numbers()
    for *cells, total in shown.lines():
        if total in seen and any(cell not in seen for cell in cells):
            yield numbers[total] - sum(numbers[cell] for cell in cells if cell in seen)


@given(rows=SMALL_TABLES, zeros=st.booleans())
def test_hidden_cells_of_a_line_are_no_few_people_together(rows: list[list[int]], zeros: bool):
    counted = Cells.of(rows)
    shown = to_publish(counted, zeros=zeros)
    assert not {*subtracted(shown, dict(counted.numbers()))} & {1, 2, 3, 4}
    if not zeros:
        assert 0 not in subtracted(shown, dict(counted.numbers()))


class TestAgainstWhatWasPublishedBefore:
    @pytest.mark.parametrize(
        ("before", "now", "shown"),
        [
            ([12, 20], [12, 21], ([12, None], None)),  # one came
            ([12, 20], [12, 25], ([12, 25], 37)),  # five came
            ([12, 20], [12, 20], ([12, 20], 32)),
            ([12, 20, 30], [13, 19, 30], ([None, None, 30], 62)),  # one went over
            ([10, 6, 9, 30], [10, 3, 9, 39], ([10, None, 9, None], 61)),  # 9 stands: it would hide nothing
            ([12, 3, 9], [12, 3, 9], ([12, None, None], 24)),
            ([12, 3, 9], [12, 8, 9], ([12, None, None], 29)),  # else 8 - 5 tells what was hidden
            (
                [12, 3, 9, 9],
                [18, 4, 10, 9],
                ([None, None, None, 9], 41),
            ),  # else 41 - 18 - 9 tells that two came
        ],
    )
    def test_few_who_came_or_went_are_hidden(self, before, now, shown):
        earlier = to_publish(Cells.of([before]), zeros=True)
        assert one_row(now, before=earlier, zeros=True) == shown

    def test_what_was_read_before_and_still_stands_hides_nobody(self):
        before = Cells.of([[40, 2, 1, 4]]).without({(0, 1), (1, 1), (0, 2), (1, 2)})  # by a lower limit
        shown = ([None] * 4, 57)  # else 57 - 50 - 4 is three in two cells
        assert one_row([50, 2, 1, 4], before=before, zeros=True) == shown

    def test_what_still_stands_is_not_hidden_in_vain(self):
        before = Cells.of([[40, 1, 1, 9]]).without({(0, 1), (1, 1), (0, 2), (1, 2)})
        assert one_row([50, 1, 1, 9], before=before, zeros=True) == ([None, None, None, 9], 61)

    def test_another_shape_cannot_be_compared(self):
        with pytest.raises(ValueError, match="other rows or columns"):
            to_publish(Cells.of([[9, 9]]), before=to_publish(Cells.of([[9], [9]])))

    @given(rows=SMALL_TABLES, moved=MOVED, zeros=st.booleans())
    def test_no_difference_of_few_people_is_ever_shown(
        self, rows: list[list[int]], moved: list[int], zeros: bool
    ):
        wide = len(rows[0])
        later = [
            [max(0, number + moved[wide * up + along]) for along, number in enumerate(row)]
            for up, row in enumerate(rows)
        ]
        before = to_publish(Cells.of(rows), zeros=zeros)
        now = to_publish(Cells.of(later), zeros=zeros, before=before)
        seen, seen_before = now.numbers(), before.numbers()
        assert set(seen) <= set(seen_before)
        changed = {place: number - seen_before[place] for place, number in seen.items()}
        few = {1, 2, 3, 4, -1, -2, -3, -4}
        assert not set(changed.values()) & few
        assert not {*subtracted(now, changed)} & few
        counted = Cells.of(later)
        told = found(now, counted, floor=0)
        assert not [
            place for place in told if counted.numbers()[place] or not zeros
        ]  # shown zeros are no secret
