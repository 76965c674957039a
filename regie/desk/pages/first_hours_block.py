"""On top of Vandaag: who came out lately, and whose first days are not done."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.base.actors import Actor
from regie.trajectories.enums import SleepingPlace
from regie.trajectories.queries import JustOut, just_out
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


def first_hours_block(viewer: Actor, *, on: date) -> tuple[FirstHoursLine, ...]:
    """Whom this viewer may see in his first 72 hours; one query."""
    return tuple(_line(one, on) for one in just_out(viewer, on=on))


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
