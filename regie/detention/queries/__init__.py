"""What detention tells a page: day one, where he is now, and everything that was told."""

from regie.detention.queries.conditions import (
    LASTING,
    Conditions,
    all_of_detention,
    area_bans_of,
    conditions_around,
    conditions_of,
    contact_bans_of,
    lasting_by_person,
    told_around,
)
from regie.detention.queries.day_one import day_one_of, days_one, held_as, last_stay, stays_of, stays_told
from regie.detention.queries.history import (
    History,
    Release,
    Whereabouts,
    facilities,
    hearings_of,
    histories,
    history,
    leaves_of,
)
from regie.detention.queries.standing import by_person, told

__all__ = [
    "LASTING",
    "Conditions",
    "History",
    "Release",
    "Whereabouts",
    "all_of_detention",
    "area_bans_of",
    "by_person",
    "conditions_around",
    "conditions_of",
    "contact_bans_of",
    "day_one_of",
    "days_one",
    "facilities",
    "hearings_of",
    "held_as",
    "histories",
    "history",
    "last_stay",
    "lasting_by_person",
    "leaves_of",
    "stays_of",
    "stays_told",
    "told",
    "told_around",
]
