"""What officers of the demo agree with young people: one of yesterday that is still asked, one today, one next week."""

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from functools import partial

from regie.base.clock import day
from regie.contacts.enums import ContactKind, ToldHow
from regie.contacts.models import Appointment
from regie.contacts.rules import AppointmentAccount
from regie.demo.case import Case

Act = Callable[[Case, datetime], None]
EVERY_THIRD = 3
SOME_DAYS = 3
# In how many days, at what time, how it is outside, where, and what for; who is inside is visited there.
MEETINGS = (
    (-1, time(10, 30), ContactKind.MEETING, "Koffiehuis op de Markt", "Samen de post bekijken"),
    (0, time(15), ContactKind.HOME_VISIT, "Bij hem thuis", "Horen hoe het gaat"),
    (7, time(11), ContactKind.PHONE, "", "Even bellen"),
)


def agreed(accepted: int | None, turn: int, inside_on: Callable[[int], bool]) -> Iterator[tuple[int, Act]]:
    """Of every third who is guided, one of them; agreed two days ago."""
    if accepted is None or accepted < SOME_DAYS or turn % EVERY_THIRD:
        return
    yield 2, partial(_agree, turn // EVERY_THIRD, inside_on(0))


def _agree(which: int, held: bool, case: Case, at: datetime) -> None:
    ahead, begins, kind, place, purpose = MEETINGS[which % len(MEETINGS)]
    begins = begins.replace(hour=begins.hour - which % 2)  # not everybody at the same time
    if held and kind is not ContactKind.PHONE:
        kind, place = ContactKind.PRISON_VISIT, "Bezoekzaal van de inrichting"
    on = day(at) + timedelta(days=2 + ahead)
    account = AppointmentAccount(on, begins, kind, place=place, purpose=purpose, told_how=ToldHow.SAID)
    by = case.officer.acting(at)
    Appointment.tell(trajectory=case.guided, account=account, by=by, at=at)
