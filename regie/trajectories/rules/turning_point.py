"""When a turning point can be."""

from datetime import date

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day

LONGEST_TURNING_POINT = 300  # characters: a sentence or two, for it stands in a picture


def check_turning_point(happened_on: date, words: str, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that has not been or a text that says nothing, or too much."""
    check_told_day(happened_on, field="happened_on", birth_date=birth_date, on=on)
    if not words.strip():
        raise NotValid("Vertel in een paar woorden wat er veranderde.", field="words")
    if len(words) > LONGEST_TURNING_POINT:
        raise NotValid(
            f"Dit is te lang voor een keerpunt. Houd het onder {LONGEST_TURNING_POINT} tekens.", field="words"
        )
