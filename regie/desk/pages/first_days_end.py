"""Saying that his first days are done: what is open then, and what it asks first."""

from collections.abc import Iterator
from dataclasses import dataclass

from regie.desk.pages.first_hours import DONE, first_days_form_page
from regie.desk.pages.first_hours_open import NOT_LOOKED, open_items_of
from regie.desk.pages.record import Record
from regie.persons.models import Person
from regie.trajectories.queries import promised_of
from regie.trajectories.rules import first_days
from regie.ui.parts import Crumb, Item
from regie.ui.words import on_weekday

LEAD = "Wat nog open is, blijft open: bij Termijnen en bij Nog open."
NO_BED = "Vannacht is nog niet geregeld."
BED_STAYS = "Nog niet bekend. Dit blijft op Vandaag staan tot u het vastlegt."
CALL_STOPS = "Dit staat na het afronden niet meer op Vandaag. Schrijf het bij wat er meegaat."


@dataclass(frozen=True)
class OpenAtTheEnd:
    """What is open of his first days; `asks` is what he must say yes to first, empty when there is nothing."""

    items: tuple[Item, ...]
    asks: str


@dataclass(frozen=True)
class FirstDaysDonePage:
    """The form's words under what stays open."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    told: tuple[Item, ...]
    cancel_url: str
    submit: str


def open_at_the_end(record: Record) -> OpenAtTheEnd:
    """What is open of who is free; it asks first as long as the 72 hours are not over. One query beyond the record."""
    since = record.free_since
    if since is None:
        return OpenAtTheEnd((), "")
    days, promised = first_days(since), promised_of(record.told)
    no_bed = record.on in days and not promised.sleeps(record.on)
    looked = [one for one in open_items_of(record, mine=False) if one.description == NOT_LOOKED]
    items = [*([Item("Slaapplek vannacht", BED_STAYS)] if no_bed else []), *_calls(record)]
    items += [Item("Nog niet nagegaan", one.term) for one in looked]
    if record.on > days[-1]:
        return OpenAtTheEnd(tuple(items), "")
    return OpenAtTheEnd(tuple(items), _asks(no_bed=no_bed, looked=len(looked)))


def first_days_done_page(person: Person, stays_open: OpenAtTheEnd) -> FirstDaysDonePage:
    """For telling it, with what stays open above the form."""
    page = first_days_form_page(person, DONE)
    nothing = (Item("Nog open", "Er is niets meer open."),)
    return FirstDaysDonePage(
        page.title, LEAD, page.crumbs, stays_open.items or nothing, page.cancel_url, page.submit
    )


def _calls(record: Record) -> Iterator[Item]:
    """Whom we would call again."""
    since = record.free_since
    for call in promised_of(record.told).to_call(since) if since else ():
        yield Item(f"Weer bellen: {call.who}", on_weekday(call.again_on), CALL_STOPS)


def _asks(*, no_bed: bool, looked: int) -> str:
    number = {1: "1 ding is nog niet nagegaan."}.get(looked, f"{looked} dingen zijn nog niet nagegaan.")
    said = [*([NO_BED] if no_bed else []), *([number] if looked else [])]
    return " ".join([*said, "Toch overdragen?"]) if said else ""
