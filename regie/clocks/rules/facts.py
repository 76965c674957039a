"""What terms and phases rest on: plain facts of one young person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from regie.approach.enums import Anchor, Situation
from regie.approach.rules import PhaseRule


class Told(NamedTuple):
    """One fact that terms are counted from: its day, and what it says in words.

    `occurrence` names what it is about (a detention, a hearing) and stays the same when its day moves. `earliest` is
    the day on which it may come already, when that is sooner; a day of None is not known. `done_on` is the day on which
    the fact itself was fulfilled; `depends_on` what must be so of it and is not known, in words. `title` is what is to
    be done, of a fact that says so better than its rule.
    """

    day: date | None
    occurrence: str
    says: str
    earliest: date | None = None
    done_on: date | None = None
    depends_on: str = ""
    title: str = ""

    @property
    def soonest(self) -> date | None:
        """The earliest plausible day; None when no day is known at all."""
        if self.day and self.earliest:
            return min(self.day, self.earliest)
        return self.day or self.earliest


@dataclass(frozen=True)
class CaseFacts:
    """All that terms of one young person can rest on; a situation of None is not known.

    `detained` is for how many days he was inside, of who is out; None when that is not known. `phase` is where the
    road is, None when nobody laid the phases down.
    """

    told: Mapping[Anchor, Sequence[Told]] = field(default_factory=dict)
    situations: Mapping[Situation, bool | None] = field(default_factory=dict)
    birth_date: date | None = None
    sentence: relativedelta | None = None
    detained: int | None = None
    phase: PhaseRule | None = None
