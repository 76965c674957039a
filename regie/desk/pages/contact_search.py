"""What was found in contact: per young person the sentences in which it stands, what was sought marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.urls import reverse

from regie.base.actors import Actor
from regie.contacts.enums import Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.queries import FoundPerson, people_told_of, told_of_him, told_of_them
from regie.contacts.rules import Piece, Sought, around_hit
from regie.trajectories.models import Trajectory
from regie.ui.parts import Crumb
from regie.ui.words import listed, written

TITLE = "Contact zoeken"
PEOPLE, EACH, OF_HIM = 20, 3, 50  # people a page, sentences of each; contacts a page of one young person
NONE_HERE = "Kijk de spelling na, of typ minder woorden. Alleen wat nu in een contact staat, wordt gevonden."


@dataclass(frozen=True)
class Hit:
    """One contact in which it stands: the day, by whom, and the sentences."""

    kind: str
    date_text: str
    who: str
    quotes: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True)
class HitsOf:
    """What stands in the contact of one young person; `more` says how many others there are, `more_url` where."""

    name: str
    url: str
    count: str
    hits: tuple[Hit, ...]
    more: str
    more_url: str


@dataclass(frozen=True)
class ContactSearchPage:
    """The box and what came of it: `found` is None while nothing was asked; `read` is whose words stand there.

    `gone` says that the question of this address is not kept any more; `note` which words were left out.
    """

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    gone: bool
    note: str
    found: tuple[HitsOf, ...] | None
    count: str
    empty: str
    page: Page | None
    read: tuple[Trajectory, ...]


def all_contact_page(
    sought: Sought | None, *, viewer: Actor, number: str | None, gone: bool
) -> ContactSearchPage:
    """Of all whom this viewer may see, who has the newest first; four queries at most."""
    people = people_told_of(sought.stems, viewer=viewer) if sought else []
    page = Paginator(people, PEOPLE).get_page(number)
    read = told_of_them(list(page.object_list), sought.stems, viewer=viewer, most=EACH) if sought else []
    times = sum(one["times"] for one in people)
    return ContactSearchPage(
        title=TITLE,
        person="",
        lead="U zoekt in de contacten van de jongeren die u mag zien.",
        crumbs=(Crumb("Zoeken", reverse("desk:search")), Crumb(TITLE)),
        gone=gone,
        note=_left_out(sought),
        found=tuple(_hits_of(one, sought, EACH) for one in read) if sought else None,
        count=f"{_contacts(times)} bij {_people(len(people))}",
        empty=NONE_HERE,
        page=page if people else None,
        read=tuple(one.trajectory for one in read),
    )


def his_contact_page(
    trajectory: Trajectory,
    sought: Sought | None,
    *,
    viewer: Actor,
    mine: bool,
    number: str | None,
    gone: bool,
) -> ContactSearchPage:
    """Of one young person, the newest first; two queries."""
    person = trajectory.person
    page = (
        Paginator(told_of_him(trajectory, sought.stems, viewer=viewer), OF_HIM).get_page(number)
        if sought
        else None
    )
    times = page.paginator.count if page else 0
    his = FoundPerson(trajectory, times, list(page.object_list) if page else [])
    contacts_url = reverse("desk:contacts", args=[person.ref])
    return ContactSearchPage(
        title=TITLE,
        person=str(person),
        lead="",
        crumbs=(
            Crumb("Mijn jongeren" if mine else "Jongeren", reverse("desk:people")),
            Crumb(str(person), reverse("desk:person", args=[person.ref])),
            Crumb("Alle contacten", contacts_url),
            Crumb(TITLE),
        ),
        gone=gone,
        note=_left_out(sought),
        found=None if not sought else (_hits_of(his, sought, times),) if times else (),
        count=_contacts(times),
        empty=NONE_HERE,
        page=page,
        read=(trajectory,),
    )


def _hits_of(found: FoundPerson, sought: Sought | None, most: int) -> HitsOf:
    person, more = found.trajectory.person, found.times - most
    return HitsOf(
        name=str(person),
        url=reverse("desk:person", args=[person.ref]),
        count=_contacts(found.times),
        hits=tuple(_hit(one, sought.stems if sought else ()) for one in found.moments),
        more=f"Nog {_contacts(more)} van {person}" if more > 0 else "",
        more_url=reverse("desk:search_his_contacts", args=[person.ref]),
    )


def _hit(moment: ContactMoment, stems: Sequence[str]) -> Hit:
    attempted = moment.outcome == Outcome.ATTEMPTED
    label = moment.get_kind_display()
    return Hit(
        kind=f"{label}: het lukte nog niet" if attempted else label,
        date_text=written(moment.happened_on),
        who=moment.recorded_by_label,
        quotes=tuple(_quotes(moment.texts, stems)),
    )


def _quotes(texts: Iterable[str], stems: Sequence[str]) -> Iterable[tuple[Piece, ...]]:
    return filter(None, (around_hit(text, stems) for text in texts))


def _left_out(sought: Sought | None) -> str:
    if not sought or not sought.left_out:
        return ""
    words = [f"‘{word}’" for word in sought.left_out]
    return f"Op {listed(words)} is niet gezocht: te kort, of het staat overal."


def _contacts(number: int) -> str:
    return "1 contact" if number == 1 else f"{number} contacten"


def _people(number: int) -> str:
    return "1 jongere" if number == 1 else f"{number} jongeren"
