"""What can be told of whom something was told to, and of who his casemanager is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from regie.approach.rules import Approach, Entry
from regie.base.errors import NotNow, NotValid
from regie.detention.rules import check_told_day
from regie.trajectories.enums import DisclosureChannel

LONGEST_NAME = 120  # characters
LONGEST_WHAT = 600
LONGEST_PURPOSE = 200
LONGEST_WORDS = {"recipient": LONGEST_NAME, "what": LONGEST_WHAT, "purpose": LONGEST_PURPOSE}


@dataclass(frozen=True)
class DisclosureAccount:
    """What was told to whom: an organisation of the social map, a name, or both; on which ground and for what.

    `ground` and `item` are codes of the approach; an empty `item` is that it was none of what is told again.
    """

    happened_on: date
    what: str
    ground: str
    channel: str
    purpose: str
    organisation: Any = None  # of the social map: rules know no rows
    recipient: str = ""
    item: str = ""


@dataclass(frozen=True)
class CasemanagerAccount:
    """Who his contact in the facility is since a day: a professional of the social map, or a name with a number.

    With neither it is not known who that is.
    """

    happened_on: date
    professional: Any = None  # of the social map
    name: str = ""
    phone: str = ""


def check_disclosure(
    account: DisclosureAccount, approach: Approach, *, birth_date: date | None, on: date
) -> None:
    """Raises NotValid beside what is missing or cannot be; NotNow when the item is not on the list any more."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if not account.organisation and not account.recipient.strip():
        raise NotValid("Aan wie is het verteld? Kies een organisatie of vul een naam in.", field="recipient")
    _check_words(account)
    if not _knows(approach.grounds, account.ground):
        raise NotValid(
            "Kies een grond. Weet u het niet zeker? Kies dan dat de functionaris gegevensbescherming beoordeelt.",
            field="ground",
        )
    if account.item and not _knows(approach.told_again, account.item):
        raise NotNow("Dit staat niet meer op de lijst van uw gemeente. Kijk eerst wat er nu op staat.")


def _check_words(account: DisclosureAccount) -> None:
    if account.channel not in DisclosureChannel:
        raise NotValid("Kies een antwoord.", field="channel")
    for field, longest in LONGEST_WORDS.items():
        words = getattr(account, field)
        if field != "recipient" and not words.strip():
            raise NotValid("Vul dit in.", field=field)
        if len(words) > longest:
            raise NotValid(f"Dit is te lang. Houd het onder {longest} tekens.", field=field)


def check_casemanager(account: CasemanagerAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside what cannot be."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    name, phone = account.name.strip(), account.phone.strip()
    if account.professional and (name or phone):
        raise NotValid("Kies iemand van de sociale kaart, of vul een naam in. Niet allebei.", field="name")
    if phone and not name:
        raise NotValid("Van wie is dit nummer? Vul de naam in.", field="name")
    if len(name) > LONGEST_NAME:
        raise NotValid(f"Dit is te lang. Houd het onder {LONGEST_NAME} tekens.", field="name")


def _knows(entries: Sequence[Entry], code: str) -> bool:
    return any(one.code == code for one in entries)
