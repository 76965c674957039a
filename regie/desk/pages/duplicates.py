"""Entries of the social map that may be one: found, and beside each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse

from regie.base.actors import Actor
from regie.desk.pages.social_map import NAMES, PER_PAGE, TITLE, sort_of
from regie.partners.models import Organisation
from regie.partners.queries import AlikePair, look_alikes, pairs_on_map
from regie.partners.rules import written_phone
from regie.ui.parts import Cell, Crumb

FOUND = "Dubbelen"


@dataclass(frozen=True)
class DuplicatesPage:
    """Every two that may be one, a page at a time."""

    lead: str
    crumbs: tuple[Crumb, ...]
    rows: tuple[tuple[Any, ...], ...]
    page: Page
    columns: tuple[str, ...] = ("Deze twee", "Waarom")


@dataclass(frozen=True)
class Beside:
    """Another entry beside this one: what each tells, and its ref for the form."""

    ref: str
    name: str
    why: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ComparePage:
    """One entry beside each that may be the same."""

    title: str
    crumbs: tuple[Crumb, ...]
    others: tuple[Beside, ...]


def duplicates_page(viewer: Actor, *, on: date, number: str | None) -> DuplicatesPage:
    """Whoever is alike in most things first; four queries."""
    found = pairs_on_map(viewer, on=on)
    page = Paginator(found, PER_PAGE).get_page(number)
    rows = tuple(_row(pair) for pair in page.object_list)
    lead = "U beslist zelf. Samenvoegen kunt u ongedaan maken." if found else ""
    return DuplicatesPage(lead, (Crumb(TITLE, reverse("desk:social_map")), Crumb(FOUND)), rows, page)


def compare_page(listing: Any, viewer: Actor, *, on: date) -> ComparePage:
    """This entry beside each that may be the same; two queries."""
    crumbs = (
        Crumb(TITLE, reverse("desk:social_map")),
        Crumb(FOUND, reverse("desk:duplicates")),
        Crumb(listing.name),
    )
    others = tuple(_beside(pair) for pair in look_alikes(listing, viewer, on=on))
    return ComparePage(listing.name, crumbs, others)


def compare_url(listing: Any) -> str:
    """Where this entry stands beside those that may be the same."""
    return reverse(f"desk:compare_{NAMES[type(listing)]}", args=[listing.ref])


def _row(pair: AlikePair) -> tuple[Any, ...]:
    names = Cell(f"{pair.one.name} en {pair.other.name}", compare_url(pair.one), sort_of(pair.one))
    return (names, _why(pair))


def _beside(pair: AlikePair) -> Beside:
    one, other = dict(_told(pair.one)), dict(_told(pair.other))
    rows = tuple((term, one[term] or "–", other[term] or "–") for term in one if one[term] or other[term])
    return Beside(
        str(pair.other.ref), pair.other.name, _why(pair), ("Wat we weten", "Deze", "De andere"), rows
    )


def _told(row: Any) -> Iterator[tuple[str, str]]:
    yield "Naam", row.name
    yield "Soort" if isinstance(row, Organisation) else "Rol", sort_of(row)
    yield "Telefoon", written_phone(row.phone)
    yield "E-mail", row.email
    if isinstance(row, Organisation):
        yield "Website", row.site
        yield "Adres", ", ".join(filter(None, (row.address, row.place)))
    else:
        yield "Werkt bij", str(row.organisation or "")
        yield "Werkt voor inrichting", str(row.facility or "")
    yield "Wijk", row.district
    yield "Bijzonderheden", row.note


def _why(pair: AlikePair) -> str:
    return ", ".join(str(by.label) for by in pair.by).capitalize()
