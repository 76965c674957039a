"""An appointment in words: for the officer, and for him on his telephone."""

from datetime import date
from urllib.parse import quote

from regie.contacts.enums import AppointmentResult, ContactKind, MeetingWith, ToldHow
from regie.contacts.models import Appointment, AppointmentOutcome
from regie.contacts.queries import Meeting
from regie.ui.parts import Item
from regie.ui.words import capital, clock_time, on_weekday

# How it is called where one tells how it went: never as his fault.
RESULTS = {
    AppointmentResult.MADE: "We hadden contact",
    AppointmentResult.NO_SHOW: "Hij was er niet",
    AppointmentResult.OFF_BY_HIM: "Hij zegde af",
    AppointmentResult.OFF_BY_US: "Wij zegden af",
}
WITHOUT_HIM = RESULTS | {
    AppointmentResult.NO_SHOW: "De ander was er niet",
    AppointmentResult.OFF_BY_HIM: "De ander zegde af",
}
# What he reads of how they meet; of a prison visit the place says enough.
HOW = {
    ContactKind.PHONE: "Ik bel je.",
    ContactKind.MESSAGE: "Ik stuur je een bericht.",
    ContactKind.VIDEO_VISIT: "We bellen met beeld.",
    ContactKind.HOME_VISIT: "Ik kom naar je toe.",
}


def results_of(appointment: Appointment) -> dict[AppointmentResult, str]:
    """How each answer is called."""
    return RESULTS if appointment.is_with_him else WITHOUT_HIM


def said_result(appointment: Appointment, outcome: AppointmentOutcome) -> str:
    """How it went, in words."""
    return results_of(appointment)[AppointmentResult(outcome.result)]


def times(appointment: Appointment) -> str:
    """At what time: 10.30 uur, or 10.30 tot 11.15 uur; of a time that comes twice which one."""
    until = f" tot {clock_time(appointment.ends)}" if appointment.ends else " uur"
    which = {True: " (wintertijd)", False: " (zomertijd)", None: ""}[appointment.later]
    return f"{appointment.begins:%-H.%M}{until}{which}"


def what(appointment: Appointment) -> str:
    """How, and with whom: Bezoek in de PI; Telefoon, met Kredietbank."""
    also = {
        MeetingWith.TOGETHER: f", met {appointment.partner} erbij",
        MeetingWith.WITHOUT_HIM: f", met {appointment.partner}, zonder hem",
    }.get(MeetingWith(appointment.company), "")
    return f"{appointment.get_kind_display()}{also}"


def when(appointment: Appointment) -> str:
    """Dinsdag 1 december 2026, 10.30 uur."""
    return f"{capital(on_weekday(appointment.happened_on))}, {times(appointment)}"


def described(appointment: Appointment) -> Item:
    """An appointment as it stands in a list."""
    told = "" if not appointment.is_with_him else f"Weet hij het? {ToldHow(appointment.told_how).label}."
    purpose = f"Voor: {appointment.purpose}." if appointment.purpose else ""
    place = f"{appointment.place}." if appointment.place else ""
    said = " ".join(filter(None, (f"{what(appointment)}.", place)))
    return Item(when(appointment), said, " ".join(filter(None, (purpose, told))))


def described_meeting(meeting: Meeting) -> Item:
    """The same, with how it went."""
    item = described(meeting.appointment)
    if meeting.outcome is None:
        return item
    words = meeting.outcome.words
    result = f"{said_result(meeting.appointment, meeting.outcome)}.{f' {words}' if words else ''}"
    return Item(item.term, f"{item.description} {result}", item.more)


def briefly(appointment: Appointment, *, on: date) -> str:
    """Vandaag 10.30 uur, or Dinsdag 1 december 2026, 10.30 uur."""
    if appointment.happened_on == on:
        return f"Vandaag {times(appointment)}"
    return when(appointment)


def text_to_send(appointment: Appointment, *, officer: str) -> str:
    """What he reads on his telephone: who else looks at it learns nothing. `officer` is a first name only."""
    account = appointment.account
    day = on_weekday(account.happened_on).rsplit(" ", 1)[0]
    said = [f"Hoi, onze afspraak is op {day} om {clock_time(account.begins)}."]
    if account.kind in HOW:
        said.append(HOW[ContactKind(account.kind)])
    if account.place:
        said.append(f"Plek: {account.place.rstrip('.')}.")
    return " ".join([*said, "Kun je niet? Laat het weten.", f"Groet, {officer}"])


def sms_url(text: str, number: str) -> str:
    """The address that opens a text message, filled in; without a number he is chosen on the telephone."""
    return f"sms:{number}?body={quote(text)}"


def whatsapp_url(text: str, number: str) -> str:
    """The same for WhatsApp."""
    return f"https://wa.me/{number.lstrip('+')}?text={quote(text)}"
