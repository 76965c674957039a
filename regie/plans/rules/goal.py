"""When a goal says something, and when what came of it can be true."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from regie.approach.rules import Approach, Entry
from regie.base.errors import NotNow, NotValid
from regie.detention.rules import check_told_day
from regie.plans.enums import GoalOutcome, Horizon

LONGEST_GOAL = 500  # characters: a goal is a sentence
LONGEST_CAME_OF_IT = 1000
LONGEST_TITLE = 200
TOO_LONG = "Dit is te lang. Houd het onder {most} tekens."
BEFORE_THE_GOAL = "Dat is voor de dag van het doel. Kies een latere dag."
OTHER_DOMAIN = "Dit leefgebied staat niet in de aanpak. Kies een ander."
OTHER_EXAMPLE = "Dit voorbeeld staat niet meer in de aanpak. Kies een ander, of begin zelf."


@dataclass(frozen=True)
class GoalAccount:
    """What is told of a goal: his sentence, since which day, whether he works at it now, and from which wish it comes.

    `domain` and its title are those of the approach then, empty when nobody filed it yet. `outside_only` is of what
    makes no sense while he is held. `wish_id` is a key of the wish, as it was read then.
    """

    happened_on: date
    words: str
    domain: str = ""
    domain_title: str = ""
    horizon: Horizon = Horizon.NOW
    outside_only: bool = False
    wish_id: int | None = None


@dataclass(frozen=True)
class GoalResultAccount:
    """What is told of how a goal ended: on which day, what came of it, and what we say to him of it.

    When we do not congratulate him who reached it, `not_congratulated` says why.
    """

    happened_on: date
    outcome: GoalOutcome
    words: str = ""
    congratulation: str = ""
    not_congratulated: str = ""


def domains_of(approach: Approach) -> tuple[Entry, ...]:
    """Under what a goal can be filed: the life domains, and the themes that run through them."""
    return (*approach.life_domains, *approach.themes)


def check_goal(account: GoalAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside a day that has not been, or words that say nothing or too much."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if not account.words.strip():
        raise NotValid("Schrijf op wat hij wil bereiken, in één zin.", field="words")
    check_short(account, {"words": LONGEST_GOAL})


def check_filed(account: GoalAccount, known: Iterable[tuple[str, str]]) -> None:
    """Raises NotValid of a domain that is not among these codes and titles; none at all is an answer."""
    filed = (account.domain, account.domain_title)
    if any(filed) and filed not in set(known):
        raise NotValid(OTHER_DOMAIN, field="domain")


def check_template(template: str, title: str, approach: Approach) -> None:
    """Raises NotNow of an example that the approach does not have (any more)."""
    if template and (template, title) not in {(one.code, one.title) for one in approach.goal_templates}:
        raise NotNow(OTHER_EXAMPLE)


def check_days_after(account: GoalAccount, later: Sequence[date]) -> None:
    """Raises NotValid beside the day of a goal that would come after a step or a result of it."""
    if later and min(later) < account.happened_on:
        raise NotValid(
            f"Bij dit doel hoort iets op {min(later):%d-%m-%Y}. Kies die dag, of een eerdere.",
            field="happened_on",
        )


def check_result(
    account: GoalResultAccount, *, since: date | None, birth_date: date | None, on: date
) -> None:
    """Raises NotValid beside a day that cannot be, or what is not explained."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if since and account.happened_on < since:
        raise NotValid(BEFORE_THE_GOAL, field="happened_on")
    if account.outcome is GoalOutcome.STOPPED and not account.words.strip():
        raise NotValid("Schrijf op waarom dit doel stopt. Hij mag het lezen.", field="words")
    said = account.congratulation.strip() or account.not_congratulated.strip()
    if account.outcome is GoalOutcome.REACHED and not said:
        raise NotValid(
            "Schrijf op wat we tegen hem zeggen, of hieronder waarom nog niet.", field="congratulation"
        )
    longest = dict.fromkeys(("words", "congratulation", "not_congratulated"), LONGEST_CAME_OF_IT)
    check_short(account, longest)


def check_short(account: object, longest: dict[str, int]) -> None:
    """Raises NotValid beside words that nobody reads back."""
    for field, most in longest.items():
        if len(getattr(account, field)) > most:
            raise NotValid(TOO_LONG.format(most=most), field=field)
