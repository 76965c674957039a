"""The contact there was with him: the latest on his page, all of it on a page of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.urls import reverse

from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.queries import newest_first
from regie.desk.pages.drawings import CONTACT
from regie.trajectories.models import Trajectory
from regie.trajectories.queries import Substitutions, substitutions_of
from regie.ui.parts import Crumb
from regie.ui.words import written

LATEST, PER_PAGE = 5, 50  # his page is read on a phone: what was said last, and the way to all of it
TITLE = "Alle contacten"


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


def contact_log_page(trajectory: Trajectory, *, editable: bool, number: str | None) -> ContactLogPage:
    """Every moment of contact; four queries."""
    page = Paginator(newest_first(trajectory), PER_PAGE).get_page(number)
    person, count = trajectory.person, page.paginator.count
    return ContactLogPage(
        TITLE,
        str(person),
        "1 keer" if count == 1 else f"{count} keer, ook als het niet lukte",
        (
            Crumb("Mijn jongeren" if editable else "Jongeren", reverse("desk:people")),
            Crumb(str(person), reverse("desk:person", args=[person.ref])),
            Crumb(TITLE),
        ),
        tuple(_entries(page.object_list, substitutions_of(trajectory.guidance()), editable=editable)),
        page,
        reverse("desk:search_his_contacts", args=[person.ref]),
    )


def _entries(
    moments: Iterable[ContactMoment], substitutions: Substitutions, *, editable: bool
) -> Iterable[LogEntry]:
    for moment in moments:
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
        )


def _who(moment: ContactMoment, substitutions: Substitutions) -> str:
    behalf = substitutions.behalf(moment)
    return f"{moment.recorded_by_label}, als vervanger van {behalf}" if behalf else moment.recorded_by_label
