"""Which lines of a message speak: not an earlier mail below it, not the headers, not the signature."""

import re
from collections.abc import Callable, Sequence

SIGNATURE = re.compile(
    r"\s{0,9}(?:(?:met )?(?:vriendelijke|hartelijke|collegiale|beste"
    r"|warme)n? groet|m\.?v\.?g\b|mvrgr|vr\.? ?gr\b|groet(?:en|jes)?\b"
    r"|hoogachtend|--\s*$|gr\.\s|disclaimer|de informatie in dit"
    r" (?:e-?mail)?bericht|dit (?:e-?mail)?bericht is"
    r" (?:uitsluitend|alleen)|verstuurd vanaf|sent from|verzonden vanaf)",
    re.I,
)
HEADER = re.compile(
    r"\s{0,9}[*_]{0,2}(?:van|from|aan|to|cc|bcc|verzonden|sent|onderwerp"
    r"|subject|datum|date|beantwoorden aan|reply-to)"
    r"[*_]{0,2}\s?:",
    re.I,
)
SENDER = re.compile(r"\s{0,9}[*_]{0,2}(?:van|from)[*_]{0,2}\s?:", re.I)
ORIGINAL = re.compile(r"\s{0,9}-{2,}\s?(?:oorspronkelijk|original)", re.I)
FORWARDED = re.compile(
    r"\s{0,9}(?:-{2,}\s?|begin )?(?:doorgestuurd|forwarded|doorgezonden)(?: (?:bericht|message|e-?mail))?",
    re.I,
)
FORWARD_SUBJECT = re.compile(
    r"\s{0,9}[*_]{0,2}(?:onderwerp|subject)[*_]{0,2}\s?:\s?(?:fw|fwd|doorst|tr)\s?:", re.I
)
BARE_FORWARD = re.compile(r"\s{0,9}(?:fw|fwd|doorst)\s?:", re.I)
WROTE = re.compile(r"\s{0,9}(?:op|on) .{4,200}(?:schreef|wrote)\b", re.I)
QUOTED = re.compile(r"\s{0,9}[>|]\s?>|\s{0,9}>")


def speaking(lines: Sequence[str], *, tells: Callable[[str], bool]) -> frozenset[int]:
    """The numbers of the lines that speak: those of the newest mail, or of the forwarded one when it is all there is.

    `tells` says whether a line holds something to recognise: a covering note that tells nothing leaves the floor to
    the mail it forwards.
    """
    forwards = False
    for part, opened_by_forward, replied in _mails(lines):
        forwards = forwards or opened_by_forward
        if replied:
            break
        spoken = [number for number in _unsigned(lines, part) if not HEADER_ONLY.match(lines[number])]
        if any(tells(lines[number]) for number in spoken):
            return frozenset(spoken)
        if any(lines[number].strip() for number in spoken) and not forwards:
            forwards = _next_is_forward(lines, part)
            if not forwards:
                return frozenset(spoken)
    return frozenset()


HEADER_ONLY = re.compile(r"\s{0,9}(?:-{5,}|_{5,})\s*$")


def _mails(lines: Sequence[str]) -> list[tuple[list[int], bool, bool]]:
    """The mails in a text, newest first: their body lines, whether a forward opens them, whether they are quoted."""
    mails: list[tuple[list[int], bool, bool]] = [([], False, False)]
    number = 0
    while number < len(lines):
        length, forward, replied = _opening(lines, number)
        if length:
            mails.append(([], forward, replied))
            number += length
            continue
        if not QUOTED.match(lines[number]):
            mails[-1][0].append(number)
        number += 1
    return mails


def _opening(lines: Sequence[str], number: int) -> tuple[int, bool, bool]:
    """How many lines from here open another mail, whether it is forwarded, and whether it is quoted by a reply."""
    line = lines[number]
    if WROTE.match(line) or (
        re.match(r"\s{0,9}(?:op|on) .{4,200}$", line, re.I)
        and number + 1 < len(lines)
        and re.match(r".{0,120}(?:schreef|wrote)\s?:\s*$", lines[number + 1], re.I)
    ):
        return 1, False, True
    if FORWARDED.match(line) and len(line) < 80 and not line.rstrip().endswith("."):
        return 1 + _headers(lines, number + 1, least=0)[0], True, False
    if BARE_FORWARD.match(line):
        return 1, True, False
    if ORIGINAL.match(line):
        length, forward = _headers(lines, number + 1, least=0)
        return 1 + length, forward, False
    length, forward = _headers(lines, number, least=2)
    return length, forward, False


def _headers(lines: Sequence[str], number: int, *, least: int) -> tuple[int, bool]:
    """How many header lines stand from here (none when fewer than `least`), and whether their subject forwards."""
    start = number
    named = 0
    senders = 0
    forward = False
    while (
        number < len(lines)
        and number - start < 20
        and (HEADER.match(lines[number]) or (not named and least == 0 and not lines[number].strip()))
    ):
        named += bool(HEADER.match(lines[number]))
        senders += bool(SENDER.match(lines[number]))
        forward = forward or bool(FORWARD_SUBJECT.match(lines[number]))
        number += 1
    enough = named >= least and (least == 0 or senders)
    return (number - start if enough else 0), forward and bool(enough)


def _next_is_forward(lines: Sequence[str], part: Sequence[int]) -> bool:
    """Whether the mail that follows a covering note is opened as a forward."""
    following = part[-1] + 1 if part else 0
    if following >= len(lines):
        return False
    return _opening(lines, following)[1]


def _unsigned(lines: Sequence[str], part: Sequence[int]) -> list[int]:
    spoken: list[int] = []
    for number in part:
        if SIGNATURE.match(lines[number]):
            break
        spoken.append(number)
    return spoken
