"""When a step says something, when it is due, and how it stands."""

from dataclasses import dataclass
from datetime import date, timedelta

from regie.approach.enums import StepActor, StepCounted
from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.plans.enums import StepState
from regie.plans.rules.goal import BEFORE_THE_GOAL, check_short

LONGEST_STEP = 300  # characters: a step is one thing that somebody does
LONGEST_ACTOR = 120
MOST_WEEKS = 104  # as long as guidance lasts
MOST_STEPS = 20  # our own choice: as many as anybody types at once
AHEAD = timedelta(days=3653)  # a day beyond it is a slip of the keyboard


@dataclass(frozen=True)
class StepAccount:
    """What is told of a step: what is done, by whom, and by when.

    By a day (`due_on`), or so many `weeks` from what is `counted`; when both are empty nobody agreed on a day.
    """

    happened_on: date
    words: str
    actor: StepActor = StepActor.UNKNOWN
    actor_name: str = ""
    due_on: date | None = None
    weeks: int | None = None
    counted: str = ""


@dataclass(frozen=True)
class StepMarkAccount:
    """What is told of how it stands with a step since a day: in which words, and of what could not be, until when."""

    happened_on: date
    words: str = ""
    until: date | None = None


def steps_in(text: str) -> tuple[str, ...]:
    """The steps that were typed, one on each line; raises NotValid beside too many, or one that is too long."""
    steps = tuple(line for line in (line.strip() for line in text.splitlines()) if line)
    if len(steps) > MOST_STEPS:
        raise NotValid(f"Dit zijn {len(steps)} stappen. Begin met hooguit {MOST_STEPS}.", field="steps")
    for number, words in enumerate(steps, start=1):
        if len(words) > LONGEST_STEP:
            raise NotValid(f"Stap {number} is te lang. Houd hem onder {LONGEST_STEP} tekens.", field="steps")
    return steps


def check_step(account: StepAccount, *, since: date, on: date) -> None:
    """Raises NotValid beside a day before that of its goal, or words that say nothing or too much."""
    if not account.words.strip():
        raise NotValid("Schrijf op wat er gebeurt bij deze stap.", field="words")
    check_short(account, {"words": LONGEST_STEP, "actor_name": LONGEST_ACTOR})
    _check_due(account, since=since, on=on)


def _check_due(account: StepAccount, *, since: date, on: date) -> None:
    if account.due_on and (account.weeks is not None or account.counted):
        raise NotValid("Kies een dag, of een aantal weken. Niet allebei.", field="weeks")
    if account.due_on and account.due_on < since:
        raise NotValid(BEFORE_THE_GOAL, field="due_on")
    if account.due_on and account.due_on > on + AHEAD:
        raise NotValid("Dat is te ver weg. Kijk de dag na.", field="due_on")
    _check_weeks(account)


def _check_weeks(account: StepAccount) -> None:
    if account.weeks is None and account.counted:
        raise NotValid("Vul in hoeveel weken.", field="weeks")
    if account.weeks is not None and not account.counted:
        raise NotValid("Kies vanaf wanneer de weken tellen.", field="counted")
    if account.weeks is not None and not 0 <= account.weeks <= MOST_WEEKS:
        raise NotValid(f"Vul een aantal weken in van 0 tot en met {MOST_WEEKS}.", field="weeks")


def check_mark(account: StepMarkAccount, state: StepState, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that cannot be, or a reason that is not told."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    check_told_day(account.until, field="until", birth_date=birth_date, on=on)
    if state is StepState.HELD and not account.words.strip():
        raise NotValid("Schrijf op waarom deze stap nog niet kan.", field="words")
    if account.until and state is StepState.DONE:
        raise NotValid("Laat dit leeg: de stap is gedaan.", field="until")
    if account.until and account.until < account.happened_on:
        raise NotValid("Toen kon deze stap nog. Kies een latere dag.", field="until")
    check_short(account, {"words": LONGEST_STEP})


def due_day(
    account: StepAccount, *, goal_on: date, release: date | None, step_before: date | None
) -> date | None:
    """The day by which a step is done; None when nobody agreed on one, or the fact that it is counted from is open."""
    if account.weeks is None:
        return account.due_on
    weeks = timedelta(weeks=account.weeks)
    if account.counted == StepCounted.BEFORE_RELEASE:
        return release - weeks if release else None
    since = {
        StepCounted.GOAL.value: goal_on,
        StepCounted.AFTER_RELEASE.value: release,
        StepCounted.STEP_BEFORE.value: step_before,
    }[str(account.counted)]
    return since + weeks if since else None
