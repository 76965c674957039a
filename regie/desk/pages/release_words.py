"""A release in words: how long it still takes, what makes its day awkward, how it moved, and what is open."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse

from regie.approach.rules import ItemRule
from regie.clocks.enums import Hitch
from regie.clocks.queries import ReleaseWeek
from regie.clocks.rules import next_working_day
from regie.detention.enums import Certainty
from regie.detention.rules import Moved
from regie.ui.parts import Item
from regie.ui.words import capital, days, listed, on_weekday, written

ANY_DAY = "Hij kan elke dag vrijkomen."
NO_DAY = "Er is nog geen datum van vrijlating bekend."
SURE: Mapping[str, str] = {
    Certainty.FIXED: "De datum staat vast.",
    Certainty.EXPECTED: "De datum wordt verwacht, maar staat niet vast.",
    Certainty.UNSURE: "De datum is onzeker.",
}
FEW = 4  # of more things only the number is said


def countdown(week: ReleaseWeek) -> str:
    """How long it still takes: "Nog 4 dagen: vrijdag 10 april 2026"."""
    if week.day is None:
        return ANY_DAY if week.any_day else NO_DAY
    left = (week.day - week.on).days
    if left < 0:
        return f"Hij had op {on_weekday(week.day)} vrij moeten zijn."
    near = {0: "Vandaag", 1: "Morgen"}.get(left, f"Nog {days(left)}")
    return f"{near}: {on_weekday(week.day)}."


def certainty(week: ReleaseWeek) -> str:
    """How sure that is, and from when it can be already; of a day that is over, what to do."""
    if week.day is None or week.release is None:
        return ""
    if week.day < week.on:
        return "Is hij vrij? Leg dat vast bij zijn verblijf. Zit hij nog vast? Vraag naar de nieuwe datum."
    sure = SURE[week.release.certainty]
    earliest = week.earliest
    if earliest is None:
        return sure
    already = (
        "Eerder vrijkomen kan nu al." if earliest <= week.on else f"Op zijn vroegst op {written(earliest)}."
    )
    return f"{sure} {already}"


def awkward(week: ReleaseWeek) -> str:
    """What makes that day an awkward one, and when the desks are open again; empty when nothing does or it is over."""
    if not week.hitches or week.day is None or week.day < week.on:
        return ""
    opens = next_working_day(week.day + timedelta(days=1))
    closed = Hitch.WEEKEND in week.hitches or Hitch.HOLIDAY in week.hitches
    why = capital(listed([str(hitch.label) for hitch in week.hitches]))
    what = "De meeste loketten zijn die dag dicht." if closed else "Wat die dag niet lukt, blijft liggen."
    return f"{why}. {what} Daarna is {on_weekday(opens)} de eerste werkdag."


def moved(came: Moved, still: int) -> tuple[str, str]:
    """How it came nearer: a title, and from which day to which with how much is open."""
    nearer = f"{days(came.days)} naar voren" if came.days else "naar voren"
    now = on_weekday(came.now) if came.now else "elke dag"
    return (
        f"De vrijlating kwam {nearer}",
        f"Het was {on_weekday(came.before)}. Nu is het {now}. {number_open(still)}.",
    )


def number_open(still: int) -> str:
    """How much is to be arranged yet."""
    return {0: "Alles is geregeld", 1: "Nog 1 ding te regelen"}.get(still, f"Nog {still} dingen te regelen")


def named(items: Sequence[ItemRule]) -> str:
    """What is open, by name when it is not much."""
    if not items:
        return ""
    titles = [item.title for item in items[:FEW]]
    left = len(items) - FEW
    return f"Open: {listed([*titles, f'nog {left}'] if left > 0 else titles)}."


def release_item(week: ReleaseWeek, ref: UUID) -> Item:
    """His release in one line, which leads to its page."""
    still = number_open(len(week.open))
    return Item(countdown(week).rstrip("."), still, url=reverse("desk:release_week", args=[ref]))


def late(due_on: date, day: date | None, *, on: date) -> str:
    """What is odd about the day by which something must be arranged."""
    if due_on < on:
        return "die dag is voorbij"
    return "dat is na zijn vrijlating" if day and due_on > day else ""
