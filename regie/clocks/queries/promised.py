"""What terms rest on of what was promised in his first days outside: whom to call again, and when to speak him."""

from collections.abc import Iterator
from datetime import date

from regie.approach.enums import Anchor
from regie.clocks.rules import Told
from regie.trajectories.enums import Called
from regie.trajectories.models import Call
from regie.trajectories.queries import Promised
from regie.trajectories.rules import first_days


def promised(his: Promised, *, free_since: date, last_contact: date | None) -> Iterator[tuple[Anchor, Told]]:
    """Of who is free: calls as long as his first days run, and what was said when these were done.

    Contact on that day or after it keeps the promise; contact sooner does not, for that day was agreed with him.
    """
    done = his.done_since(free_since)
    if done is None:
        yield from _to_call(his, free_since, last_contact)
        return
    if not _spoken(done.again_on, last_contact):
        yield Anchor.SPEAK_AGAIN, Told(done.again_on, f"first_days:{done.ref}", "Afgesproken voor")
    if done.happened_on in first_days(free_since) and not his.sleeps(done.happened_on):
        yield Anchor.BED_UNKNOWN, Told(done.happened_on, f"bed:{done.ref}", "Eerste dagen afgerond")


def _to_call(his: Promised, since: date, last_contact: date | None) -> Iterator[tuple[Anchor, Told]]:
    for call in his.to_call(since):
        spoken = call.whom == Called.HIMSELF and _spoken(call.again_on, last_contact)
        if not spoken:
            told = Told(call.again_on, f"call:{call.ref}", "Afgesproken voor", title=_title(call))
            yield Anchor.CALL_AGAIN, told


def _title(call: Call) -> str:
    who = call.who if call.name else call.who.lower()
    return f"Weer bellen: {who}"


def _spoken(agreed: date | None, last_contact: date | None) -> bool:
    return bool(agreed and last_contact and last_contact >= agreed)
