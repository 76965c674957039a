"""What terms rest on of what stands in his way: when we try again, or when anybody tried last."""

from collections.abc import Iterator, Sequence

from regie.approach.enums import Anchor
from regie.barriers.enums import BarrierOwner
from regie.barriers.models import Barrier, BarrierAttempt
from regie.barriers.queries import BarrierStory
from regie.clocks.rules import Told

BARRED = {Anchor.BARRIER_TRY, Anchor.BARRIER_UNTRIED}


def barred(stories: Sequence[BarrierStory]) -> Iterator[tuple[Anchor, Told]]:
    """For each, when it was taken and every try since: until the next try, or until it is over."""
    for one in stories:
        barrier, over = one.barrier, one.end.happened_on if one.end else None
        first, *others = [*(tried.happened_on for tried in one.attempts), over]
        occurrence, title = f"barrier:{barrier.ref}", _title(barrier)
        taken = Told(barrier.happened_on, occurrence, "Barrière sinds", done_on=first, title=title)
        yield Anchor.BARRIER_UNTRIED, taken
        for number, (tried, after) in enumerate(zip(one.attempts, others, strict=True), start=1):
            anchor, told = _after(tried, "1 poging" if number == 1 else f"{number} pogingen")
            yield anchor, told._replace(done_on=after, title=title)


def _after(tried: BarrierAttempt, often: str) -> tuple[Anchor, Told]:
    """What a try leaves to do: on its day again, or else to see to it that it is tried again."""
    occurrence = f"barrier_attempt:{tried.ref}"
    if tried.again_on:
        return Anchor.BARRIER_TRY, Told(tried.again_on, occurrence, f"{often}. Volgende poging")
    return Anchor.BARRIER_UNTRIED, Told(tried.happened_on, occurrence, f"{often}. Laatste poging")


def _title(barrier: Barrier) -> str:
    """What is to be done: to try again, or to ask who takes it."""
    if barrier.owner == BarrierOwner.OFFICER:
        return f"Opnieuw proberen: {barrier.kind_title}"
    return f"Navragen bij {barrier.taken_by}: {barrier.kind_title}"
