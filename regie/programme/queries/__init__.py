"""What a page asks of a programme."""

from regie.programme.queries.caseload import caseload_of, running_on, smallest_shown
from regie.programme.queries.content import Content, content_of
from regie.programme.queries.halts import halts_of
from regie.programme.queries.published import last_published, shown_before
from regie.programme.queries.stories import last_story

__all__ = [
    "Content",
    "caseload_of",
    "content_of",
    "halts_of",
    "last_published",
    "last_story",
    "running_on",
    "shown_before",
    "smallest_shown",
]
