"""What somebody says on a plan page, or the story of one young person; and the leave for it."""

import re
from dataclasses import dataclass
from datetime import date

from regie.base.errors import NotValid
from regie.programme.enums import BlockKind

LONGEST_VOICE = {"words": 3000, "speaker": 120}
LONGEST_APPROVAL = {"given_by": 120, "how": 300, "reason": 500}
# Our own choice, te verifiëren: among fewer young people than this a story may be recognised, whatever it leaves out.
SMALL_CASELOAD = 10
EXACT_AGE = re.compile(r"\b\d{1,2}\s*-?\s*(jaar|jarige)\b", re.IGNORECASE)


@dataclass(frozen=True)
class VoiceAccount:
    """What is said, and by whom; a story names nobody."""

    words: str
    speaker: str = ""


@dataclass(frozen=True)
class ApprovalAccount:
    """Who gave leave, when and how; of a story also what somebody looked for, and why nobody knows him by it."""

    given_on: date
    how: str
    given_by: str = ""
    no_name: bool = False
    no_place: bool = False
    no_age: bool = False
    reason: str = ""


def check_voice(kind: str, account: VoiceAccount, *, place: str) -> None:
    """Raises NotValid beside what is missing, or what gives away who a story is about."""
    if not account.words.strip():
        raise NotValid("Vul dit in.", field="words")
    for name, most in LONGEST_VOICE.items():
        if len(getattr(account, name)) > most:
            raise NotValid(f"Dit is te lang. Er passen {most} tekens.", field=name)
    if kind != BlockKind.STORY:
        if not account.speaker.strip():
            raise NotValid("Vul in wie dit zegt.", field="speaker")
        return
    _check_nobody_known(account.words, place)


def _check_nobody_known(words: str, place: str) -> None:
    found = EXACT_AGE.search(words)
    if found:
        raise NotValid(
            f"Er staat een leeftijd in: “{found[0]}”. Schrijf bijvoorbeeld: begin twintig.", field="words"
        )
    for name in {place, *place.split("-")}:
        if re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE):
            raise NotValid(f"Er staat een plaats in: “{name}”. Laat die weg.", field="words")


def check_approval(kind: str, account: ApprovalAccount, *, written_on: date, guided: int, on: date) -> None:
    """Raises NotValid beside what is missing; `guided` is how many young people are guided there now."""
    _check_day(account.given_on, written_on, on)
    if not account.how.strip():
        raise NotValid("Vertel in een paar woorden hoe het akkoord gegeven is.", field="how")
    for name, most in LONGEST_APPROVAL.items():
        if len(getattr(account, name)) > most:
            raise NotValid(f"Dit is te lang. Er passen {most} tekens.", field=name)
    if kind == BlockKind.STORY:
        _check_looked(account, guided)
    elif not account.given_by.strip():
        raise NotValid("Vul in wie akkoord is.", field="given_by")


def _check_day(given_on: date, written_on: date, on: date) -> None:
    if given_on > on:
        raise NotValid("Deze dag is nog niet geweest.", field="given_on")
    if given_on < written_on:
        raise NotValid("Deze tekst is van later. Vraag of het ook voor deze tekst goed is.", field="given_on")


def _check_looked(account: ApprovalAccount, guided: int) -> None:
    for field in ("no_name", "no_place", "no_age"):
        if not getattr(account, field):
            raise NotValid("Kijk dit na, en zet hier een vinkje.", field=field)
    if is_small(guided) and not account.reason.strip():
        raise NotValid(
            "Er worden hier weinig jongeren begeleid. Vertel waarom niemand hem herkent.", field="reason"
        )


def is_small(guided: int) -> bool:
    """Whether among so few young people a story may be recognised."""
    return guided < SMALL_CASELOAD
