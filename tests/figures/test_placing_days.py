"""Where days stand in a picture: nothing outside the frame, and no words over other words, at both widths."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regie.figures.rules import Drawing, Mark, Placed, lying, span_of, standing
from regie.figures.rules.days import Span, ticks_of
from regie.figures.rules.lettering import shortened, wide
from regie.figures.rules.lying import HIGH, LOW, ROW, THINNEST, taken
from regie.figures.rules.standing import ITEM, WORDS

TODAY = date(2026, 11, 27)
LANES = ("Verblijf", "Zitting", "Vrijlating")
DAYS = st.dates(date(2020, 1, 1), date(2034, 1, 1))
SAID = st.text(max_size=60)
MARKS = st.lists(
    st.builds(
        lambda lane, since, label, note, lasts: Mark(
            lane, since, "reached", label, note, since + timedelta(days=lasts) if lasts is not None else None
        ),
        st.sampled_from(LANES),
        DAYS,
        SAID,
        SAID,
        st.none() | st.integers(0, 2000),
    ),
    max_size=25,
)


def drawn(marks: Sequence[Mark], how: str, today: date = TODAY) -> Drawing:
    span = span_of(marks, core=[today, today + timedelta(days=730)])
    draw = {"lying": lying, "standing": standing}[how]
    return draw(marks, span, lanes=LANES, today=today)


def box(one: Placed, how: str) -> tuple[float, float, float, float]:
    """What a mark and its words take up: left, top, right, bottom."""
    if how == "lying":
        left, right = taken(one)
        return left, one.across - ROW / 2, right, one.across + ROW / 2
    words = max(wide(one.label), wide(one.note))
    return WORDS, one.label_y - 15, WORDS + words, one.label_y - 15 + ITEM


@pytest.mark.parametrize("how", ["lying", "standing"])
@given(marks=MARKS, today=DAYS)
def test_nothing_falls_out_of_the_frame(how: str, marks: list[Mark], today: date):
    drawing = drawn(marks, how, today)
    for one in drawing.placed:
        left, top, right, bottom = box(one, how)
        assert left >= 0
        assert top >= 0
        assert right <= drawing.width
        assert bottom <= drawing.height
        along = drawing.width if how == "lying" else drawing.height
        assert 0 <= one.start <= one.end <= along
    assert all(0 <= tick.at <= max(drawing.width, drawing.height) for tick in drawing.ticks)


@pytest.mark.parametrize("how", ["lying", "standing"])
@given(marks=MARKS)
def test_no_words_lie_over_each_other(how: str, marks: list[Mark]):
    boxes = [box(one, how) for one in drawn(marks, how).placed]
    for one, other in combinations(boxes, 2):
        beside = one[2] < other[0] or other[2] < one[0]
        below = one[3] <= other[1] or other[3] <= one[1]
        assert beside or below, (one, other)


@given(marks=MARKS)
def test_every_day_that_the_span_shows_stands_in_both_and_in_order(marks: list[Mark]):
    span = span_of(marks, core=[TODAY, TODAY + timedelta(days=730)])
    shown = [mark for mark in marks if span.shows(mark)]
    for how in ("lying", "standing"):
        placed = drawn(marks, how).placed
        assert sorted(map(repr, shown)) == sorted(repr(one.mark) for one in placed)
        for one, other in combinations(sorted(placed, key=lambda one: one.mark.since), 2):
            assert one.start <= other.start + THINNEST  # a period at the very end begins a little sooner


def test_a_day_stands_where_it_belongs():
    span = Span(date(2026, 1, 1), date(2026, 1, 11))
    assert [span.place(date(2026, 1, day), 0, 100) for day in (1, 6, 11)] == [0, 50, 100]
    assert span.place(date(2020, 1, 1), 0, 100) == 0
    assert span.place(date(2030, 1, 1), 0, 100) == 100


def test_words_stand_within_a_long_period_after_a_day_and_before_one_at_the_end():
    end = TODAY + timedelta(days=730)
    marks = [
        Mark("Verblijf", TODAY, "stay", "PI Sittard", until=end),
        Mark("Zitting", TODAY, "heard", "Raadkamer"),
        Mark("Vrijlating", end, "fixed", "27 nov 2028", "staat vast"),
    ]
    stay, hearing, release = drawn(marks, "lying").placed
    assert stay.start == LOW
    assert stay.start < stay.label_x < stay.end
    assert hearing.start < hearing.label_x
    assert release.start == HIGH
    assert release.backwards
    assert release.label_x < release.start


def test_words_that_have_room_are_said_whole():
    told = "28 augustus 2026 tot en met 27 november 2026"
    marks = [
        Mark("Verblijf", date(2026, 8, 28), "stays", "PI Roermond", told, date(2026, 11, 27)),
        Mark("Verblijf", date(2027, 11, 27), "reached", "Einde", ""),
    ]
    first = drawn(marks, "lying").placed[0]
    assert (first.label, first.note) == ("PI Roermond", told)
    assert taken(first)[1] <= HIGH


def test_what_lies_years_away_does_not_press_the_rest_together():
    old, tbs = (
        Mark("Verblijf", date(2012, 5, 1), "stay", "JJI"),
        Mark("Vrijlating", date(2044, 1, 1), "fixed", ""),
    )
    near = Mark("Zitting", TODAY - timedelta(days=200), "heard", "")
    span = span_of([old, tbs, near], core=[TODAY, TODAY + timedelta(days=730)])
    assert span == Span(TODAY - timedelta(days=200), TODAY + timedelta(days=730))
    assert not span.shows(old)
    assert not span.shows(tbs)


def test_a_year_that_has_no_room_for_its_name_goes_without():
    span = Span(date(2020, 1, 1), date(2040, 1, 1))
    ticks = ticks_of(span, 0, 200, apart=64)
    assert 1 < len(ticks) <= 3
    assert all(later.at - sooner.at >= 64 for sooner, later in pairwise(ticks))


@given(SAID, st.integers(0, 300))
def test_shortened_words_fit_and_say_that_something_was_left_out(words: str, most: int):
    short = shortened(words, most)
    assert short == words or short.endswith("…")
    assert wide(short) <= max(most, wide("…"))
