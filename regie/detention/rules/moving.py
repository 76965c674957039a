"""Whether a release came nearer than it was thought to be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from regie.detention.enums import Certainty, Title
from regie.detention.rules.detention import ReleaseFacts, release_that_holds


@dataclass(frozen=True)
class Moved:
    """A release came nearer: the day that held `before`, and the one that holds `now`; None is: any day."""

    before: date
    now: date | None

    @property
    def days(self) -> int | None:
        """How many days nearer; None when nobody knows the day."""
        return (self.before - self.now).days if self.now else None


def moved_earlier(
    releases: Sequence[ReleaseFacts], *, title: Title | None, came_in: date | None, on: date
) -> Moved | None:
    """Whether what holds is earlier than a day that truly held before, in this detention; the last such day counts.

    `releases` are those that stand, oldest first: what was corrected or taken back never held.
    """
    held = [
        releases[place]
        for until in range(1, len(releases) + 1)
        if (place := release_that_holds(releases[:until], title=title, came_in=came_in)) is not None
    ]
    if not held:
        return None
    now, before = held[-1].expected_on, [one.expected_on for one in held[:-1] if one.expected_on]
    if now is None and held[-1].certainty is not Certainty.ANY_DAY:
        return None
    later = [day for day in before if day > (now or on)]
    return Moved(later[-1], now) if later else None
