"""What time it is; only fronts, commands and the demo ask, everything below is told (`at=`)."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, with its time zone."""
    return timezone.now()


def day(moment: datetime) -> date:
    """The calendar day of a moment in the Netherlands."""
    return timezone.localdate(moment)
