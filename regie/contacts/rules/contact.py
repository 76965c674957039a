"""What can be told of a moment of contact."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from regie.base.errors import NotValid
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.rules.contact_day import check_contact_day

LONGEST_WORDS = 10_000  # characters; our own choice: as long as a note from a telephone can be
MOST_MINUTES = 600  # our own choice: ten hours of one contact is a slip of the finger
LONGEST_PARTY = 120
WITH_WHOM = "Kies een organisatie, of vul een naam in."
NOT_WITH_HIM = "Met een partner sprak u niet met hem. Schrijf dit bij wat u wilt onthouden."
ONLY_WITH_A_PARTNER = "Dit vult u alleen in bij contact met een partner."


@dataclass(frozen=True)
class ContactAccount:
    """What an officer tells of one moment of contact.

    `words` tell what happened, `his_words` what he said himself, `judgement` what the officer makes of it; the three
    are kept apart. `minutes` None is not known. `step` of his plan is what it was about. With a partner: an
    `organisation` of the social map, or a `party` by name.
    """

    happened_on: date
    kind: ContactKind
    outcome: Outcome
    words: str = ""
    his_words: str = ""
    judgement: str = ""
    minutes: int | None = None
    step: Any = None
    organisation: Any = None
    party: str = ""


def check_contact(account: ContactAccount, *, birth_date: date | None, on: date) -> None:
    """Raises NotValid beside what cannot be of contact on a day."""
    check_contact_day(account.happened_on, birth_date=birth_date, on=on)
    for name in ("words", "his_words", "judgement"):
        if len(getattr(account, name)) > LONGEST_WORDS:
            raise NotValid(f"Dit is te lang. Houd het onder {LONGEST_WORDS} tekens.", field=name)
    if account.minutes is not None and not 1 <= account.minutes <= MOST_MINUTES:
        raise NotValid(f"Vul een getal in van 1 tot en met {MOST_MINUTES}, of niets.", field="minutes")
    _check_with_whom(account)


def _check_with_whom(account: ContactAccount) -> None:
    if len(account.party) > LONGEST_PARTY:
        raise NotValid(f"Houd deze naam onder {LONGEST_PARTY} tekens.", field="party")
    if account.kind != ContactKind.PARTNER:
        _check_named_nobody(account)
    elif not (account.organisation or account.party):
        raise NotValid(WITH_WHOM, field="party")
    elif account.his_words:
        raise NotValid(NOT_WITH_HIM, field="his_words")


def _check_named_nobody(account: ContactAccount) -> None:
    for name in ("organisation", "party"):
        if getattr(account, name):
            raise NotValid(ONLY_WITH_A_PARTNER, field=name)
