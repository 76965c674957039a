"""How it stands with the indicators by which results are measured."""

from collections.abc import Iterable
from datetime import date

from regie.figures.enums import Comparison
from regie.indicators.models import Observation
from regie.indicators.queries import Standing, standings_of
from regie.indicators.rules import NATION, figure_said, is_small
from regie.programme.models import Block, Intervention
from regie.programme.rules import Figure, MeasuredBy


def measures_for(
    blocks: Iterable[Block], intervention: Intervention, *, on: date, smallest: int
) -> dict[str, MeasuredBy]:
    """By ref how it stands with every indicator that these blocks name; a figure of few people is hidden (0: none)."""
    refs = {ref for one in blocks for ref in one.indicators}
    found = standings_of(refs, municipality=intervention.municipality, on=on)
    return {ref: _plain(ref, one, smallest) for ref, one in found.items()}


def _plain(ref: str, one: Standing, smallest: int) -> MeasuredBy:
    here, nation = (_figure(fact, smallest) if fact else None for fact in (one.here, one.nation))
    hidden = here is not None and here.said is None
    return MeasuredBy(
        one.measured.indicator.name,
        defined=one.measured.definition is not None,
        here=here,
        nation=nation,
        compared=Comparison.UNKNOWN if hidden else one.compared,
        ended_on=one.ended.since if one.ended else None,
        ref=ref,
    )


def _figure(one: Observation, smallest: int) -> Figure:
    unit, account = one.definition.unit, one.account
    hidden = one.region != NATION and is_small(account, unit, smallest=smallest)
    words = figure_said(account, unit) + (" (voorlopig)" if one.provisional else "")
    return Figure(None if hidden else words, str(one.period), one.edition)
