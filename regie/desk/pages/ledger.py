"""Alle verstrekkingen: to whom what was told of everybody this viewer may see, by partner and by ground."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import where_may
from regie.approach.queries import approaches_for
from regie.base.actors import Actor
from regie.desk.pages.disclosures import described, grounds_of
from regie.desk.pages.filters import Filters, read_filters
from regie.desk.pages.lines import Line
from regie.desk.pages.narrowing import ALL
from regie.trajectories.models import Disclosure, Trajectory
from regie.trajectories.queries import disclosures_seen, told_on_grounds
from regie.ui.parts import Action, Crumb

TITLE = "Alle verstrekkingen"
LEAD = "Aan wie is iets verteld over een jongere, wat was dat, en waarom mocht dat?"
PER_PAGE = 50
NO_ORGANISATION = "anders"


@dataclass(frozen=True)
class LedgerPage:
    """The disclosures that were chosen, a page at a time; `shown` are whose they are."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    filters: Filters
    lines: tuple[Line, ...]
    page: Page
    shown: tuple[Trajectory, ...]
    empty_title: str
    empty: str


def ledger_page(viewer: Actor, *, on: date, address: Mapping[str, str]) -> LedgerPage:
    """What this viewer may see and chose in the address, newest first; of one municipality six queries."""
    seen = disclosures_seen(viewer)
    places, codes = told_on_grounds(seen)
    grounds = _grounds(viewer, on=on)
    filters = read_filters(address, [_to(places), _on({code: grounds.get(code, code) for code in codes})])
    page = Paginator(_chosen(seen, filters), PER_PAGE).get_page(address.get("pagina"))
    told = list(page.object_list)
    above = "Jongeren" if where_may(viewer, Permission.SEE_ALL_TRAJECTORIES) else "Mijn jongeren"
    return LedgerPage(
        TITLE,
        LEAD,
        (Crumb(above, reverse("desk:people")), Crumb(TITLE)),
        filters,
        tuple(_line(one, grounds) for one in told),
        page,
        tuple({one.trajectory_id: one.trajectory for one in told}.values()),
        "Niets gevonden" if filters.query else "Nog niets verteld",
        "Wis de keuzes, of kies ruimer."
        if filters.query
        else "Wat u vastlegt bij een jongere, staat ook hier.",
    )


def _grounds(viewer: Actor, *, on: date) -> Mapping[str, str]:
    """Code → words, of the approaches of where he works; where two say it otherwise the first."""
    where = where_may(viewer, Permission.GUIDE) | where_may(viewer, Permission.SEE_ALL_TRAJECTORIES)
    approaches = approaches_for(Municipality.objects.filter(pk__in=where).order_by("-pk"), on=on)
    return {code: words for one in approaches.values() for code, words in grounds_of(one).items()}


def _to(places: list[tuple[Any, str]]) -> tuple[str, str, Any]:
    named = [(str(ref), name) for ref, name in places]
    return ("aan", "Aan wie", (ALL, *named, (NO_ORGANISATION, "Iemand zonder organisatie")))


def _on(grounds: Mapping[str, str]) -> tuple[str, str, Any]:
    return ("grond", "Grond", (ALL, *grounds.items()))


def _chosen(seen: Any, filters: Filters) -> Any:
    to, ground = filters.of("aan"), filters.of("grond")
    if to:
        seen = seen.filter(organisation=None) if to == NO_ORGANISATION else seen.filter(organisation__ref=to)
    return seen.filter(ground=ground) if ground else seen


def _line(one: Disclosure, grounds: Mapping[str, str]) -> Line:
    person, item = one.trajectory.person, described(one, grounds)
    his = Action("Alles over hem", reverse("desk:disclosures", args=[person.ref]))
    return Line(replace(item, term=f"{person}: {item.term}"), (his,))
