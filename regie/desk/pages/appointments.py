"""What is agreed with him: the list, one of them with how it went, and the message that tells it to him."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from regie.accounts.enums import Permission
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.contacts.enums import AppointmentResult, ContactKind
from regie.contacts.models import Appointment, AppointmentOutcome
from regie.contacts.queries import Meeting, day_of, meetings_of, next_of
from regie.contacts.rules import OFF
from regie.desk.pages.appointment_words import (
    briefly,
    described,
    described_meeting,
    results_of,
    said_result,
    sms_url,
    text_to_send,
    what,
    whatsapp_url,
)
from regie.desk.pages.lines import Line
from regie.desk.pages.places import AGENDA, appointment_place, crumbs_to
from regie.desk.pages.record import Record
from regie.trajectories.models import Guidance, Trajectory
from regie.ui.parts import Action, Crumb, Item

TITLE, HOW_IT_WENT, SEND, OPEN = AGENDA.title, "Hoe ging het?", "Stuur afspraak", "Bekijken"
EMPTY = "Er staat nog geen afspraak."
LEFT = "Stond nog open bij het afronden"
AGAIN = "Hij was er niet. Dat kan gebeuren. Maak een nieuwe afspraak en laat hem weten dat hij welkom is."


@dataclass(frozen=True)
class Section:
    """Appointments under one heading."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class AppointmentsPage:
    """All that is agreed with one young person."""

    title: str
    person: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    sections: tuple[Section, ...]
    empty: str


@dataclass(frozen=True)
class AppointmentPage:
    """One appointment and how it went, or the buttons that say so."""

    title: str
    person: str
    crumbs: tuple[Crumb, ...]
    told: tuple[Item, ...]
    answers: tuple[Action, ...]
    actions: tuple[Action, ...]
    note: str
    asks: bool


@dataclass(frozen=True)
class SendPage:
    """The text for his telephone, and the ways to send it."""

    title: str
    person: str
    crumbs: tuple[Crumb, ...]
    told: tuple[Item, ...]
    text: str
    links: tuple[Action, ...]
    note: str
    back: str


@dataclass(frozen=True)
class DayLine:
    """One appointment on Vandaag; `asks` is whether it has begun, and it is asked how it went."""

    when: str
    who: str
    who_url: str
    what: str
    action: Action
    asks: bool


def appointments_page(
    trajectory: Trajectory, guidance: Guidance, *, viewer: Actor, at: datetime
) -> AppointmentsPage:
    """For a viewer who may see him; one query."""
    person, mine = trajectory.person, guidance.is_open_to(viewer)
    told = meetings_of(trajectory)
    new = Action("Afspraak maken", reverse("desk:tell_appointment", args=[person.ref]), "plus")
    sections = (
        *(_left(told) if guidance.closed_on else _open_ones(told, mine=mine, at=at)),
        _section("Geweest", [one for one in reversed(told) if one.outcome], OPEN if mine else ""),
    )
    return AppointmentsPage(
        title=TITLE,
        person=str(person),
        crumbs=crumbs_to(person, TITLE, mine=mine),
        actions=(new,) if mine else (),
        sections=tuple(one for one in sections if one.lines),
        empty="" if told else EMPTY,
    )


def _open_ones(told: Sequence[Meeting], *, mine: bool, at: datetime) -> Iterator[Section]:
    asked = HOW_IT_WENT if mine else "Nog niet verteld"
    yield _section(asked, [one for one in told if one.asks(at)], HOW_IT_WENT if mine else "")
    yield _section("Komt nog", [one for one in told if one.is_ahead(at)], OPEN if mine else "")


def _left(told: Sequence[Meeting]) -> Iterator[Section]:
    """Of who is closed nothing is asked any more, and nothing is to come."""
    yield _section(LEFT, [one for one in told if one.outcome is None], "")


def appointment_page(
    appointment: Appointment, outcome: AppointmentOutcome | None, *, at: datetime
) -> AppointmentPage:
    """For who guides him; no query."""
    person, names = appointment.trajectory.person, results_of(appointment)
    begun = appointment.starts_at <= at
    offered = () if outcome else tuple(AppointmentResult) if begun else OFF
    went = (Item("Hoe het ging", said_result(appointment, outcome), outcome.words),) if outcome else ()
    missed = outcome is not None and outcome.result == AppointmentResult.NO_SHOW and appointment.is_with_him
    asks = begun and outcome is None
    return AppointmentPage(
        title=HOW_IT_WENT if asks else "Afspraak",
        person=str(person),
        crumbs=crumbs_to(person, "Afspraak", under=AGENDA),
        told=(described(appointment), *went),
        answers=tuple(Action(names[one], one.value) for one in offered),
        actions=tuple(_ways(appointment, outcome, begun=begun)),
        note=AGAIN if missed else "",
        asks=asks,
    )


def send_page(appointment: Appointment, *, officer: str, number: str) -> SendPage:
    """The text, filled in on the telephone of work; no query."""
    person = appointment.trajectory.person
    text = text_to_send(appointment, officer=officer.split()[0] if officer.split() else officer)
    return SendPage(
        title=SEND,
        person=str(person),
        crumbs=crumbs_to(person, SEND, under=appointment_place(appointment.ref)),
        told=(described(appointment),),
        text=text,
        links=(
            Action("Sms openen", sms_url(text, number), "message"),
            Action("WhatsApp openen", whatsapp_url(text, number), "message", "secondary"),
        ),
        note=_note(appointment, number),
        back=appointment_place(appointment.ref).url(person),
    )


def next_item(record: Record) -> tuple[Item, ...]:
    """When he is seen next, by what was read of him; of who is closed nothing; no query."""
    if record.closed_on:
        return ()
    ahead = next_of(record.meetings, on=record.on)
    url = "" if record.as_known else reverse("desk:appointments", args=[record.trajectory.person.ref])
    if ahead is None:
        return (Item("Volgende afspraak", "Nog geen afspraak", url=url),)
    return (
        Item("Volgende afspraak", briefly(ahead.appointment, on=record.on), what(ahead.appointment), url),
    )


def day_lines(viewer: Actor, *, on: date, at: datetime | None) -> tuple[DayLine, ...]:
    """What this officer has today, and what he did not tell of yet; one query, none for who guides nobody."""
    if not where_may(viewer, Permission.GUIDE):
        return ()
    return tuple(_day_line(one, on=on, at=at) for one in day_of(viewer, on=on))


def _day_line(one: Appointment, *, on: date, at: datetime | None) -> DayLine:
    person = one.trajectory.person
    asks = one.happened_on < on or (at is not None and one.starts_at <= at)
    return DayLine(
        when=briefly(one, on=on),
        who=str(person),
        who_url=reverse("desk:person", args=[person.ref]),
        what=what(one),
        action=Action(HOW_IT_WENT if asks else "Afspraak", reverse("desk:appointment", args=[one.ref])),
        asks=asks,
    )


def _note(appointment: Appointment, number: str) -> str:
    if appointment.kind == ContactKind.PRISON_VISIT:
        return "In een inrichting heeft hij geen telefoon. Laat het hem weten met een brief, of via zijn casemanager."
    return "" if number else "Zonder nummer kiest u hem zelf op uw telefoon."


def _section(title: str, meetings: Iterable[Meeting], way: str) -> Section:
    return Section(title, tuple(Line(described_meeting(one), _open(one, way)) for one in meetings))


def _open(meeting: Meeting, way: str) -> tuple[Action, ...]:
    if not way:
        return ()
    return (Action(way, reverse("desk:appointment", args=[meeting.appointment.ref])),)


def _ways(appointment: Appointment, outcome: AppointmentOutcome | None, *, begun: bool) -> Iterable[Action]:
    ref = appointment.ref
    new = reverse("desk:tell_appointment", args=[appointment.trajectory.person.ref])
    if outcome:
        if outcome.result != AppointmentResult.MADE:
            yield Action("Nieuwe afspraak maken", new, "plus", "secondary")
        yield Action(
            "Zo ging het niet", reverse("desk:withdraw_appointmentoutcome", args=[ref]), variant="subtle"
        )
        return
    yield Action("Verzetten", reverse("desk:correct_appointment", args=[ref]), "calendar", "secondary")
    if appointment.is_with_him and not begun:
        yield Action(SEND, reverse("desk:send_appointment", args=[ref]), "message", "secondary")
