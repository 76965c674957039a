"""One indicator: what it counts and is not, its figures, and in which ways it could be counted while nobody chose."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.accounts.models import Municipality
from regie.base.halts import halted
from regie.indicators.models import Candidate, Definition, Indicator, Observation
from regie.indicators.queries import Measured
from regie.indicators.rules import NATION, region_words
from regie.office.pages.halting import INDICATOR, halt_words, stops_now
from regie.office.pages.indicator_words import (
    NOT_MEASURABLE,
    TO_VERIFY,
    about,
    figure_words,
    interval_words,
)
from regie.office.pages.indicators import crumbs
from regie.office.pages.measured_beside import (
    AmongChart,
    BesideTable,
    SeriesChart,
    among,
    beside,
    series,
)
from regie.ui.parts import Action, Cell, Crumb, Item
from regie.ui.words import written

COLUMNS = ("Periode", "Gebied", "Cijfer", "Interval (95%)", "Uitgave", "Bron")


@dataclass(frozen=True)
class CandidateCard:
    """One way in which it could be counted."""

    title: str
    items: tuple[Item, ...]
    verified: bool
    proxy_url: str
    proxy: str


@dataclass(frozen=True)
class DefinitionCard:
    """One definition with its figures."""

    title: str
    items: tuple[Item, ...]
    caption: str
    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[str, ...] = COLUMNS


@dataclass(frozen=True)
class IndicatorPage:
    """One indicator with everything that is needed to read its figures."""

    title: str
    above: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    halted: str  # that it is followed no more, or later not; empty while it is
    missing: str  # that it cannot be measured; empty when it can
    caution: str
    road: str
    candidates: tuple[CandidateCard, ...]
    beside: BesideTable | None
    series: tuple[SeriesChart, ...]
    among: AmongChart | None
    definitions: tuple[DefinitionCard, ...]


def indicator_page(
    one: Measured,
    place: Municipality,
    figures: Sequence[Observation],
    candidates: Iterable[Candidate],
    *,
    names: Mapping[str, str],
    keeps: bool,
    on: date,
) -> IndicatorPage:
    """The page; no query."""
    row, now = one.indicator, one.definition
    held = [fact for fact in figures if now and fact.definition_id == now.pk]
    drawn = ((place.cbs_code, str(place)), (NATION, "Nederland"))
    return IndicatorPage(
        title=row.name,
        above=f"{row.get_kind_display()}, {row.municipality or 'heel Nederland'}",
        lead=row.text,
        crumbs=crumbs(row.name),
        actions=tuple(_actions(one, on)) if keeps else (),
        halted=halt_words(one.halts, INDICATOR, on=on),
        missing="" if one.definition else NOT_MEASURABLE,
        caution=row.caution,
        road=row.road,
        candidates=tuple(_candidate(candidate) for candidate in candidates),
        beside=beside(now, held, place) if now else None,
        series=tuple(
            chart for code, title in drawn if (chart := series(one.definitions, figures, code, title))
        ),
        among=among(now, held, place, names) if now else None,
        definitions=tuple(
            _definition(
                definition,
                [fact for fact in figures if fact.definition_id == definition.pk],
                names,
                keeps=keeps,
            )
            for definition in reversed(one.definitions)
        ),
    )


def _actions(one: Measured, on: date) -> Iterable[Action]:
    """What can be done with it; of what is followed no more only that it is taken up again."""
    row: Indicator = one.indicator
    if halted(one.halts, on=on) is None:
        yield from _to_measure(one)
    if row.municipality_id:
        again = stops_now(one.halts)
        label = INDICATOR.goes_on if again else INDICATOR.ends
        url = reverse("office:halt_indicator", args=[row.ref])
        yield Action(label, url, "", "secondary")


def _to_measure(one: Measured) -> Iterable[Action]:
    row = one.indicator
    if one.definition:
        yield Action("Cijfer invoeren", reverse("office:tell_observation", args=[row.ref]), "plus")
        yield Action("Cijfers inlezen", reverse("office:bring_figures", args=[row.ref]), "inbox", "secondary")
    if row.municipality_id:
        label = "Nieuwe definitie" if one.definition else "Definitie vastleggen"
        variant = "secondary" if one.definition else "primary"
        yield Action(label, reverse("office:define_indicator", args=[row.ref]), "pencil", variant)


def _candidate(one: Candidate) -> CandidateCard:
    return CandidateCard(
        title=one.name,
        items=(
            Item("Wat het zou betekenen", one.meaning),
            Item("Wat het kan laten zien", one.shows),
            Item("Wat het niet kan laten zien", one.hides),
            Item("Bron", one.source),
        ),
        verified=one.verified,
        proxy_url=reverse("office:indicator", args=[one.proxy.ref]) if one.proxy else "",
        proxy=one.proxy.name if one.proxy else "",
    )


def _definition(
    one: Definition, figures: Sequence[Observation], names: Mapping[str, str], *, keeps: bool
) -> DefinitionCard:
    items = [
        Item("Wat er wordt geteld", one.measures),
        Item("Eenheid", one.get_unit_display()),
        Item("Teller", one.numerator),
        Item("Noemer", one.denominator),
        Item("Bron", one.source),
        Item("Geldt vanaf", written(one.since)),
    ]
    if one.difference:
        items.append(Item("Anders dan daarvoor", one.difference))
    if not one.verified:
        items.append(Item("Zekerheid", f"{TO_VERIFY}: deze woorden zijn (deels) uit het hoofd geschreven."))
    return DefinitionCard(
        title=f"Definitie {one.version}",
        items=tuple(items),
        caption=f"Cijfers volgens definitie {one.version}",
        rows=tuple(_row(fact, names, keeps=keeps) for fact in figures),
    )


def _row(one: Observation, names: Mapping[str, str], *, keeps: bool) -> tuple[Cell, ...]:
    mine = keeps and one.municipality_id is not None
    url = reverse("office:correct_observation", args=[one.ref]) if mine else ""
    told = f"{one.get_way_display()} door {one.recorded_by_label}"
    return (
        Cell(str(one.period), url),
        Cell(region_words(one.region, names)),
        Cell(figure_words(one), more=about(one)),
        Cell(interval_words(one) or "Niet gegeven"),
        Cell(one.edition, more=told[:1].upper() + told[1:] if one.municipality_id else ""),
        Cell(one.source),
    )
