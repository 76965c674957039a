"""His release in one line on his page, and the loudest signal when it came nearer with things open."""

from dataclasses import dataclass

from regie.clocks.queries import release_week
from regie.desk.pages.record import Record
from regie.desk.pages.release_words import moved, release_item
from regie.ui.parts import Item


@dataclass(frozen=True)
class ReleaseCard:
    """When he comes out and how much is open, which leads to the list; `title` and `text` when it came nearer."""

    item: Item
    title: str = ""
    text: str = ""


def release_card(record: Record) -> ReleaseCard | None:
    """Of who is inside now; of a day in the past, of who is free or was closed, nothing. No query."""
    running = record.as_known is None and record.closed_on is None
    week = release_week(record.known) if running else None
    if week is None:
        return None
    item, came = release_item(week, record.trajectory.person.ref), week.loudest
    return ReleaseCard(item, *(moved(came, len(week.open)) if came else ()))
