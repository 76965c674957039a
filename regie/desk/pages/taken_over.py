"""What was taken over in words and in a picture: who does it, and whether the officer may."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from regie.approach.rules import Approach
from regie.desk.pages.authorisations import authorisations_card
from regie.desk.pages.lines import Line
from regie.desk.pages.places import PLAN, TAKEN_OVER, crumbs_to
from regie.desk.pages.plan_words import PlanCard
from regie.figures.rules import Bars, bars
from regie.persons.models import Person
from regie.plans.enums import Doer, Mandate
from regie.plans.queries import InHand
from regie.plans.rules import Thing, Turn, doers_by_month
from regie.trajectories.models import Trajectory
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import briefly, capital, written

TITLE = TAKEN_OVER.title
GONE = "De machtiging is voorbij. Vraag een nieuwe, of laat hem het zelf doen."
COLUMNS = ("Maand", "De officier", "Samen", "Hij zelf")


@dataclass(frozen=True)
class DoersPicture:
    """Month by month how many things who does: a picture, and the same in a table."""

    drawing: Bars
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class TakenOverPage:
    """All that was taken over, how the shares moved, and on which authorisations it rests."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    picture: DoersPicture | None
    cards: tuple[PlanCard, ...]


def taken_over_page(
    trajectory: Trajectory, in_hand: InHand, approach: Approach, *, mine: bool, on: date
) -> TakenOverPage:
    """With the whole road of each thing; no query."""
    person, domains = trajectory.person, {one.code: one.title for one in approach.life_domains}
    ways = tuple(_way(thing, domains, editable=mine) for thing in _ordered(in_hand.things, on))
    return TakenOverPage(
        TITLE,
        str(person),
        "Wat u voor hem doet, tot hij het zelf kan.",
        crumbs_to(person, TITLE, under=PLAN, mine=mine),
        _picture(in_hand.things, on),
        (
            taken_over_card(in_hand, person, editable=mine, on=on, here=True),
            *ways,
            authorisations_card(in_hand.papers, person, approach, editable=mine, on=on),
        ),
    )


def taken_over_card(
    in_hand: InHand, person: Person, *, editable: bool, on: date, here: bool = False
) -> PlanCard:
    """Each thing, what is still in hand first; `here` on the page of its own. No query."""
    things = _ordered(in_hand.things, on)
    lines = tuple(Line(_stands(one, on), _actions(one) if editable else (), str(one.ref)) for one in things)
    new = Action("Iets uit handen nemen", reverse("desk:tell_takenover", args=[person.ref]))
    all_of_it = Action("Hoe het ging, maand voor maand", reverse("desk:taken_over", args=[person.ref]))
    actions = (*((new,) if editable else ()), *(() if here else (all_of_it,)))
    empty = "U doet niets namens hem. Hij doet alles zelf, of er is nog niets vastgelegd."
    alerts = tuple(
        f"“{one.account.words}”: {_lower(Mandate.GONE.label)}. {GONE}" for one in things if _gone(one, on)
    )
    return PlanCard(TITLE, lines, empty, actions, alerts)


def described(one: Any) -> Item:
    """One of them, as it was told."""
    account = one.account
    looked = f"samen bekijken op {written(account.until)}" if account.until else ""
    more = " · ".join(filter(None, (f"Sinds {written(account.happened_on)}", looked, account.why)))
    return Item(TITLE, account.words, more)


def turned(one: Any) -> Item:
    """Who did it since a day, and in which words."""
    account = one.account
    again = f"Samen weer bekijken op {written(account.again_on)}" if account.again_on else ""
    return Item(
        f"Sinds {written(account.happened_on)}",
        account.doer.label,
        " · ".join(filter(None, (account.words, again))),
    )


def _ordered(things: Sequence[Thing], on: date) -> list[Thing]:
    """What he may not do any more first, then what is in hand, then what was handed back."""
    return sorted(things, key=lambda one: (not _gone(one, on), not one.is_open(on)))


def _gone(thing: Thing, on: date) -> bool:
    return thing.is_open(on) and thing.mandate(on) is Mandate.GONE


def _stands(thing: Thing, on: date) -> Item:
    """Who does it now, until when, and whether the officer may."""
    account, together = thing.account, thing.together(on)
    last = next((one for one in reversed(thing.turns) if one.account.happened_on <= on), None)
    since = (last or thing).account.happened_on
    parts = [
        f"sinds {written(since)}",
        f"samen bekijken op {written(together[0])}" if together else "",
        _may(thing, on) if thing.is_open(on) else "",
        account.why,
        f"“{last.account.words}”" if last and last.account.words else "",
    ]
    doer = thing.doer(on) or Doer.OFFICER
    return Item(doer.label, account.words, capital(" · ".join(filter(None, parts))))


def _may(thing: Thing, on: date) -> str:
    mandate = thing.mandate(on)
    if mandate is Mandate.HOLDS:
        party = next(one.account.party for one in thing.papers if one.holds(on))
        return f"op de machtiging voor {party}"
    return _lower(mandate.label) if mandate is not Mandate.GONE else f"{mandate.label}. {GONE}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _way(thing: Thing, domains: dict[str, str], *, editable: bool) -> PlanCard:
    """The road of one thing, from the day it was taken over."""
    account = thing.account
    domain = domains.get(account.domain, account.domain)
    began = Item(
        f"Sinds {written(account.happened_on)}",
        Doer.OFFICER.label,
        " · ".join(filter(None, (account.why, domain))),
    )
    lines = (Line(began), *(Line(turned(one), _turn_actions(one) if editable else ()) for one in thing.turns))
    return PlanCard(account.words, lines, "")


def _actions(one: Thing) -> tuple[Action, ...]:
    return (
        Action("Wie doet het nu?", reverse("desk:tell_doing", args=[one.ref])),
        Action("Verbeteren", reverse("desk:correct_takenover", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_takenover", args=[one.ref])),
    )


def _turn_actions(one: Turn) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse("desk:correct_doing", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_doing", args=[one.ref])),
    )


def _picture(things: Sequence[Thing], on: date) -> DoersPicture | None:
    months = doers_by_month(things, on=on)
    if not months:
        return None
    counted = [(one.month, (one.officer, one.together, one.himself)) for one in months]
    # Beside a bar there is little room: there a month is written short, in the table in full.
    drawing = bars([(_month(briefly(day)), numbers) for day, numbers in counted])
    rows = tuple((_month(written(day)), *map(str, numbers)) for day, numbers in counted)
    return DoersPicture(drawing, COLUMNS, rows)


def _month(day: str) -> str:
    return day.split(" ", 1)[1]
