"""What terms rest on of what was taken over: until when leave is there, when it went, and when to look together."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from regie.approach.enums import Anchor
from regie.clocks.rules import Told
from regie.plans.queries import InHand
from regie.plans.rules import HisAuthorisation, Thing


def in_hand(his: InHand, *, on: date) -> dict[Anchor, list[Told]]:
    """Of what the officer does for him or did, until a day."""
    found: dict[Anchor, list[Told]] = defaultdict(list)
    for paper in his.papers:
        found[Anchor.AUTHORISATION_END] += _ends(paper, his, on)
    for thing in his.things:
        found[Anchor.AUTHORISATION_GONE] += _gone(thing, on)
        found[Anchor.LOOK_TOGETHER] += _together(thing, on)
    return {anchor: told for anchor, told in found.items() if told}


def _ends(paper: HisAuthorisation, his: InHand, on: date) -> Iterator[Told]:
    """Its last day, of what he signed and did not stop himself; fulfilled by a new one in its place.

    Once that day is over there is only something to do when something rests on it (`_gone`).
    """
    account = paper.account
    followed = [one.account for one in his.papers if one.account.replaces == paper.ref]
    signed = min((one.signed_on for one in followed if one.signed_on), default=None)
    runs = account.holds(on) and account.stopped_on is None
    if account.until and (runs or (account.signed_on and signed)):
        yield Told(account.until, f"authorisation:{paper.ref}", "Machtiging tot en met", done_on=signed)


def _gone(thing: Thing, on: date) -> Iterator[Told]:
    """That he did it for him without leave, until there was leave again or he did it himself."""
    gap = thing.gap(on)
    if gap:
        occurrence = f"gone:{thing.ref}:{gap.paper}"  # 78 characters: a name of a term has 80
        yield Told(gap.since, occurrence, "Machtiging voorbij", done_on=gap.healed_on)


def _together(thing: Thing, on: date) -> Iterator[Told]:
    """When they look at it together; each time they do begins another one."""
    if together := thing.together(on):
        day, occurrence = together
        yield Told(day, occurrence, "Samen bekijken op")
