"""Words that take the certainty from a value, or say that a line is about somebody else."""

import re

DOUBT = re.compile(
    r"\?|~~|\b(?:niet|geen|nooit|was|waren|oorspronkelijke?|i\.?p\.?v"
    r"|vervallen|vervalt|eerder|eerst|in plaats van"
    r"|mogelijke?|onder voorbehoud|o\.v\.b|misschien|circa|ca|rond|ongeveer"
    r"|waarschijnlijk|vermoedelijke?|wellicht"
    r"|eventueel|zou|tenzij|indien|onbekend|onjuist|abusievelijk|foutief|uiterlijk|vóór"
    r"|medio|begin(?! detentie)|eind|half"
    r"|streefdatum|oude?|vorige?|voorheen|voormalig|onzeker|twijfel|verzoek"
    r"|verzocht|aangevraagd|wil|wilde|wenst"
    r"|als|maar|of|correctie|rectificatie|gecorrigeerd|ingetrokken"
    r"|geannuleerd|kan|kunnen|had|hadden|toen|destijds"
    r"|vorig|ooit|nog|tot en met|binnenkort|zodra|totdat|ten onrechte|vergissing|moet zijn|moest|anders)\b",
    re.I,
)
HARD = re.compile(
    r"\?\?|onder voorbehoud|onjuist|klop(?:t|pen) niet|niet juist|niet correct|ten onrechte|abusievelijk"
    r"|niet zeker|onzeker|niet definitief|vergissing|verkeerde?\b"
    r"|foutieve?\b|rectificatie|correctie|verwissel"
    r"|verwar(?:d|ring|t)\b|ingetrokken|geannuleerd|niet meer geldig|vervallen",
    re.I,
)
FORMER = re.compile(
    r"^\W{0,9}(?:oude?\b|was\b|vervallen|vorige?\b|eerdere?\b|historie"
    r"|geschiedenis|voorheen|oorspronkelijke?\b"
    r"|niet meer geldig|verouderd|onjuist|foutie|voormalig|tot nu toe"
    r"|ingetrokken|geannuleerd|archief|concept\b"
    r"|voorbeeld|oud-|vorige gegevens|historische?\b)|\((?:oud|vervallen"
    r"|historie|was)\)|\bvervallen gegevens",
    re.I,
)
STAFF = re.compile(
    r"\b(?:case ?-?manager|mentor|advoca(?:at|te)|raads(?:man|vrouw)|mr\."
    r"|reclassering|behandeld|behandelaar|afzender"
    r"|medewerk|directeur|officier|rechter|coach|contact ?persoon|contact"
    r"|begeleid|consulent|referent|huisarts"
    r"|co[oö]rdinator|t\.?a\.?v\.?(?=[ :])|ter attentie|opsteller|opgesteld"
    r"|auteur|agent\b|wijkagent|verbalisant|piw"
    r"|hulpverlen|werkgever|toezicht|trajectbegeleid|bewindvoerder|curator|verwijzer|melder|aanspreekpunt"
    r"|ondertekend|namens|cc\b|inlichtingen|psycho|psychiater|arts\b|tolk"
    r"|burgemeester|wethouder|docent|leraar"
    r"|jobcoach|ambtenaar|regisseur|voogd)",
    re.I,
)
RELATED = re.compile(
    r"\b(?:moeder|vader|ouder(?!dom|\s+dan)|broe?r|broertje|zus|partner"
    r"|vriend(?!elijk)|echtgeno|kind|zoon\b|zoontje|dochter"
    r"|oma\b|opa\b|familie(?!naam)|slachtoffer|aangever|aangeefster"
    r"|verdachte|mede-?(?:dader|verdachte|gedetineerde|pleger)"
    r"|getuige|gezin|nicht|neef|tante|oom\b|ex\b|ex-|stief|pleeg|schoon"
    r"|bezoek|relatie|nabestaande|celgenoot|tweeling|baby"
    r"|verloofde|samenwonend|netwerk|alias|bijgenaamd|schuilnaam|huisgeno"
    r"|hoofdbewoner|verhuurder|buur|maat\b|kennis\b"
    r"|vrouw van|man van|ander(?:e|en)? (?:persoon|gedetineerde|jongere))",
    re.I,
)
TOPICS = {
    "birth": re.compile(r"geb(?:oorte|oren|\.)", re.I),
    "name": re.compile(r"naam\b|namen\b", re.I),
    "bsn": re.compile(r"\bbsn|burgerservice|sofi", re.I),
    "facility": re.compile(r"inrichting|\bPI\b|\bJJI\b|verblij|geplaatst|plaatsing", re.I),
    "place": re.compile(r"woon|wonend|ingeschreven|inschrijving|adres", re.I),
    "entered": re.compile(r"ingesloten|insluiting|insluit|detentie|gedetineerd|bewaring", re.I),
    "moved": re.compile(r"overgeplaatst|overplaats", re.I),
    "release": re.compile(
        r"ontslag|einddatum|v\.i\.|\bvi\b|\bpp\b|vrijheid|\bvrij\b|vrijgelaten"
        r"|schors|eindverlof|einde straf|einde detentie",
        re.I,
    ),
    "length": re.compile(r"\bstraf|maanden|\bjaar\b|dagen|waarvan|voorwaardelijk", re.I),
    "title": re.compile(r"titel|hechtenis|straf|maatregel", re.I),
    "all": re.compile(r"datum|data\b|gegevens|hierboven|bovenstaande|persoon|bericht|melding", re.I),
}


def is_doubtful(text: str) -> bool:
    """Whether a text about a value says that it is not, no longer or not surely so."""
    return DOUBT.search(text.replace("voorlopige hechtenis", "")) is not None


def speaks_of_other(text: str) -> bool:
    """Whether a line names a role that is not his."""
    return STAFF.search(text) is not None or RELATED.search(text) is not None


def doubted_topics(sentence: str) -> frozenset[str]:
    """The topics that a sentence takes the certainty from; "all" only when the words say so without a doubt."""
    hard = HARD.search(sentence) is not None
    if not hard and not is_doubtful(sentence):
        return frozenset()
    topics = {topic for topic, words in TOPICS.items() if words.search(sentence)}
    return frozenset(topics if hard else topics - {"all"})
