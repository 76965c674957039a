"""Bars in parts: nothing overlaps, nothing falls outside, and nothing is drawn of what is not there."""

from regie.figures.rules import bars


def test_parts_stand_end_to_end_within_the_picture():
    drawn = bars([("sep 2026", (1, 0, 0)), ("okt 2026", (2, 1, 3))])
    first, second = drawn.bars
    assert [(part.kind, part.number) for part in first.parts] == [(0, 1)]
    assert [(part.kind, part.number) for part in second.parts] == [(0, 2), (1, 1), (2, 3)]
    ends = [part.start + part.length for part in second.parts]
    assert ends[:2] == [part.start for part in second.parts[1:]]
    assert ends[-1] < drawn.width
    assert second.at >= first.at + drawn.thick
    assert second.line < second.at + drawn.thick < drawn.height
    assert second.parts[0].start < second.parts[0].middle < ends[0]


def test_nothing_in_hand_is_an_empty_bar():
    assert bars([("sep 2026", (0, 0, 0))]).bars[0].parts == ()
    assert bars([]).bars == ()
