"""Zijn week: seven days with what is fixed, and what is free; a card and a page to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.urls import reverse

from regie.base.actors import Actor
from regie.desk.pages.lines import Line
from regie.desk.pages.places import PLAN, WEEK, crumbs_to
from regie.desk.pages.plan_words import PlanCard
from regie.persons.models import Person
from regie.plans.enums import Company, SlotKind, Weekday
from regie.plans.models import WeekSlot
from regie.plans.queries import week_of
from regie.plans.rules import SlotAccount, clashes, free
from regie.trajectories.models import Guidance, Trajectory
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import capital, listed, written

TITLE = WEEK.title
EMPTY = "Wat doet hij op een gewone dag? Leg de eerste vaste dag vast."
NOTHING = "Niets vast"


@dataclass(frozen=True)
class WeekDay:
    """A day of his week and what is fixed on it."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class WeekPage:
    """Seven days, what is free and what falls together, in words; and what is over."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    days: tuple[WeekDay, ...]
    nothing: str
    free: str
    together: tuple[str, ...]
    over: tuple[Line, ...]


def week_page(
    trajectory: Trajectory, guidance: Guidance, *, viewer: Actor, on: date, as_known: date | None = None
) -> WeekPage:
    """For a viewer who may see him; one query."""
    person, mine = trajectory.person, guidance.is_open_to(viewer)
    told = week_of(trajectory, as_known=as_known)
    coming = [one for one in told if not one.account.over(on)]
    accounts = [one.account for one in coming]
    return WeekPage(
        title=TITLE,
        person=str(person),
        lead=f"Zo ziet zijn week eruit op {written(on)}.",
        crumbs=crumbs_to(person, TITLE, under=PLAN, mine=mine),
        actions=(_telling(person, "plus"),) if mine else (),
        days=tuple(_day(weekday, coming, editable=mine) for weekday in Weekday),
        nothing=NOTHING,
        free=_free([one for one in accounts if one.holds(on)]) if coming else EMPTY,
        together=tuple(_clash(*pair) for pair in clashes(accounts)),
        over=tuple(
            Line(described(one), _actions(one) if mine else ()) for one in told if one.account.over(on)
        ),
    )


def week_card(slots: Sequence[WeekSlot], person: Person, *, on: date, editable: bool) -> PlanCard:
    """Each day in one line, and the way to the whole week; no query."""
    now = [one for one in slots if one.account.holds(on)]
    whole = Action(TITLE, reverse("desk:week", args=[person.ref]))
    actions = (whole, _telling(person)) if editable else (whole,)
    return PlanCard(TITLE, tuple(Line(day, key=day.term) for day in _in_one_line(now)), EMPTY, actions)


def described(one: WeekSlot) -> Item:
    """A fixed moment in words."""
    weeks = _weeks(one)
    return Item(
        f"{one.get_weekday_display()} {_times(one)}", _what(one), _dotted(one.place, _company(one), weeks)
    )


def _in_one_line(slots: Sequence[WeekSlot]) -> list[Item]:
    of_days = {weekday: [one for one in slots if one.weekday == weekday] for weekday in Weekday}
    return [
        Item(weekday.label, ", ".join(f"{_times(one)} {_what(one)}" for one in there))
        for weekday, there in of_days.items()
        if there
    ]


def _day(weekday: Weekday, slots: Sequence[WeekSlot], *, editable: bool) -> WeekDay:
    there = [one for one in slots if one.weekday == weekday]
    return WeekDay(weekday.label, tuple(_line(one, editable=editable) for one in there))


def _line(one: WeekSlot, *, editable: bool) -> Line:
    item = Item(_times(one), _what(one), _dotted(one.place, _company(one), _weeks(one)))
    return Line(item, _actions(one) if editable else ())


def _what(one: WeekSlot) -> str:
    kind = SlotKind(one.kind)
    if kind is SlotKind.OTHER:
        return capital(one.words)
    said_already = one.words.casefold().rstrip(".") in ("", kind.label.casefold())
    return kind.label if said_already else f"{kind.label}: {one.words}"


def _company(one: WeekSlot) -> str:
    said = "" if one.company == Company.UNKNOWN else Company(one.company).label
    return ": ".join(filter(None, (said, one.company_words)))


def _weeks(one: WeekSlot) -> str:
    since = f"vanaf {written(one.since)}" if one.since else ""
    until = f"tot en met {written(one.until)}" if one.until else ""
    return " ".join(filter(None, (since, until)))


def _times(one: WeekSlot | SlotAccount) -> str:
    return _between(one.begins, one.ends)


def _between(begins: time, ends: time) -> str:
    return f"{begins:%-H.%M} tot {ends:%-H.%M} uur"


def _clash(one: SlotAccount, other: SlotAccount) -> str:
    begins, ends = max(one.begins, other.begins), min(one.ends, other.ends)
    what = listed([SlotKind(each.kind).label.lower() for each in (one, other)])
    return f"{Weekday(one.weekday).label}: {what} vallen samen, van {_between(begins, ends)}."


def _free(slots: Sequence[SlotAccount]) -> str:
    parts = free(slots)
    if not parts:
        return "Overdag is er op elke werkdag iets vast."
    are = "is" if len(parts) == 1 else "zijn"
    return f"{capital(listed(parts))} {are} overdag vrij."


def _telling(person: Person, icon: str = "") -> Action:
    return Action("Vast moment toevoegen", reverse("desk:tell_weekslot", args=[person.ref]), icon)


def _actions(one: WeekSlot) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse("desk:correct_weekslot", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_weekslot", args=[one.ref])),
    )


def _dotted(*parts: str) -> str:
    return capital(" · ".join(filter(None, parts)))
