"""When what is told of a paper can be true."""

from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotValid
from regie.detention.rules import check_told_day
from regie.plans.enums import PaperKind, PaperReach

LONGEST_PAPER_TITLE = 120
LONGEST_GIVER = 120
MOST_PAPERS = 200  # of one young person: two years of post and more


@dataclass(frozen=True)
class PaperAccount:
    """What is told of a paper: the day it came in, what it is, from whom, the date on it, and who may open it."""

    happened_on: date
    kind: str
    title: str = ""
    given_by: str = ""
    dated_on: date | None = None
    reach: str = PaperReach.TEAM


def check_paper(account: PaperAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that has not been, words that are too long, or a kind that says nothing."""
    for field in ("happened_on", "dated_on"):
        check_told_day(getattr(account, field), field=field, birth_date=birth_date, on=on)
    if account.kind == PaperKind.OTHER and not account.title.strip():
        raise NotValid("Schrijf op wat voor papier het is.", field="title")
    for field, longest in (("title", LONGEST_PAPER_TITLE), ("given_by", LONGEST_GIVER)):
        if len(getattr(account, field)) > longest:
            raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)


def check_room(number: int) -> None:
    """Raises NotValid when so many papers stand there that no more fit."""
    if number >= MOST_PAPERS:
        raise NotValid(
            f"Er staan al {MOST_PAPERS} papieren. Trek eerst in wat u niet meer nodig heeft.", field="file"
        )
