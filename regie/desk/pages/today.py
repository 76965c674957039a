"""Vandaag: what must be done now, this week and soon, for whom, and why; the loud terms only."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from regie.clocks.queries import handled_of, reckonings
from regie.clocks.rules import Term, state
from regie.desk.pages.filters import Filters, read_filters
from regie.trajectories.models import Referral, Trajectory
from regie.trajectories.queries import officers_of
from regie.ui.parts import Action
from regie.ui.words import on_weekday, written

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

    state: State
    what: str
    who: str
    who_url: str
    when: str
    why: tuple[str, ...]
    officer: str
    action: Action
    day: date
    person: int


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


def today_page(viewer: Actor, *, on: date, address: Mapping[str, str]) -> TodayPage:
    """What this viewer's young people ask of a day; fourteen queries, and one more for each municipality."""
    filters = read_filters(address, [ARRANGED])
    visible = Trajectory.objects.visible_to(viewer)
    chosen = list(visible.select_related("person", "referral", "municipality").order_by("pk"))
    missing, lines = "", []
    try:
        lines = list(_lines(chosen, viewer, on=on))
    except NotNow as not_now:
        missing = not_now.sentence
    arranged = filters.of("indeling")
    lines.sort(key=_order(arranged))
    page = Paginator(lines, PER_PAGE).get_page(address.get("pagina"))
    return TodayPage(
        title="Vandaag",
        lead=_lead(lines, on),
        filters=filters,
        groups=tuple(_groups(page.object_list, lines, arranged)),
        page=page,
        notes=tuple(_notes(viewer)),
        missing=missing,
        calm="" if lines or missing else CALM,
    )


def _lines(chosen: Sequence[Trajectory], viewer: Actor, *, on: date) -> Iterator[TodayLine]:
    if not chosen:
        return
    reckoned = reckonings(chosen, on=on)
    handled = handled_of(one.pk for one in chosen)
    oversees = bool(where_may(viewer, Permission.SEE_ALL_TRAJECTORIES))
    officers = officers_of(chosen, on=on) if oversees or viewer.stands_in else {}
    for one in chosen:
        done = handled.get(one.pk, {})
        told = ((term, done.get(term.key)) for term in reckoned[one.pk].terms)
        stood = [(term, state(term, was.handled if was else None, on=on)) for term, was in told]
        officer = _officer(officers.get(one.pk), viewer) if officers or oversees else ""
        yield from _of_one(one, stood, officer, on)


def _of_one(
    one: Trajectory, stood: Sequence[tuple[Term, State]], officer: str, on: date
) -> Iterator[TodayLine]:
    """His loud terms; of who can walk out any day all that waits for that on one line."""
    loud = [(term, how) for term, how in stood if term.rule.tone is Tone.LOUD and how in SHOWN]
    any_day = [term for term, _ in loud if term.due is None and term.acts_by]
    if any_day:
        yield _any_day(one, any_day, officer, on)
    for term, how in loud:
        if term.due and term.acts_by and (how is not State.COMING or term.acts_by <= on + AHEAD):
            yield _line(one, term, how, officer, term.acts_by)


def _line(one: Trajectory, term: Term, how: State, officer: str, day: date) -> TodayLine:
    url = reverse("desk:handle_term", args=[one.person.ref, *term.key])
    return TodayLine(
        state=how,
        what=term.rule.title,
        who=str(one.person),
        who_url=reverse("desk:person", args=[one.person.ref]),
        when=when(term),
        why=why(term),
        officer=officer,
        action=Action("Afhandelen", url),
        day=day,
        person=one.person_id,
    )


def _any_day(one: Trajectory, terms: Sequence[Term], officer: str, on: date) -> TodayLine:
    todo = ", ".join(term.rule.title.lower() for term in terms)
    url = reverse("desk:person", args=[one.person.ref])
    return TodayLine(
        state=State.NOW,
        what=f"{ANY_DAY}: nog {len(terms)} te regelen"
        if len(terms) > 1
        else f"{ANY_DAY}: nog 1 ding te regelen",
        who=str(one.person),
        who_url=reverse("desk:person", args=[one.person.ref]),
        when="Regel dit nu",
        why=(f"{todo.capitalize()}.", *why(terms[0])[1:]),
        officer=officer,
        action=Action("Bekijken", url),
        day=on,
        person=one.person_id,
    )


def when(term: Term) -> str:
    """By which day, in words; the earliest plausible one as well when that is sooner."""
    if term.due is None:
        return "Regel dit nu" if term.acts_by else "Dag niet bekend"
    latest = f"Uiterlijk {written(term.due)}"
    if term.earliest and term.earliest < term.due:
        return f"{latest}; op zijn vroegst nodig op {written(term.earliest)}"
    return latest


def why(term: Term) -> tuple[str, ...]:
    """Why it is there, the rule, the fact it rests on, and what it depends on; each a sentence."""
    rule, told = term.rule, term.told
    fact = f"{told.says}: {written(told.day)}." if told.day else f"{told.says}."
    known = "" if rule.verified else "Deze regel is nog te verifiëren."
    depends = (
        f"Hangt ervan af {' en '.join(term.depends_on)}; dat weten we nog niet." if term.depends_on else ""
    )
    counted = f"{rule.counted[:1].upper()}{rule.counted[1:]}. Wie: {rule.act.label}."
    return tuple(filter(None, (rule.why, counted, fact, depends, known)))


def _officer(officer: User | None, viewer: Actor) -> str:
    if officer is None:
        return NOBODY
    return "" if str(officer.pk) == viewer.id else officer.name


def _order(arranged: str) -> Callable[[TodayLine], Any]:
    return {
        "": lambda line: (SHOWN.index(line.state), line.day, line.who, line.what),
        "persoon": lambda line: (line.who, line.person, SHOWN.index(line.state), line.day, line.what),
        "soort": lambda line: (line.what, SHOWN.index(line.state), line.day, line.who),
    }[arranged]


def _groups(
    shown: Iterable[TodayLine], all_of_them: Sequence[TodayLine], arranged: str
) -> Iterator[TodayGroup]:
    def heading(line: TodayLine) -> str:
        return {"": line.state.label, "persoon": line.who, "soort": line.what}[arranged]

    counts: dict[str, int] = {}
    for line in all_of_them:
        counts[heading(line)] = counts.get(heading(line), 0) + 1
    for title, lines in groupby(shown, key=heading):
        yield TodayGroup(title, counts[title], tuple(lines))


def _lead(lines: Sequence[TodayLine], on: date) -> str:
    now = sum(line.state is State.NOW for line in lines)
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
