"""What a rule of a term says, in words."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from regie.approach.enums import Tone
from regie.approach.rules import DeadlineRule
from regie.ui.words import capital, listed, written

OF_ANOTHER = "Dit is een termijn van een ander. Regie vraagt u niets te doen."


def rhythm(rule: DeadlineRule) -> str:
    """How the day moves: that it comes again, what fulfils it, and what a weekend does."""
    return _sentences(
        f"Daarna steeds weer na {rule.every.words}." if rule.every else "",
        f"Klaar bij {rule.done_by.label}." if rule.done_by else "",
        "Valt die dag in een weekend of op een feestdag? Dan telt de eerste werkdag erna."
        if rule.next_working_day
        else "",
        "Zo vroeg kan hij al vrijkomen. De andere termijnen van zijn vrijlating letten daarop."
        if rule.opens
        else "",
    )


def whom(rule: DeadlineRule, phases: Mapping[str, str]) -> str:
    """For whom it holds; `phases` are the titles by their codes, and one that is gone is named by its code."""
    named = [phases.get(code, code) for code in rule.phases]
    said = _sentences(
        f"Alleen als {listed([one.label for one in rule.only])}." if rule.only else "",
        f"Niet als {listed([one.label for one in rule.unless])}." if rule.unless else "",
        f"Alleen in de fase {' of '.join(named)}." if named else "",
        f"Alleen onder de {rule.younger_than} jaar." if rule.younger_than is not None else "",
        f"Alleen bij een straf {rule.sentence.words}." if rule.sentence else "",
        f"Alleen na een detentie {rule.detained.words}." if rule.detained else "",
        _law(rule),
    )
    return said or "Voor iedereen."


def loudness(rule: DeadlineRule) -> str:
    """What it asks of its reader besides."""
    return _sentences(
        OF_ANOTHER if rule.tone is Tone.EXPECTED else "",
        "U kunt hem niet uitstellen." if rule.hard else "",
    )


def source(told: str) -> tuple[str, str]:
    """Where it leads, if it begins with an address, and how it is named: an address by its site."""
    address, _, more = told.partition(" ")
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", capital(told)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "", capital(told)
    return address, f"{parts.hostname.removeprefix('www.')} {more}".strip()


def _law(rule: DeadlineRule) -> str:
    since, until = rule.law
    if since and until:
        return f"Geldt van {written(since)} tot {written(until)}."
    if since:
        return f"Geldt vanaf {written(since)}."
    return f"Gold tot {written(until)}." if until else ""


def _sentences(*said: str) -> str:
    return " ".join(filter(None, said))
