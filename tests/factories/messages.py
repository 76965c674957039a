"""Messages as they come in."""

from datetime import datetime

from regie.accounts.models import Municipality, User
from regie.base.clock import day
from regie.intake.actions import Confirmed, receive
from regie.intake.models import Message
from regie.trajectories.actions import Telling
from tests.cast import Cast

START = """Betreft: begin detentie
Achternaam: Muller
Voornaam: Jayden
Geboortedatum: 17-04-2005
Woonplaats: Sittard
Inrichting: PI Sittard
Datum insluiting: 12-11-2026
Hij vraagt naar zijn hond.
"""

TWO = """Voornaam: Jayden
Achternaam: Muller
Geboortedatum: 17-04-2005

Voornaam: Tom
Achternaam: Bakker
Geboortedatum: 03-05-2001
"""


def come_in(
    text: str, cast: Cast, *, at: datetime, by: User | None = None, where: Municipality | None = None
) -> list[Message]:
    """A text that DJI sent, brought in by Noor today unless told otherwise."""
    return receive(
        text,
        sender="DJI",
        received_on=day(at),
        municipality=where or cast.here,
        by=(by or cast.noor).acting(at),
        at=at,
    )


def telling(at: datetime, **told: object) -> Telling:
    """What the message itself tells, as of a referral."""
    return Telling(**({"referred_by": "DJI", "happened_on": day(at)} | told))  # type: ignore[arg-type]


def confirmed(at: datetime, *, told: dict[str, object] | None = None, **more: object) -> Confirmed:
    """What somebody confirmed; `told` as of a referral."""
    return Confirmed(telling(at, **(told or {})), **more)  # type: ignore[arg-type]
