"""The first 72 hours outside, counted by days: the hour at which he came out is not known."""

from dataclasses import dataclass
from datetime import date, timedelta

from regie.base.errors import NotNow, NotValid
from regie.detention.rules import check_told_day
from regie.trajectories.enums import Answered, Called, SleepingPlace

AFTER = 3  # days after the day he came out
LONGEST_CALL = 300  # characters: what was said, in a sentence or two
LONGEST_NIGHT = 150
LONGEST_DONE = 600
FURTHEST_AGAIN = timedelta(days=366)  # a day further away is a slip of the pen


@dataclass(frozen=True)
class CallAccount:
    """What is told of one call: on which day, whom, whether somebody answered, what was said, and when again."""

    happened_on: date
    whom: Called
    answered: Answered
    name: str = ""
    words: str = ""
    again_on: date | None = None


@dataclass(frozen=True)
class NightAccount:
    """What is told of one night: the day on which it begins, and where he sleeps."""

    happened_on: date
    place: SleepingPlace
    words: str = ""


@dataclass(frozen=True)
class FirstDaysAccount:
    """What is told when his first days are done: on which day, what goes along, and when he is spoken to next."""

    happened_on: date
    words: str
    again_on: date


def first_days(since: date) -> tuple[date, ...]:
    """The days of his first 72 hours, of who is free since a day; a night belongs to the day on which it begins."""
    return tuple(since + timedelta(days=number) for number in range(AFTER + 1))


def check_call(account: CallAccount, *, since: date | None, on: date) -> None:
    """Raises NotValid beside what cannot be, or without a name when it was somebody else; NotNow before he came out."""
    if since is None:
        raise NotNow(NOT_FREE)
    check_told_day(account.happened_on, field="happened_on", birth_date=None, on=on)
    if account.whom is Called.OTHER and not account.name.strip():
        raise NotValid("Vul in wie u belde.", field="name")
    _check_words(account.words, LONGEST_CALL)
    if account.again_on:
        _check_again(account.again_on, since=account.happened_on, on=on)


def check_night(account: NightAccount, *, since: date | None) -> None:
    """Raises NotValid beside a night that is none of his first 72 hours; NotNow of who never came out."""
    if since is None:
        raise NotNow(NOT_FREE)
    days = first_days(since)
    if account.happened_on not in days:
        raise NotValid(
            f"Kies een nacht van {days[0]:%d-%m-%Y} tot en met {days[-1]:%d-%m-%Y}.", field="happened_on"
        )
    _check_words(account.words, LONGEST_NIGHT)


def check_first_days_done(account: FirstDaysAccount, *, since: date | None, on: date) -> None:
    """Raises NotValid beside what cannot be; NotNow of who was not free that day."""
    if since is None:
        raise NotNow(NOT_FREE)
    check_told_day(account.happened_on, field="happened_on", birth_date=None, on=on)
    if not account.words.strip():
        raise NotValid("Vertel in een paar woorden wat er meegaat.", field="words")
    _check_words(account.words, LONGEST_DONE)
    _check_again(account.again_on, since=account.happened_on, on=on)


NOT_FREE = "Er staat niet dat hij vrij is. Leg dat eerst vast."


def _check_words(words: str, longest: int) -> None:
    if len(words) > longest:
        raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field="words")


def _check_again(again_on: date, *, since: date, on: date) -> None:
    if again_on < since:
        raise NotValid("Deze dag is al geweest. Kies vandaag of later.", field="again_on")
    if again_on > on + FURTHEST_AGAIN:
        raise NotValid("Deze dag ligt meer dan een jaar vooruit. Klopt het jaar?", field="again_on")
