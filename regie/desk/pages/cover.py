"""Afwezigheid: who covers for whom, what must be known, and what happened meanwhile."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.urls import reverse

from regie.accounts.enums import Permission
from regie.accounts.models import Cover, RoleGrant
from regie.accounts.rules import may, where_may
from regie.base.actors import Actor
from regie.persons.models import Person
from regie.privacy.enums import Verb
from regie.privacy.models import JournalEntry
from regie.trajectories.models import MustKnow, Trajectory
from regie.trajectories.queries import covered_in, covers_around, done_during, told_in
from regie.ui.parts import Action, Cell, Crumb, FormPage
from regie.ui.words import moment, written

PER_PAGE = 50
REMEMBERED = timedelta(days=14)  # how long Mijn jongeren leads to what happened meanwhile
COLUMNS = ("Afwezig", "Vervanger", "Vanaf", "Weer aan het werk", "Soort")
DONE = ("Wanneer", "Jongere", "Wat", "Door")


@dataclass(frozen=True)
class CoversPage:
    """All absences within what a viewer may see."""

    actions: tuple[Action, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    page: Page


@dataclass(frozen=True)
class CoveredRow:
    """One young person within a cover: what must be known of him, and the way to tell it."""

    name: str
    url: str
    words: str
    told: str
    tell_url: str


@dataclass(frozen=True)
class CoverPage:
    """One absence: who covers, whom it is about, and what was done meanwhile."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    people: tuple[CoveredRow, ...]
    shows_done: bool
    columns: tuple[str, ...]
    done: tuple[tuple[Cell, ...], ...]
    page: Page


def covers_page(viewer: Actor, *, number: str | None) -> CoversPage:
    """The absences, the last first; two queries."""
    covers = Cover.objects.visible_to(viewer).select_related("officer", "substitute")
    page = Paginator(covers.order_by("-since", "-pk"), PER_PAGE).get_page(number)
    return CoversPage(
        (Action("Afwezigheid vastleggen", reverse("desk:arrange_cover"), "plus"),),
        COLUMNS,
        tuple(_cover_row(cover) for cover in page.object_list),
        page,
    )


def cover_page(cover: Cover, *, viewer: Actor, on: date, number: str | None) -> CoverPage:
    """One absence; six queries."""
    his = arranges(cover, viewer)
    people = list(covered_in(cover, viewer=viewer))
    told = told_in(cover, viewer=viewer)
    page = Paginator(done_during(cover, people if his else ()), PER_PAGE).get_page(number)
    by_ref = {one.person.ref: one.person for one in people}
    open_still = his and on < cover.until
    return CoverPage(
        title=f"{cover.officer} is afwezig",
        lead=_lead(cover),
        crumbs=(Crumb("Afwezigheid", reverse("desk:covers")), Crumb(f"{cover.officer} is afwezig")),
        actions=(
            Action("Vervanging nu stoppen", reverse("desk:end_cover", args=[cover.ref]), variant="secondary"),
        )
        if open_still
        else (),
        people=tuple(_covered(cover, one, told.get(one.pk), open_still) for one in people),
        shows_done=his and cover.since <= on,
        columns=DONE,
        done=tuple(_done(cover, entry, by_ref[entry.subject]) for entry in page.object_list),
        page=page,
    )


def arranges(cover: Cover, viewer: Actor) -> bool:
    """Whether he is the one who is away, or coordinates there."""
    return viewer.id == str(cover.officer_id) or may(viewer, Permission.ASSIGN, cover.municipality_id)


def absent_posts(viewer: Actor, *, on: date) -> QuerySet[RoleGrant]:
    """Whose absence he may tell: his own, and of everyone where he coordinates."""
    posts = colleagues(viewer, on=on)
    own = posts.filter(user=int(viewer.id))
    return own | posts.filter(municipality__in=where_may(viewer, Permission.ASSIGN))


def colleagues(viewer: Actor, *, on: date) -> QuerySet[RoleGrant]:
    """The officers where he works or coordinates."""
    here = where_may(viewer, Permission.GUIDE) | where_may(viewer, Permission.ASSIGN)
    grants = RoleGrant.objects.running(on).allowing(Permission.GUIDE).filter(municipality__in=here)
    return grants.select_related("user", "municipality").order_by("user__name", "pk")


def arranging_page() -> FormPage:
    """For telling an absence."""
    back, title = reverse("desk:covers"), "Afwezigheid vastleggen"
    lead = "Wie vervangt, ziet de jongeren alleen in deze dagen."
    return FormPage(title, lead, (Crumb("Afwezigheid", back), Crumb(title)), back)


def ending_page(cover: Cover) -> FormPage:
    """For ending a cover early."""
    back, title = reverse("desk:cover", args=[cover.ref]), "Vervanging nu stoppen?"
    lead = f"{cover.substitute} ziet de jongeren van {cover.officer} dan meteen niet meer."
    return FormPage(title, lead, _under(cover, title), back, submit="Ja, stoppen")


def must_know_page(cover: Cover, person: Person) -> FormPage:
    """For what the substitute must know of one young person."""
    lead = f"{cover.substitute} leest dit op de pagina van {person}."
    return FormPage(str(person), lead, _under(cover, str(person)), reverse("desk:cover", args=[cover.ref]))


def cover_notes(viewer: Actor, *, on: date) -> tuple[Action, ...]:
    """Above Mijn jongeren: for whom he covers today, and what happened while he was away; one query."""
    return tuple(
        Action(
            f"U vervangt {cover.officer} tot {written(cover.until)}."
            if str(cover.substitute_id) == viewer.id
            else "U bent terug. Dit gebeurde tijdens uw afwezigheid.",
            reverse("desk:cover", args=[cover.ref]),
        )
        for cover in covers_around(viewer, on=on, back_since=on - REMEMBERED)
    )


def _under(cover: Cover, title: str) -> tuple[Crumb, ...]:
    here = Crumb(f"{cover.officer} is afwezig", reverse("desk:cover", args=[cover.ref]))
    return (Crumb("Afwezigheid", reverse("desk:covers")), here, Crumb(title))


def _lead(cover: Cover) -> str:
    back = (
        f"eerder terug op {written(cover.until)}" if cover.ended_early else f"terug op {written(cover.until)}"
    )
    return f"{cover.substitute} vervangt. Afwezig vanaf {written(cover.since)}, {back}."


def _cover_row(cover: Cover) -> tuple[Cell, ...]:
    return (
        Cell(str(cover.officer), reverse("desk:cover", args=[cover.ref])),
        Cell(str(cover.substitute)),
        Cell(written(cover.since)),
        Cell(written(cover.until), more="Eerder dan gepland" if cover.ended_early else ""),
        Cell("Gepland" if cover.planned else "Niet gepland"),
    )


def _covered(cover: Cover, one: Trajectory, told: MustKnow | None, editable: bool) -> CoveredRow:
    return CoveredRow(
        name=str(one.person),
        url=reverse("desk:person", args=[one.person.ref]),
        words=told.words if told else "",
        told=f"{told.recorded_by_label}, {moment(told.recorded_at)}" if told else "",
        tell_url=reverse("desk:tell_must_know", args=[cover.ref, one.person.ref]) if editable else "",
    )


def _done(cover: Cover, entry: JournalEntry, person: Person) -> tuple[Cell, ...]:
    covers = entry.recorded_by_id == str(cover.substitute_id)
    return (
        Cell(moment(entry.recorded_at)),
        Cell(str(person), reverse("desk:person", args=[person.ref])),
        Cell(str(Verb(entry.verb).label).capitalize()),
        Cell(entry.recorded_by_label, more=f"als vervanger van {cover.officer}" if covers else ""),
    )


def choices(posts: Iterable[RoleGrant], *, users: bool) -> list[tuple[int, str]]:
    """Officers to choose from, by the key of the user or of his post."""
    return list(
        {(one.user_id if users else one.pk): f"{one.user}, {one.municipality}" for one in posts}.items()
    )
