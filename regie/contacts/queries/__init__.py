"""What contacts tell a page."""

from regie.contacts.queries.appointments import (
    Meeting,
    all_that_was_agreed,
    day_of,
    meetings_by_trajectory,
    meetings_of,
    meetings_of_many,
    missed,
    next_of,
)
from regie.contacts.queries.busy import bans_at, together_with
from regie.contacts.queries.contact import (
    ContactSpan,
    by_last_contact,
    contact_spans,
    first_visits,
    last_contact_with,
    lost_now,
    newest_first,
    out_of_sight,
    without_contact_since,
)
from regie.contacts.queries.told import FoundPerson, people_told_of, told_of_him, told_of_them

__all__ = [
    "ContactSpan",
    "FoundPerson",
    "Meeting",
    "all_that_was_agreed",
    "bans_at",
    "by_last_contact",
    "contact_spans",
    "day_of",
    "first_visits",
    "last_contact_with",
    "lost_now",
    "meetings_by_trajectory",
    "meetings_of",
    "meetings_of_many",
    "missed",
    "newest_first",
    "next_of",
    "out_of_sight",
    "people_told_of",
    "together_with",
    "told_of_him",
    "told_of_them",
    "without_contact_since",
]
