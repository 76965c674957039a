"""Of which area a figure is, by the codes of the CBS."""

import re
from collections.abc import Mapping

from regie.base.errors import NotValid

NATION = "NL"
OF_THE_NATION = {"NL", "NL00", "NL01", "NEDERLAND"}  # as the CBS and people write it
CODE = re.compile(r"(GM\d{4}|[A-Z]{2}\d{2,8})")
WORDS = {
    NATION: "Nederland",
    "LD01": "Noord-Nederland",
    "LD02": "Oost-Nederland",
    "LD03": "West-Nederland",
    "LD04": "Zuid-Nederland",
    "PV31": "Limburg",
}


def read_region(text: str) -> str:
    """The code that a text means, without the spaces that the CBS puts behind it; raises NotValid."""
    typed = text.strip().upper()
    if typed in OF_THE_NATION:
        return NATION
    if CODE.fullmatch(typed):
        return typed
    raise NotValid(
        f"Dit gebied kennen we niet: {text.strip() or 'leeg'}. Vul de CBS-code in, bijvoorbeeld NL of GM1883.",
        field="region",
    )


def region_words(code: str, names: Mapping[str, str]) -> str:
    """An area in words; `names` are the municipalities we know, by their code."""
    return names.get(code) or WORDS.get(code, code)
