"""Mijn eerste dag, on paper to take along: when, who fetches him, what he has with him, where he sleeps, whom to call.

What was noted about him in other words is told to his officer beside each field, and comes on no paper by itself.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from regie.clocks.queries import Known, ReleaseWeek, release_week
from regie.clocks.rules import next_working_day
from regie.desk.pages.drafts import About, Ask, Draft
from regie.desk.pages.release_week import known_of
from regie.desk.pages.sheet_parts import SheetToMake, number_of, part, stands, to_do, whom_to_call
from regie.detention.enums import Certainty
from regie.detention.queries import last_stay
from regie.plans.enums import PaperKind
from regie.trajectories.enums import ArrangementList, ArrangementState, SleepingPlace
from regie.trajectories.models import Arrangement
from regie.trajectories.models.arrangement import arranged
from regie.trajectories.queries import first_days_of
from regie.ui.words import on_weekday

TITLE = "Mijn eerste dag"
LEAD = "Om mee te nemen op de dag dat hij vrijkomt. Zet elk ding op een eigen regel."
NUMBER = "Op welk nummer kan hij zijn officier bellen?"
UNKNOWN = "Dit weten we nog niet."
# By field: the heading that he reads, and the picture beside each line below it.
PARTS = {
    "day": ("Ik kom vrij", "door-exit"),
    "fetched": ("Zo kom ik weg", "bus"),
    "along": ("Dit heb ik bij me", "backpack"),
    "sleeps": ("Hier slaap ik", "bed"),
    "appointments": ("Hier moet ik zijn", "walk"),
}
TICKED = {"along", "appointments"}
# Of a thing on the list for his release: what he has when it is arranged, and what it is called when it is not.
ALONG = {
    "identity": ("Mijn identiteitsbewijs.", "Mijn identiteitsbewijs"),
    "money": ("Geld voor de eerste dagen.", "Geld voor de eerste dagen"),
    "phone": ("Mijn telefoon met beltegoed.", "Mijn telefoon"),
    "medicines": ("Wat ik van de dokter meekrijg.", "Wat ik van de dokter meekrijg"),
}
SLEEPS = {
    SleepingPlace.OWN_HOME: "Ik slaap in mijn eigen huis.",
    SleepingPlace.FAMILY: "Ik slaap bij familie.",
    SleepingPlace.FRIENDS: "Ik slaap bij vrienden.",
    SleepingPlace.SHELTER: "Ik slaap in de opvang.",
    SleepingPlace.HOTEL: "Ik slaap in een hotel of pension.",
}


def asks(about: About) -> tuple[Ask, ...]:
    """The fields with what is known; nine queries at most."""
    known = known_of(about.trajectory, on=about.on)
    told = arranged(known.arranged, ArrangementList.RELEASE, on=about.on)
    freed = _freed_on(about)
    return (
        Ask("day", "Wanneer komt hij vrij?", "\n".join(_day(known, freed))),
        Ask("fetched", "Wie haalt hem op, en hoe laat?", _fetched(told), _noted(told, "picked_up")),
        Ask("along", "Wat heeft hij bij zich?", "\n".join(_along(told, about)), _noted(told, *ALONG), 6),
        Ask("sleeps", "Waar slaapt hij?", _sleeps(told, about, freed), _noted(told, "first_night")),
        Ask("appointments", "Waar moet hij de eerste drie dagen zijn?", "", _appointed(told), 6),
        Ask("number", NUMBER, number_of(about.officer), lines=1, sentences=False),
        Ask(
            "stand_in",
            "Wie kan hij bellen als u er niet bent?",
            help="Naam en nummer.",
            lines=1,
            sentences=False,
        ),
    )


def sheet(about: About, typed: Mapping[str, Any]) -> SheetToMake:
    """What was typed, one thing on a line; what nobody knows yet is said, and who finds it out."""
    who = about.officer.name if about.officer else "Mijn officier"
    unknown = f"{UNKNOWN} {who} zoekt dit uit."
    parts = [
        part(title, (), (_thing(line, picture, name) for line in _lines(typed[name]) or [unknown]))
        for name, (title, picture) in PARTS.items()
    ]
    call = whom_to_call(about.officer, typed["number"], typed["stand_in"])
    content = {"name": str(about.trajectory.person), "stands": stands(about.on), "parts": parts, "call": call}
    return SheetToMake("first_day", TITLE, content, f"mijn-eerste-dag-{about.on:%Y-%m-%d}.pdf")


def _thing(line: str, picture: str, name: str) -> dict[str, Any]:
    """One line; of what nobody knows yet there is nothing to tick off, and no picture of it."""
    if UNKNOWN.lower() in line.lower():
        return to_do("question-mark", line) | {"tick": False}
    return to_do(picture, line) | {"tick": name in TICKED}


def _lines(typed: str) -> list[str]:
    return [line.strip() for line in typed.splitlines() if line.strip()]


def _freed_on(about: About) -> date | None:
    stay = last_stay(about.trajectory.person, on=about.on)
    return stay.left_on if stay else None


def _day(known: Known, freed: date | None) -> Iterator[str]:
    """When he comes out, as sure as it is; nothing when nobody knows."""
    week = release_week(known)
    if week is None:
        if freed:
            yield f"Ik ben vrij sinds {on_weekday(freed)}."
    elif week.day is None:
        if week.any_day:
            yield "Ik kan elke dag vrijkomen."
    elif week.day >= week.on:
        yield f"Ik kom vrij op {on_weekday(week.day)}."
        yield from _about_the_day(week, week.day)


def _about_the_day(week: ReleaseWeek, day: date) -> Iterator[str]:
    if week.release and week.release.certainty != Certainty.FIXED:
        yield "Die dag kan nog anders worden."
    opens = next_working_day(day)
    if opens != day:
        yield f"Veel loketten zijn dan dicht. Op {on_weekday(opens)} zijn ze open."


def _is(told: Mapping[str, Arrangement], code: str, state: ArrangementState) -> bool:
    return code in told and told[code].state == state


def _fetched(told: Mapping[str, Arrangement]) -> str:
    arranged_already = _is(told, "picked_up", ArrangementState.ARRANGED)
    return "Iemand haalt mij op bij de poort." if arranged_already else ""


def _along(told: Mapping[str, Arrangement], about: About) -> Iterator[str]:
    who = about.officer.name if about.officer else "Mijn officier"
    for code, (there, called) in ALONG.items():
        if _is(told, code, ArrangementState.ARRANGED):
            yield there
        elif not _is(told, code, ArrangementState.NOT_NEEDED):
            yield f"{called}: {UNKNOWN.lower()} {who} zoekt dit uit."


def _sleeps(told: Mapping[str, Arrangement], about: About, freed: date | None) -> str:
    """Where he sleeps the coming night when that was told; else that there is a bed, when that was arranged."""
    nights = dict(first_days_of(about.trajectory, since=freed).nights) if freed else {}
    night = nights.get(about.on)
    if night and night.place in SLEEPS:
        return SLEEPS[SleepingPlace(night.place)]
    arranged_already = _is(told, "first_night", ArrangementState.ARRANGED)
    return "Er is een bed voor mij." if arranged_already else ""


def _appointed(told: Mapping[str, Arrangement]) -> str:
    how = "Op elke regel: dag, tijd en plek. "
    return how + _noted(told, "first_appointment")


def _noted(told: Mapping[str, Arrangement], *codes: str) -> str:
    """What stands on the list for his release, for the officer to put in words of his."""
    notes = [f"“{told[code].words}”" for code in codes if code in told and told[code].words]
    return f"Op de lijst staat: {', '.join(notes)}. Dit komt niet vanzelf op papier." if notes else ""


FIRST_DAY = Draft(TITLE, LEAD, PaperKind.OTHER, asks, sheet)
