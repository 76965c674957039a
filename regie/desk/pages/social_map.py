"""The social map: whom to call, and whether that still holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse

from regie.accounts.enums import Permission
from regie.accounts.rules import may, where_may
from regie.base.actors import Actor
from regie.base.clock import day
from regie.partners.models import Merge, Organisation, Professional
from regie.partners.queries import checks_of, merges_of, people_at
from regie.partners.rules import Standing, dialled, written_phone
from regie.ui.parts import Action, Cell, Crumb, FormPage, Item
from regie.ui.words import written

PER_PAGE = 50
TITLE = "Sociale kaart"
NAMES: dict[type[Any], str] = {Organisation: "organisation", Professional: "professional"}


@dataclass(frozen=True)
class MapPage:
    """One of the two lists of the map, a page at a time."""

    title: str
    lead: str
    actions: tuple[Action, ...]
    links: tuple[Action, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    page: Page


@dataclass(frozen=True)
class ListingPage:
    """One entry: how it is reached, whether it was checked, and who works there."""

    title: str
    above: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    gone: str
    doubt: str
    items: tuple[Item, ...]
    checked: str
    confirm_url: str
    doubt_url: str
    compare_url: str
    merges: tuple[Action, ...]
    has_people: bool
    people: tuple[tuple[Any, ...], ...]
    add_url: str
    columns: tuple[str, ...] = ("Naam", "Rol", "Telefoon", "Nagekeken")


def organisations_page(chosen: Any, viewer: Actor, *, number: str | None) -> MapPage:
    """Organisations, by name; three queries."""
    page = Paginator(chosen, PER_PAGE).get_page(number)
    standing = checks_of(page.object_list)
    rows = tuple(_organisation_row(row, standing[row.pk]) for row in page.object_list)
    links = (Action("Mensen zoeken op rol of inrichting", reverse("desk:professionals")), *_more(viewer))
    columns = ("Organisatie", "Telefoon", "E-mail", "Plaats", "Nagekeken")
    return MapPage(
        TITLE, _count(page, "organisatie", "organisaties"), _adding(viewer), links, columns, rows, page
    )


def professionals_page(chosen: Any, viewer: Actor, *, number: str | None) -> MapPage:
    """Professionals, by name; three queries."""
    page = Paginator(chosen, PER_PAGE).get_page(number)
    standing = checks_of(page.object_list)
    rows = tuple(_person_row(row, standing[row.pk], where=True) for row in page.object_list)
    links = (Action("Organisaties", reverse("desk:social_map")), *_more(viewer))
    columns = ("Naam", "Rol", "Werkt voor", "Telefoon", "Nagekeken")
    lead = _count(page, "professional", "professionals")
    return MapPage("Mensen op de sociale kaart", lead, _adding(viewer), links, columns, rows, page)


def listing_page(listing: Any, viewer: Actor, *, on: date) -> ListingPage:
    """One organisation with its people, or one professional."""
    standing = checks_of([listing])[listing.pk]
    stands = listing.ended_on is None or listing.ended_on > on
    keeps = may(viewer, Permission.KEEP_SOCIAL_MAP, listing.municipality_id or 0) and stands
    reads = may(viewer, Permission.READ_SOCIAL_MAP, listing.municipality_id or 0)
    may_undo = may(viewer, Permission.KEEP_SOCIAL_MAP, listing.municipality_id or 0)
    people = people_at(listing, viewer, on=on) if isinstance(listing, Organisation) else []
    checks = checks_of(people)
    name = NAMES[type(listing)]
    adds = (
        isinstance(listing, Organisation) and bool(where_may(viewer, Permission.KEEP_SOCIAL_MAP)) and stands
    )
    return ListingPage(
        title=listing.name,
        above=sort_of(listing),
        crumbs=_crumbs(listing),
        actions=_keeping(listing) if keeps else (),
        gone="" if stands else f"Dit staat niet meer op de kaart sinds {written(listing.ended_on)}.",
        doubt=doubt_of(standing),
        items=tuple(_items(listing)),
        checked=_checked(listing, standing),
        confirm_url=reverse(f"desk:confirm_{name}", args=[listing.ref]) if keeps else "",
        doubt_url=reverse(f"desk:doubt_{name}", args=[listing.ref]) if reads and stands else "",
        compare_url=reverse(f"desk:compare_{name}", args=[listing.ref]) if keeps else "",
        merges=tuple(_merged(merge, listing) for merge in merges_of(listing)) if may_undo else (),
        has_people=isinstance(listing, Organisation),
        people=tuple(_person_row(row, checks[row.pk]) for row in people),
        add_url=f"{reverse('desk:add_professional')}?bij={listing.ref}" if adds else "",
    )


def _merged(merge: Merge, listing: Any) -> Action:
    """In words with whom it was merged, and where that is undone."""
    words = f"{merge.gone.name} is hiermee samengevoegd"
    if listing == merge.gone:
        words = f"Dit is samengevoegd met {merge.kept.name}"
    when = f"{words} op {written(day(merge.recorded_at))} door {merge.recorded_by_label}."
    return Action(when, reverse("desk:undo_merge", args=[merge.ref]))


def adding_page(title: str) -> FormPage:
    """The page on which somebody adds an entry."""
    back = reverse("desk:social_map")
    return FormPage(title, "Alleen de naam is nodig.", (Crumb(TITLE, back), Crumb(title)), back)


def changing_page(listing: Any) -> FormPage:
    """The page on which somebody changes an entry."""
    lead = "Met opslaan zegt u ook dat dit nu klopt."
    return FormPage("Wijzigen", lead, (*_crumbs(listing, url=True), Crumb("Wijzigen")), listing_url(listing))


def ending_page(listing: Any) -> FormPage:
    """The page that asks whether an entry really goes."""
    title = "Van de kaart halen"
    return FormPage(
        title,
        f"{listing.name} staat daarna niet meer op de sociale kaart. In de geschiedenis blijft het bewaard.",
        (*_crumbs(listing, url=True), Crumb(title)),
        listing_url(listing),
        "Ja, van de kaart halen",
    )


def listing_url(listing: Any) -> str:
    """The page of an entry."""
    return reverse(f"desk:{NAMES[type(listing)]}", args=[listing.ref])


def doubt_of(standing: Standing) -> str:
    """Who says since when that it is wrong, and what; empty when nobody does."""
    if standing.doubted_on is None:
        return ""
    said = f"Volgens {standing.doubted_by} klopt dit niet sinds {written(standing.doubted_on)}."
    return f"{said} {standing.words}".strip()


def checked_short(standing: Standing) -> str:
    """When it was last found right, or that it is said to be wrong, in a few words."""
    if standing.doubted_on:
        return "Klopt niet"
    return written(standing.verified_on) or "Nog nooit"


def _checked(listing: Any, standing: Standing) -> str:
    if isinstance(listing, Organisation) and listing.is_facility:
        return "Deze inrichting staat in de landelijke lijst."
    if standing.verified_on is None:
        return "Nog niemand keek na of dit klopt."
    return f"Voor het laatst nagekeken op {written(standing.verified_on)} door {standing.verified_by}."


def sort_of(listing: Any) -> str:
    """What an entry is, in a word or two."""
    words = listing.get_kind_display() if isinstance(listing, Organisation) else listing.get_role_display()
    return str(words[:1].upper() + words[1:])


def _items(listing: Any) -> Iterable[Item]:
    yield Item("Telefoon", written_phone(listing.phone), url=dialled(listing.phone))
    yield Item("E-mail", listing.email, url=f"mailto:{listing.email}" if listing.email else "")
    if isinstance(listing, Organisation):
        yield from _of_organisation(listing)
    else:
        at, inside = listing.organisation, listing.facility
        yield Item("Werkt bij", str(at or ""), url=listing_url(at) if at else "")
        if inside:
            yield Item("Werkt voor inrichting", inside.name, url=listing_url(inside))
    if listing.district:
        yield Item("Wijk", listing.district)
    if listing.note:
        yield Item("Bijzonderheden", listing.note)


def _of_organisation(listing: Organisation) -> Iterable[Item]:
    if listing.emergency:
        yield Item("Noodadres", listing.emergency)
    if listing.site:
        yield Item("Website", listing.site, url=listing.site)
    yield Item("Adres", "\n".join(filter(None, (listing.address, listing.place))))


def _organisation_row(row: Organisation, standing: Standing) -> tuple[Any, ...]:
    place = ", ".join(filter(None, (row.place, row.district)))
    checked = "Landelijke lijst" if row.is_facility else checked_short(standing)
    name = Cell(row.name, listing_url(row), sort_of(row))
    return (name, _phone(row), row.email or "–", place or "–", checked)


def _person_row(row: Professional, standing: Standing, *, where: bool = False) -> tuple[Any, ...]:
    works = ", ".join(str(place) for place in (row.organisation, row.facility, row.district) if place)
    cells = (
        Cell(row.name, listing_url(row)),
        sort_of(row),
        works or "–",
        _phone(row),
        checked_short(standing),
    )
    return cells if where else (*cells[:2], *cells[3:])


def _phone(row: Any) -> Any:
    return Cell(written_phone(row.phone), dialled(row.phone)) if row.phone else "–"


def _adding(viewer: Actor) -> tuple[Action, ...]:
    if not where_may(viewer, Permission.KEEP_SOCIAL_MAP):
        return ()
    return (
        Action("Organisatie toevoegen", reverse("desk:add_organisation"), "plus"),
        Action("Professional toevoegen", reverse("desk:add_professional"), "user-plus", "secondary"),
    )


def _more(viewer: Actor) -> tuple[Action, ...]:
    keeps = bool(where_may(viewer, Permission.KEEP_SOCIAL_MAP))
    return (
        Action("Nakijken", reverse("desk:to_check")),
        *((Action("Dubbelen", reverse("desk:duplicates")),) if keeps else ()),
        *((Action("Lijst inlezen", reverse("desk:bring_in")),) if keeps else ()),
        Action("Lijst meenemen", reverse("desk:take_along")),
    )


def _keeping(listing: Any) -> tuple[Action, ...]:
    name = NAMES[type(listing)]
    return (
        Action("Wijzigen", reverse(f"desk:change_{name}", args=[listing.ref]), "pencil", "secondary"),
        Action("Van de kaart halen", reverse(f"desk:end_{name}", args=[listing.ref]), "", "subtle"),
    )


def _crumbs(listing: Any, *, url: bool = False) -> tuple[Crumb, ...]:
    return (
        Crumb(TITLE, reverse("desk:social_map")),
        Crumb(listing.name, listing_url(listing) if url else ""),
    )


def _count(page: Page, one: str, many: str) -> str:
    total = page.paginator.count
    return f"1 {one}" if total == 1 else f"{total} {many}"
