"""On top of Vandaag: who came out lately, and whose first days are not done."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from regie.base.actors import Actor
from regie.clocks.queries import Known
from regie.trajectories.enums import SleepingPlace
from regie.trajectories.queries import JustOut, just_out
from regie.trajectories.rules import AFTER
from regie.ui.words import on_weekday


@dataclass(frozen=True)
class FirstHoursLine:
    """One of them: since when, whether there is a bed tonight, how many calls; `unknown` calls loudest."""

    who: str
    url: str
    since: str
    tonight: str
    unknown: bool
    calls: str


def first_hours_block(viewer: Actor, known: Collection[Known], *, on: date) -> tuple[FirstHoursLine, ...]:
    """Whom this viewer may see in his first 72 hours; one query, none when by what was read nobody came out lately."""
    if known and not any(_lately_out(one, on) for one in known):
        return ()
    return tuple(_line(one, on) for one in just_out(viewer, on=on))


def _lately_out(one: Known, on: date) -> bool:
    left_on = one.held.left_on
    return left_on is not None and left_on >= on - timedelta(days=AFTER)


def _line(one: JustOut, on: date) -> FirstHoursLine:
    person = one.trajectory.person
    since = "vandaag" if one.since == on else on_weekday(one.since)
    unknown = one.tonight is SleepingPlace.UNKNOWN
    return FirstHoursLine(
        who=str(person),
        url=reverse("desk:first_hours", args=[person.ref]),
        since=f"Vrij sinds {since}",
        tonight="Slaapplek vannacht nog niet bekend" if unknown else f"Vannacht: {one.tonight.label.lower()}",
        unknown=unknown,
        calls={0: "Nog niemand gebeld", 1: "1 keer gebeld"}.get(one.calls, f"{one.calls} keer gebeld"),
    )
