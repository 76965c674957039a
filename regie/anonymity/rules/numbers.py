"""Numbers and addresses that lead to one person, whether his file knows them or not."""

import re
from collections.abc import Callable, Iterator

import phonenumbers
from stdnum import iban
from stdnum.nl import bsn

from regie.anonymity.enums import Recognised
from regie.anonymity.rules.folding import Written, folded
from regie.anonymity.rules.known import Found, Known

SHORTEST_REFERENCE = 4
COUNTRY = "NL"
EMAIL = re.compile(r"[\w.+%-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}")
MOBILE = re.compile(r"(?<!\d)(?:\+31|0031|0)\s?-?\s?6(?:[\s.-]?\d){8}(?!\d)")
NINE = re.compile(r"(?<![\w.,])\d(?:[ .-]?\d){7,8}(?![\w]|[.,]\d)")
CALLED_BSN = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofinummer)\W{0,3}(?:is |nummer )?(\d(?:[ .-]?\d){6,8})(?!\d)"
)
ACCOUNT = re.compile(r"(?<!\w)[a-z]{2}\d{2}(?: ?[a-z0-9]){11,30}(?!\w)")
DUTCH_ACCOUNT = re.compile(r"(?<!\w)nl\s?\d{2}\s?[a-z]{4}(?:[\s.]?\d){10}(?!\w)")
POSTCODE = re.compile(r"(?<![\w.,])[1-9]\d{3}(\s?)([a-z]{2})(?!\w)")
PLATE = re.compile(
    r"(?<![\w-])(?:[a-z]{2}-\d\d-\d\d|\d\d-\d\d-[a-z]{2}|\d\d-[a-z]{2}-\d\d|[a-z]{2}-\d\d-[a-z]{2}|"
    r"[a-z]{2}-[a-z]{2}-\d\d|\d\d-[a-z]{2}-[a-z]{2}|\d\d-[a-z]{3}-\d|\d-[a-z]{3}-\d\d|[a-z]{2}-\d{3}-[a-z]|"
    r"[a-z]-\d{3}-[a-z]{2}|[a-z]{3}-\d\d-[a-z]|[a-z]-\d\d-[a-z]{3}|\d-[a-z]{2}-\d{3}|\d{3}-[a-z]{2}-\d)(?![\w-])"
)
CALLED_PLATE = re.compile(r"\bkenteken\W{1,3}(?:is )?((?=[a-z-]*\d)[a-z0-9][a-z0-9-]{5,7})(?!\w)")
IS_A = "straat|laan|plein|gracht|kade|singel|steeg|dreef|plantsoen|boulevard"
OR_A = "weg|hof|pad|dijk|markt|park|erf|wal|ring|veld|hoek"
STREET = re.compile(rf"(?<!\w)[^\W\d_]{{2,}}(?:{IS_A})(?!\w)")
OR_STREET = re.compile(rf"(?<!\w)(?:[^\W\d_]{{2,}}(?:{OR_A})|[^\W\d_]+ (?:{IS_A}))(?!\w)")
HOUSE = re.compile(
    r"\s\d{1,4}\s?-?(?:[a-z]|[ivx]+)?(?![\w%]|[.,]\d)(?! (?:keer|weken|dagen|maanden|jaar|uur|euro))"
)
NO_STREET = {"gerechtshof", "onderweg", "uitweg", "omweg", "wildernis", "voorhof", "bedrijf", "netwerk"}


def numbers_in(text: Written, known: Known) -> Iterator[Found]:
    """Each address, number and code that stands there."""
    for kind, found in _PATTERNS:
        for start, end in found(text):
            yield Found(start, end, kind)
    for reference in known.references:
        yield from _reference(text, reference)


def streets_in(text: Written, known: Known) -> Iterator[Found]:
    """Each street, by how it is called or because his file knows it."""
    for match in STREET.finditer(text.plain):
        start, end = match.span()
        number = HOUSE.match(text.plain, end)
        if number or (text.is_capital(start) and not text.begins(start)):
            yield Found(start, number.end() if number else end, Recognised.ADDRESS)
    for match in OR_STREET.finditer(text.plain):
        number = HOUSE.match(text.plain, match.end())
        if number and text.is_capital(match.start()) and match.group() not in NO_STREET:
            yield Found(match.start(), number.end(), Recognised.ADDRESS)
    yield from _addresses(text, known)


def _addresses(text: Written, known: Known) -> Iterator[Found]:
    for address in known.addresses:
        words = r"\W+".join(re.findall(r"\w+", folded(address)))
        for match in re.finditer(rf"(?<!\w){words}(?!\w)", text.plain) if words else ():
            yield Found(*match.span(), Recognised.ADDRESS)


def _reference(text: Written, reference: str) -> Iterator[Found]:
    """The same letters and figures in this order, whatever stands between them."""
    signs = re.findall(r"[^\W_]", folded(reference))
    if len(signs) < SHORTEST_REFERENCE or not any(sign.isdigit() for sign in signs):
        return
    between = r"[\s./_-]*".join(map(re.escape, signs))
    for match in re.finditer(rf"(?<![^\W_]){between}(?![^\W_])", text.plain):
        yield Found(*match.span(), Recognised.REFERENCE)


def _whole(pattern: re.Pattern[str], group: int = 0) -> Callable[[Written], Iterator[tuple[int, int]]]:
    return lambda text: (match.span(group) for match in pattern.finditer(text.plain))


def _phones(text: Written) -> Iterator[tuple[int, int]]:
    for match in phonenumbers.PhoneNumberMatcher(text.plain, COUNTRY):
        yield match.start, match.end


def _nine_figures(text: Written) -> Iterator[tuple[int, int]]:
    for match in NINE.finditer(text.plain):
        if bsn.is_valid(re.sub(r"\D", "", match.group())):
            yield match.span()


def _accounts(text: Written) -> Iterator[tuple[int, int]]:
    for match in ACCOUNT.finditer(text.plain):
        if iban.is_valid(match.group()):
            yield match.span()


def _postcodes(text: Written) -> Iterator[tuple[int, int]]:
    """2024 is a year and *is* a word: with a space between, the letters must be capitals."""
    for match in POSTCODE.finditer(text.plain):
        if not match.group(1) or (text.is_capital(match.start(2)) and text.is_capital(match.end() - 1)):
            yield match.span()


_PATTERNS: tuple[tuple[Recognised, Callable[[Written], Iterator[tuple[int, int]]]], ...] = (
    (Recognised.EMAIL, _whole(EMAIL)),
    (Recognised.IBAN, _whole(DUTCH_ACCOUNT)),
    (Recognised.IBAN, _accounts),
    (Recognised.PHONE, _whole(MOBILE)),
    (Recognised.PHONE, _phones),
    (Recognised.BSN, _whole(CALLED_BSN, 1)),
    (Recognised.BSN, _nine_figures),
    (Recognised.POSTCODE, _postcodes),
    (Recognised.PLATE, _whole(PLATE)),
    (Recognised.PLATE, _whole(CALLED_PLATE, 1)),
)
