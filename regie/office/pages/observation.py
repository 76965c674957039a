"""Telling a figure, telling it better, and taking it back."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from regie.indicators.models import Indicator, Observation
from regie.indicators.rules import region_words
from regie.office.pages.indicator_words import about, figure_words, interval_words
from regie.office.pages.indicators import crumbs
from regie.ui.parts import Crumb, FormPage, Item


@dataclass(frozen=True)
class ObservationPage(FormPage):
    """One figure as it stands, above the form."""

    told: tuple[Item, ...] = ()
    withdraw_url: str = ""


def telling_page(indicator: Indicator) -> FormPage:
    """The page on which one figure is told."""
    url = reverse("office:indicator", args=[indicator.ref])
    return FormPage(
        title="Cijfer invoeren",
        lead="Een cijfer, of een teller met een noemer. Een later verschenen cijfer van dezelfde periode komt ernaast.",
        crumbs=crumbs(indicator.name, "Cijfer invoeren", url=url),
        cancel_url=url,
    )


def correcting_page(one: Observation, names: Mapping[str, str]) -> ObservationPage:
    """The page on which a figure is told better."""
    url, way = _way(one, "Verbeteren")
    return ObservationPage(
        title="Cijfer verbeteren",
        lead="Wat er nu staat, blijft te lezen.",
        crumbs=way,
        cancel_url=url,
        submit="Verbeteren",
        told=_told(one, names),
        withdraw_url=reverse("office:withdraw_observation", args=[one.ref]),
    )


def withdrawing_page(one: Observation, names: Mapping[str, str]) -> ObservationPage:
    """The page on which a figure is taken back."""
    url, way = _way(one, "Intrekken")
    return ObservationPage(
        title="Cijfer intrekken",
        lead="Het cijfer staat dan niet meer bij de indicator. De geschiedenis houdt het.",
        crumbs=way,
        cancel_url=url,
        submit="Intrekken",
        told=_told(one, names),
    )


def _way(one: Observation, last: str) -> tuple[str, tuple[Crumb, ...]]:
    indicator = one.definition.indicator
    url = reverse("office:indicator", args=[indicator.ref])
    return url, crumbs(indicator.name, last, url=url)


def _told(one: Observation, names: Mapping[str, str]) -> tuple[Item, ...]:
    return (
        Item("Periode", str(one.period)),
        Item("Gebied", region_words(one.region, names)),
        Item("Uitgave", one.edition),
        Item("Cijfer", figure_words(one), more=about(one)),
        Item("Interval", interval_words(one)),
    )
