"""On what ground he is held and for how long, in words that can be read in one way."""

import re

TITLES = {
    "voorlopige hechtenis": "pretrial",
    "preventieve hechtenis": "pretrial",
    "gevangenisstraf": "prison",
    "onvoorwaardelijke gevangenisstraf": "prison",
    "jeugddetentie": "youth_detention",
    "onvoorwaardelijke jeugddetentie": "youth_detention",
    "vervangende hechtenis": "substitute",
    "gijzeling": "coercive",
    "isd": "isd",
    "isd-maatregel": "isd",
    "pij": "pij",
    "pij-maatregel": "pij",
    "tbs": "tbs",
}
_TITLE = "|".join(sorted(map(re.escape, TITLES), key=len, reverse=True))
_LENGTH = (
    r"(?:(?P<y>\d{1,2}) ?(?:jaren|jaar|jr))?(?:(?<=r)|(?<=n))?(?: ?(?:en|,)? ?)"
    r"(?:(?P<m>\d{1,3}) ?(?:maanden|maand|mnd\.?))?(?: ?(?:en|,)? ?)"
    r"(?:(?P<w>\d{1,3}) ?(?:weken|week))?(?: ?(?:en|,)? ?)(?:(?P<d>\d{1,4}) ?(?:dagen|dag))?"
)
_TAIL = r"(?: (?:onvoorwaardelijk|met aftrek(?: van (?:het )?voorarrest)?))?"
LENGTH = re.compile(_LENGTH + _TAIL, re.I | re.ASCII)
BOTH = (
    re.compile(rf"(?P<t>{_TITLE})(?:,| van| voor de duur van|:)? (?:{_LENGTH}){_TAIL}", re.I | re.ASCII),
    re.compile(rf"(?:{_LENGTH}) (?P<t>{_TITLE}){_TAIL}", re.I | re.ASCII),
)
CONVICTED = re.compile(r"veroordeeld tot (?:een )?(?P<all>[^.,;()]{3,80}?)(?=$|[.,;])", re.I)
HELD = re.compile(r"\b(?:zit|verblijft|is) in (?P<t>voorlopige hechtenis)(?=$|[ .,;])", re.I)
Length = tuple[int, int, int]  # years, months, days


def length_of(value: str) -> Length | None:
    """(2, 3, 0) of "2 jaar en 3 maanden"; weeks are counted as days; None of anything more."""
    match = LENGTH.fullmatch(value.strip().rstrip(".")) if len(value) <= 80 else None
    return _numbers(match) if match else None


def sentence_of(value: str) -> tuple[str | None, Length | None]:
    """The title and the length that a value is, wholly; None for what is not there or not plain."""
    plain = " ".join(value.strip().rstrip(".").lower().split())
    if len(plain) > 100:
        return None, None
    if plain in TITLES:
        return TITLES[plain], None
    match = next((found for form in BOTH if (found := form.fullmatch(plain))), None)
    if match is None:
        return None, length_of(plain)
    return TITLES[match["t"]], _numbers(match)


def _numbers(match: re.Match[str]) -> Length | None:
    years, months, weeks, days = (int(match[name] or 0) for name in ("y", "m", "w", "d"))
    length = years, months, weeks * 7 + days
    return length if any(length) and years <= 40 and months <= 480 else None
