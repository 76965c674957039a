"""What terms rest on of a barrier that rises: that it is proposed, and by when an answer was wanted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from regie.approach.enums import Anchor
from regie.approach.rules import Approach
from regie.barriers.queries import BarrierStory
from regie.clocks.queries.known import Known
from regie.clocks.rules import Told
from regie.escalations.enums import Level
from regie.escalations.queries import EscalationStory, past_of, those_who_left
from regie.escalations.rules import higher, proposals

RISING = {Anchor.ESCALATION_PROPOSED, Anchor.ESCALATION_SILENT}


def rising(known: Known) -> Iterator[tuple[Anchor, Told]]:
    """For each barrier every time that to rise was proposed, and every day by which an answer was wanted."""
    for story in known.barriers:
        rose = known.rose.get(story.barrier.ref, ())
        if known.approach:
            yield from _proposed(story, rose, known.approach, on=known.on)
        yield from _silent(story, rose, known.left)


def with_who_left(known: Mapping[int, Known], *, on: date) -> dict[int, Known]:
    """The same with which are asked of who works there no more; at most one query."""
    asked = []
    for one in known.values():
        for story in (story for rose in one.rose.values() for story in rose if not story.answer):
            story.escalation.trajectory = one.trajectory
            asked.append(story.escalation)
    left = frozenset(those_who_left(asked, on=on))
    return {key: replace(one, left=left) if left else one for key, one in known.items()}


def _proposed(
    story: BarrierStory, rose: Sequence[EscalationStory], approach: Approach, *, on: date
) -> Iterator[tuple[Anchor, Told]]:
    """What lies ahead is not proposed yet: until then it may be broken through."""
    barrier, over = story.barrier, story.end.happened_on if story.end else None
    tried = [one.happened_on for one in story.attempts]
    found = proposals(barrier.happened_on, tried, approach, past_of(rose), ended_on=over)
    for number, (proposed, done) in enumerate(found):
        if proposed <= on:
            occurrence, title = f"rise:{barrier.ref}:{number}", f"Voorstel: opschalen. {barrier.kind_title}"
            told = Told(proposed, occurrence, "Opschalen voorgesteld", done_on=done, title=title)
            yield Anchor.ESCALATION_PROPOSED, told


def _silent(
    story: BarrierStory, rose: Sequence[EscalationStory], left: frozenset[int]
) -> Iterator[tuple[Anchor, Told]]:
    over, past = story.end.happened_on if story.end else None, past_of(rose)
    for one, told in zip(rose, past, strict=True):
        if told.sent_on is None:
            continue
        done = told.answered_on or over
        title = f"{_to_do(one, left, asks=done is None)} {story.barrier.kind_title}"
        occurrence, says = f"escalation:{one.escalation.ref}", f"Antwoord gevraagd aan {one.escalation.name}"
        yield Anchor.ESCALATION_SILENT, Told(told.due_on, occurrence, says, done_on=done, title=title)


def _to_do(one: EscalationStory, left: frozenset[int], *, asks: bool) -> str:
    if asks and one.escalation.pk in left:
        return f"{one.escalation.name} werkt hier niet meer: vraag iemand anders."
    above = higher(Level(one.escalation.level))
    return "Geen antwoord: hoger vragen?" if above else "Geen antwoord: navragen."
