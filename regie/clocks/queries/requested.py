"""What terms rest on of what was asked of partners: when it was asked, and by when it is done."""

from collections.abc import Iterator, Sequence
from datetime import date

from regie.approach.enums import Anchor
from regie.clocks.rules import Told
from regie.requests.enums import RequestState
from regie.requests.queries import RequestStory

REQUESTED = {Anchor.REQUEST_SENT, Anchor.REQUEST_DUE}


def requested(stories: Sequence[RequestStory], *, on: date) -> Iterator[tuple[Anchor, Told]]:
    """Each until it is answered, and each that is answered until it is done; of what is not done any more no day.

    Of one without an answer the day by which it was wanted only says something once it has come. Of who is involved no
    more nothing is asked; what he answered or did stays told.
    """
    for one in stories:
        asked, occurrence = one.request, f"request:{one.request.ref}"
        first = one.answers[0].happened_on if one.answers else None
        says, title = f"Gevraagd aan {asked.asked_of}", f"Navragen bij {asked.asked_of}"
        if first or not one.is_over(on):
            yield Anchor.REQUEST_SENT, Told(asked.happened_on, occurrence, says, done_on=first, title=title)
        if _has_a_day(one, on=on):
            done_on = one.last.happened_on if one.last and one.state is RequestState.DONE else None
            due = f"{asked.asked_of} zou klaar zijn"
            title = f"Nagaan of het gedaan is: {asked.asked_of}"
            yield Anchor.REQUEST_DUE, Told(one.due_on, occurrence, due, done_on=done_on, title=title)


def _has_a_day(one: RequestStory, *, on: date) -> bool:
    if one.state is RequestState.SENT:
        return one.due_on <= on and not one.is_over(on)
    return one.asks(on) or one.state is RequestState.DONE
