"""Vandaag: what must be done now, this week and soon, for whom, and why; the loud terms only."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.timezone import localdate

from regie.accounts.enums import Permission
from regie.accounts.models import User
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.base.errors import NotNow
from regie.clocks.enums import State
from regie.clocks.models.notice import Shown
from regie.clocks.queries import Known, ToldSoFar, asked_of, told_so_far
from regie.desk.pages.appointments import DayLine, day_lines
from regie.desk.pages.coming_out import ComingOut, coming_out
from regie.desk.pages.contact_choice import way_to_log
from regie.desk.pages.filters import Filters, read_filters
from regie.desk.pages.first_hours_block import FirstHoursLine, first_hours_block
from regie.desk.pages.jottings import JottingLine, jotting_lines
from regie.desk.pages.shell import Shell, shell_page
from regie.desk.pages.term_words import news_badge
from regie.desk.pages.todos import Todo, todo_of
from regie.escalations.queries import waiting_proposals
from regie.trajectories.models import Referral, Trajectory
from regie.trajectories.queries import officers_of, waiting_closures
from regie.ui.parts import Action, Badge
from regie.ui.words import on_weekday, written

PER_PAGE = 50
ARRANGED = ("indeling", "Indeling", (("", "Op dag"), ("persoon", "Per jongere"), ("soort", "Per soort")))
NOBODY = "Nog niemand"
CALM = "Er is nu niets dat niet kan wachten."


@dataclass(frozen=True)
class TodayLine:
    """One thing to do: what, for whom, by when, why, the way to do it, and what is new about it to its reader."""

    what: str
    who: str
    who_url: str
    when: str
    why: tuple[str, ...]
    officer: str
    action: Action
    news: Badge | None


@dataclass(frozen=True)
class TodayGroup:
    """The lines under one heading; `count` is how many there are on all pages."""

    title: str
    count: int
    lines: tuple[TodayLine, ...]


@dataclass(frozen=True)
class TodayPage:
    """The day, how many things it asks, and those; `missing` says that no approach was loaded.

    `shown` are the terms that its reader sees, `told` what he was told of them before.
    """

    title: str
    lead: str
    actions: tuple[Action, ...]
    filters: Filters
    coming_out: ComingOut
    groups: tuple[TodayGroup, ...]
    page: Page
    missing: str
    calm: str
    shown: tuple[Shown, ...]
    told: ToldSoFar
    first_hours: tuple[FirstHoursLine, ...]
    closures: tuple[TodayLine, ...]
    appointments: tuple[DayLine, ...]
    jottings: tuple[JottingLine, ...]
    worker: Shell | None


# By what the lines are put together: the code in the address → the heading, and the order.
HEADINGS: Mapping[str, Callable[[Todo], str]] = {
    "": lambda todo: todo.state.label,
    "persoon": lambda todo: todo.who,
    "soort": lambda todo: todo.what,
}
ORDERS: Mapping[str, Callable[[Todo], tuple[Any, ...]]] = {
    "": lambda todo: (*todo.order, todo.who, todo.what),
    "persoon": lambda todo: (todo.who, todo.person.pk, *todo.order, todo.what),
    "soort": lambda todo: (todo.what, *todo.order, todo.who),
}


def today_page(
    viewer: Actor, *, on: date, address: Mapping[str, str], at: datetime | None = None
) -> TodayPage:
    """What this viewer's young people, and the referrals he screens, ask of a day.

    As many queries for one as for all, and one for each municipality. With `at` it asks of today what has begun.
    """
    filters = read_filters(address, [ARRANGED])
    missing, todos, known = "", list[Todo](), list[Known]()
    try:
        calls, known = asked_of(_guided(viewer, on=on), _screened(viewer), on=on)
        todos = [todo_of(call) for call in calls]
    except NotNow as not_now:
        missing = not_now.sentence
    arranged = filters.of("indeling")
    todos.sort(key=ORDERS[arranged])
    page = Paginator(todos, PER_PAGE).get_page(address.get("pagina"))
    shown = list(page.object_list)
    told = told_so_far(viewer, [todo.referral for todo in shown], on=on)
    lines, coming = _lines(shown, told, viewer, on), coming_out(known)
    closures, appointments = (*_closures(viewer), *_proposals(viewer)), day_lines(viewer, on=on, at=at)
    jottings = tuple(jotting_lines(viewer, on=on))
    return TodayPage(
        title="Vandaag",
        lead=_lead(todos, on),
        actions=_actions(viewer),
        filters=filters,
        coming_out=coming,
        groups=tuple(_groups(lines, todos, HEADINGS[arranged])),
        page=page,
        missing=missing,
        calm="" if todos or missing or coming or closures or appointments or jottings else CALM,
        shown=tuple((todo.referral, term) for todo in shown for term in todo.terms),
        told=told,
        first_hours=first_hours_block(viewer, known, on=on),
        closures=closures,
        appointments=appointments,
        jottings=jottings,
        worker=shell_page() if where_may(viewer, Permission.GUIDE) else None,
    )


def _actions(viewer: Actor) -> tuple[Action, ...]:
    """Writing contact down, and what happened meanwhile: of who guides anybody at all."""
    happened = Action("Wat is er gebeurd?", reverse("desk:happened"), "notes", variant="secondary")
    return (way_to_log(), happened) if where_may(viewer, Permission.GUIDE) else ()


def _closures(viewer: Actor) -> Iterator[TodayLine]:
    """What waits for him as the second person, the oldest first; one query, none for who never is one."""
    waiting = waiting_closures(viewer) if where_may(viewer, Permission.APPROVE_EXCEPTIONS) else ()
    for one in waiting:
        person, asked = one.trajectory.person, written(localdate(one.recorded_at))
        yield TodayLine(
            what="Afronding beoordelen",
            who=str(person),
            who_url=reverse("desk:person", args=[person.ref]),
            when=f"Gevraagd op {asked}",
            why=(f"{one.recorded_by_label} vraagt om eerder af te ronden. Een tweede persoon beslist mee.",),
            officer=one.recorded_by_label,
            action=Action("Antwoorden", reverse("desk:answer_closure", args=[one.ref])),
            news=None,
        )


def _proposals(viewer: Actor) -> Iterator[TodayLine]:
    """A level that somebody would pass over, which waits for him as the second person; one query, none for others."""
    waiting = waiting_proposals(viewer) if where_may(viewer, Permission.APPROVE_EXCEPTIONS) else ()
    for one in waiting:
        person, asked = one.trajectory.person, written(localdate(one.recorded_at))
        yield TodayLine(
            what="Niveau overslaan bij opschalen",
            who=str(person),
            who_url=reverse("desk:person", args=[person.ref]),
            when=f"Gevraagd op {asked}",
            why=(f"{one.recorded_by_label} wil een niveau overslaan. Een tweede persoon beslist mee.",),
            officer=one.recorded_by_label,
            action=Action("Antwoorden", reverse("desk:consent_escalation", args=[one.ref])),
            news=None,
        )


def _guided(viewer: Actor, *, on: date) -> list[Trajectory]:
    visible = Trajectory.objects.visible_to(viewer).running(on)
    return list(visible.select_related("person", "referral", "municipality").order_by("pk"))


def _screened(viewer: Actor) -> list[Referral]:
    """What waits for a decision of his."""
    waiting = Referral.objects.open().screened_by(viewer)
    return list(waiting.select_related("person", "municipality").order_by("pk"))


def _lines(
    shown: Sequence[Todo], told: ToldSoFar, viewer: Actor, on: date
) -> Iterator[tuple[Todo, TodayLine]]:
    """What stands on this page, and who guides; one query, for who sees those of a colleague."""
    oversees = bool(where_may(viewer, Permission.SEE_ALL_TRAJECTORIES))
    named = oversees or bool(viewer.stands_in)
    guided = [todo.trajectory for todo in shown if todo.trajectory]
    officers = officers_of(guided, on=on) if named else {}
    for todo in shown:
        guides = officers.get(todo.trajectory.pk) if todo.trajectory else None
        officer = _officer(guides, viewer) if named and todo.trajectory else ""
        yield todo, _line(todo, officer, news_badge(told.news_of(todo.referral, todo.terms), on=on), on)


def _line(todo: Todo, officer: str, news: Badge | None, on: date) -> TodayLine:
    return TodayLine(
        what=todo.what,
        who=todo.who,
        who_url=todo.who_url,
        when=todo.when(on=on),
        why=todo.why,
        officer=officer,
        action=todo.action,
        news=news,
    )


def _officer(officer: User | None, viewer: Actor) -> str:
    if officer is None:
        return NOBODY
    return "" if str(officer.pk) == viewer.id else officer.name


def _groups(
    lines: Iterable[tuple[Todo, TodayLine]], all_of_them: Sequence[Todo], heading: Callable[[Todo], str]
) -> Iterator[TodayGroup]:
    """The lines under their headings."""
    counts = Counter(map(heading, all_of_them))
    for title, drawn in groupby(lines, key=lambda one: heading(one[0])):
        yield TodayGroup(title, counts[title], tuple(line for _, line in drawn))


def _lead(todos: Sequence[Todo], on: date) -> str:
    now = sum(todo.state is State.NOW for todo in todos)
    asks = {0: "Nu hoeft er niets", 1: "1 ding is nu nodig"}.get(now, f"{now} dingen zijn nu nodig")
    return f"{on_weekday(on).capitalize()}. {asks}."
