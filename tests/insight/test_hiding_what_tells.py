"""Who may see no name reads no small number, and works none out: not from any sum on these pages or the programme's.

The reader knows how it is counted, and solves all sums at once by linear programs of others.
"""

from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import linprog

from regie.insight.rules import (
    OTHER_REASONS,
    ContactCount,
    Flow,
    Insight,
    Line,
    Measured,
    TermCount,
    YearlyAccount,
)
from regie.insight.rules.hiding import row_shown, terms_shown
from regie.plans.enums import MeasuredAt

FEW = [0, 0, 1, 2, 3, 4, 5, 6, 9, 14, 30]


@dataclass
class Reader:
    """What somebody reads, what it truly is, and which sums he knows to hold."""

    shown: list[int | None] = field(default_factory=list)
    truth: list[int] = field(default_factory=list)
    floors: list[int] = field(default_factory=list)
    sums: list[tuple[list[int], list[int]]] = field(default_factory=list)  # these together are those together

    def reads(self, numbers, truth, *, floor: int = 0) -> list[int]:
        """Their places, for the sums."""
        places = list(range(len(self.shown), len(self.shown) + len(truth)))
        self.shown += numbers
        self.truth += truth
        self.floors += [floor] * len(truth)
        return places

    def finds(self) -> set[int]:
        """The places of what is hidden and can be nothing else than it is."""
        equal = np.zeros((len(self.sums), len(self.shown)))
        for row, (these, those) in zip(equal, self.sums, strict=True):
            row[these], row[those] = 1, -1
        seen = [number is not None for number in self.shown]
        bounds = [
            (number, number) if known else (floor, 10_000)
            for number, known, floor in zip(self.shown, seen, self.floors, strict=True)
        ]
        unsure = {place for place, known in enumerate(seen) if not known}
        for place in sorted(unsure):
            for direction in (-1, 1):
                if place in unsure:
                    goal = np.zeros(len(seen))
                    goal[place] = direction
                    other = linprog(goal, A_eq=equal, b_eq=np.zeros(len(equal)), bounds=bounds)
                    assert other.status == 0
                    unsure -= {one for one in unsure if abs(other.x[one] - self.truth[one]) > 0.5}
        return unsure


def reader_of(insight: Insight, account: YearlyAccount, smallest: int) -> Reader:
    """Who reads the page, the account, and how many were guided at the end of December on the programme's page."""
    shown, accounted, reader = insight.guarded(smallest), account.guarded(smallest), Reader()
    assert shown.flow == accounted.flow
    names = ("before", "begun", "stopped", "after", "together")
    before, begun, stopped, after, together = reader.reads(
        [getattr(shown.flow, name) for name in names], [getattr(insight.flow, name) for name in names]
    )
    for place in (before, after):  # the programme's page hides from one up to the smallest
        truth = reader.truth[place]
        reader.shown[place] = None if 0 < truth < smallest else truth
    reader.sums += [([before, begun], [together]), ([stopped, after], [together])]
    _reads_reasons(reader, insight.flow, shown.flow, [stopped])
    people = reader.reads(shown.contact.people, insight.contact.people, floor=1)
    reader.sums.append((people, [together]))
    lines = list(zip(account.lines, accounted.lines, strict=True))
    for truth, line in lines:
        reader.sums.append((reader.reads(line.numbers, truth.numbers), [together]))
    for truth, moment in zip(insight.measured, shown.measured, strict=True):
        others = insight.flow.together - truth.people
        both = None not in (moment.people, shown.flow.together)
        whole, rest = reader.reads([moment.people, others if both else None], [truth.people, others])
        reader.sums.append(([whole, rest], [together]))
        for line, told in zip(truth.lines, moment.lines, strict=True):
            reader.sums.append((reader.reads(told.numbers, line.numbers), [whole]))
    return reader


def _reads_reasons(reader: Reader, flow: Flow, shown: Flow, stopped: list[int]) -> None:
    told = {line.title: line.numbers[0] for line in shown.reasons}
    true = {line.title: line.numbers[0] for line in flow.reasons}
    named = [title for title in told if title != OTHER_REASONS]
    places = reader.reads([told[title] for title in named], [true[title] for title in named])
    others = [title for title in true if title not in named]
    if told:
        # He does not know how many others there are; two stand for any number of them.
        numbers = [true[title] for title in others]
        if len(numbers) == 1:
            numbers = [*numbers, 0]
        places += reader.reads([None] * len(numbers), numbers)
        reader.sums.append((places, stopped))


@st.composite
def split(draw, whole: int, parts: int) -> tuple[int, ...]:
    """So many parts of a whole."""
    cuts = sorted(draw(st.lists(st.integers(0, whole), min_size=parts - 1, max_size=parts - 1)))
    return tuple(high - low for low, high in zip([0, *cuts], [*cuts, whole], strict=True))


@st.composite
def years(draw) -> tuple[Insight, YearlyAccount]:
    """Any year in which somebody was guided."""
    went, stayed, came_and_went, came = (draw(st.sampled_from(FEW)) for _ in range(4))
    whole, stopped = went + stayed + came_and_went + came, went + came_and_went
    assume(whole)
    reasons = [number for number in draw(split(stopped, 4)) if number]
    flow = Flow(
        before=went + stayed,
        begun=came_and_went + came,
        again=0,
        stopped=stopped,
        after=stayed + came,
        together=whole,
        reasons=tuple(Line(f"Reden {place}", (number,)) for place, number in enumerate(reasons)),
    )
    people = draw(split(whole, 3))
    contact = ContactCount(people, people[0] * 9, people[1], people[1])
    measured = []
    for moment in (MeasuredAt.ENTRY, MeasuredAt.RELEASE):
        of = draw(st.integers(0, whole))
        measured.append(Measured(moment, of, tuple(Line(name, draw(split(of, 4))) for name in "ab")))
    terms = TermCount((), (9, 9, 9, 9, 9), (9, 9, 9, 9, 9))
    account = YearlyAccount(flow, tuple(Line(name, draw(split(whole, 4))) for name in "ab"))
    return Insight(flow, contact, terms, tuple(measured)), account


@given(year=years(), smallest=st.integers(2, 10))
def test_nobody_who_solves_all_sums_finds_what_is_hidden(year: tuple[Insight, YearlyAccount], smallest: int):
    reader = reader_of(*year, smallest)
    assert not reader.finds()


@given(year=years(), smallest=st.integers(2, 10))
def test_what_is_shown_is_true_and_of_enough(year: tuple[Insight, YearlyAccount], smallest: int):
    reader = reader_of(*year, smallest)
    for shown, truth in zip(reader.shown, reader.truth, strict=True):
        assert shown in (None, truth)
        assert shown is None or shown == 0 or shown >= smallest


@given(year=years(), smallest=st.integers(2, 10))
def test_what_is_hidden_of_a_sum_is_together_of_enough(year: tuple[Insight, YearlyAccount], smallest: int):
    reader = reader_of(*year, smallest)
    for parts, (*_, whole) in reader.sums:
        secret = [place for place in parts if reader.shown[place] is None]
        if reader.shown[whole] is not None and secret:
            assert not 0 < sum(reader.truth[place] for place in secret) < smallest


def test_the_reader_who_solves_sums_does_find_what_is_badly_hidden():
    reader = Reader()
    before, begun, together = reader.reads([20, None, 24], [20, 4, 24])
    reader.sums.append(([before, begun], [together]))
    assert reader.finds() == {begun}


def flow(before: int, begun: int, stopped: int, after: int, *reasons: int) -> Flow:
    lines = tuple(Line(f"Reden {place}", (number,)) for place, number in enumerate(reasons))
    return Flow(before, begun, 1, stopped, after, before + begun, lines)


def guarded(told: Flow) -> Flow:
    return YearlyAccount(told, ()).guarded(5).flow


class TestWhoCameAndWent:
    def test_one_who_stopped_hides_how_many_came_and_how_many_there_were_together(self):
        assert guarded(flow(15, 9, 1, 23, 1)) == Flow(15, None, None, None, 23, None)

    def test_the_beginning_is_hidden_when_it_is_small(self):
        assert guarded(flow(3, 12, 5, 10, 5)) == Flow(None, None, None, None, 10, None)

    def test_who_began_again_is_never_told_apart(self):
        assert guarded(flow(15, 9, 6, 18, 6)).again is None

    def test_zero_may_be_shown(self):
        assert guarded(flow(0, 12, 0, 12)) == Flow(0, 12, None, 0, 12, 12)

    def test_of_a_hidden_reason_not_even_the_name(self):
        told = guarded(flow(20, 12, 13, 19, 8, 4, 1))
        assert told.reasons == (Line("Reden 0", (8,)), Line(OTHER_REASONS, (None,)))


class TestTerms:
    def test_many_terms_of_few_young_people_are_hidden(self):
        terms = TermCount((Line("Contact", (40, 30, 0, 0, 0)),), (40, 30, 0, 0, 20), (9, 2, 0, 0, 8))
        shown = terms_shown(terms, 5)
        assert shown.all[1] is None
        assert shown.all.count(None) > 1  # and another, that would give it away
        assert shown.on_time is None
        assert (shown.rules, shown.people) == ((), ())

    def test_enough_of_each_are_shown(self):
        shown = terms_shown(TermCount((), (40, 30, 0, 8, 20), (9, 8, 0, 6, 8)), 5)
        assert shown.all == (40, 30, 0, 8, 20)
        assert shown.on_time == (40, 78)

    @given(
        numbers=st.lists(st.sampled_from(FEW), min_size=5, max_size=5),
        few=st.sets(st.integers(0, 4)),
        smallest=st.integers(2, 10),
    )
    def test_what_is_of_few_young_people_is_never_found(
        self, numbers: list[int], few: set[int], smallest: int
    ):
        people = [min(number, 1) if place in few else number for place, number in enumerate(numbers)]
        shown = terms_shown(TermCount((), tuple(numbers), tuple(people)), smallest).all
        reader = Reader()
        told = any(number is not None for number in shown)
        (whole,) = reader.reads([sum(numbers) if told else None], [sum(numbers)])
        reader.sums.append((reader.reads(shown, numbers, floor=1), [whole]))
        for place, number in enumerate(shown):
            reader.floors[place + 1] = min(1, numbers[place])
            assert number is None or number == 0 or people[place] >= smallest
        assert not reader.finds()


class TestContact:
    def test_how_often_is_of_enough_young_people(self):
        contact = ContactCount((12, 0, 0), 90, 7, 3)
        shown = Insight(flow(12, 0, 0, 12), contact, TermCount((), (0,) * 5, (0,) * 5), ()).guarded(5).contact
        assert shown == ContactCount((12, 0, 0), 90, None, None)

    def test_without_the_whole_nothing_of_it(self):
        contact = ContactCount((20, 4, 0), 90, 40, 12)
        shown = Insight(flow(15, 9, 1, 23), contact, TermCount((), (0,) * 5, (0,) * 5), ()).guarded(5).contact
        assert shown == ContactCount((None, None, None), None, 40, None)


class TestBasicConditions:
    def measured(self, people: int, numbers: tuple[int, ...], told: Flow) -> Measured:
        moment = Measured(MeasuredAt.RELEASE, people, (Line("Onderdak", numbers),))
        nothing = Insight(
            told, ContactCount((0, 0, 0), 0, 0, 0), TermCount((), (0,) * 5, (0,) * 5), (moment,)
        )
        return nothing.guarded(5).measured[0]

    def test_that_nobody_is_without_is_hidden(self):
        shown = self.measured(12, (12, 0, 0, 0), flow(20, 12, 7, 25))
        assert shown.people == 12
        assert shown.lines[0].numbers == (None,) * 4

    def test_a_moment_of_few(self):
        shown = self.measured(4, (4, 0, 0, 0), flow(20, 12, 7, 25))
        assert (shown.people, shown.lines[0].numbers) == (None, (None,) * 4)

    def test_a_moment_of_all_but_few(self):
        assert self.measured(29, (20, 9, 0, 0), flow(20, 12, 7, 25)).people is None

    def test_a_moment_of_enough_where_the_whole_is_hidden(self):
        shown = self.measured(12, (6, 6, 0, 0), flow(20, 4, 7, 17))
        assert (shown.people, shown.lines[0].numbers) == (12, (None, 6, None, None))


@pytest.mark.parametrize("numbers", [(1, 1, 1, 1), (2, 2, 2, 2)])
def test_a_row_whose_whole_would_have_to_be_hidden_shows_nothing(numbers):
    assert row_shown(numbers, 2, zeros=True) in ((None,) * 4, numbers)
    assert row_shown((1, 1, 1, 1), 2, zeros=True) == (None,) * 4
