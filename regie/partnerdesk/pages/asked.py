"""What a partner is asked, how that stands, and which answers he can give."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.base.actors import Actor
from regie.partnerdesk.forms.answer import BUTTONS
from regie.requests.enums import RequestState
from regie.requests.models import RequestAnswer
from regie.requests.queries import RequestStory
from regie.requests.rules import FOLLOWS
from regie.ui.parts import Action, Cell, Crumb, Item
from regie.ui.words import written

STANDS = {
    RequestState.SENT: "Nog geen antwoord",
    RequestState.ACCEPTED: "U doet het",
    RequestState.OTHER_DAY: "U doet het op een andere dag",
    RequestState.DECLINED: "U doet het niet",
    RequestState.DONE: "Gedaan",
    RequestState.CALLED_OFF: "Niet meer nodig",
}
LATE = "Deze dag is voorbij."


@dataclass(frozen=True)
class AskedPage:
    """One line for each request: what still asks something first."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class RequestPage:
    """One request: what was asked and answered, and which answers he can give now."""

    title: str
    person: str
    crumbs: tuple[Crumb, ...]
    told: tuple[Item, ...]
    answers: tuple[Action, ...]
    more: Action


def asked_page(found: Iterable[RequestStory], *, on: date) -> AskedPage:
    """These, in this order; no query."""
    return AskedPage(("Wat", "Voor wie", "Wanneer", "Stand"), tuple(_row(one, on) for one in found))


def request_page(story: RequestStory, *, reader: Actor, on: date) -> RequestPage:
    """One of them; no query."""
    request, person = story.request, str(story.request.trajectory.person)
    return RequestPage(
        title="Vraag",
        person=person,
        crumbs=(Crumb("Gevraagd", reverse("partnerdesk:asked")), Crumb("Vraag")),
        told=(
            Item("Wat", request.words),
            Item("Gevraagd op", written(request.happened_on)),
            *(_answered(answer, reader) for answer in story.answers),
            Item("Hoe het staat", STANDS[story.state], _due(story, on)),
        ),
        answers=tuple(
            Action(words, kind.value) for kind, words in BUTTONS.items() if kind in FOLLOWS[story.state]
        ),
        more=Action(f"Wat voor u open is van {person}", _person(story), variant="subtle"),
    )


def _person(story: RequestStory) -> str:
    return reverse("partnerdesk:person", args=[story.request.involvement.ref])


def _row(story: RequestStory, on: date) -> tuple[Cell, ...]:
    request = story.request
    late = LATE if story.is_open and story.due_on < on else ""
    return (
        Cell(request.words, reverse("partnerdesk:request", args=[request.ref])),
        Cell(str(request.trajectory.person)),
        Cell(written(story.due_on), more=late),
        Cell(STANDS[story.state]),
    )


def _due(story: RequestStory, on: date) -> str:
    if not story.is_open:
        return ""
    late = f" {LATE}" if story.due_on < on else ""
    return f"Voor {written(story.due_on)}.{late}"


def _answered(answer: RequestAnswer, reader: Actor) -> Item:
    """What was answered; of what another wrote down only that it was, and not in which words."""
    own = (answer.recorded_by_kind, answer.recorded_by_id) == (reader.kind, reader.id)
    day = f"Op {written(answer.proposed_on)}." if answer.proposed_on else ""
    said = "\n".join(filter(None, (STANDS[RequestState(answer.kind)], day, answer.words if own else "")))
    return Item(
        f"Antwoord op {written(answer.happened_on)}", said, "" if own else "De officier schreef dit op."
    )
