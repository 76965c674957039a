"""What can be true of a message, and how a list of them is put in order; a pattern never decides."""

from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotValid
from regie.intake.enums import FreeDay

LONGEST_SENDER = 150  # characters; it also stands in the source of every fact the message tells

BIJ = (
    "Dit is een bericht van BIJ: voor de burgemeester, om de openbare orde. Voor begeleiding mag het niet worden "
    "gebruikt. Regie bewaart het niet."
)


@dataclass(frozen=True)
class ToldDays:
    """The days of one message; None was not told."""

    entered_on: date | None = None
    moved_on: date | None = None
    left_on: date | None = None
    expected_on: date | None = None


def check_received(received_on: date, *, on: date, field: str = "received_on") -> None:
    """Raises NotValid for a message that came in on a day that has not been."""
    if received_on > on:
        raise NotValid("Deze dag is nog niet geweest.", field=field)


def check_told_days(told: ToldDays) -> None:
    """Raises NotValid beside a day that lies before the day he came in."""
    for field in ("moved_on", "left_on", "expected_on"):
        day = getattr(told, field)
        if day and told.entered_on and day < told.entered_on:
            raise NotValid("Deze dag ligt voor de eerste dag van de detentie.", field=field)


def free_days(*, there: date, told: date) -> tuple[FreeDay, ...]:
    """What can be chosen when the file says one day and the message another; both, when he came out again later."""
    return tuple(FreeDay) if told > there else (FreeDay.FILE, FreeDay.MESSAGE)


def check_free_day(chosen: FreeDay | None, *, there: date, told: date) -> None:
    """Raises NotValid when nobody chose which of two days holds."""
    if chosen not in free_days(there=there, told=told):
        raise NotValid(
            f"In het dossier staat dat hij vrij is sinds {there:%d-%m-%Y}. Het bericht zegt {told:%d-%m-%Y}. "
            "Kies welke dag klopt.",
            field="free_day",
        )


def born_within(youngest: int | None, oldest: int | None, *, on: date) -> tuple[date, date]:
    """The first and the last birth date of who has an age that the approach names, on a day; None has no limit."""
    first = date.min if oldest is None else _years_before(on, oldest + 1)
    last = date.max if youngest is None else _years_before(on, youngest)
    return (first if oldest is None else date.fromordinal(first.toordinal() + 1)), last


def _years_before(on: date, years: int) -> date:
    try:
        return on.replace(year=on.year - years)
    except ValueError:  # 29 February
        return date(on.year - years, 2, 28)
