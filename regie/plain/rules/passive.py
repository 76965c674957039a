"""A sentence in which something is done, and nobody does it: "het wordt aangevraagd"."""

import re
from collections.abc import Iterator

from regie.plain.rules.remark import Remark, Trouble
from regie.plain.rules.sentences import Sentence, Token

BECOMES = frozenset({"word", "wordt", "worden", "werd", "werden"})
# Past participles as they are made: ge-…, op-ge-…, be-…; of the last with -en only those that are no infinitive.
PARTICIPLE = re.compile(
    r"(?:af|aan|bij|door|in|mee|na|om|onder|op|over|terug|toe|uit|vast|voor|weg|klaar|samen)?ge[a-z]{2,18}(?:d|t|en)"
    r"|(?:be|ver|ont|her|er)[a-z]{2,18}[dt]"
    r"|(?:ver|ont|be)(?:sloten|broken|boden|loren|geten|slagen|houden|nomen|wezen|vonden|noemd|sproken|schreven|dreven)"
)
# They look so, and are a thing, or how somebody is: "hij wordt gezond", "een gesprek".
NONE = frozenset(
    "gezond gewond getrouwd geschikt gewoon gek gelukkig geld geluid gebied gebit gezicht gewicht gevecht"
    " gedicht gemeend gebaren geheimen gesprekken gebouwen gevoelens geduld geweld gevolgen gegevens"
    " geheugen gezinnen gemeenten gedachten genen geven gebeuren gebruiken geloven genieten gelden bekend"
    " bewust berucht beleid bericht bestand beeld bevoegd verdriet verstand verband verliefd verbaasd"
    " verdacht vermoeid verward verschillend verkeerd verslaafd ervaart ernst onthoud bent best beest bont"
    " bord erft herfst bezit bedrag gehandicapt gescheiden geleden tegen geen".split()
)


def passive(sentence: Sentence) -> Iterator[Remark]:
    """At most one for a sentence, around the verb and its participle; "hij wordt boos" is none."""
    verb = next((token for token in sentence if token.lower in BECOMES), None)
    done = next((token for token in sentence if _is_participle(token)), None)
    if verb and done:
        first, last = sorted((verb, done), key=lambda token: token.start)
        said = f"Wie doet dit? ‘{first.text} … {last.text}’ zegt dat niet. Schrijf wie het doet."
        yield Remark(first.start, last.end, Trouble.PASSIVE, said)


def _is_participle(token: Token) -> bool:
    word = token.lower
    return (
        token.kind == "word"
        and word not in NONE
        and not token.text[:1].isupper()
        and bool(PARTICIPLE.fullmatch(word))
    )
