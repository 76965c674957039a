"""Vandaag: what must be done now, this week and soon, for whom, and why; the loud terms only."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse

from regie.accounts.enums import Permission
from regie.accounts.models import User
from regie.accounts.rules import where_may
from regie.approach.enums import Tone
from regie.base.actors import Actor
from regie.base.errors import NotNow
from regie.clocks.enums import State
from regie.clocks.models import Handling
from regie.clocks.queries import handled_of, loud_rules, reckonings
from regie.clocks.rules import Reckoning, Term, state
from regie.desk.pages.filters import Filters, read_filters
from regie.desk.pages.term_words import when, why
from regie.trajectories.models import Referral, Trajectory
from regie.trajectories.queries import officers_of
from regie.ui.parts import Action
from regie.ui.words import capital, listed, on_weekday

PER_PAGE = 50
AHEAD = timedelta(days=28)  # how far "komt eraan" looks
SHOWN = (State.NOW, State.THIS_WEEK, State.COMING)
ARRANGED = ("indeling", "Indeling", (("", "Op dag"), ("persoon", "Per jongere"), ("soort", "Per soort")))
NOBODY = "Nog niemand"
CALM = "Er is nu niets dat niet kan wachten."
ANY_DAY = "Kan elke dag vrijkomen"


@dataclass(frozen=True)
class TodayLine:
    """One thing to do: what, for whom, by when, why (the rule and the fact), and the way to do it."""

    what: str
    who: str
    who_url: str
    when: str
    why: tuple[str, ...]
    officer: str
    action: Action


@dataclass(frozen=True)
class TodayGroup:
    """The lines under one heading; `count` is how many there are on all pages."""

    title: str
    count: int
    lines: tuple[TodayLine, ...]


@dataclass(frozen=True)
class TodayPage:
    """The day, how many things it asks, and those; `missing` says that no approach was loaded."""

    title: str
    lead: str
    filters: Filters
    groups: tuple[TodayGroup, ...]
    page: Page
    notes: tuple[Action, ...]
    missing: str
    calm: str


@dataclass(frozen=True)
class Todo:
    """One thing to do before it is drawn: a term, or all that waits for who can walk out any day."""

    trajectory: Trajectory
    terms: tuple[Term, ...]
    state: State
    day: date

    @property
    def any_day(self) -> bool:
        """Whether it is about somebody who can walk out any day."""
        return self.terms[0].due is None

    @property
    def what(self) -> str:
        """What is to be done."""
        if not self.any_day:
            return self.terms[0].rule.title
        number = len(self.terms)
        return f"{ANY_DAY}: nog {number} te regelen" if number > 1 else f"{ANY_DAY}: nog 1 ding te regelen"

    @property
    def who(self) -> str:
        """For whom."""
        return str(self.trajectory.person)

    @property
    def order(self) -> tuple[int, date]:
        """What cannot wait first."""
        return SHOWN.index(self.state), self.day


# By what the lines are put together: the code in the address → the heading, and the order.
HEADINGS: Mapping[str, Callable[[Todo], str]] = {
    "": lambda todo: todo.state.label,
    "persoon": lambda todo: todo.who,
    "soort": lambda todo: todo.what,
}
ORDERS: Mapping[str, Callable[[Todo], tuple[Any, ...]]] = {
    "": lambda todo: (*todo.order, todo.who, todo.what),
    "persoon": lambda todo: (todo.who, todo.trajectory.pk, *todo.order, todo.what),
    "soort": lambda todo: (todo.what, *todo.order, todo.who),
}


def today_page(viewer: Actor, *, on: date, address: Mapping[str, str]) -> TodayPage:
    """What this viewer's young people ask of a day; fourteen queries, and one more for each municipality."""
    filters = read_filters(address, [ARRANGED])
    visible = Trajectory.objects.visible_to(viewer)
    chosen = list(visible.select_related("person", "referral", "municipality").order_by("pk"))
    missing, todos = "", []
    try:
        todos = _todos(chosen, on=on)
    except NotNow as not_now:
        missing = not_now.sentence
    arranged = filters.of("indeling")
    todos.sort(key=ORDERS[arranged])
    page = Paginator(todos, PER_PAGE).get_page(address.get("pagina"))
    return TodayPage(
        title="Vandaag",
        lead=_lead(todos, on),
        filters=filters,
        groups=tuple(_groups(list(page.object_list), todos, HEADINGS[arranged], viewer, on)),
        page=page,
        notes=tuple(_notes(viewer)),
        missing=missing,
        calm="" if todos or missing else CALM,
    )


def _todos(chosen: Sequence[Trajectory], *, on: date) -> list[Todo]:
    rules = loud_rules({one.municipality for one in chosen}, on=on)
    reckoned = reckonings(chosen, on=on, rules=rules) if chosen else {}
    handled = handled_of(one.pk for one in chosen)
    return [todo for one in chosen for todo in _of_one(one, reckoned[one.pk], handled.get(one.pk, {}), on)]


def _of_one(
    one: Trajectory, reckoned: Reckoning, handled: Mapping[tuple[str, str], Handling], on: date
) -> Iterator[Todo]:
    """His loud terms that are open; all that waits for who can walk out any day is one thing."""
    any_day = []
    for term in reckoned.terms:
        if term.rule.tone is not Tone.LOUD or term.acts_by is None:
            continue
        was = handled.get(term.key)
        how = state(term, was.handled if was else None, on=on)
        if how not in SHOWN or term.acts_by > on + AHEAD:
            continue
        if term.due is None:
            any_day.append(term)
        else:
            yield Todo(one, (term,), how, term.acts_by)
    if any_day:
        yield Todo(one, tuple(any_day), State.NOW, on)


def _line(todo: Todo, officer: str, on: date) -> TodayLine:
    ref, first = todo.trajectory.person.ref, todo.terms[0]
    titles = f"{capital(listed([term.rule.title.lower() for term in todo.terms]))}."
    return TodayLine(
        what=todo.what,
        who=todo.who,
        who_url=reverse("desk:person", args=[ref]),
        when="Regel dit nu." if todo.any_day else when(first, on=on),
        why=(titles, *why(first)[1:]) if todo.any_day else why(first),
        officer=officer,
        action=Action("Bekijken", reverse("desk:terms", args=[ref]))
        if todo.any_day
        else Action("Afhandelen", reverse("desk:handle_term", args=[ref, *first.key])),
    )


def _officer(officer: User | None, viewer: Actor) -> str:
    if officer is None:
        return NOBODY
    return "" if str(officer.pk) == viewer.id else officer.name


def _groups(
    shown: Sequence[Todo],
    all_of_them: Sequence[Todo],
    heading: Callable[[Todo], str],
    viewer: Actor,
    on: date,
) -> Iterator[TodayGroup]:
    """What stands on this page under its headings, and who guides; one query, for who sees those of a colleague."""
    counts = Counter(map(heading, all_of_them))
    oversees = bool(where_may(viewer, Permission.SEE_ALL_TRAJECTORIES))
    named = oversees or bool(viewer.stands_in)
    officers = officers_of((todo.trajectory for todo in shown), on=on) if named else {}
    for title, todos in groupby(shown, key=heading):
        lines = (
            _line(todo, _officer(officers.get(todo.trajectory.pk), viewer) if named else "", on)
            for todo in todos
        )
        yield TodayGroup(title, counts[title], tuple(lines))


def _lead(todos: Sequence[Todo], on: date) -> str:
    now = sum(todo.state is State.NOW for todo in todos)
    asks = {0: "Nu hoeft er niets", 1: "1 ding is nu nodig"}.get(now, f"{now} dingen zijn nu nodig")
    return f"{on_weekday(on).capitalize()}. {asks}."


def _notes(viewer: Actor) -> Iterator[Action]:
    """Referrals that wait for a decision; one query, for who screens."""
    if not where_may(viewer, Permission.SCREEN_REFERRALS):
        return
    waiting = Referral.objects.open().screened_by(viewer).count()
    if waiting:
        words = "1 aanmelding wacht" if waiting == 1 else f"{waiting} aanmeldingen wachten"
        yield Action(f"{words} op een besluit.", reverse("desk:referrals"))
