"""How the release of one young person stands: when, how it moved, and what is open of the list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from django.utils.functional import cached_property

from regie.approach.enums import Anchor
from regie.approach.rules import ItemRule
from regie.clocks.enums import Hitch
from regie.clocks.queries.facts import facts_of, release_told
from regie.clocks.queries.known import Known
from regie.clocks.rules import hitches, with_earliest
from regie.detention.queries import Release
from regie.detention.rules import Moved
from regie.trajectories.enums import ArrangementList
from regie.trajectories.models import Arrangement
from regie.trajectories.models.arrangement import arranged
from regie.trajectories.rules import items_of, open_items

NEAR = timedelta(days=7)
AHEAD = timedelta(days=28)  # further away nobody is late with a list of the last week


@dataclass(frozen=True)
class ReleaseWeek:
    """The release of who is inside, on a day; `release` None is: nobody told of one.

    `any_day` is that he can walk out any day; then, and as long as no day is known, only the minimum is asked
    (`minimum`). `soonest` tells the day on which it may come already, when that is sooner, and `moves` how it came
    nearer: only when asked, for who sees hundreds. `told` is by item what holds.
    """

    on: date
    release: Release | None
    any_day: bool
    soonest: Callable[[], date | None]
    moves: Callable[[], Moved | None]
    items: tuple[ItemRule, ...]
    told: Mapping[str, Arrangement]

    @property
    def day(self) -> date | None:
        """The day on which he is expected out."""
        return self.release.expected_on if self.release else None

    @property
    def earliest(self) -> date | None:
        """The day on which it may come already; None when that is not sooner, or not known."""
        return self.soonest()

    @property
    def minimum(self) -> bool:
        """Whether only the minimum is asked, because nobody knows a day to work towards."""
        return self.day is None

    @property
    def asked(self) -> tuple[ItemRule, ...]:
        """What must be arranged by now."""
        return tuple(item for item in self.items if item.minimum or not self.minimum)

    @cached_property
    def open(self) -> tuple[ItemRule, ...]:
        """What of it is still to be arranged."""
        return open_items(self.asked, {code: one.account for code, one in self.told.items()})

    @cached_property
    def loudest(self) -> Moved | None:
        """How it came nearer while things are open; None when it did not, it is far away, or all is arranged."""
        far = self.day is not None and self.day > self.on + AHEAD
        return self.moves() if self.open and not far else None

    @property
    def near(self) -> bool:
        """Whether it is within a week; that it can be any day is said by the terms that wait for it."""
        return self.day is not None and self.day <= self.on + NEAR

    @property
    def hitches(self) -> tuple[Hitch, ...]:
        """What makes that day an awkward one."""
        return hitches(self.day) if self.day else ()


def release_week(known: Known) -> ReleaseWeek | None:
    """How it stands by what was read already; None of who is not inside; no query."""
    place = known.place
    if place is None:
        return None
    items = items_of(known.approach, ArrangementList.RELEASE) if known.approach else ()
    told = next(release_told(known), None)
    return ReleaseWeek(
        on=known.on,
        release=place.release,
        any_day=told is not None and told.day is None,
        soonest=partial(_soonest, known),
        moves=partial(known.history.moved_earlier, on=known.on),
        items=items,
        told=arranged(known.arranged, ArrangementList.RELEASE, on=known.on),
    )


def _soonest(known: Known) -> date | None:
    """The earliest plausible day, by the rules that say so."""
    rules = known.approach.deadlines if known.approach else ()
    told = with_earliest(rules, facts_of(known)).told.get(Anchor.RELEASE, ())
    days = (one.earliest for one in told if one.day and one.earliest and one.earliest < one.day)
    return next(days, None)
