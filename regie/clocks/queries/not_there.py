"""What terms rest on when he was not there at an appointment: when it was, and that another was agreed, or we spoke."""

from collections.abc import Iterator, Sequence
from datetime import date

from regie.clocks.rules import Told
from regie.contacts.queries import Meeting, missed


def not_there(meetings: Sequence[Meeting], *, last_contact: date | None) -> Iterator[Told]:
    """Each time he was not there; it is done once he was seen since, or another appointment was made."""
    for meeting, agreed_on in missed(meetings):
        was_on = meeting.appointment.happened_on
        seen_on = last_contact if last_contact and last_contact >= was_on else None
        done_on = min((day for day in (agreed_on, seen_on) if day), default=None)
        occurrence = f"appointment:{meeting.appointment.ref}"
        yield Told(was_on, occurrence, "Hij was er niet bij de afspraak", done_on=done_on)
