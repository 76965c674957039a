"""When a fixed moment of his week can be, what falls together, and what is free."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import combinations

from regie.base.errors import NotValid
from regie.plans.enums import Company, SlotKind, Weekday

LONGEST_OF_SLOT = {"words": 200, "place": 120, "company_words": 200}  # by its field
WORKDAYS = (Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY)
# The parts of a day that are called daytime; a proposal of our own, no source was read for it.
DAYTIME = {"ochtend": (time(9), time(12)), "middag": (time(12), time(17))}
AHEAD = 10  # years: no week is planned further, and a slip of the pen is
NO_LENGTH = "Het begin en het einde zijn gelijk. Vul in hoe laat het begint en hoe laat het ophoudt."
OVER_MIDNIGHT = (
    "Het einde ligt voor het begin. Kijk de tijden na. Loopt het over middernacht? "
    "Leg het in tweeën vast: tot 23.59 uur, en op de dag erna vanaf 0.00 uur."
)


@dataclass(frozen=True)
class SlotAccount:
    """What is told of a fixed moment, on `happened_on`: every week on one day, between two times of the clock there.

    `since` and `until` are its first and last day.
    """

    happened_on: date
    weekday: Weekday
    begins: time
    ends: time
    kind: SlotKind
    words: str = ""
    place: str = ""
    company: Company = Company.UNKNOWN
    company_words: str = ""
    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it is part of his week around that day."""
        return (self.since or on) <= on <= (self.until or on)

    def over(self, on: date) -> bool:
        """Whether its last day was before that day."""
        return self.until is not None and self.until < on

    def meets(self, begins: time, ends: time) -> bool:
        """Whether some of it lies between two times."""
        return self.begins < ends and begins < self.ends


def check_slot(account: SlotAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a time or a day that cannot be, or words that say nothing or too much."""
    if account.begins == account.ends:
        raise NotValid(NO_LENGTH, field="ends")
    if account.ends < account.begins:
        raise NotValid(OVER_MIDNIGHT, field="ends")
    if account.kind == SlotKind.OTHER and not account.words.strip():
        raise NotValid("Schrijf op wat hij dan doet.", field="words")
    for field, longest in LONGEST_OF_SLOT.items():
        if len(getattr(account, field)) > longest:
            raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)
    _check_weeks(account, birth_date=birth_date, on=on)


def clashes(slots: Sequence[SlotAccount]) -> list[tuple[SlotAccount, SlotAccount]]:
    """The pairs that fall together, on the same weekday, at the same time and in the same weeks."""
    in_order = sorted(slots, key=lambda one: (one.weekday, one.begins, one.ends))
    return [(one, other) for one, other in combinations(in_order, 2) if _together(one, other)]


def first_day(slot: SlotAccount) -> date | None:
    """The first time that it comes, since it was told; None when its last day was before."""
    begins = max(slot.since or slot.happened_on, slot.happened_on)
    day = begins + timedelta(days=(slot.weekday - begins.isoweekday()) % 7)
    return None if slot.over(day) else day


def free(slots: Iterable[SlotAccount]) -> list[str]:
    """When nothing is fixed in daytime on a workday: woensdagmiddag; of a whole day its name alone."""
    fixed = list(slots)
    return [part for weekday in WORKDAYS for part in _free_on(weekday, fixed)]


def _check_weeks(account: SlotAccount, *, birth_date: date | None, on: date) -> None:
    for field, told in (("since", account.since), ("until", account.until)):
        if told and birth_date and told <= birth_date:
            raise NotValid("Deze dag ligt niet na de geboortedatum.", field=field)
        if told and told.year > on.year + AHEAD:
            raise NotValid("Deze dag ligt te ver weg. Kijk het jaar na.", field=field)
    if account.since and account.until and account.until < account.since:
        raise NotValid("De laatste dag ligt voor de eerste dag.", field="until")


def _free_on(weekday: Weekday, slots: Iterable[SlotAccount]) -> list[str]:
    that_day = [one for one in slots if one.weekday == weekday]
    name = weekday.label.lower()
    parts = [
        f"{name}{part}"
        for part, (begins, ends) in DAYTIME.items()
        if not any(one.meets(begins, ends) for one in that_day)
    ]
    return [name] if len(parts) == len(DAYTIME) else parts


def _together(one: SlotAccount, other: SlotAccount) -> bool:
    same_weeks = (one.since or date.min) <= (other.until or date.max) and (other.since or date.min) <= (
        one.until or date.max
    )
    return one.weekday == other.weekday and same_weeks and one.meets(other.begins, other.ends)
