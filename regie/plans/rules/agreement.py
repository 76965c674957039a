"""When what was agreed says something, to somebody, in words that he may read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import NamedTuple

from regie.approach.rules import Entry
from regie.base.errors import NotNow, NotValid
from regie.detention.rules import check_told_day
from regie.plans.enums import Consent, Presence, PromisedBy, Retold

LONGEST_PROMISE = 300  # characters: one sentence that somebody remembers
LONGEST_PROMISER = 80
LONGEST_ANSWER = 1000
LONGEST_RETOLD = 2000
MOST_PROMISES = 30
LONGEST_SHOWN = 600  # of what somebody else wrote meanwhile
QUOTED = re.compile('“[^”]*”|"[^"]*"|‘[^’]*’')  # his own words are never refused
TOO_LONG = "Dit is te lang. Houd het onder {} tekens."


class Promised(NamedTuple):
    """One promise: whose, of somebody else the name, and what."""

    who: PromisedBy
    name: str
    words: str


@dataclass(frozen=True)
class AgreementAccount:
    """What is told of what was agreed on a day: the promises, what he answered and told back, when to look again."""

    happened_on: date
    promises: tuple[Promised, ...]
    consent: Consent
    presence: Presence
    answer: str = ""
    retold: Retold = Retold.NOT_ASKED
    retold_words: str = ""
    again_on: date | None = None


def check_agreement(
    account: AgreementAccount, *, birth_date: date | None, on: date, avoided: Iterable[Entry] = ()
) -> None:
    """Raises NotValid beside what cannot be, and beside a word of `avoided` that is not his own."""
    check_told_day(account.happened_on, field="happened_on", birth_date=birth_date, on=on)
    if account.again_on and account.again_on <= account.happened_on:
        raise NotValid("Kies een dag na de dag van de afspraken.", field="again_on")
    _check_answer(account)
    _check_promises(account.promises)
    words = tuple(avoided)
    for promise in account.promises:
        check_no_sanction(promise.words, words, field=promise.who)


def check_follows(follows: int | None, *, standing: int | None, told: str) -> None:
    """Raises NotNow when others were agreed since this form was opened; `told` is what those say."""
    if follows != standing:
        raise NotNow(
            f"Intussen zijn er andere afspraken vastgelegd: “{shorten(told, LONGEST_SHOWN, placeholder=' …')}” "
            "Hieronder staat nog wat u typte. Slaat u dat op, dan gelden die van u; de andere blijven te lezen."
        )


def _check_answer(account: AgreementAccount) -> None:
    if account.presence == Presence.NOT and account.consent == Consent.AGREED:
        raise NotValid("Hij was er niet bij. Vraag het hem eerst, en leg het dan vast.", field="consent")
    if account.retold == Retold.TOLD and not account.retold_words.strip():
        raise NotValid("Schrijf op hoe hij het zelf zei.", field="retold_words")
    if account.retold != Retold.TOLD and account.retold_words:
        raise NotValid("Hier staat wat hij zei. Kies dan dat u het vroeg.", field="retold")
    for field, longest in (("answer", LONGEST_ANSWER), ("retold_words", LONGEST_RETOLD)):
        if len(getattr(account, field)) > longest:
            raise NotValid(TOO_LONG.format(longest), field=field)


def _check_promises(promises: Sequence[Promised]) -> None:
    if not promises:
        raise NotValid("Schrijf minstens één belofte op.", field=PromisedBy.YOUNG_PERSON)
    if len(promises) > MOST_PROMISES:
        most = f"Dit zijn er {len(promises)}. Kies samen wat nu telt: hooguit {MOST_PROMISES}."
        raise NotValid(most, field=promises[0].who)
    for one in promises:
        _check_promise(one)


def _check_promise(one: Promised) -> None:
    if one.who == PromisedBy.SOMEONE_ELSE and not one.name.strip():
        raise NotValid(f"Wie belooft dit? Zet de naam ervoor: “{one.words[:60]}”", field=one.who)
    if not one.words.strip():
        raise NotValid(f"Wat belooft {one.name or one.who.label.lower()}?", field=one.who)
    if len(one.words) > LONGEST_PROMISE or len(one.name) > LONGEST_PROMISER:
        raise NotValid(f"Deze regel is te lang: “{one.words[:60]}…”", field=one.who)


def check_no_sanction(words: str, avoided: Iterable[Entry], *, field: str) -> None:
    """Raises NotValid beside a word that sounds like a threat, with a better one; what is quoted is never looked at."""
    ours = " ".join(QUOTED.sub(" ", words).split())
    for entry in sorted(avoided, key=lambda one: -len(one.title)):
        if re.search(rf"\b{re.escape(entry.title)}(?:e|en|s)?\b", ours, re.IGNORECASE):
            better = f" {entry.text}" if entry.text else ""
            raise NotValid(
                f"Hier staat “{entry.title}”. Dat klinkt als dreigen.{better} "
                "Zijn het zijn eigen woorden? Zet ze dan tussen aanhalingstekens.",
                field=field,
            )
