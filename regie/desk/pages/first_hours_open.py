"""Beside his first 72 hours: what is still to be arranged, and where there is help at once."""

from datetime import date

from django.urls import reverse

from regie.accounts.models import Municipality
from regie.base.actors import Actor
from regie.desk.pages.record import Record
from regie.partners.queries import emergency_on_map
from regie.partners.rules import dialled, written_phone
from regie.trajectories.enums import ArrangementList, Owner
from regie.trajectories.models import Arrangement
from regie.trajectories.models.arrangement import arranged
from regie.trajectories.queries import arrangements_of
from regie.trajectories.rules import open_items
from regie.ui.parts import Item
from regie.ui.words import written

NOT_LOOKED = "Nog niet nagegaan"
FROM_HERE = "eerste-72-uur"  # who comes to the form from this page, goes back to it


def open_items_of(record: Record, *, mine: bool) -> tuple[Item, ...]:
    """What is still open of the list for his release, in its order; one query. It leads `mine` to its form."""
    if record.approach is None or not record.approach.release_items:
        return ()
    trajectory, on = record.trajectory, record.on
    told = arrangements_of(trajectory, since=record.road.held(on=on).came_in)
    holds = arranged(told, ArrangementList.RELEASE, on=on)
    accounts = {code: one.account for code, one in holds.items()}
    return tuple(
        _open(str(one), holds.get(one.code), _form(record, one.code) if mine else "")
        for one in open_items(record.approach.release_items, accounts)
    )


def _form(record: Record, code: str) -> str:
    place = [record.trajectory.person.ref, ArrangementList.RELEASE.value, code]
    return f"{reverse('desk:arrange', args=place)}?van={FROM_HERE}"


def _open(title: str, one: Arrangement | None, url: str) -> Item:
    if one is None:
        return Item(title, NOT_LOOKED, url=url)
    owner = one.owner_name or (one.get_owner_display() if one.owner != Owner.UNKNOWN else "")
    due = f"uiterlijk {written(one.due_on)}" if one.due_on else ""
    return Item(title, one.get_state_display(), " · ".join(filter(None, (owner, due, one.words))), url)


def emergency_items(municipality: Municipality, viewer: Actor, *, on: date) -> tuple[Item, ...]:
    """Whom to call at once in this municipality, of who may read its map; one query."""
    return tuple(
        Item(one.name, written_phone(one.phone), one.emergency, dialled(one.phone))
        for one in emergency_on_map(viewer, on=on, municipality_id=municipality.pk)
    )
