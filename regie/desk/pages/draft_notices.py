"""The letters that say to him that somebody helps him, or that something about him was told, and why that may."""

from collections.abc import Mapping
from datetime import date

from regie.approach.enums import GroundKind
from regie.approach.rules import Approach
from regie.desk.pages.draft_letters import letter
from regie.desk.pages.drafts import Draft
from regie.trajectories.models import Disclosure, Involvement
from regie.ui.words import listed, on_weekday

ENDING = """
Wat mag jij?
Wil je dit niet? Zeg het mij. Dan kijken we samen wat kan.
Je mag altijd lezen wat er over je staat.

Heb je een vraag? Bel mij. Mijn nummer is: {number}

Groeten,

{writer}
Gemeente {place}
"""
INVOLVED = """Beste {name},

Iemand anders helpt je ook.

Wie is dat?
<who>
<role>

Waarvoor?
<purpose>

Wat mag ik vertellen?
Alleen iets over: <domains>.

Waarom mag dat?
<why>

Tot wanneer?
Tot en met <until>.
"""
TOLD = """Beste {name},

Ik heb iets over je verteld. In deze brief lees je aan wie, en waarom.

Aan wie?
<to>, op <day>.

Wat heb ik verteld?
<what>

Waarvoor?
<purpose>

Waarom mag dat?
<why>
"""
WHY = {
    GroundKind.LAW: "Er is een wet voor: {title}.",
    GroundKind.REQUEST: "Je vroeg er zelf om, of je vond het goed.",
    GroundKind.PENDING: "Of dit mag, kijkt de gemeente nog na.",
}
LEAD = "Hij hoort van u wie wat over hem weet. Regie legt vast dat u het hem uitlegde."


def involved_letter(one: Involvement, approach: Approach) -> Draft:
    """About who is involved with him; no query."""
    domains = [domain.title.lower() for domain in approach.life_domains if domain.code in one.domains]
    words = {
        "who": one.who,
        "role": one.role,
        "purpose": one.purpose,
        "domains": listed(domains),
        "why": _why(one.ground, approach),
        "until": _day(one.until),
    }
    return letter("Iemand anders helpt je ook", LEAD, _filled(INVOLVED, words), "wie-helpt")


def told_letter(one: Disclosure, approach: Approach) -> Draft:
    """About what was told to another; no query."""
    words = {
        "to": one.to,
        "day": _day(one.happened_on),
        "what": one.what,
        "purpose": one.purpose,
        "why": _why(one.ground, approach),
    }
    return letter("Wat ik over je vertelde", LEAD, _filled(TOLD, words), "verteld")


def _why(code: str, approach: Approach) -> str:
    ground = next((one for one in approach.grounds if one.code == code), None)
    return WHY[ground.kind].format(title=ground.title) if ground else "…"


def _day(on: date) -> str:
    return on_weekday(on)


def _filled(text: str, words: Mapping[str, str]) -> str:
    """What is known stands in it; a brace that somebody typed is no place to fill in."""
    for name, said in words.items():
        text = text.replace(f"<{name}>", said.replace("{", "{{").replace("}", "}}"))
    return text + ENDING
