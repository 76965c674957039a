"""What can be told of whether somebody joins, and of what was explained to the young person about that."""

from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.trajectories.enums import ExplainedHow, Joining, ToldBack
from regie.trajectories.rules.telling_others import LONGEST_NAME

LONGEST_ANSWER = 300  # characters
LONGEST_EXPLAINED = 600


@dataclass(frozen=True)
class ParticipationAccount:
    """What somebody who is involved answered on a day: whether he joins, and why not."""

    happened_on: date
    answer: Joining
    words: str = ""


@dataclass(frozen=True)
class ExplanationAccount:
    """What was explained to the young person on a day, by whom and how, and whether he could tell it back."""

    happened_on: date
    by_whom: str
    channel: ExplainedHow
    words: str
    told_back: ToldBack


def check_participation(account: ParticipationAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside what is missing or cannot be; who joins needs no reason."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    _check_words(account.words, LONGEST_ANSWER, field="words")
    if account.answer not in Joining:
        raise NotValid("Kies een antwoord.", field="answer")
    if account.answer != Joining.JOINS and not account.words.strip():
        raise NotValid("Waarom niet? Schrijf op wat hij zei.", field="words")


def check_explanation(account: ExplanationAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside what is missing or cannot be."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    for field, longest in (("by_whom", LONGEST_NAME), ("words", LONGEST_EXPLAINED)):
        said = getattr(account, field)
        _check_words(said, longest, field=field)
        if not said.strip():
            raise NotValid("Vul dit in.", field=field)
    if account.channel not in ExplainedHow:
        raise NotValid("Kies een antwoord.", field="channel")
    if account.told_back not in ToldBack:
        raise NotValid("Kies een antwoord.", field="told_back")


def _check_words(said: str, longest: int, *, field: str) -> None:
    if len(said) > longest:
        raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)
