"""What is pinned of the calendar of an officer and its address, and what is typed there."""

from datetime import datetime
from typing import Any

from regie.accounts.enums import CalendarTitles
from regie.accounts.models import NewAddress
from tests.cast import Cast
from tests.factories.calendars import make

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    # A telephone has no session: three less. Three tell in the access log of whom it was, for it is with initials.
    ("noor", "desk:calendar_file"): 18,
    ("noor", "desk:calendar_address"): 7,
    ("noor", "desk:make_calendar_address"): 6,
    ("noor", "desk:choose_calendar_titles"): 6,
    ("noor", "desk:stop_calendar_address"): 6,
    ("noor", "send desk:make_calendar_address"): 14,
    ("noor", "send desk:choose_calendar_titles"): 14,
    ("noor", "send desk:stop_calendar_address"): 14,
}


def address(cast: Cast, *, at: datetime) -> NewAddress:
    """Noor lets her telephone read her calendar, with initials."""
    return make(cast.noor, at=at, titles=CalendarTitles.INITIALS)


def typed(made: NewAddress) -> dict[str, dict[str, Any]]:
    """What is typed into each form."""
    neutral = {"titles": CalendarTitles.NEUTRAL.value}
    return {
        "desk:make_calendar_address": {**neutral, "seen": made.address.pk},
        "desk:choose_calendar_titles": neutral,
    }
