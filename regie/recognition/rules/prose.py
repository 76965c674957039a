"""What running sentences say, by a closed list of patterns; a sentence with a doubt or another's role says nothing."""

import re
from collections.abc import Iterator

from regie.recognition.rules import people
from regie.recognition.rules.claims import Claim, Known, Value, bsn_of, place_of
from regie.recognition.rules.days import SeenDay, day_of, seen_days
from regie.recognition.rules.doubt import TOPICS, doubted_topics, speaks_of_other
from regie.recognition.rules.reading import Part
from regie.recognition.rules.sentences import CONVICTED, HELD, sentence_of

STOP = re.compile(r"(?<=[^\W\d_]{3})[.!?](?=\s+[A-Z0-9])|(?<=\d{4})\.(?=\s+[A-Z])")
_NAME = r"(?P<name>(?:[^\W\d_][\w'’.-]{0,30} ){1,5}[^\W\d_][\w'’-]{1,30})"
BORN = re.compile(r"(?:, ?| \(| )(?:geboren|geb\.)(?: op|:)? (?=(?P<day>[^()]{6,40}))", re.I)
BEFORE = re.compile(
    r"(?:^|\b(?:is|wordt|werd|dat|betreft:?|inzake:?|heer|dhr\.|mevrouw"
    r"|mw\.|gedetineerde|betrokkene|justitiabele|jongere)\s)" + _NAME + "$"
)
STATED = re.compile(
    r"ingesloten|binnengekomen|overgeplaatst|gedetineerd|in detentie|in vrijheid gesteld"
    r"|vrijgelaten|in bewaring gesteld|zit vast|komt\b.{0,40}\bvrij\b",
    re.I,
)
BETREFT = re.compile(r"\s{0,3}(?:betreft|inzake)\b", re.I)
OBJECT = re.compile(r"\b(?:hem|haar|hen|zijn|mijn|onze|wij|ik)\b", re.I)
EVENTS = (
    (Part.ENTERED_ON, re.compile(r"^op @ (?:is|werd) [^.;@]{1,80}? ingesloten\b", re.I)),
    (
        Part.ENTERED_ON,
        re.compile(
            r"\b(?:is|werd) (?:op|per|sinds) @(?: in [^.,;@]{1,80}?)? (?:ingesloten|binnengekomen"
            r"|in bewaring gesteld|gedetineerd)\b",
            re.I,
        ),
    ),
    (
        Part.ENTERED_ON,
        re.compile(r"\b(?:zit|is) sinds @ (?:vast|in detentie|in bewaring|gedetineerd)\b", re.I),
    ),
    (
        Part.MOVED_ON,
        re.compile(
            r"\b(?:is|wordt|werd) (?:op|per|met ingang van) @(?: (?:van|naar"
            r"|vanuit) [^.,;@]{1,160}?)? overgeplaatst\b",
            re.I,
        ),
    ),
    (
        Part.LEFT_ON,
        re.compile(
            r"\b(?:is|werd) (?:op|per) @(?: (?:uit|vanuit) [^.,;@]{1,80}?)? (?:in"
            r" vrijheid gesteld|vrijgelaten|vrijgekomen)\b",
            re.I,
        ),
    ),
    (
        Part.RELEASE_ON,
        re.compile(
            r"\b(?:de|zijn|haar) (?:nieuwe |verwachte )?(?P<l>ontslagdatum"
            r"|einddatum|v\.i\.-datum) (?:is|wordt) (?:nu |vastgesteld op |gewijzigd (?:in|naar) )?@$",
            re.I,
        ),
    ),
    (
        Part.RELEASE_ON,
        re.compile(
            r"\bkomt (?:op|per) @ vrij\b|\bwordt (?:op|per) @ (?:in vrijheid gesteld|vrijgelaten)\b", re.I
        ),
    ),
)
SITS = re.compile(
    r"(?:\bingesloten in|\bbinnengekomen in|\bverblijft in|\bgedetineerd in|\bzit (?:vast )?in"
    r"|\bgeplaatst in|\bovergeplaatst naar|\bnaar) (?:de )?$",
    re.I,
)
IN = re.compile(r"\bin (?:de )?$", re.I)
LIVES = re.compile(
    r"\b(?:wonende|woonachtig) (?:te|in) (?P<place>[^\W\d_][\w' -]{1,38}?)(?=$|[.,;)]|\s(?:is|en)\b)", re.I
)
NUMBER = re.compile(r"\bBSN(?:[ -]?nummer)?[ :]{1,3}(?P<n>(?:\d[ .]?){8}\d)(?![\d.]?\d)", re.I | re.ASCII)
ABOUT = {
    "birth": (Part.BIRTH_DATE,),
    "name": ("name", Part.GIVEN_NAMES, Part.FAMILY_NAME),
    "bsn": (Part.BSN,),
    "facility": (Part.FACILITY,),
    "place": (Part.PLACE,),
    "entered": (Part.ENTERED_ON,),
    "moved": (Part.MOVED_ON,),
    "release": (Part.RELEASE_ON, Part.RELEASE_KIND, Part.LEFT_ON),
    "length": ("length",),
    "title": (Part.TITLE,),
}
EVERYTHING = tuple(about for parts in ABOUT.values() for about in parts)


def doubts_in(line: str, number: int) -> Iterator[Claim]:
    """What a sentence of a line takes the certainty from: claims without a value."""
    for sentence in STOP.split(line):
        topics = doubted_topics(sentence)
        parts = EVERYTHING if "all" in topics else tuple(part for topic in topics for part in ABOUT[topic])
        yield from (Claim(about, None, number, number) for about in parts)


def told_in(line: str, number: int, known: Known) -> Iterator[Claim]:
    """What the sentences of a line say surely; a line on anybody else says nothing."""
    if speaks_of_other(line):
        return
    for sentence in STOP.split(line):
        if not doubted_topics(sentence) or not _touched(sentence):
            yield from (
                Claim(about, value, number, number) for about, value in _said(sentence.strip(" ."), known)
            )


def _touched(sentence: str) -> bool:
    return any(words.search(sentence) for words in TOPICS.values())


def _said(sentence: str, known: Known) -> Iterator[tuple[str, Value]]:
    born = BORN.search(sentence)
    rest = sentence
    if born:
        first = next(seen_days(born["day"], today=known.today, birth=True), None)
        if first is None or first.start:
            return
        rest = sentence[: born.start()] + sentence[born.start("day") + first.end :].replace(")", "", 1)
        yield from _person(sentence, sentence[: born.start()], first)
    yield from _events(rest, known)
    yield from _places(rest, known)
    yield from _punished(rest)
    if number := NUMBER.search(sentence):
        yield Part.BSN, bsn_of(number["n"])


def _person(sentence: str, before: str, birth: SeenDay) -> Iterator[tuple[str, Value]]:
    named = BEFORE.search(before[-200:])
    sure = (STATED.search(sentence) and not OBJECT.search(sentence)) or BETREFT.match(sentence)
    name = people.name_of(named["name"], order="given") if named else None
    if sure and name:
        yield "name", name
        yield Part.BIRTH_DATE, birth.day


def _events(rest: str, known: Known) -> Iterator[tuple[str, Value]]:
    days = list(seen_days(rest, today=known.today))
    if len(days) != 1:
        return
    marked = (rest[: days[0].start] + "@" + rest[days[0].end :]).strip()
    marked = re.sub(r" ,|, ,|,(?= is\b)", "", marked)
    for part, pattern in EVENTS:
        if pattern.search(marked):
            yield part, day_of(rest[days[0].start : days[0].end], today=known.today)
            return


def _places(rest: str, known: Known) -> Iterator[tuple[str, Value]]:
    seen = known.facilities.seen_in(rest)
    stated = STATED.search(rest) is not None
    for name, start, _ in seen:
        alone = len(seen) == 1 and stated and IN.search(rest[:start])
        if SITS.search(rest[:start]) or alone:
            yield Part.FACILITY, name
    if lives := LIVES.search(rest):
        yield Part.PLACE, place_of(lives["place"].strip())


def _punished(rest: str) -> Iterator[tuple[str, Value]]:
    if HELD.search(rest):
        yield Part.TITLE, "pretrial"
    elif convicted := CONVICTED.search(rest):
        title, length = sentence_of(convicted["all"])
        if title and "waarvan" not in rest:
            yield Part.TITLE, title
            yield "length", length
