"""The brief as it is proposed, from what was told of a barrier."""

from datetime import date

from regie.barriers.queries import BarrierStory
from regie.escalations.enums import Level
from regie.escalations.rules import BriefFacts, Tried, draft
from regie.plans.models import Step


def brief_facts(story: BarrierStory, *, on: date, question: str = "") -> BriefFacts:
    """What the brief of this barrier is written from; one query when it blocks steps."""
    barrier = story.barrier
    return BriefFacts(
        name=str(barrier.trajectory.person),
        kind=barrier.kind_title,
        words=barrier.words,
        whose=barrier.whose,
        since=barrier.since,
        costs=barrier.costs,
        steps=_steps(story),
        attempts=[Tried(one.happened_on, one.words, one.whom, one.answer) for one in story.attempts],
        days=story.days(on),
        question=question,
    )


def proposed_brief(story: BarrierStory, level: Level, *, on: date, question: str = "") -> str:
    """The words that stand in the form: to be read and changed; from the strategic level on without his name."""
    return draft(brief_facts(story, on=on, question=question), level)


def _steps(story: BarrierStory) -> list[str]:
    refs = story.barrier.steps
    if not refs:
        return []
    told = Step.objects.current().of(story.barrier.trajectory).filter(ref__in=refs).order_by("pk")
    return list(told.values_list("words", flat=True))
