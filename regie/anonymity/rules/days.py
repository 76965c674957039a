"""His birth date and his age, in every way in which Dutch writes a day, a year or a number."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from regie.anonymity.enums import Recognised
from regie.anonymity.rules.folding import Written
from regie.anonymity.rules.known import Found, Known
from regie.persons.rules import age

MONTHS = (
    r"januari|jan", r"februari|feb|febr", r"maart|mrt", r"april|apr", r"mei", r"juni|jun", r"juli|jul",
    r"augustus|aug", r"september|sept|sep", r"oktober|okt", r"november|nov", r"december|dec",
)  # fmt: skip
ONES = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien".split()
MORE = ["zeventien", "achttien", "negentien"]
TENS = {2: "twintig", 3: "dertig", 4: "veertig", 5: "vijftig", 6: "zestig", 7: "zeventig", 8: "tachtig"}
TENS[9] = "negentig"
SMALL = [*ONES, *MORE]
# "tot 21 jaar" is the bound of a rule, and nobody's age.
BOUND = re.compile(
    r"\b(?:tot|t/m|tot en met|vanaf|boven|onder|dan|beneden|minstens|minimaal|hoogstens|maximaal)(?: de)?\s*$"
)
FARTHEST = 20  # letters before an age in which such a bound stands
NOT_IN = r"(?<![\w])", r"(?![\w])"


def in_words(number: int) -> str:
    """A pattern for a number below a hundred in words: eenentwintig, een en twintig."""
    if number < len(SMALL):
        return SMALL[number]
    tens, ones = divmod(number, 10)
    return f"{SMALL[ones]}\\s?en\\s?{TENS[tens]}" if ones else TENS[tens]


def birth_in(text: Written, known: Known) -> Iterator[Found]:
    """Each place where his birth date stands, or enough of it."""
    for born in known.birth_dates:
        for pattern in _births(born):
            for match in pattern.finditer(text.plain):
                yield Found(*match.span("day"), Recognised.BIRTH)


def age_in(text: Written, known: Known, on: date) -> Iterator[Found]:
    """Each place where his age of that day stands, in figures or in words."""
    for born in known.birth_dates:
        years = age(born, on=on)
        if years is None or years >= 100:
            continue
        for match in _ages(years).finditer(text.plain):
            if not BOUND.search(text.plain[max(match.start() - FARTHEST, 0) : match.start()]):
                yield Found(*match.span(), Recognised.AGE)


@lru_cache(maxsize=500)
def _ages(years: int) -> re.Pattern[str]:
    return re.compile(
        rf"{NOT_IN[0]}(?:{years}|{in_words(years)})\s?-?\s?(?:jaar|jarig\w*|jr|jaren){NOT_IN[1]}|"
        rf"\bleeftijd\W{{1,3}}(?:is )?(?:{years}|{in_words(years)}){NOT_IN[1]}"
    )


@lru_cache(maxsize=500)
def _births(born: date) -> tuple[re.Pattern[str], ...]:
    """The patterns of one day; what is shown is its group `day`."""
    month, day_number = MONTHS[born.month - 1], f"0?{born.day}"
    day = rf"(?:{day_number}(?:e|ste|de)?|{in_words(born.day)}|{_rank(born.day)})"
    year = rf"(?:{born.year}|'?{born.year % 100:02}|{_year_in_words(born.year)})"
    named = rf"{day}\s?-?(?:van )?(?:{month})\.?"
    near, apart = r"(?:jarig|verjaar\w*|geboren|geboorte\w*|geb\.?)", r"[^.!?]{0,30}?"
    ways = (
        rf"(?P<day>{day_number}\s?[-/. ]\s?0?{born.month}\s?[-/. ]\s?{year})",
        rf"(?P<day>{born.year}\s?[-/. ]?\s?{born.month:02}\s?[-/. ]?\s?{born.day:02})",
        rf"(?P<day>{born.year}\s?[-/. ]\s?0?{born.month}\s?[-/. ]\s?{day_number})",
        rf"(?P<day>{born.day:02}{born.month:02}{born.year})",
        rf"(?P<day>{named}\s?-?{year})",
        rf"(?P<day>(?:{month})\.?\s(?:{born.year}|{_year_in_words(born.year)}))",
        rf"{near}{apart}{NOT_IN[0]}(?P<day>{named}|{day_number}\s?[-/]\s?0?{born.month})",
        rf"(?P<day>{named}){NOT_IN[1]}{apart}{near}",
        rf"(?P<day>(?:{near}|bouwjaar|jaargang|lichting)\W+(?:\w+\W+){{0,3}}?{year})",
        rf"(?P<day>(?:jongen|jongere|jongeman|man|hij is)\s(?:uit|van)\s{born.year})",
    )
    return tuple(re.compile(f"{NOT_IN[0]}{way}{NOT_IN[1]}") for way in ways)


def _rank(number: int) -> str:
    """A pattern for which one of the month, in words: derde, eenentwintigste."""
    odd = {1: "eerste", 3: "derde", 8: "achtste"}
    return odd.get(number, in_words(number) + ("de" if number < 20 else "ste"))


def _year_in_words(year: int) -> str:
    hundreds, rest = divmod(year, 100)
    said = in_words(rest) if rest else ""
    if hundreds == 20:
        return rf"tweeduizend(?:\s?(?:en\s?)?{said})" if said else "tweeduizend"
    return rf"negentien(?:\s?honderd)?\s?(?:en\s?)?{said}"
