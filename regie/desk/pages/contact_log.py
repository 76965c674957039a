"""The contact there was with him: the latest on his page, all of it on a page of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.urls import reverse

from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment, ContactMomentQuerySet
from regie.contacts.queries import newest_first
from regie.desk.pages.contact import apart
from regie.desk.pages.drawings import CONTACT
from regie.desk.pages.filters import Filters, read_filters
from regie.desk.pages.record import Record
from regie.desk.pages.road_lines import RoadLine, road_lines
from regie.trajectories.models import Trajectory
from regie.trajectories.queries import Substitutions, substitutions_of
from regie.ui.parts import Crumb, Item
from regie.ui.words import written

LATEST, PER_PAGE = 5, 50  # his page is read on a phone: what was said last, and the way to all of it
TITLE = "Alle contacten"
WITH_HIM = "met_hem"
HOW = ("soort", "Hoe", (("", "Alles"), (WITH_HIM, "Met hem"), *ContactKind.choices))
CAME_ABOUT = ("uitkomst", "Uitkomst", (("", "Alles"), *Outcome.choices))
SHOWN = "tonen"
KEPT = ("regie", "Wat Regie bijhoudt", (("", "Niet tonen"), (SHOWN, "Ook tonen")))
REGIE, ROAD_ICON = "Bijgehouden door Regie", "history"


@dataclass(frozen=True)
class LogEntry:
    """One moment of contact in the log; `url` leads to telling it better."""

    kind: str
    date_text: str
    who: str
    words: str
    icon: str
    quiet: bool
    url: str
    link: str = "Verbeteren"
    apart: tuple[Item, ...] = ()


@dataclass(frozen=True)
class LatestContact:
    """The latest moments of contact; `all_url` leads to the others, when there are any."""

    entries: tuple[LogEntry, ...]
    all_url: str


@dataclass(frozen=True)
class ContactLogPage:
    """All contact with one young person, the newest first, fifty a page."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    entries: tuple[LogEntry, ...]
    page: Page
    filters: Filters
    list_url: str
    empty: str
    search_url: str


def latest_contact(
    trajectory: Trajectory, substitutions: Substitutions, *, editable: bool, as_known: date | None = None
) -> LatestContact:
    """The last few moments, of a day in the past all that were known then; one query."""
    if as_known is not None:
        known = newest_first(trajectory, as_known=as_known)
        return LatestContact(tuple(_entries(known, substitutions, editable=False)), "")
    found = list(newest_first(trajectory)[: LATEST + 1])
    url = reverse("desk:contacts", args=[trajectory.person.ref]) if len(found) > LATEST else ""
    return LatestContact(tuple(_entries(found[:LATEST], substitutions, editable=editable)), url)


def shows_road(address: Mapping[str, str]) -> bool:
    """Whether this address asks for what Regie keeps by itself too."""
    return address.get("regie") == SHOWN


def contact_log_page(
    trajectory: Trajectory, *, editable: bool, address: Mapping[str, str], record: Record | None = None
) -> ContactLogPage:
    """Every moment of contact, or those that were asked; four queries.

    With a `record` what Regie keeps of his road stands between it, on its day.
    """
    filters = read_filters(address, [HOW, CAME_ABOUT, KEPT])
    asked = _asked(newest_first(trajectory), filters)
    every = _between(asked, road_lines(record)) if record else asked
    page = Paginator(every, PER_PAGE).get_page(address.get("pagina"))
    person, count = trajectory.person, len(asked) if record else page.paginator.count
    return ContactLogPage(
        TITLE,
        str(person),
        _lead(count, filters),
        (
            Crumb("Mijn jongeren" if editable else "Jongeren", reverse("desk:people")),
            Crumb(str(person), reverse("desk:person", args=[person.ref])),
            Crumb(TITLE),
        ),
        tuple(_entries(page.object_list, substitutions_of(trajectory.guidance()), editable=editable)),
        page,
        filters,
        reverse("desk:contacts", args=[person.ref]),
        "Er is geen contact zoals u het vraagt." if filters.query else "Er was nog geen contact.",
        reverse("desk:search_his_contacts", args=[person.ref]),
    )


def _asked(moments: ContactMomentQuerySet, filters: Filters) -> ContactMomentQuerySet:
    how, outcome = filters.of("soort"), filters.of("uitkomst")
    if how == WITH_HIM:
        moments = moments.with_him()
    elif how:
        moments = moments.filter(kind=how)
    return moments.filter(outcome=outcome) if outcome else moments


def _lead(count: int, filters: Filters) -> str:
    narrowed = (
        " van wat u koos" if filters.of("soort") or filters.of("uitkomst") else ", ook als het niet lukte"
    )
    return "1 keer" if count == 1 else f"{count} keer{narrowed}"


def _between(moments: Iterable[ContactMoment], lines: Iterable[RoadLine]) -> list[ContactMoment | RoadLine]:
    """Both, the newest first; of one day contact first."""
    return sorted([*moments, *lines], key=_day, reverse=True)


def _day(one: ContactMoment | RoadLine) -> date:
    return one.day if isinstance(one, RoadLine) else one.happened_on


def _kept(line: RoadLine) -> LogEntry:
    return LogEntry(line.what, written(line.day), REGIE, line.more, ROAD_ICON, quiet=True, url="")


def _entries(
    moments: Iterable[ContactMoment | RoadLine], substitutions: Substitutions, *, editable: bool
) -> Iterable[LogEntry]:
    for moment in moments:
        if isinstance(moment, RoadLine):
            yield _kept(moment)
            continue
        attempted = moment.outcome == Outcome.ATTEMPTED
        label = moment.get_kind_display()
        yield LogEntry(
            kind=f"{label}: het lukte nog niet" if attempted else label,
            date_text=written(moment.happened_on),
            who=_who(moment, substitutions),
            words=moment.words,
            icon=CONTACT[ContactKind(moment.kind)],
            quiet=attempted,
            url=reverse("desk:correct_contact", args=[moment.ref]) if editable else "",
            apart=apart(moment),
        )


def _who(moment: ContactMoment, substitutions: Substitutions) -> str:
    behalf = substitutions.behalf(moment)
    return f"{moment.recorded_by_label}, als vervanger van {behalf}" if behalf else moment.recorded_by_label
