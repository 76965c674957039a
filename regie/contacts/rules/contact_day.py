"""When a moment of contact can have been."""

from datetime import date

from regie.base.errors import NotValid


def check_contact_day(happened_on: date, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid for a day that has not been, or before he was born."""
    if happened_on > on:
        raise NotValid("Deze dag is nog niet geweest.", field="happened_on")
    if birth_date and happened_on < birth_date:
        raise NotValid("Deze dag ligt voor de geboortedatum.", field="happened_on")
