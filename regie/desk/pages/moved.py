"""He was moved: who his contact is now, and what must be told again there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from regie.desk.pages.detention import described
from regie.desk.pages.lines import Line
from regie.desk.pages.record import Record
from regie.detention.enums import Arrival
from regie.detention.models import Stay
from regie.detention.queries import History, history
from regie.partners.rules import written_phone
from regie.trajectories.models import Casemanager, Disclosure, Trajectory
from regie.trajectories.queries import casemanagers_of, disclosures_of
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import written

TITLE = "Overgeplaatst"
LEAD = "Bij een overplaatsing raakt veel kwijt. Wie is nu zijn casemanager, en wat vertelt u daar opnieuw?"
NOT_TOLD = "Nog niet verteld"


@dataclass(frozen=True)
class MovedPage:
    """Where he is now, who his contact there is, and each thing that is told again."""

    title: str
    lead: str
    person: str
    crumbs: tuple[Crumb, ...]
    stay: tuple[Item, ...]
    casemanagers: tuple[Line, ...]
    casemanager_url: str
    again: tuple[Line, ...]


def moved_page(record: Record, stay: Stay, *, mine: bool) -> MovedPage:
    """For as long as he is there; one query beyond the record."""
    ref = record.trajectory.person.ref
    above = Crumb("Mijn jongeren" if mine else "Jongeren", reverse("desk:people"))
    crumbs = (above, Crumb(record.name, reverse("desk:person", args=[ref])), Crumb(TITLE))
    since = stay.facts.since
    told = [one for one in disclosures_of(record.trajectory) if one.happened_on >= since]
    here = [one for one in record.casemanagers if one.happened_on >= since]
    return MovedPage(
        TITLE,
        LEAD,
        record.name,
        crumbs,
        (described(stay),),
        tuple(Line(described_casemanager(one), _actions(one) if mine else ()) for one in here),
        reverse("desk:tell_casemanager", args=[ref]) if mine else "",
        tuple(_again(record, told, mine=mine)),
    )


def described_casemanager(one: Casemanager) -> Item:
    """Who it is, with the number; that nobody knows is said."""
    words = one.called or "Niet bekend"
    known = f"Bekend sinds {written(one.happened_on)}" if one.is_known else f"Op {written(one.happened_on)}"
    more = " · ".join(filter(None, (written_phone(one.number), known)))
    return Item("Casemanager", words, more)


def casemanager_now(record: Record) -> Item | None:
    """The one told last, since he is where he is; None when he is not inside, or nobody told."""
    told = _last_there(record.history, record.casemanagers, record.on)
    return described_casemanager(told) if told else None


def whom_to_tell(trajectory: Trajectory, *, on: date) -> str:
    """The name of the casemanager whom one tells again what was known where he was before; four queries."""
    told = _last_there(history(trajectory.person), casemanagers_of(trajectory), on)
    return told.called if told else ""


def was_moved(record: Record) -> bool:
    """Whether he is where he was moved to."""
    stay = record.history.stay(on=record.on)
    return stay is not None and stay.arrival == Arrival.MOVED


def _last_there(road: History, told: Sequence[Casemanager], on: date) -> Casemanager | None:
    stay = road.stay(on=on)
    since = stay.facts.since if stay else date.max
    return next((one for one in told if one.happened_on >= since), None)


def _again(record: Record, told: Sequence[Disclosure], *, mine: bool) -> Iterator[Line]:
    for entry in record.approach.told_again if record.approach else ():
        of_it = next((one for one in told if one.item == entry.code), None)
        words = f"Verteld op {written(of_it.happened_on)} aan {of_it.to}" if of_it else NOT_TOLD
        ref, asked = record.trajectory.person.ref, urlencode({"onderdeel": entry.code})
        url = f"{reverse('desk:tell_disclosure', args=[ref])}?{asked}"
        yield Line(Item(entry.title, words, entry.text), (Action("Vastleggen", url),) if mine else ())


def _actions(one: Casemanager) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse("desk:correct_casemanager", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_casemanager", args=[one.ref])),
    )
