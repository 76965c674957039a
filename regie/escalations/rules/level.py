"""At which level a barrier stands by what was asked before, and which level may be asked next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from regie.base.errors import NotNow, NotValid
from regie.escalations.enums import EscalationOutcome, EscalationState, Level

OPEN = frozenset({EscalationState.PROPOSED, EscalationState.PENDING})
AT_ITS_LEVEL = frozenset({EscalationState.PENDING, EscalationState.ANSWERED, EscalationState.OVER})
NOBODY_HELPED = frozenset({EscalationOutcome.REFUSED, EscalationOutcome.SILENT})
OPEN_ALREADY = "Deze barrière is al opgeschaald. Leg eerst het antwoord vast, of dat het niet meer nodig is."
GO_HIGHER = "Deze barrière staat al op dit niveau. Kies een hoger niveau."
SOMEBODY_ELSE = "Deze persoon hielp niet. Kies iemand anders, of een hoger niveau."
NEVER_OURSELVES = "Uitvoerend bent u zelf. Kies een hoger niveau."


@dataclass(frozen=True)
class Asking:
    """One time that it was asked: to whom, when, what a second person said, and what came of it.

    `agreed` is None until a second person answered, and means nothing when `second_person` is not needed.
    """

    level: Level
    to: str  # whom, folded: a colleague by his account, somebody outside by name
    asked_on: date
    wanted_by: date
    second_person: bool = False
    agreed: bool | None = None
    agreed_on: date | None = None
    outcome: EscalationOutcome | None = None
    to_level: Level | None = None
    answered_on: date | None = None

    @property
    def sent_on(self) -> date | None:
        """Since when it lies with whom it is asked of; None as long as it counts as not sent."""
        if not self.second_person:
            return self.asked_on
        return self.agreed_on if self.agreed else None

    @property
    def due_on(self) -> date:
        """By when an answer is wanted: as long after it was sent as was meant when it was asked."""
        return self.wanted_by + ((self.sent_on or self.asked_on) - self.asked_on)

    def state(self, *, over: bool) -> EscalationState:
        """How it stands; `over` says that its barrier stands in his way no more."""
        if self.outcome is EscalationOutcome.CALLED_OFF:
            return EscalationState.CALLED_OFF
        if self.outcome:
            return EscalationState.ANSWERED
        if self.second_person and self.agreed is False:
            return EscalationState.NOT_SENT
        if over:
            return EscalationState.OVER
        return EscalationState.PENDING if self.sent_on else EscalationState.PROPOSED

    @property
    def closed_on(self) -> date:
        """The last day that is told of it."""
        return max(filter(None, (self.asked_on, self.agreed_on, self.answered_on)))

    @property
    def stands_at(self) -> Level:
        """Where a barrier stands by this: the level that was asked, or the lower one to which that sent it back."""
        return min(self.level, self.to_level or self.level, key=lambda one: one.rank)


def counting(past: Sequence[Asking]) -> Asking | None:
    """The last that was sent and that we did not call off, in the order in which they were asked."""
    return next((one for one in reversed(past) if one.state(over=False) in AT_ITS_LEVEL), None)


def level_of(past: Sequence[Asking]) -> Level:
    """The level at which a barrier stands."""
    last = counting(past)
    return last.stands_at if last else Level.OPERATIONAL


def higher(level: Level) -> Level | None:
    """The level above it; None above the highest."""
    return next((one for one in Level if one.rank == level.rank + 1), None)


def next_level(past: Sequence[Asking]) -> Level | None:
    """The level that would be asked next: the one that the last answer named, or the one above; None above all."""
    last = counting(past)
    if last and last.to_level and last.to_level is not Level.OPERATIONAL:
        return last.to_level
    return higher(level_of(past))


def skips(level: Level, past: Sequence[Asking]) -> bool:
    """Whether it passes a level over; where the last answer sent it, nothing is passed over."""
    last = counting(past)
    return level.rank > level_of(past).rank + 1 and not (last and last.to_level is level)


def check_next(level: Level, to: str, past: Sequence[Asking]) -> None:
    """Raises NotNow while one is open; NotValid of a level that may not be asked now."""
    if past and past[-1].state(over=False) in OPEN:
        raise NotNow(OPEN_ALREADY)
    if level is Level.OPERATIONAL:
        raise NotValid(NEVER_OURSELVES, field="level")
    last, stands = counting(past), level_of(past)
    if last is None or level.rank > stands.rank or level is last.to_level:
        return
    if level is not last.level or last.outcome not in NOBODY_HELPED:
        raise NotValid(GO_HIGHER, field="level")
    if to == last.to:
        raise NotValid(SOMEBODY_ELSE, field="name")


def wanted_on(level: Level, *, tactical: int, strategic: int, on: date) -> date:
    """By when an answer of that level is wanted when it is asked on a day; the terms are in days."""
    return on + timedelta(days=strategic if level is Level.STRATEGIC else tactical)
