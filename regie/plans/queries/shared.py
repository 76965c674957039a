"""What of his plan is shared by life domain: each fact as what can open to somebody who is involved."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.utils.formats import date_format

from regie.plans.models import Goal, GoalResult, Step, StepMark
from regie.plans.queries.goals import GoalStory, goals_of
from regie.trajectories.models import Trajectory
from regie.trajectories.rules import Part, Thing


class SharedKind(NamedTuple):
    """What a kind is called, and of its fields that can be told what each is called."""

    title: str
    fields: Mapping[str, str]


# Who takes a step is said, never by name: it can be somebody around him.
SHARED_KINDS: Mapping[Any, SharedKind] = {
    Goal: SharedKind(
        "Doelen",
        {
            "domain_title": "leefgebied",
            "words": "wat er staat",
            "horizon": "nu of later",
            "happened_on": "sinds",
        },
    ),
    GoalResult: SharedKind(
        "Hoe een doel ging", {"outcome": "hoe het ging", "words": "wat er staat", "happened_on": "op"}
    ),
    Step: SharedKind("Stappen", {"words": "wat er staat", "actor": "wie", "due_on": "voor"}),
    StepMark: SharedKind(
        "Hoe het met een stap staat",
        {"state": "hoe het staat", "words": "wat er staat", "happened_on": "op"},
    ),
}


def shared_by_domain(trajectory: Trajectory) -> list[Thing]:
    """Each fact of his plan as it is now, with its life domain; four queries, one when he has no goal."""
    return [thing for story in goals_of(trajectory) for thing in _of_goal(story)]


def _of_goal(story: GoalStory) -> Iterator[Thing]:
    domain = story.goal.domain
    yield _thing(story.goal, domain)
    if story.result:
        yield _thing(story.result, domain)
    for step in story.steps:
        yield _thing(step.step, domain)
        for mark in filter(None, (step.done, step.held)):
            yield _thing(mark, domain)


def _thing(row: Any, domain: str) -> Thing:
    """One fact with its fields, each of the kind that its declaration says it is."""
    kinds, shared = row.privacy.kinds(), SHARED_KINDS[type(row)]
    told = ((called, kinds[name], _words(row, name)) for name, called in shared.fields.items())
    parts = tuple(Part(called, kind, words) for called, kind, words in told if words)
    return Thing(shared.title, row.privacy.shared, domain, parts)


def _words(row: Any, name: str) -> str:
    said = getattr(row, name)
    if isinstance(said, date):
        return date_format(said, "j F Y")
    return str(getattr(row, f"get_{name}_display", lambda: said or "")())
