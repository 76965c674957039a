"""What on the social map should be looked at: said to be wrong, or not looked at for too long."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse

from regie.accounts.enums import Permission
from regie.accounts.rules import may
from regie.base.actors import Actor
from regie.desk.pages.social_map import NAMES, PER_PAGE, TITLE, doubt_of, listing_url, sort_of
from regie.partners.models import Organisation, Professional
from regie.partners.queries import asking_a_look, checks_of
from regie.partners.rules import Standing, dialled, written_phone
from regie.ui.parts import Badge, Crumb
from regie.ui.words import written


@dataclass(frozen=True)
class LookLine:
    """One entry, why to look at it, how to reach it, and the click that says that it still holds."""

    name: str
    sort: str
    url: str
    badge: Badge
    why: str
    phone: str
    dial_url: str
    confirm_url: str


@dataclass(frozen=True)
class ToCheckPage:
    """Everything to look at, a page at a time."""

    lead: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[LookLine, ...]
    page: Page


def to_check_page(viewer: Actor, *, on: date, number: str | None) -> ToCheckPage:
    """What is said to be wrong first; four queries."""
    found = asking_a_look(viewer, on=on)
    page = Paginator(found, PER_PAGE).get_page(number)
    standing = _standings(page.object_list)
    lines = tuple(_line(row, standing[type(row), row.pk], viewer) for row in page.object_list)
    doubted = sum(row.doubted for row in found)
    lead = f"{doubted} gemeld als fout, {len(found) - doubted} niet meer nagekeken in een half jaar."
    crumbs = (Crumb(TITLE, reverse("desk:social_map")), Crumb("Nakijken"))
    return ToCheckPage(lead if found else "", crumbs, lines, page)


def _standings(rows: Any) -> dict[tuple[type[Any], int], Standing]:
    return {
        (model, pk): standing
        for model in (Organisation, Professional)
        for pk, standing in checks_of(row for row in rows if isinstance(row, model)).items()
    }


def _line(row: Any, standing: Standing, viewer: Actor) -> LookLine:
    keeps = may(viewer, Permission.KEEP_SOCIAL_MAP, row.municipality_id)
    return LookLine(
        name=row.name,
        sort=sort_of(row),
        url=listing_url(row),
        badge=_badge(standing),
        why=doubt_of(standing) or _since(standing),
        phone=written_phone(row.phone),
        dial_url=dialled(row.phone),
        confirm_url=reverse(f"desk:confirm_{NAMES[type(row)]}", args=[row.ref]) if keeps else "",
    )


def _badge(standing: Standing) -> Badge:
    if standing.doubted_on:
        return Badge("Klopt niet", "warning")
    return Badge("Lang geleden" if standing.verified_on else "Nog nooit", "neutral")


def _since(standing: Standing) -> str:
    if standing.verified_on is None:
        return "Nog niemand keek na of dit klopt."
    return f"Voor het laatst nagekeken op {written(standing.verified_on)}."
