"""What is pinned of a warm transfer; it is of Kai, whom another officer takes over tomorrow."""

from datetime import datetime
from typing import Any

from regie.base.clock import day, now
from tests.cast import Cast
from tests.factories import handing_over

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:transfer"): 10,
    ("fatima", "desk:transfer"): 9,
    ("noor", "desk:tell_transfer"): 10,
    ("noor", "desk:correct_transfer"): 10,
    ("noor", "send desk:correct_transfer"): 17,
    ("noor", "desk:withdraw_transfer"): 9,
    ("noor", "send desk:withdraw_transfer"): 15,
}
PAGES = {what.removeprefix("send ") for _, what in PINNED}


def told(cast: Cast, *, at: datetime) -> dict[str, Any]:
    """Whose it is, and what was told, by the part of an address."""
    transfer = handing_over.handed_over(cast, at=at)
    return {"person_ref": transfer.trajectory.person.ref, "transfer_ref": transfer.ref}


def typed() -> dict[str, dict[str, Any]]:
    """What is typed into each form."""
    told = {
        "must_know": "App hem.",
        "talk": "together",
        "done": "met",
        "happened_on": f"{day(now()):%d-%m-%Y}",
    }
    return {"desk:correct_transfer": told}
