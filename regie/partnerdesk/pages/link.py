"""What who holds a link reads: the text of one request, and the answers that he can give."""

from dataclasses import dataclass

from regie.approach.rules import Approach
from regie.partnerdesk.forms.answer import BUTTONS
from regie.requests.queries import LinkedRequest, opening_of, text_to_send
from regie.requests.rules import FOLLOWS
from regie.ui.parts import Action


@dataclass(frozen=True)
class LinkPage:
    """The text, and a button for each answer that may follow; `with_step` is whether it tells of a step."""

    text: str
    answers: tuple[Action, ...]
    with_step: bool


def link_page(found: LinkedRequest, approach: Approach) -> LinkPage:
    """Exactly what the text for the secure mail says; no query."""
    request, state = found.story.request, found.story.state
    opening = opening_of(request, approach)
    return LinkPage(
        text=text_to_send(request, opening, officer=found.link.recorded_by_label),
        answers=tuple(Action(words, kind.value) for kind, words in BUTTONS.items() if kind in FOLLOWS[state]),
        with_step=any(thing.parts for thing in opening.seen),
    )
