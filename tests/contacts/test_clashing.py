"""What falls together with an appointment, and at which moment a time of the clock is."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from regie.contacts.enums import ContactKind
from regie.contacts.rules import AppointmentAccount, Busy, clashing, comes_twice, is_lost, moment_of

MINUTES = st.integers(0, 24 * 60 - 2)
DAYS = st.dates(date(2024, 1, 1), date(2035, 12, 31))
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def at(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)


@st.composite
def spans(draw: st.DrawFn) -> tuple[int, int]:
    begins = draw(MINUTES)
    return begins, draw(st.integers(begins + 1, 24 * 60 - 1))


def agreed(begins: int, ends: int) -> AppointmentAccount:
    return AppointmentAccount(date(2026, 11, 18), at(begins), ContactKind.PHONE, ends=at(ends))


@given(spans(), spans())
def test_two_fall_together_when_they_share_a_minute(one: tuple[int, int], other: tuple[int, int]):
    shared = set(range(*one)) & set(range(*other))
    found = clashing(agreed(*one), [Busy("anders", at(other[0]), at(other[1]))])
    assert bool(found) == bool(shared)
    assert bool(clashing(agreed(*other), [Busy("een", at(one[0]), at(one[1]))])) == bool(shared)


@given(spans())
def test_what_takes_the_whole_day_falls_together_with_all_of_it(one: tuple[int, int]):
    assert clashing(agreed(*one), [Busy("zitting")])


@given(MINUTES, spans())
def test_of_what_nobody_said_how_long_an_hour_is_taken(begins: int, other: tuple[int, int]):
    shared = set(range(begins, min(begins + 60, 24 * 60 - 1))) & set(range(*other))
    assert bool(clashing(agreed(*other), [Busy("anders", at(begins))])) == bool(shared)


@given(DAYS, TIMES)
def test_every_time_of_the_clock_is_one_moment_or_two_or_none(day: date, clock: time):
    here = moment_of(day, clock).tzinfo
    naive = datetime.combine(day, clock)
    around = [naive.replace(tzinfo=UTC) - timedelta(hours=hours) for hours in (1, 2)]
    moments = {one for one in around if one.astimezone(here).replace(tzinfo=None) == naive}
    assert len(moments) == (0 if is_lost(day, clock) else 2 if comes_twice(day, clock) else 1)
    if moments:
        assert {
            moment_of(day, clock).astimezone(UTC),
            moment_of(day, clock, later=True).astimezone(UTC),
        } == moments
