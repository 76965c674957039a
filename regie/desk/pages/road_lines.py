"""What Regie keeps of his road by itself, as lines between the contact there was."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from regie.desk.pages.course import course_of, moments
from regie.desk.pages.record import Record


@dataclass(frozen=True)
class RoadLine:
    """One thing that happened on a day, and what more is known of it."""

    day: date
    what: str
    more: str


def road_lines(record: Record) -> list[RoadLine]:
    """All that was until today, the newest first; no query. What was told of his health is no part of it."""
    every = (*_road(record), *_applications(record), *_officers(record))
    return sorted((line for line in every if line.day <= record.on), key=lambda line: line.day, reverse=True)


def _road(record: Record) -> Iterator[RoadLine]:
    for moment in moments(course_of(record, editable=False)):
        if moment.mark.shape != "planned":
            yield RoadLine(moment.mark.since, moment.what, moment.more)


def _applications(record: Record) -> Iterator[RoadLine]:
    for one in record.applications:
        yield RoadLine(one.happened_on, f"Aangevraagd: {one.asked}", one.source)
        if one.decided_on:
            yield RoadLine(one.decided_on, f"Besluit: {one.asked}", one.get_outcome_display())


def _officers(record: Record) -> Iterator[RoadLine]:
    for one in record.guidance.assignments:
        if one.since != one.until:  # a day that was taken back before it came is none
            yield RoadLine(one.since, f"Begeleid door {one.officer}", "")
