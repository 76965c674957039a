"""When a lesson says something."""

from datetime import date

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day

LONGEST_LESSON = 600  # characters of each: more than that nobody reads back together


def check_lesson(
    happened_on: date, his_words: str, officer_words: str, *, birth_date: date | None, on: date
) -> None:
    """Raises NotValid beside a day that has not been, or when neither of both said anything, or one too much."""
    check_told_day(happened_on, field="happened_on", birth_date=birth_date, on=on)
    said = {"his_words": his_words.strip(), "officer_words": officer_words.strip()}
    if not any(said.values()):
        raise NotValid("Schrijf op wat hij zegt, of wat u zelf leerde.", field="his_words")
    for field, words in said.items():
        if len(words) > LONGEST_LESSON:
            raise NotValid(f"Dit is te lang. Houd het onder {LONGEST_LESSON} tekens.", field=field)
