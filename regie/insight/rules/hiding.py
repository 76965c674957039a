"""What of the numbers of a year may be shown to who may see no name, so that nobody is known by them (ADR 62).

How many are guided at the end of a month stands on the page of the programme as well. So who began, who stopped and
how many there were together are shown only when all of them may be: one of them tells the others.
"""

from collections.abc import Sequence
from dataclasses import replace

from regie.figures.rules import Cells, to_publish
from regie.insight.rules.conditions import Measured
from regie.insight.rules.contact import ContactCount
from regie.insight.rules.guided import Flow
from regie.insight.rules.line import Line
from regie.insight.rules.terms import TermCount

Numbers = tuple[int | None, ...]
OTHER_REASONS = "Andere redenen"


def row_shown(
    numbers: Sequence[int | None],
    smallest: int,
    *,
    zeros: bool = False,
    whole_told: bool = True,
    few: Sequence[int] = (),
) -> Numbers:
    """A row of counts that add up to a whole which is told elsewhere, with None for what is hidden.

    Nothing of it is shown when the whole is not told, or would have to be hidden too. `few` are places that are hidden
    whatever stands there: many things of few people.
    """
    told = [number for number in numbers if number is not None]
    nothing = (None,) * len(numbers)
    if not whole_told or len(told) < len(numbers):
        return nothing
    counted = Cells.of([told])
    before = counted.without({(row, column) for row in (0, 1) for column in few}) if few else None
    shown = to_publish(counted, smallest=smallest, zeros=zeros, before=before)
    return shown.rows[0] if shown.total is not None else nothing


def flow_shown(flow: Flow, smallest: int) -> Flow:
    """How many at the beginning and the end each by itself; the rest all together or not at all."""
    parts = (flow.before, flow.begun, flow.stopped, flow.after)
    before, after = (row_shown([number], smallest, zeros=True)[0] for number in (flow.before, flow.after))
    all_told = None not in row_shown(parts, smallest, zeros=True)
    if not all_told:
        return Flow(before, None, None, None, after, None)
    return replace(flow, again=None, reasons=_reasons_shown(flow.reasons, smallest))


def contact_shown(contact: ContactCount, smallest: int, *, whole_told: bool) -> ContactCount:
    """With how many there was contact; how often only when it is of enough young people."""
    made, tried, none = row_shown(contact.people, smallest, zeros=True, whole_told=whole_told)
    enough = contact.tried_with is not None and contact.tried_with >= smallest
    return ContactCount(
        people=(made, tried, none),
        made=None if made is None else contact.made,
        tried=contact.tried if enough else None,
        tried_with=None,
    )


def terms_shown(terms: TermCount, smallest: int) -> TermCount:
    """All terms together, never by rule: what is of few young people is hidden, however many terms it is."""
    few = [
        place
        for place, (number, people) in enumerate(zip(terms.all, terms.people, strict=True))
        if number and people < smallest
    ]
    return TermCount((), row_shown(terms.all, smallest, zeros=True, few=few))


def measured_shown(measured: Measured, smallest: int, *, together: int | None) -> Measured:
    """A moment with enough young people, of whom also enough others were guided in the year, or none.

    A zero is hidden: that nobody has no home says of everybody that he has one.
    """
    people = measured.people or 0
    rest = () if together is None else (together - people,)
    told = people >= smallest and None not in row_shown((people, *rest), smallest, zeros=True)
    lines = lines_shown(measured.lines, smallest, whole_told=told)
    return Measured(measured.moment, people if told else None, lines)


def lines_shown(lines: Sequence[Line], smallest: int, *, whole_told: bool) -> tuple[Line, ...]:
    """Of each condition what may be shown."""
    return tuple(Line(line.title, row_shown(line.numbers, smallest, whole_told=whole_told)) for line in lines)


def _reasons_shown(lines: Sequence[Line], smallest: int) -> tuple[Line, ...]:
    """Of what is hidden not even the name: it would say that somebody stopped for that."""
    if not lines:
        return ()
    numbers = row_shown([line.numbers[0] for line in lines], smallest, zeros=True)
    told = tuple(
        Line(line.title, (number,)) for line, number in zip(lines, numbers, strict=True) if number is not None
    )
    return told if len(told) == len(lines) else (*told, Line(OTHER_REASONS, (None,)))
