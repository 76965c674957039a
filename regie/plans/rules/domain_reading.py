"""When it can be told how it goes in a life domain: by whose eyes, at which level, in which words. Never a score."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from regie.approach.rules import NOT_KNOWN
from regie.base.errors import NotValid
from regie.plans.enums import Eye
from regie.plans.rules.reading import check_texts

NO_SUCH_DOMAIN = "Dit leefgebied staat niet meer in de aanpak van uw gemeente. Kijk eerst wat er nu in staat."


@dataclass(frozen=True)
class DomainReadingAccount:
    """What is told: that day it goes so (a level of the approach, or not known), by whose eyes, in which words.

    `who` names the partner or who of his network it is.
    """

    happened_on: date
    eye: Eye
    level: str
    words: str = ""
    who: str = ""


def check_domain_reading(
    account: DomainReadingAccount, domain: str, *, domains: Collection[str], levels: Collection[str]
) -> None:
    """Raises NotValid beside what the approach does not know, or a partner without a name."""
    _check_eye(account)
    if domain not in domains:
        raise NotValid(NO_SUCH_DOMAIN)
    if not account.level:
        raise NotValid("Kies hierbij ook hoe het gaat. Weet u het niet? Kies ‘Niet bekend’.", field="level")
    if account.level != NOT_KNOWN and account.level not in levels:
        raise NotValid("Dit antwoord staat niet meer in de aanpak. Kies een ander.", field="level")
    check_texts({"words": account.words, "who": account.who})


def _check_eye(account: DomainReadingAccount) -> None:
    if account.eye not in Eye:
        raise NotValid("Kies wie dit zegt.", field="eye")
    if account.eye == Eye.PARTNER and not account.who.strip():
        raise NotValid("Vul in welke partner dit zegt.", field="who")
    if account.eye in (Eye.HIMSELF, Eye.OFFICER) and account.who.strip():
        raise NotValid(
            "Een naam hoort alleen bij een partner of iemand uit zijn netwerk. Laat dit leeg.", field="who"
        )


def differ(levels: Iterable[str]) -> bool:
    """Whether those who know it see it differently; who does not know differs from nobody."""
    return len(set(levels) - {NOT_KNOWN}) > 1


def same_eye(account: DomainReadingAccount) -> tuple[str, str]:
    """Whose eyes it are: every partner has his own."""
    return account.eye, account.who.strip().casefold()
