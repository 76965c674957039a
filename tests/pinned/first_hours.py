"""What is pinned of "Hij is vrij" and of his first 72 hours, and what is typed there."""

from datetime import date, datetime, timedelta
from typing import Any

from regie.base.clock import day, now
from regie.persons.rules import Identity
from tests.cast import Cast
from tests.factories import first_days, people

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:tell_free"): 9,
    ("noor", "send desk:tell_free"): 18,
    ("noor", "desk:still_inside"): 10,
    ("noor", "send desk:still_inside"): 19,
    ("noor", "desk:first_hours"): 16,
    ("fatima", "desk:first_hours"): 15,
    ("noor", "send desk:first_hours"): 14,
    ("noor", "desk:tell_night"): 10,
    ("noor", "send desk:tell_night"): 19,
    ("noor", "desk:tell_first_days_done"): 13,
    ("noor", "send desk:correct_call"): 16,
    ("noor", "desk:correct_call"): 9,
    ("noor", "desk:withdraw_call"): 9,
    ("noor", "send desk:withdraw_call"): 15,
    ("noor", "desk:correct_night"): 9,
    ("noor", "desk:withdraw_night"): 9,
    ("noor", "desk:correct_first_days_done"): 9,
    ("noor", "desk:withdraw_first_days_done"): 9,
}
OUT = {what.removeprefix("send ") for _, what in PINNED} - {"desk:tell_free"}
CALL = {"whom": "family", "answered": "no"}


def out_of(cast: Cast, *, at: datetime) -> dict[str, Any]:
    """Somebody who came out today, with one of each, by the part of the address."""
    his = people.guide(cast, at=at, who=Identity("Tom", "Vos", date(2003, 2, 1)))
    told = {"by": cast.noor, "at": at}
    first_days.free(his, **told)
    return {
        "person_ref": his.person.ref,
        "call_ref": first_days.call(his, **told).ref,
        "night_ref": first_days.sleep(his, **told).ref,
        "firstdaysdone_ref": first_days.settle(his, **told).ref,
    }


def typed() -> dict[str, dict[str, str]]:
    """What is typed into each form."""
    today = day(now())
    done = {"words": "Zijn tante.", "again_on": f"{today + timedelta(days=2):%d-%m-%Y}"}
    return {
        "desk:tell_free": {"since": today.isoformat()},
        "desk:first_hours": CALL,
        "desk:correct_call": CALL,
        "desk:tell_night": {"happened_on": today.isoformat(), "place": "hotel"},
        "desk:tell_first_days_done": done,
    }
