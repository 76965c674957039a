"""A message read: everything it claims, weighed; two different claims on one part leave it unknown."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from regie.recognition.rules.claims import Claim, Known, claims_of
from regie.recognition.rules.days import seen_days
from regie.recognition.rules.facilities import Facilities
from regie.recognition.rules.kinds import is_bij, kind_of
from regie.recognition.rules.labels import LABEL, Asked
from regie.recognition.rules.people import Name
from regie.recognition.rules.pieces import LONGEST, pieces
from regie.recognition.rules.prose import doubts_in, told_in
from regie.recognition.rules.quoting import speaking
from regie.recognition.rules.reading import Finding, MessageKind, Part, PersonReading, Reading
from regie.recognition.rules.splitting import split

LONGEST_MESSAGE = 200_000  # characters: what is longer is no message, and nothing in it is sure
MOVES = re.compile(r"overplaats|overgeplaatst|overgepl\b", re.I)
DAYS = (Part.ENTERED_ON, Part.MOVED_ON, Part.RELEASE_ON, Part.LEFT_ON)
LENGTHS = (Part.LENGTH_YEARS, Part.LENGTH_MONTHS, Part.LENGTH_DAYS)


def read(text: str, *, facilities: Mapping[str, Sequence[str]], today: date) -> Reading:
    """What a message says; `facilities`: official name → other names. Any text can be read; none raises.

    A text over LONGEST_MESSAGE gives one person of whom nothing is known.
    """
    lines = text.splitlines()
    if len(text) > LONGEST_MESSAGE:
        return Reading((_person(lines, [], None, today),), is_bij=is_bij(text))
    known = Known(Facilities(facilities), today)
    claims, headings = claims_in(lines, known)
    found = split(lines, claims)
    people = tuple(
        _person([lines[n] for n in numbers], _renumbered(own, numbers), headings, today)
        for numbers, own in found
    )
    return Reading(people, is_bij=is_bij(text))


def claims_in(lines: Sequence[str], known: Known) -> tuple[list[Claim], list[str]]:
    """Every claim in the lines that speak, and the headings that may name the kind."""
    spoken = speaking(lines, tells=lambda line: tells(line, known.today))
    labelled, prose = pieces(lines, spoken)
    claims = [claim for piece in labelled for claim in claims_of(piece, known)]
    for number in sorted(prose):
        claims += told_in(lines[number], number, known)
    behind = {piece.at for piece in labelled} | {piece.line for piece in labelled}
    for number in sorted(spoken - behind):
        if len(lines[number]) <= LONGEST:
            claims += doubts_in(lines[number], number)
    headings = [piece.value for piece in labelled if piece.asked == Asked.SUBJECT]
    headings += [lines[number] for number in sorted(prose) if len(lines[number]) <= 90]
    return claims, headings


def tells(line: str, today: date) -> bool:
    """Whether a line holds a date or a label with a colon: something to recognise."""
    line = line[:LONGEST]
    labelled = any(
        line[label.end() : label.end() + 2].strip()[:1] in {":", "="} for label in LABEL.finditer(line)
    )
    return labelled or next(seen_days(line, today=today), None) is not None


def _renumbered(claims: Iterable[Claim], numbers: Sequence[int]) -> list[Claim]:
    place = {number: here for here, number in enumerate(numbers)}
    return [
        Claim(one.about, one.value, place[one.line], place.get(one.at, place[one.line])) for one in claims
    ]


def _person(
    lines: Sequence[str], claims: Sequence[Claim], headings: Iterable[str] | None, today: date
) -> PersonReading:
    findings = _settled(possible(findings_from(claims), today), lines)
    kind: MessageKind | None = kind_of(headings, findings) if headings is not None else None
    taken = {finding.line for finding in findings.values()}
    used = taken | {claim.at for claim in claims if claim.line in taken and claim.value is not None}
    rest = tuple(n for n, line in enumerate(lines) if line.strip() and n not in used)
    return PersonReading("\n".join(lines), kind, findings, rest)


def _settled(findings: dict[Part, Finding], lines: Iterable[str]) -> dict[Part, Finding]:
    """Without the facility when a move is told and its day is not known: where he is now is not sure."""
    moves = any(MOVES.search(line) for line in lines)
    unsure = {Part.FACILITY} if moves and Part.MOVED_ON not in findings else set()
    return {part: finding for part, finding in findings.items() if part not in unsure}


def findings_from(claims: Sequence[Claim]) -> dict[Part, Finding]:
    """The parts on which all claims agree."""
    said: dict[str, list[Claim]] = {}
    for claim in _names_apart(claims):
        said.setdefault(claim.about, []).append(claim)
    agreed = {about: all_of[0] for about, all_of in said.items() if _agree(all_of)}
    length = agreed.pop("length", None)
    findings = {
        Part(a): Finding(c.value, c.line) for a, c in agreed.items() if isinstance(c.value, str | date)
    }
    if length and isinstance(length.value, tuple):
        pairs = zip(LENGTHS, length.value, strict=True)
        findings |= {part: Finding(count, length.line) for part, count in pairs if count}
    return findings


def _agree(claims: Sequence[Claim]) -> bool:
    values = {str(claim.value).casefold() for claim in claims}
    return len(values) == 1 and claims[0].value is not None


def _names_apart(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with whole names taken apart, prefixes put in front and the name he is called by as a last resort."""
    about = {claim.about for claim in claims}
    plain: list[Claim] = []
    for claim in claims:
        if claim.about == "name":
            plain += _halves(claim, about)
        elif claim.about == "called":
            plain += (
                []
                if Part.GIVEN_NAMES in about
                else [Claim(Part.GIVEN_NAMES, claim.value, claim.line, claim.at)]
            )
        elif claim.about != "prefix":
            plain.append(claim)
    prefixes = {claim.value for claim in claims if claim.about == "prefix"}
    return plain if prefixes <= {""} else _prefixed(plain, prefixes)


def _halves(claim: Claim, about: set[str]) -> list[Claim]:
    name = claim.value
    if not isinstance(name, Name):
        return [Claim(part, None, claim.line, claim.at) for part in (Part.GIVEN_NAMES, Part.FAMILY_NAME)]
    if name.single:
        sure = Part.GIVEN_NAMES in about and Part.FAMILY_NAME not in about
        return [Claim(Part.FAMILY_NAME, name.written if sure else None, claim.line, claim.at)]
    halves = ((Part.GIVEN_NAMES, name.given), (Part.FAMILY_NAME, name.family))
    return [Claim(part, half, claim.line, claim.at) for part, half in halves if half]


def _prefixed(claims: Sequence[Claim], prefixes: Set[object]) -> list[Claim]:
    prefix = str(next(iter(prefixes))) if len(prefixes) == 1 and None not in prefixes else None
    return [_with_prefix(claim, prefix) if claim.about == Part.FAMILY_NAME else claim for claim in claims]


def _with_prefix(claim: Claim, prefix: str | None) -> Claim:
    if prefix is None or claim.value is None:
        return Claim(claim.about, None, claim.line, claim.at)
    name = str(claim.value)
    whole = name if name.lower().startswith(f"{prefix} ") else f"{prefix} {name}"
    return Claim(claim.about, whole, claim.line, claim.at)


def possible(findings: dict[Part, Finding], today: date) -> dict[Part, Finding]:
    """The findings without days that cannot be true together."""
    days = {part: f.value for part in DAYS if (f := findings.get(part)) and isinstance(f.value, date)}
    wrong: set[Part] = {
        part for part in (Part.ENTERED_ON, Part.LEFT_ON) if part in days and days[part] > today
    }
    entered = days.get(Part.ENTERED_ON)
    for part, day in days.items():
        if entered and day < entered:
            wrong |= {part, Part.ENTERED_ON}
    born = findings.get(Part.BIRTH_DATE)
    if born and isinstance(born.value, date):
        early = {part for part, day in days.items() if day.year - born.value.year < 12}
        wrong |= early | ({Part.BIRTH_DATE} if early else set())
    if Part.RELEASE_ON in wrong or Part.RELEASE_ON not in days:
        wrong |= {Part.RELEASE_KIND} if Part.RELEASE_ON in wrong or Part.LEFT_ON in days else set()
    return {part: finding for part, finding in findings.items() if part not in wrong}
