"""What stands in his way, what was tried, and how it ended."""

from regie.barriers.queries.barriers import (
    BarrierStory,
    all_that_blocks,
    barriers_by_trajectory,
    barriers_of,
    story_of,
)

__all__ = ["BarrierStory", "all_that_blocks", "barriers_by_trajectory", "barriers_of", "story_of"]
