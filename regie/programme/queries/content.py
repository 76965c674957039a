"""Everything that stands on a plan page now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from regie.programme.enums import BlockKind
from regie.programme.models import Block, BlockOrder, CaseloadPlan, Intervention, Milestone, Voice
from regie.programme.queries.caseload import caseload_of
from regie.programme.queries.measures import measures_for
from regie.programme.rules import (
    SPOKEN,
    MeasuredBy,
    MonthCount,
    Reached,
    Result,
    Section,
    Shown,
    heading_of,
    in_order,
    paragraphs,
)


@dataclass(frozen=True)
class Content:
    """What stands on the page, the order that holds (None: our own), and what both make of it."""

    blocks: tuple[Block, ...]
    milestones: tuple[Milestone, ...]
    plans: tuple[CaseloadPlan, ...]
    voices: tuple[Voice, ...]
    order: BlockOrder | None
    sections: tuple[Section, ...]


def content_of(
    intervention: Intervention,
    *,
    on: date,
    smallest: int,
    before: Iterable[Shown] = (),
    only_approved: bool = False,
) -> Content:
    """The page as it is on a day; ten queries at most.

    Hidden is what tells of fewer than `smallest` people (0: nothing), also beside what was shown `before`. With
    `only_approved` without what somebody says for which nobody gave leave.
    """
    standing = Block.objects.current().filter(intervention=intervention).select_related("intervention")
    blocks = sorted(standing, key=lambda one: (one.kind, one.year or 0, one.recorded_at, one.pk))
    reached = Milestone.objects.current().filter(intervention=intervention)
    milestones = sorted(reached, key=lambda one: (one.planned or one.real, one.recorded_at, one.pk))
    planned = CaseloadPlan.objects.current().filter(intervention=intervention)
    plans = sorted(planned, key=lambda one: one.year)
    order = BlockOrder.objects.filter(intervention=intervention).newest_first().first()
    counts = caseload_of(intervention, plans, on=on, smallest=smallest, before=before)
    told = Voice.objects.current().filter(intervention=intervention).select_related("approval")
    voices = [one for one in told.order_by("recorded_at", "pk") if one.approved or not only_approved]
    measures = measures_for(blocks, intervention, on=on, smallest=smallest)
    sections = in_order(
        [*_sections(blocks, milestones, counts, measures), *_spoken(voices)],
        order.kinds if order else BlockKind.values,
    )
    return Content(tuple(blocks), tuple(milestones), tuple(plans), tuple(voices), order, tuple(sections))


def _spoken(voices: Sequence[Voice]) -> Iterator[Section]:
    """What is said, by kind."""
    for kind in sorted(SPOKEN):
        said = tuple((one.words, one.speaker) for one in voices if one.kind == kind)
        if said:
            yield Section(kind, heading_of(kind), voices=said)


def _sections(
    blocks: Iterable[Block],
    milestones: Sequence[Milestone],
    counts: tuple[MonthCount, ...],
    measures: Mapping[str, MeasuredBy],
) -> Iterator[Section]:
    """What is written; milestones under the planning and numbers under the caseload, also without words."""
    words = {
        (kind, year): list(some)
        for (kind, year), some in groupby(blocks, key=lambda one: (one.kind, one.year))
    }
    for (kind, _), some in words.items():
        if kind not in (BlockKind.PLANNING, BlockKind.CASELOAD):
            yield _section(some, measures)
    planning, caseload = (
        paragraphs(words[kind, None][0].text) if (kind, None) in words else ()
        for kind in (BlockKind.PLANNING, BlockKind.CASELOAD)
    )
    if planning or milestones:
        kind = BlockKind.PLANNING
        yield Section(kind, heading_of(kind), None, planning, milestones=tuple(map(_reached, milestones)))
    if caseload or counts:
        kind = BlockKind.CASELOAD
        yield Section(kind, heading_of(kind), None, caseload, caseload=counts)


def _reached(one: Milestone) -> Reached:
    return Reached(one.name, one.planned, one.real, one.real_on, one.why)


def _section(blocks: list[Block], measures: Mapping[str, MeasuredBy]) -> Section:
    """The blocks of one kind and year; several when there may be many."""
    first = blocks[0]
    if first.kind == BlockKind.LINK:
        links = tuple((one.title, one.url) for one in blocks)
        return Section(first.kind, first.heading, links=links)
    if first.kind == BlockKind.RESULT:
        results = tuple(
            Result(
                one.text, one.definition, tuple(measures[ref] for ref in one.indicators if ref in measures)
            )
            for one in blocks
        )
        return Section(first.kind, first.heading, results=results)
    return Section(first.kind, first.heading, first.year, paragraphs(first.text))
