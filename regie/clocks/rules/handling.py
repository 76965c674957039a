"""What may be done with a term, and how it stands then."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from regie.approach.enums import Anchor, Tone
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.clocks.enums import HandlingKind, State
from regie.clocks.rules.terms import Term

WEEK = timedelta(days=7)
MOST_PUT_OFF = 3  # our own choice: after that a second person looks along
LONGEST_PUT_OFF = timedelta(days=92)  # our own choice
LONGEST_WORDS = 500
# What is told of these in his plan is the one truth of them: nothing is said of them beside it.
IN_HIS_PLAN = frozenset(
    {
        Anchor.OUR_STEP,
        Anchor.HIS_STEP,
        Anchor.THEIR_STEP,
        Anchor.AGREED,
        Anchor.AGREEMENT_AGAIN,
        Anchor.AUTHORISATION_GONE,
        Anchor.LOOK_TOGETHER,
    }
)


@dataclass(frozen=True)
class Handled:
    """What was done with a term last: on which day, by whom, why, and until when it was put off."""

    kind: HandlingKind
    on: date
    until: date | None
    words: str
    by: str
    ref: UUID


def told_in_plan(term: Term) -> bool:
    """Whether how it stands is told in his plan, and nowhere else."""
    return term.rule.anchor in IN_HIS_PLAN


def check_not_in_plan(term: Term) -> None:
    """Raises NotNow of what is told in his plan."""
    if told_in_plan(term):
        raise NotNow("Dit staat in zijn plan. Open zijn plan, en vertel daar hoe het staat.")


def state(term: Term, handled: Handled | None, *, on: date) -> State:
    """How a term stands on a day. What was put off comes back that day, and a hard term never goes away by it."""
    handled = None if told_in_plan(term) else handled
    if handled and handled.kind is HandlingKind.NOT_NEEDED:
        return State.NOT_NEEDED
    if term.done_on or (handled and handled.kind is HandlingKind.DONE):
        return State.DONE
    if handled and handled.until and handled.until > on and not term.rule.hard:
        return State.PUT_OFF
    return _by_day(term.acts_by, on)


def _by_day(day: date | None, on: date) -> State:
    if day is None or day > on + WEEK:
        return State.COMING
    return State.NOW if day <= on else State.THIS_WEEK


def check_handling(
    term: Term, kind: HandlingKind, *, happened_on: date, until: date | None, words: str, on: date
) -> None:
    """Raises NotValid beside what cannot be, or NotNow for a term that cannot be put off."""
    if happened_on > on:
        raise NotValid("Deze dag is nog niet geweest.", field="happened_on")
    if len(words) > LONGEST_WORDS:
        raise NotValid(f"Schrijf hoogstens {LONGEST_WORDS} tekens.", field="words")
    if kind is HandlingKind.DONE:
        return
    if not words.strip():
        raise NotValid("Schrijf in een paar woorden waarom.", field="words")
    if kind is HandlingKind.PUT_OFF:
        _check_put_off(term, until, on=on)


def can_wait(term: Term) -> bool:
    """Whether it may be put off: a hard term may not, nor one of another."""
    return not term.rule.hard and term.rule.tone is not Tone.EXPECTED


def _check_put_off(term: Term, until: date | None, *, on: date) -> None:
    if term.rule.hard:
        raise NotNow("Deze termijn kan niet worden uitgesteld. Is het gedaan, of niet nodig? Leg dat vast.")
    if term.rule.tone is Tone.EXPECTED:
        raise NotNow("Dit is een termijn van een ander. Die kunt u niet uitstellen.")
    if until is None or until <= on:
        raise NotValid("Kies een dag na vandaag.", field="until")
    if until > on + LONGEST_PUT_OFF:
        raise NotValid("Dat is langer dan drie maanden. Kies een eerdere dag.", field="until")


def check_second_person(by: str, earlier: Collection[str]) -> None:
    """Raises NotAllowed for who put this term off before, when it was put off three times: then another looks along."""
    if len(earlier) >= MOST_PUT_OFF and by in earlier:
        raise NotAllowed("Deze termijn is al drie keer uitgesteld. Vraag uw coördinator om mee te kijken.")
