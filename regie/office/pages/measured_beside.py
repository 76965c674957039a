"""The figures of a municipality beside those of the country, year after year, and between those of other areas."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from regie.accounts.models import Municipality
from regie.figures.enums import Comparison
from regie.figures.rules import Funnel, Observed, Trend, funnel, trend
from regie.indicators.enums import SCALES
from regie.indicators.models import Definition, Observation
from regie.indicators.rules import NATION, UNKNOWN, Period, beside_nation, counted, drawn, region_words
from regie.office.pages.indicator_words import about, figure_words, interval_words
from regie.ui.parts import Cell

FEWEST = 3  # other areas, before a funnel says anything
YEAR = 1


@dataclass(frozen=True)
class BesideTable:
    """Per period whether ours is under, not to be told apart from, or above the country, and by which test."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[str, ...]


@dataclass(frozen=True)
class SeriesChart:
    """Year after year, as a picture and as a table."""

    title: str
    drawing: Trend
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[str, ...] = ("Jaar", "Cijfer", "Interval (95%)", "Let op")


@dataclass(frozen=True)
class AmongChart:
    """Ours between other areas, as a picture and as a table."""

    title: str
    marked: str
    reference: str
    along: str
    drawing: Funnel
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[str, ...] = ("Gebied", "Teller en noemer", "Cijfer")


def beside(definition: Definition, figures: Sequence[Observation], place: Municipality) -> BesideTable | None:
    """Ours beside the country for every period of which both are known; of several editions the last one told."""
    last = _last(figures)
    periods = sorted({period for region, period in last if region == place.cbs_code}, reverse=True)
    rows = tuple(_beside(definition, last, place, period) for period in periods)
    columns = ("Periode", str(place), "Nederland", "Naast Nederland", "Hoe is dat bepaald?")
    return BesideTable(rows, columns) if rows else None


def series(
    definitions: Sequence[Definition], figures: Sequence[Observation], region: str, title: str
) -> SeriesChart | None:
    """The years of one area, of the newest definition that has one; None of fewer than two."""
    of_area = [one for one in figures if one.region == region and _is_year(one.period)]
    by_year = {one.period.since.year: one for one in _last_of(of_area)}
    if len(by_year) < 2:
        return None
    observed = list(_observed(by_year, definitions))
    rows = tuple(_series_row(by_year[one.year], one) for one in observed)
    return SeriesChart(title, trend(observed), rows)


def among(
    definition: Definition, figures: Sequence[Observation], place: Municipality, names: Mapping[str, str]
) -> AmongChart | None:
    """Ours between other areas of the last period with counts; None when they are too few, or without the country."""
    last = _last(figures)
    mine = [period for region, period in last if region == place.cbs_code]
    if not mine or definition.unit not in SCALES:
        return None
    period = max(mine)
    there = {region: one for (region, when), one in last.items() if when == period and counted(one.account)}
    nation, ours = there.pop(NATION, None), there.pop(place.cbs_code, None)
    if nation is None or ours is None or len(there) < FEWEST:
        return None
    marked, whole = counted(ours.account), counted(nation.account)
    others = [found for one in there.values() if (found := counted(one.account))]
    if marked is None or whole is None:
        return None
    return AmongChart(
        title=f"Naast andere gebieden, {period}",
        marked=str(place),
        reference="Nederland",
        along="Noemer",
        drawing=funnel(marked, others, reference=whole.number / whole.of, per=SCALES[definition.unit]),
        rows=tuple(_among_row(one, names) for one in (ours, nation, *there.values())),
    )


def _last_of(figures: Iterable[Observation]) -> Iterator[Observation]:
    """Of each area and period the figure that was told last, under the newest definition."""
    order = sorted(figures, key=lambda one: (one.definition.version, one.recorded_at, one.pk))
    yield from {(one.region, one.period): one for one in order}.values()


def _last(figures: Iterable[Observation]) -> dict[tuple[str, Period], Observation]:
    return {(one.region, one.period): one for one in _last_of(figures)}


def _beside(
    definition: Definition,
    last: Mapping[tuple[str, Period], Observation],
    place: Municipality,
    period: Period,
) -> tuple[Cell, ...]:
    ours, nation = last[place.cbs_code, period], last.get((NATION, period))
    found = beside_nation(ours.account, nation.account if nation else None, unit=definition.unit)
    said = found.answer.label.capitalize()
    if found.answer is not Comparison.UNKNOWN:
        said = f"{said} {'het landelijke cijfer' if found.answer is not Comparison.ALIKE else ''}".strip()
    return (
        Cell(str(period)),
        Cell(figure_words(ours), more=interval_words(ours)),
        Cell(figure_words(nation) if nation else UNKNOWN, more=interval_words(nation) if nation else ""),
        Cell(said),
        Cell(found.by.label.capitalize()),
    )


def _is_year(period: Period) -> bool:
    return (period.since.month, period.until.month) == (
        1,
        1,
    ) and period.until.year - period.since.year == YEAR


def _observed(by_year: Mapping[int, Observation], definitions: Sequence[Definition]) -> Iterator[Observed]:
    said = {one.pk: one for one in definitions}
    before = None
    for year in sorted(by_year):
        one = by_year[year]
        definition = said[one.definition_id]
        broken = definition.difference if before is not None and before != definition.pk else ""
        before = definition.pk
        yield Observed(year, drawn(one.account, definition.unit, one.figure), one.provisional, broken)


def _series_row(one: Observation, observed: Observed) -> tuple[str, ...]:
    told = [about(one), f"Breuk: {observed.broken}" if observed.broken else ""]
    return (
        str(observed.year),
        figure_words(one),
        interval_words(one) or "Niet gegeven",
        ". ".join(words.rstrip(".") for words in told if words),
    )


def _among_row(one: Observation, names: Mapping[str, str]) -> tuple[str, ...]:
    return (region_words(one.region, names), f"{one.numerator} van {one.denominator}", figure_words(one))
