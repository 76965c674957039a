"""Messages: the list to sort, one message beside what was recognised in it, and what waits for aftercare."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.timezone import localdate

from regie.accounts.enums import Permission
from regie.accounts.rules import may
from regie.base.actors import Actor
from regie.desk.pages.referrals import DecidedPage
from regie.intake.models import Confirmation, Message
from regie.intake.queries import messages_for_aftercare, waiting_messages, whole_text
from regie.persons.rules import age
from regie.recognition.rules import MessageKind, Part, PersonReading
from regie.ui.parts import Cell, Crumb, FormPage, Item
from regie.ui.words import lived, moment, written

PER_PAGE = 100
WAYS = {"Berichten": "desk:messages", "Voor de nazorg": "desk:aftercare"}
FIELDS: Mapping[Part, str] = {  # what was recognised → the field it stands in
    Part.GIVEN_NAMES: "given_names",
    Part.FAMILY_NAME: "family_name",
    Part.BIRTH_DATE: "birth_date",
    Part.BSN: "bsn",
    Part.FACILITY: "facility",
    Part.ENTERED_ON: "detained_since",
    Part.MOVED_ON: "moved_on",
    Part.LEFT_ON: "left_on",
    Part.TITLE: "title",
    Part.LENGTH_YEARS: "years",
    Part.LENGTH_MONTHS: "months",
    Part.LENGTH_DAYS: "days",
    Part.RELEASE_ON: "expected_on",
    Part.RELEASE_KIND: "kind",
}


@dataclass(frozen=True)
class MessageRow:
    """One message on the list; `chosen` when it was ticked."""

    ref: str
    name: str
    url: str
    about: str
    received: str
    chosen: bool


@dataclass(frozen=True)
class MessagesPage:
    """The messages that wait, in two groups by age; the order decides nothing."""

    crumbs: tuple[Crumb, ...]
    groups: tuple[tuple[str, tuple[MessageRow, ...]], ...]
    page: Page


@dataclass(frozen=True)
class AftercarePage:
    """The messages for aftercare."""

    crumbs: tuple[Crumb, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    page: Page


@dataclass(frozen=True)
class Line:
    """One line of a message, and whether something was recognised in it."""

    text: str
    recognised: bool


@dataclass(frozen=True)
class MessagePage:
    """One message: its lines, and what may be done with it here."""

    title: str
    crumbs: tuple[Crumb, ...]
    about: tuple[Item, ...]
    lines: tuple[Line, ...]
    whole: str
    screens: bool
    handed_over: str
    hand_over_url: str
    cancel_url: str


def messages_page(viewer: Actor, *, on: date, number: str | None, chosen: frozenset[str]) -> MessagesPage:
    """The messages that wait within what this viewer may see; four queries."""
    page = Paginator(waiting_messages(viewer, on=on), PER_PAGE).get_page(number)
    rows: dict[bool, list[MessageRow]] = {True: [], False: []}
    for message in page.object_list:
        rows[bool(vars(message)["fits"])].append(_row(message, on, chosen))
    titles = {True: "Nog te beoordelen", False: "Leeftijd past niet bij de aanpak"}
    groups = tuple((titles[fits], tuple(found)) for fits, found in rows.items() if found)
    return MessagesPage(_crumbs("Berichten"), groups, page)


def aftercare_page(viewer: Actor, *, number: str | None) -> AftercarePage:
    """What was handed over to aftercare within what this viewer may see; two queries."""
    page = Paginator(messages_for_aftercare(viewer), PER_PAGE).get_page(number)
    return AftercarePage(
        _crumbs("Voor de nazorg"),
        ("Naam", "Bericht", "Van", "Overgedragen op", "Overgedragen door"),
        tuple(
            (
                Cell(str(message), reverse("desk:message", args=[message.ref])),
                Cell(_kind(message)),
                Cell(message.delivery.sender),
                Cell(written(localdate(message.handover.recorded_at))),
                Cell(message.handover.recorded_by_label),
            )
            for message in page.object_list
        ),
        page,
    )


def receiving_page() -> FormPage:
    """For bringing a message in."""
    lead = "U ziet eerst wat Regie herkent. Er komt niets in een dossier voordat u het bevestigt."
    return FormPage("Bericht invoeren", lead, _crumbs("Bericht invoeren"), reverse("desk:messages"), "Lezen")


def handing_over_page(message: Message) -> FormPage:
    """For handing one over."""
    back = reverse("desk:message", args=[message.ref])
    crumbs = (*_crumbs("Niet voor de RIO")[:-1], Crumb(str(message), back), Crumb("Niet voor de RIO"))
    lead = "Het bericht gaat naar de nazorg van de gemeente. Er gaat geen brief uit."
    return FormPage(f"{message}: niet voor de RIO", lead, crumbs, back, "Overdragen")


def message_page(message: Message, reading: PersonReading, *, viewer: Actor, on: date) -> MessagePage:
    """One message for a viewer who may see it; one query."""
    recognised = {finding.line for finding in reading.findings.values()}
    text = reading.text.splitlines()
    handover = getattr(message, "handover", None)
    said = f"{handover.recorded_by_label}, {moment(handover.recorded_at)}" if handover else ""
    delivery = message.delivery
    name = "Voor de nazorg" if handover else "Berichten"
    back = Crumb(name, reverse(WAYS[name]))
    return MessagePage(
        title=str(message),
        crumbs=(Crumb("Aanmeldingen", reverse("desk:referrals")), back, Crumb(str(message))),
        about=(
            Item("Soort bericht", _kind(message)),
            Item("Van", delivery.sender),
            Item("Binnengekomen op", written(delivery.received_on)),
            Item("Leeftijd", lived(age(message.birth_date, on=on))),
        ),
        lines=tuple(Line(line, number in recognised) for number, line in enumerate(text) if line.strip()),
        whole=whole_text(message, viewer=viewer),
        screens=may(viewer, Permission.SCREEN_REFERRALS, message.municipality_id),
        handed_over=said,
        hand_over_url="" if handover else reverse("desk:hand_over", args=[message.ref]),
        cancel_url=back.url,
    )


def filed_page(filed: Confirmation) -> DecidedPage:
    """For who came second."""
    sentence = f"{filed.recorded_by_label} heeft dit bericht verwerkt, op {moment(filed.recorded_at)}."
    return DecidedPage("Al verwerkt", sentence, reverse("desk:messages"))


def as_recognised(message: Message, reading: PersonReading) -> dict[str, Any]:
    """What the form holds when it opens; lines from which nothing was taken stand in the last field."""
    lines = reading.text.splitlines()
    values: dict[str, Any] = {
        "referred_by": message.delivery.sender,
        "happened_on": message.delivery.received_on,
        "told": "\n".join(lines[number] for number in reading.rest),
        "municipality": message.municipality_id,
    }
    values |= {FIELDS[part]: found.value for part, found in _in_fields(reading)}
    return {name: f"{value:%d-%m-%Y}" if isinstance(value, date) else value for name, value in values.items()}


def _in_fields(reading: PersonReading) -> Iterable[tuple[Part, Any]]:
    return ((part, found) for part, found in reading.findings.items() if part in FIELDS)


def _row(message: Message, on: date, chosen: frozenset[str]) -> MessageRow:
    years = lived(age(message.birth_date, on=on))
    known = (years, _kind(message) if message.kind else "", message.place)
    about = message.problem or " · ".join(filter(None, known))
    return MessageRow(
        str(message.ref),
        str(message),
        reverse("desk:message", args=[message.ref]),
        about,
        f"{written(message.delivery.received_on)}, {message.delivery.sender}",
        str(message.ref) in chosen,
    )


def _kind(message: Message) -> str:
    known = message.kind in {kind.value for kind in MessageKind}
    return MessageKind(message.kind).label if known else "Soort niet herkend"


def _crumbs(title: str) -> tuple[Crumb, ...]:
    """The lists stand below Aanmeldingen, everything else below the list of messages."""
    between = () if title in WAYS else (Crumb("Berichten", reverse("desk:messages")),)
    return (Crumb("Aanmeldingen", reverse("desk:referrals")), *between, Crumb(title))
