"""What can be asked of who is involved, for which step, and by when."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from regie.approach.enums import StepActor
from regie.base.errors import NotNow, NotValid
from regie.detention.rules import check_told_day

LONGEST_REQUEST = 300  # characters: a request is one thing that somebody does
LONGEST_PARTNER = 250  # a name and an organisation of the social map
AHEAD = timedelta(days=731)  # our own choice: as long as guidance lasts
# Whose step a partner can be asked for: one that another takes is not his.
ASKABLE = (StepActor.PARTNER, StepActor.UNKNOWN)


@dataclass(frozen=True)
class RequestAccount:
    """What was asked on a day, to be done by another."""

    happened_on: date
    words: str
    wanted_on: date | None


@dataclass(frozen=True)
class Asked:
    """Who is asked, as rules need it: since and until when he is involved, and on which ground."""

    since: date
    over: bool
    ground: str


def check_request(account: RequestAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside what is missing or cannot be."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if not account.words.strip():
        raise NotValid("Wat vraagt u? Schrijf dat op.", field="words")
    if len(account.words) > LONGEST_REQUEST:
        raise NotValid(f"Dit is te lang. Houd het onder {LONGEST_REQUEST} tekens.", field="words")
    if account.wanted_on is None:
        raise NotValid("Voor wanneer vraagt u dit? Vul een dag in.", field="wanted_on")
    if account.wanted_on < account.happened_on:
        raise NotValid("Deze dag ligt voor de dag waarop u het vraagt.", field="wanted_on")
    if account.wanted_on > on + AHEAD:
        raise NotValid("Dat is te ver weg. Kijk de dag na.", field="wanted_on")


def check_can_be_asked(who: Asked, account: RequestAccount, *, grounds: Collection[str]) -> None:
    """Raises NotNow of who is involved no more, or on a ground that the approach has not any more.

    Raises NotValid beside a day before he was.
    """
    if who.over:
        raise NotNow("Deze partner is niet meer betrokken. Betrek hem eerst opnieuw.")
    if who.ground not in grounds:
        raise NotNow(
            "De grond waarop deze partner betrokken is, staat niet meer in de aanpak. "
            "Verbeter eerst op welke grond hij betrokken is."
        )
    if account.happened_on < who.since:
        raise NotValid("Toen was deze partner nog niet betrokken.", field="happened_on")


def check_step_asked(actor: StepActor, *, done: bool, ended: bool) -> None:
    """Raises NotNow for a step that is done or of a goal that ended; NotValid beside one that another takes."""
    if done:
        raise NotNow("Deze stap is al gedaan.")
    if ended:
        raise NotNow("Bij dit doel staat al hoe het ging.")
    if actor not in ASKABLE:
        raise NotValid(
            f"Bij deze stap staat wie hem doet: {actor.label.lower()}. Verbeter eerst de stap.", field="step"
        )
