"""What falls together with an appointment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from regie.contacts.rules.appointment import AppointmentAccount

# Of what nobody said how long it lasts.
AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Busy:
    """What keeps somebody busy that day, in words; without `begins` the whole day, without `ends` an hour."""

    what: str
    begins: time | None = None
    ends: time | None = None


def clashing(account: AppointmentAccount, busy: Iterable[Busy]) -> list[Busy]:
    """Of what there is that day what falls together with it; what only touches it does not."""
    begins, ends = account.begins, _end(account.begins, account.ends)
    return [one for one in busy if _meets(one, begins, ends)]


def _meets(one: Busy, begins: time, ends: time) -> bool:
    return one.begins is None or (one.begins < ends and begins < _end(one.begins, one.ends))


def _end(begins: time, ends: time | None) -> time:
    """Until midnight at most: no day is looked beyond."""
    if ends is not None:
        return ends
    there = datetime.combine(date.min, begins)
    later = there + AN_HOUR
    return later.time() if later.date() == there.date() else time.max
