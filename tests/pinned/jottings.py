"""What is pinned of notes from a telephone, and what is sent there."""

from datetime import datetime
from typing import Any

from regie.base.clock import day
from regie.contacts.models import Jotting
from tests.cast import Cast
from tests.factories.jottings import jot

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:jottings"): 5,
    ("noor", "desk:jotting"): 7,
    ("noor", "desk:place_jotting"): 18,
    ("noor", "desk:throw_jotting_away"): 6,
    ("noor", "send desk:place_jotting"): 25,
    ("noor", "send desk:throw_jotting_away"): 15,
}


def notes(cast: Cast, size: int, *, at: datetime) -> list[Jotting]:
    """So many lie on the Vandaag of Noor."""
    return [jot(cast.noor, at=at) for _ in range(size)]


def typed(contact: dict[str, Any], *, at: datetime) -> dict[str, dict[str, Any]]:
    """What is typed into each form."""
    return {"desk:place_jotting": contact | {"happened_on": f"{day(at):%d-%m-%Y}"}}
