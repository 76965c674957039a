"""What his plan tells a page."""

from regie.plans.queries.goals import (
    GoalStory,
    StepStory,
    StepToTake,
    goals_of,
    steps_to_take,
    waits_until_free,
)
from regie.plans.queries.wishes import wishes_of

__all__ = [
    "GoalStory",
    "StepStory",
    "StepToTake",
    "goals_of",
    "steps_to_take",
    "waits_until_free",
    "wishes_of",
]
