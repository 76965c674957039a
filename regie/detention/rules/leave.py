"""What can be true of his leave."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from regie.base.errors import NotValid
from regie.detention.enums import LeaveKind, LeaveResult, LeaveState
from regie.detention.rules.detention import StayFacts, where

# Our own choice: a day further away, or leave that lasts longer, is a slip of the pen.
FURTHEST_LEAVE = timedelta(days=2 * 366)
LONGEST_LEAVE = timedelta(days=183)
LONGEST_GOAL = 300  # characters: a sentence or two


@dataclass(frozen=True)
class LeaveAccount:
    """What is told of leave: from `since` up to and including `until`, each None when not known.

    `result` is a `LeaveResult`, empty when nobody told; `heard_on` is the day on which we heard it.
    """

    kind: LeaveKind
    goal: str
    state: LeaveState = LeaveState.ASKED
    since: date | None = None
    until: date | None = None
    result: str = ""
    result_words: str = ""
    heard_on: date | None = None

    @property
    def last(self) -> date | None:
        """Its last day, as far as it is known."""
        return self.until or self.since


def check_leave(
    told: LeaveAccount, *, others: Sequence[LeaveAccount], stays: Sequence[StayFacts], on: date
) -> None:
    """Raises NotValid beside what cannot be."""
    if not told.goal.strip():
        raise NotValid("Schrijf op wat het doel van het verlof is.", field="goal")
    if len(told.goal) > LONGEST_GOAL:
        raise NotValid(f"Dit is te lang. Houd het onder {LONGEST_GOAL} tekens.", field="goal")
    _check_days(told, on=on)
    _check_inside(told, stays)
    _check_alone(told, others)
    _check_result(told, on=on)


def _check_days(told: LeaveAccount, *, on: date) -> None:
    since, until = told.since, told.until
    for field, day in (("since", since), ("until", until)):
        if day and day > on + FURTHEST_LEAVE:
            raise NotValid("Deze dag ligt meer dan twee jaar vooruit. Klopt het jaar?", field=field)
    if until and since is None:
        raise NotValid("Vul ook de eerste dag in.", field="since")
    if since and until and until < since:
        raise NotValid("Deze dag ligt voor het begin.", field="until")
    if since and until and until - since > LONGEST_LEAVE:
        raise NotValid("Dit is meer dan een half jaar. Kloppen de dagen?", field="until")


def _check_inside(told: LeaveAccount, stays: Sequence[StayFacts]) -> None:
    """Leave is not release: he goes out of a stay and comes back to it. Of whom no stay was told it is not known."""
    if stays and told.since and where(stays, on=told.since) is None:
        raise NotValid("Op deze dag zit hij niet vast, voor zover we weten.", field="since")


def _check_alone(told: LeaveAccount, others: Sequence[LeaveAccount]) -> None:
    """Several may be asked for the same days; only one can be granted."""
    if told.state is not LeaveState.GRANTED or told.since is None or told.last is None:
        return
    for one in others:
        granted = one.state is LeaveState.GRANTED
        if granted and one.since and one.last and one.since <= told.last and told.since <= one.last:
            raise NotValid("Op deze dagen heeft hij al verlof. Verbeter dat verlof.", field="since")


def _check_result(told: LeaveAccount, *, on: date) -> None:
    if not told.result:
        if told.result_words or told.heard_on:
            raise NotValid("Kies ook hoe het ging.", field="result")
        return
    if told.result not in LeaveResult:
        raise NotValid("Kies een antwoord.", field="result")
    if told.state is not LeaveState.GRANTED or told.since is None or told.since > on:
        raise NotValid("Dit verlof is nog niet geweest. Hoe het ging weten we dan nog niet.", field="result")
    _check_heard(told.heard_on, since=told.since, on=on)


def _check_heard(heard_on: date | None, *, since: date, on: date) -> None:
    if heard_on is None:
        raise NotValid("Vul in wanneer u dit hoorde.", field="heard_on")
    if heard_on > on:
        raise NotValid("Deze dag is nog niet geweest.", field="heard_on")
    if heard_on < since:
        raise NotValid("Deze dag ligt voor het verlof.", field="heard_on")
