"""How fast a list of messages comes in, and how fast one message is read."""

from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from statistics import median
from time import perf_counter

from django.core.management import call_command

from regie.base.clock import day
from regie.intake.actions import receive
from regie.partners.queries import facilities
from regie.recognition.rules import read
from tests.bench.scene import Scene
from tests.factories.messages import START

LINES = 1_000
HEADER = "Achternaam;Voornaam;Geboortedatum;Inrichting;Datum insluiting;Titel;Woonplaats\n"


@dataclass(frozen=True)
class MessageFigures:
    """Lines of a list stored per second, journal and all; milliseconds in which one message is read."""

    lines: float
    read_ms: float


def measure_messages(scene: Scene, *, at: datetime) -> MessageFigures:
    """In the database we work in, by an officer of the municipality that is looked at."""
    call_command("facilities", "load", stdout=StringIO())
    text = HEADER + "".join(_row(number) for number in range(LINES))
    started = perf_counter()
    made = receive(
        text,
        sender="DJI",
        received_on=day(at),
        municipality=scene.municipality,
        by=scene.colleague.acting(at),
        at=at,
    )
    seconds = perf_counter() - started
    assert len(made) == LINES
    assert not any(message.problem for message in made)
    return MessageFigures(LINES / seconds, median(_read_once(at) for _ in range(50)))


def _row(number: int) -> str:
    day_of_month = f"{1 + number % 28:02}"
    return (
        f"Alders;Jan{number};{day_of_month}-05-200{number % 9};PI Sittard;{day_of_month}-10-2026;"
        "gevangenisstraf, 9 maanden;Sittard\n"
    )


def _read_once(at: datetime) -> float:
    known, started = facilities(), perf_counter()
    read(START, facilities=known, today=day(at))
    return (perf_counter() - started) * 1000
