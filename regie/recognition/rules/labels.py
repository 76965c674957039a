"""The words that stand before a value in messages of nobody's layout: a closed list, so that each can be proved."""

import re
from enum import StrEnum


class Asked(StrEnum):
    """What a label asks for."""

    NAME = "name"
    FAMILY_FIRST = "family_first"  # the label says the order: family name, then given names
    GIVEN_FIRST = "given_first"
    FAMILY = "family"
    GIVEN = "given"
    CALLED = "called"
    PREFIX = "prefix"
    BIRTH = "birth"
    BSN = "bsn"
    FACILITY = "facility"
    PLACE = "place"
    ADDRESS = "address"
    ENTERED = "entered"
    MOVED = "moved"
    MOVED_TO = "moved_to"
    RELEASE = "release"
    RELEASE_KIND = "release_kind"
    LEFT = "left"
    TITLE = "title"
    LENGTH = "length"
    SUBJECT = "subject"
    OTHER = "other"  # known, and nothing for us


NAMES = frozenset(
    {Asked.NAME, Asked.FAMILY_FIRST, Asked.GIVEN_FIRST, Asked.FAMILY, Asked.GIVEN, Asked.CALLED, Asked.PREFIX}
)
PERSONAL = NAMES | {Asked.BIRTH, Asked.BSN, Asked.PLACE, Asked.ADDRESS}

_WORDS: dict[Asked, str] = {
    Asked.NAME: "naam|betrokkene|gedetineerde|justitiabele|naam gedetineerde|naam betrokkene|naam justitiabele"
    "|naam jongere|naam van de gedetineerde|naam van betrokkene|volledige naam|jongere|cliënt|naam cliënt"
    "|gedet|betr",
    Asked.FAMILY_FIRST: "naam en voornaam|naam en voornamen|achternaam en voornaam|achternaam en voornamen"
    "|naam, voornaam|naam, voornamen|achternaam, voornaam|achternaam, voornamen|geslachtsnaam en voornamen"
    "|geslachtsnaam, voornamen",
    Asked.GIVEN_FIRST: "voornaam en achternaam|voornamen en achternaam|voor en achternaam|voor- en achternaam"
    "|voornaam achternaam",
    Asked.FAMILY: "achternaam|geslachtsnaam|familienaam|anaam|achternaam betrokkene|achternaam gedetineerde",
    Asked.GIVEN: "voornaam|voornamen|voorna(a)m(en)|voornaam/voornamen|vnaam|voorn",
    Asked.CALLED: "roepnaam",
    Asked.PREFIX: "voorvoegsel|voorvoegsels|tussenvoegsel|tussenvoegsels|voorv|tussenv",
    Asked.BIRTH: "geb.datum|geboortedatum|geboren|geboren op|geb|geb. op|gebdat|geb. dat|gbd|geb.d|geb. dd"
    "|geboren d.d|datum geboorte|geboortedat|geboortedatum betrokkene|geboortedatum gedetineerde",
    Asked.BSN: "bsn|burgerservicenummer|bsn nummer|bsn nr|burgerservicenr|sofinummer|bsn betrokkene",
    Asked.FACILITY: "inrichting|pi|penitentiaire inrichting|jji|huidige inrichting|verblijft in|verblijfplaats pi"
    "|huidige pi|inrichting van verblijf|verblijfsinrichting|detentieadres|plaats detentie|plaats van detentie"
    "|locatie detentie|detentielocatie|verblijvend in|insluitlocatie|p.i|inr|naam inrichting|inrichting/locatie"
    "|verblijft te",
    Asked.PLACE: "woonplaats|woongemeente|gemeente van inschrijving|brp-gemeente|gemeente brp|woonachtig te"
    "|woonachtig in|wpl|plaats van inschrijving|inschrijfgemeente|woonpl|wonende te",
    Asked.ADDRESS: "woonadres|brp-adres|adres brp|adres betrokkene|adres gedetineerde",
    Asked.ENTERED: "datum insluiting|insluitdatum|ingesloten op|ingesloten|ingesloten per|ingesloten sinds"
    "|detentie sinds|in detentie sinds|datum aanvang detentie|aanvang detentie|begindatum detentie"
    "|startdatum detentie|begin detentie|start detentie|ingangsdatum detentie|in bewaring sinds"
    "|in bewaring gesteld op|datum inbewaringstelling|ingeslotenen sinds|gedetineerd sinds|detentie vanaf"
    "|datum begin detentie|datum start detentie|datum binnenkomst|insluiting|insl.datum|insluiting per"
    "|insluiting op|datum inbewaring",
    Asked.MOVED: "overgeplaatst per|overgeplaatst op|datum overplaatsing|overplaatsing per|overplaatsingsdatum"
    "|overplaatsing op|overgepl. per|overplaatsing d.d",
    Asked.MOVED_TO: "overgeplaatst naar|nieuwe inrichting|overplaatsing naar|naar inrichting|inrichting nieuw",
    Asked.RELEASE: "ontslagdatum|verwachte ontslagdatum|nieuwe ontslagdatum|einddatum detentie|gewijzigde ontslagdatum"
    "|datum ontslag|ontslag per|einddatum|verwachte einddatum|nieuwe einddatum|verwachte einddatum detentie"
    "|nieuwe einddatum detentie|v.i.-datum|vi datum|datum v.i|v.i. per|verwachte v.i.-datum|nieuwe v.i.-datum"
    "|start pp|startdatum pp|pp-start|pp start|pp per|startdatum penitentiair programma|datum start pp"
    "|schorsing per|datum schorsing|schorsing voorlopige hechtenis per|datum eindverlof|eindverlof per"
    "|eindverlof vanaf|einde straf|einddatum straf|ontsl.datum|ontslagdat|nieuwe startdatum pp"
    "|verwachte datum invrijheidstelling|verwachte invrijheidstelling",
    Asked.RELEASE_KIND: "soort ontslag|soort invrijheidstelling|wijze van ontslag|ontslagsoort|soort ontslagdatum",
    Asked.LEFT: "in vrijheid gesteld op|in vrijheid gesteld per|uitgestroomd op|datum invrijheidstelling"
    "|vrijgelaten op|datum vrijlating|in vrijheid sinds|in vrijheid gesteld|uit detentie per",
    Asked.TITLE: "titel|detentietitel|executietitel|verblijfstitel|soort straf|strafsoort|juridische titel",
    Asked.LENGTH: "strafduur|duur|duur straf|opgelegde straf|straf|lengte straf|duur detentie|strafmaat|vonnis",
    Asked.SUBJECT: "onderwerp|betreft|soort bericht|type bericht|berichttype|soort melding|bericht|melding"
    "|subject|re|type melding|soort",
    Asked.OTHER: "nationaliteit|geslacht|telefoon|tel|telefoonnummer|datum|kenmerk|ons kenmerk|uw kenmerk"
    "|referentie|parketnummer|parketnr|zaaknummer|regime|afdeling|cel|celnummer|datum bericht|registratienummer"
    "|geboorteplaats|geboren te|geboorteland|land|delict|feit|burgerlijke staat|opmerking|opmerkingen"
    "|toelichting|bijzonderheden|status|e-mail|email|fax|postcode|strafrestant|legitimatie|identiteitsbewijs"
    "|leeftijd|vreemdelingennummer|skn|sskn|skndb|pid|detentienummer|bijlage|bijlagen|berichtnummer|bron"
    "|zelfmelder|datum melding|verzonden op|datum verzending|vorige inrichting|van inrichting|taal|nr|nummer",
}


def key(text: str) -> str:
    """A label without what people vary in: capitals, spaces, dots and hyphens."""
    return re.sub(r"[\W_]+", "", text.lower())


LABELS: dict[str, Asked] = {key(word): asked for asked, words in _WORDS.items() for word in words.split("|")}
_SPELLED = sorted(
    {word for words in _WORDS.values() for word in words.split("|")}, key=lambda word: (-len(word), word)
)
LABEL = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(r"[ ._/,-]{0,2}".join(map(re.escape, re.findall(r"\w+", word))) for word in _SPELLED)
    + r")\.?(?![\w-])",
    re.I,
)
WORDS_OF_LABELS = frozenset(word for label in _SPELLED for word in re.findall(r"\w{3,}", label))
RELEASE_KINDS = {
    "conditional": re.compile(r"v\.?i\.?(?![a-z])", re.I),
    "programme": re.compile(r"(?<![a-z])pp(?![a-z])|penitentiair", re.I),
    "suspension": re.compile("schorsing", re.I),
    "end_leave": re.compile("eindverlof", re.I),
    "end_of_sentence": re.compile("einde straf|einddatum straf", re.I),
}


def asked_by(text: str) -> Asked | None:
    """What a whole text asks for when it is a label of ours, else None."""
    return LABELS.get(key(text)) if 0 < len(text) < 60 else None


def release_kind(label: str) -> str | None:
    """The value of ReleaseKind that a label for a release date names, as text, or None."""
    return next((kind for kind, words in RELEASE_KINDS.items() if words.search(label)), None)
