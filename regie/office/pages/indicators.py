"""Indicatoren: what there is of each kind, whether it can be measured, and its last figures."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.accounts.models import Municipality
from regie.base.halts import halted
from regie.indicators.enums import IndicatorKind
from regie.indicators.models import Indicator, Observation
from regie.indicators.queries import Measured
from regie.indicators.rules import NATION
from regie.office.pages.halting import INDICATOR, HaltPage, halt_page
from regie.office.pages.indicator_words import NOT_MEASURABLE, TITLE, about, figure_words
from regie.ui.parts import Action, Cell, Crumb, FormPage
from regie.ui.words import written

TITLES = {
    IndicatorKind.PLANNED_RESULT: "Beoogde resultaten",
    IndicatorKind.MEASURE: "Indicatoren",
    IndicatorKind.REFERENCE: "Referentielijnen",
}
LEADS = {
    IndicatorKind.PLANNED_RESULT: "Wat de gemeente zegt te willen bereiken.",
    IndicatorKind.MEASURE: "Wat er wordt gemeten, met de cijfers van Nederland ernaast.",
    IndicatorKind.REFERENCE: (
        "Landelijke cijfers om andere cijfers naast te lezen. Ze gaan over een andere groep dan de jongeren hier."
    ),
}


@dataclass(frozen=True)
class KindTable:
    """The indicators of one kind."""

    title: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class IndicatorsPage:
    """All indicators that one municipality sees."""

    title: str
    lead: str
    actions: tuple[Action, ...]
    tables: tuple[KindTable, ...]
    ended: tuple[tuple[Cell, ...], ...]  # what is followed no more, apart
    ended_columns: tuple[str, ...] = ("Naam", "Sinds", "Waarom")


def indicators_page(
    place: Municipality,
    told: Sequence[Measured],
    figures: Mapping[int, Sequence[Observation]],
    *,
    keeps: bool,
    on: date,
) -> IndicatorsPage:
    """The indicators by kind, and apart those that are followed no more that day; no query."""
    ended = [one for one in told if halted(one.halts, on=on)]
    return IndicatorsPage(
        title=f"{TITLE} {place}",
        lead="Elk cijfer zegt wat er is geteld, waar het vandaan komt en uit welke uitgave het is.",
        actions=(Action("Indicator toevoegen", reverse("office:add_indicator"), "plus"),) if keeps else (),
        tables=tuple(_tables(place, [one for one in told if one not in ended], figures)),
        ended=tuple(_ended(one, on) for one in ended),
    )


def adding_page() -> FormPage:
    """The page on which an indicator of the municipality is added."""
    return FormPage(
        title="Indicator toevoegen",
        lead="Eerst wat het is. Daarna wat er precies wordt geteld.",
        crumbs=crumbs("Indicator toevoegen"),
        cancel_url=reverse("office:indicators"),
        submit="Toevoegen",
    )


def defining_page(one: Measured) -> FormPage:
    """The page on which is said what is counted."""
    url = reverse("office:indicator", args=[one.indicator.ref])
    lead = "Zo precies dat een ander het op dezelfde manier kan tellen."
    if one.definition:
        lead = "Wat al is geteld, blijft bij de oude definitie staan. In de reeks komt een breuk."
    return FormPage(
        title="Nieuwe definitie" if one.definition else "Definitie vastleggen",
        lead=lead,
        crumbs=crumbs(one.indicator.name, "Definitie", url=url),
        cancel_url=url,
        submit="Definitie vastleggen",
    )


def halting_page(one: Measured) -> HaltPage:
    """The page that asks since when it is followed no more, or again."""
    url = reverse("office:indicator", args=[one.indicator.ref])
    return halt_page(one.halts, INDICATOR, crumbs=crumbs(one.indicator.name, "Volgen", url=url), url=url)


def crumbs(*labels: str, url: str = "") -> tuple[Crumb, ...]:
    """The way here; with `url` the page before the last."""
    *before, last = labels
    return (
        Crumb(TITLE, reverse("office:indicators")),
        *(Crumb(label, url) for label in before),
        Crumb(last),
    )


def _tables(
    place: Municipality, told: Sequence[Measured], figures: Mapping[int, Sequence[Observation]]
) -> Iterable[KindTable]:
    for kind in IndicatorKind:
        chosen = [one for one in told if one.indicator.kind == kind]
        if chosen:
            here = (
                () if kind is IndicatorKind.REFERENCE else (place,)
            )  # a line of the country has none of ours
            rows = tuple(
                _row(_link(one.indicator, place), one, figures.get(one.indicator.pk, ()), here)
                for one in chosen
            )
            yield KindTable(TITLES[kind], LEADS[kind], ("Naam", *map(str, here), "Nederland"), rows)


def _link(indicator: Indicator, place: Municipality) -> Cell:
    """Its name, on the way to its figures of this same municipality; one of its own knows whose it is."""
    url = reverse("office:indicator", args=[indicator.ref])
    return Cell(indicator.name, url if indicator.municipality_id else f"{url}?gemeente={place.cbs_code}")


def _row(
    name: Cell, one: Measured, figures: Sequence[Observation], here: Sequence[Municipality]
) -> tuple[Cell, ...]:
    if one.definition is None:
        return (name, *(Cell(NOT_MEASURABLE) for _ in here), Cell("–" if here else NOT_MEASURABLE))
    return (name, *(_last(figures, place.cbs_code) for place in here), _last(figures, NATION))


def _ended(one: Measured, on: date) -> tuple[Cell, ...]:
    by = halted(one.halts, on=on)
    url = reverse("office:indicator", args=[one.indicator.ref])
    return (Cell(one.indicator.name, url), *(map(Cell, (written(by.since), by.reason)) if by else ()))


def _last(figures: Sequence[Observation], region: str) -> Cell:
    """The figure of the last period; of several editions the one that was written down last."""
    there = [one for one in figures if one.region == region]
    if not there:
        return Cell("Nog geen cijfer")
    last = max(there, key=lambda one: (one.until, one.happened_on, one.recorded_at, one.pk))
    return Cell(figure_words(last), more=". ".join(filter(None, [str(last.period), about(last)])))
