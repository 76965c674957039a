"""Mijn plan, for himself on paper: what he wants, what is to be done next, what was agreed and whom to call.

What others think of him, how it goes by their eyes, his people, his debts and why a step must wait stay off it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from regie.contacts.queries import Meeting, meetings_of, next_of
from regie.desk.pages.agreements import quoted
from regie.desk.pages.appointment_words import what, when
from regie.desk.pages.sheet_parts import (
    WHOSE,
    SheetToMake,
    in_his_words,
    number_of,
    part,
    stands,
    to_do,
    whom_to_call,
)
from regie.plans.enums import Consent, GoalOutcome, Horizon, PromisedBy
from regie.plans.models import Agreement
from regie.plans.queries import (
    GoalStory,
    StepStory,
    agreements_of,
    followed_wishes_of,
    goals_of,
    waits_until_free,
)
from regie.trajectories.models import Guidance, Trajectory
from regie.ui.words import on_weekday

TITLE = "Mijn plan"
NEXT = 3  # steps of one goal: who sees all at once sees none
LATELY = 5  # goals that were reached
WAITS = "Dit wacht tot ik vrij ben."
HELD = "Dit kan nog niet."
NO_PLAN = (
    "Dit plan maken we samen.",
    "Eerst vertel ik wat ik wil.",
    "Daarna kiezen we één ding om mee te beginnen.",
)
PROMISED = {
    PromisedBy.YOUNG_PERSON: ("Dit beloof ik", "checks"),
    PromisedBy.OFFICER: ("Dit belooft mijn officier", "checks"),
}
ANSWER = {
    Consent.AGREED: "",
    Consent.NOT_AGREED: "Ik ben het hier niet mee eens.",
    Consent.COULD_NOT_ANSWER: "Ik kon hier nog niets over zeggen.",
}
COUNTED = {
    "goal": "nadat we hiermee begonnen",
    "before_release": "voordat ik vrijkom",
    "after_release": "nadat ik vrijkom",
    "step_before": "na de stap hiervoor",
}


def my_plan(trajectory: Trajectory, guidance: Guidance, *, on: date) -> SheetToMake:
    """As it stands today; nine queries at most."""
    goals = goals_of(trajectory)
    wishes = [one.wish.words for one in followed_wishes_of(trajectory) if one.is_open]
    agreements = agreements_of(trajectory)
    waits = waits_until_free(goals, trajectory, on=on)
    officer = guidance.officer_on(on)
    ahead = next_of(meetings_of(trajectory), on=on)
    parts = [
        *([_next(ahead)] if ahead else []),
        *([part("Dit wil ik", in_his_words(wishes))] if wishes else []),
        *_aims(goals, waits=waits),
        *(_agreed(agreements[0], on=on) if agreements else ()),
        *_reached(goals),
    ]
    content = {
        "name": str(trajectory.person),
        "stands": stands(on),
        "parts": parts or [part("Er is nog geen plan", NO_PLAN)],
        "call": whom_to_call(officer, number_of(officer)),
    }
    return SheetToMake("my_plan", TITLE, content, f"mijn-plan-{on:%Y-%m-%d}.pdf")


def _next(meeting: Meeting) -> dict[str, Any]:
    """When he and his officer see or speak each other next."""
    agreed = meeting.appointment
    where = f"Waar: {agreed.place}" if agreed.place else ""
    return part("Mijn volgende afspraak", (), [to_do("calendar-event", when(agreed), what(agreed), where)])


def _aims(goals: Sequence[GoalStory], *, waits: bool) -> Iterator[dict[str, Any]]:
    """What he works at now, each with what comes next; then what is for later."""
    running = [one for one in goals if one.result is None]
    for one in running:
        if one.goal.horizon == Horizon.NOW:
            yield _aim(one, waits=waits and one.goal.outside_only)
    if later := [one.goal.words for one in running if one.goal.horizon != Horizon.NOW]:
        yield part("Later", later)


def _aim(one: GoalStory, *, waits: bool) -> dict[str, Any]:
    undone = [step for step in one.steps if step.done is None]
    more = len(undone) - NEXT
    lines = [WAITS] if waits else []
    if not one.steps:
        lines.append("Welke stappen ik zet, spreken we nog af.")
    elif not undone:
        lines.append("Alle stappen zijn gedaan.")
    after = (
        ""
        if more < 1
        else f"Daarna komt nog {more} stap."
        if more == 1
        else f"Daarna komen nog {more} stappen."
    )
    return part(one.goal.words, lines, map(_step, undone[:NEXT]), after)


def _step(one: StepStory) -> dict[str, Any]:
    who, picture = WHOSE[one.step.account.actor]
    return to_do(
        picture,
        one.step.words,
        f"Wie: {one.step.actor_name or who}",
        _by_when(one),
        HELD if one.held else "",
    )


def _by_when(one: StepStory) -> str:
    if one.due_on:
        return f"Wanneer: voor {on_weekday(one.due_on)}"
    if one.step.weeks is None:
        return ""
    return (
        f"Wanneer: {one.step.weeks} {'week' if one.step.weeks == 1 else 'weken'} {COUNTED[one.step.counted]}"
    )


def _agreed(one: Agreement, *, on: date) -> Iterator[dict[str, Any]]:
    """What he and his officer promised; what others promised stands on the agreement itself."""
    for who, (title, picture) in PROMISED.items():
        if promises := [promise.words for promise in one.promises if promise.who == who]:
            yield part(title, (), (to_do(picture, words) for words in promises))
    answer = (ANSWER[Consent(one.consent)], quoted(one.answer))
    again = _again(one.again_on, on=on) if one.again_on else ""
    if said := [line for line in (*answer, again) if line]:
        yield part("Over wat we afspraken", said)


def _again(again_on: date, *, on: date) -> str:
    """When they look at it together; of a day that was, that it was to be that day."""
    look = "kijken we hier samen naar" if again_on >= on else "zouden we hier samen naar kijken"
    return f"Op {on_weekday(again_on)} {look}."


def _reached(goals: Sequence[GoalStory]) -> Iterator[dict[str, Any]]:
    """What went well, the last first."""
    reached = [one for one in goals if one.result and one.result.outcome == GoalOutcome.REACHED]
    reached.sort(key=lambda one: one.result.happened_on if one.result else date.min, reverse=True)
    lines = [
        " ".join(filter(None, (one.goal.words, one.result.congratulation if one.result else "")))
        for one in reached[:LATELY]
    ]
    if more := len(reached[LATELY:]):
        lines.append(f"En nog {more} {'doel' if more == 1 else 'doelen'}.")
    if lines:
        yield part("Dit is gelukt", lines)
