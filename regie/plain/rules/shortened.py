"""Abbreviations, and what they stand for; what everybody says so is none."""

from collections.abc import Iterator

from regie.plain.rules.remark import Remark, Trouble
from regie.plain.rules.sentences import Sentence, Token

FINE = frozenset(
    "wc tv sms pdf pc cv wifi gps usb cd dvd ov id ok bsn pi pin mbo hbo vmbo havo vwo hiv wk ek sos nl eu vip".split()
)
ROMAN = frozenset("IVX")
WRITTEN = {
    "a.u.b.": "alstublieft",
    "d.m.v.": "met",
    "d.w.z.": "dat betekent",
    "e.a.": "en anderen",
    "e.d.": "en zo",
    "i.o.m.": "samen met",
    "i.p.v.": "in plaats van",
    "i.v.m.": "door",
    "m.b.t.": "over",
    "m.i.v.": "vanaf",
    "m.n.": "vooral",
    "n.a.v.": "door",
    "n.v.t.": "niet nodig",
    "o.a.": "bijvoorbeeld",
    "o.b.v.": "door",
    "o.g.v.": "door",
    "o.v.v.": "zet erbij",
    "t.a.v.": "voor",
    "t.b.v.": "voor",
    "t.g.v.": "door",
    "t.o.v.": "vergeleken met",
    "t.z.t.": "later",
    "z.o.z.": "kijk op de andere kant",
    "z.s.m.": "zo snel mogelijk",
    "v.i.": "voorwaardelijk vrij",
    "t/m": "tot en met",
}
WITHOUT_STOPS = {short.replace(".", ""): long for short, long in WRITTEN.items() if short.count(".") > 2} | {
    "afd": "afdeling",
    "bijv": "bijvoorbeeld",
    "blz": "bladzijde",
    "bv": "bijvoorbeeld",
    "dhr": "meneer",
    "enz": "en zo verder",
    "etc": "en zo verder",
    "evt": "misschien",
    "excl": "zonder",
    "incl": "met",
    "jl": "",
    "mevr": "mevrouw",
    "mw": "mevrouw",
    "resp": "",
    "zgn": "zogenaamd",
}
# A word too: an abbreviation only with a full stop, and with more after it.
WITH_A_STOP = {
    "art": "artikel",
    "ca": "ongeveer",
    "gem": "gemiddeld",
    "max": "hooguit",
    "min": "minstens",
    "nr": "nummer",
    "tel": "telefoon",
}


def shortened(text: str, sentence: Sentence, *, fine: frozenset[str], shouted: bool) -> Iterator[Remark]:
    """Each abbreviation; one between brackets stands behind the words it is short for."""
    for place, token in enumerate(sentence):
        more = place + 1 < len(sentence)
        long = None if token.lower in fine else _long(text, token, more=more, shouted=shouted)
        if long is not None:
            yield Remark(token.start, token.end, Trouble.SHORTENED, _said(token.text, long), long)


def _long(text: str, token: Token, *, more: bool, shouted: bool) -> str | None:
    """What it is short for, "" when nobody knows; None for what is no abbreviation."""
    if token.kind == "dotted":
        known = WRITTEN.get(token.lower, WRITTEN.get(f"{token.lower}."))
        return known if known is not None or token.text[:1].isupper() else ""
    if token.kind != "word":
        return None
    if token.lower in WITHOUT_STOPS and not token.text.isupper():
        return WITHOUT_STOPS[token.lower]
    if token.lower in WITH_A_STOP and more and text[token.end : token.end + 1] == ".":
        return WITH_A_STOP[token.lower]
    return "" if not shouted and _is_letters(text, token) else None


def _is_letters(text: str, token: Token) -> bool:
    """Whether it is a word of capitals only, such as UWV: not II, not (UWV)."""
    between = text[token.start - 1 : token.start] == "(" and text[token.end : token.end + 1] == ")"
    capitals = 2 <= len(token.text) <= 6 and token.text.isupper()
    return capitals and not between and token.lower not in FINE and not set(token.text) <= ROMAN


def _said(short: str, long: str) -> str:
    instead = f"Schrijf liever ‘{long}’." if long else "Schrijf het uit, of leg het uit."
    return f"‘{short}’ is een afkorting. {instead}"
