"""The words of the weighing and of what is decided."""

from django.db.models import TextChoices


class Answer(TextChoices):
    """What we know of one criterion; nobody looked yet is something else than nobody knows."""

    MET = "met", "Ja"
    NOT_MET = "not_met", "Nee"
    UNKNOWN = "unknown", "Nagevraagd, niet bekend"
    NOT_ASKED = "not_asked", "Nog niet nagegaan"


class Disability(TextChoices):
    """Whether a mild intellectual disability (LVB) is noted: special data, only on a ground."""

    NOT_NOTED = "not_noted", "Niets over noteren"
    SUSPECTED = "suspected", "Er is een vermoeden"
    KNOWN = "known", "Het is vastgesteld"


class Knew(TextChoices):
    """Whether the young person knew of his referral: who asked nothing gets no letter."""

    YES = "yes", "Ja, hij weet ervan"
    NO = "no", "Nee"
    UNKNOWN = "unknown", "Dat weet ik niet"


class CircumstanceKind(TextChoices):
    """What is asked of his situation, in the order in which the page shows it."""

    BENEFIT = "benefit", "Uitkering"
    ALLOWANCES = "allowances", "Toeslagen"
    HOME = "home", "Woning"
    INSURANCE = "insurance", "Zorgverzekering"
    ACCOUNT = "account", "Bankrekening"
    IDENTITY = "identity", "Identiteitsbewijs"
    ADDRESS = "address", "Adres"
    WORK = "work", "Werk of school"
    AUTHORISATION = "authorisation", "Machtiging"


class CircumstanceValue(TextChoices):
    """How it stands with one kind; that nobody asked is something else than that nobody knows."""

    SOCIAL_ASSISTANCE = "social_assistance", "Bijstand"
    DISABILITY_BENEFIT = "disability_benefit", "Wajong of WIA"
    OTHER_BENEFIT = "other_benefit", "Andere uitkering"
    NO_BENEFIT = "no_benefit", "Geen uitkering"
    GETS_ALLOWANCES = "gets_allowances", "Krijgt toeslag"
    NO_ALLOWANCES = "no_allowances", "Geen toeslag"
    RENTS = "rents", "Huurt"
    OWNS = "owns", "Koopwoning"
    NO_HOME = "no_home", "Geen eigen woning"
    INSURED = "insured", "Verzekerd"
    SUSPENDED = "suspended", "Stilgezet"
    NOT_INSURED = "not_insured", "Niet verzekerd"
    HAS_ACCOUNT = "has_account", "Heeft een rekening"
    ACCOUNT_CLOSED = "account_closed", "Gesloten of geweigerd"
    NO_ACCOUNT = "no_account", "Geen rekening"
    VALID_ID = "valid_id", "Geldig"
    EXPIRED_ID = "expired_id", "Verlopen of kwijt"
    NO_ID = "no_id", "Geen identiteitsbewijs"
    OWN_ADDRESS = "own_address", "Eigen adres"
    WITH_FAMILY = "with_family", "Bij familie"
    POSTAL_ADDRESS = "postal_address", "Briefadres"
    NO_ADDRESS = "no_address", "Geen adres"
    JOB = "job", "Werk"
    SCHOOL = "school", "School"
    NO_WORK = "no_work", "Geen werk of school"
    SIGNED = "signed", "Getekend"
    NOT_SIGNED = "not_signed", "Niet getekend"
    UNKNOWN = "unknown", "Niet bekend"
    NOT_ASKED = "not_asked", "Niet gevraagd"


class ApplicationKind(TextChoices):
    """What was asked for him, of those whose decision he waits for."""

    SOCIAL_ASSISTANCE = "social_assistance", "Bijstand"
    DEBT_HELP = "debt_help", "Schuldhulpverlening"
    SUPPORT = "support", "Wmo-ondersteuning"
    OTHER = "other", "Iets anders"


class ApplicationOutcome(TextChoices):
    """What came of it; `DROPPED` is that nobody asks it any more, for instance because he found work."""

    WAITING = "waiting", "Loopt nog"
    GRANTED = "granted", "Toegekend"
    PARTLY = "partly", "Deels toegekend"
    REFUSED = "refused", "Geweigerd"
    STOPPED = "stopped", "Gestopt of ingetrokken door de gemeente"
    DROPPED = "dropped", "Niet doorgezet"


class AttemptKind(TextChoices):
    """How we looked for somebody who is out of sight."""

    CALLED = "called", "Gebeld"
    MESSAGE = "message", "Bericht gestuurd"
    VISITED = "visited", "Langsgegaan"
    FAMILY = "family", "Familie gevraagd"
    ORGANISATION = "organisation", "Organisatie gevraagd"
    OTHER = "other", "Iets anders geprobeerd"


class Result(TextChoices):
    """What came of one life domain, by the young person himself; it is no mark."""

    REACHED = "reached", "Bereikt"
    PARTLY = "partly", "Deels bereikt"
    NOT = "not", "Niet bereikt"
    UNKNOWN = "unknown", "Niet bekend"


class Threatened(TextChoices):
    """Whether he is about to lose his home, power, gas or water: then debt help must come within days."""

    YES = "yes", "Ja"
    NO = "no", "Nee"
    UNKNOWN = "unknown", "Dat weet ik niet"


class ArrangementList(TextChoices):
    """For what it must be arranged."""

    RELEASE = "release", "Voor zijn vrijlating"
    DETENTION = "detention", "Nu hij opnieuw vastzit"


class ArrangementState(TextChoices):
    """How one thing to arrange stands; that nobody looked yet is no state, but that nothing was told."""

    ARRANGED = "arranged", "Geregeld"
    OPEN = "open", "Nog niet geregeld"
    NOT_NEEDED = "not_needed", "Niet nodig"
    UNKNOWN = "unknown", "Niet bekend"


class ArrangementDecision(TextChoices):
    """What happens to something of his outside while he is inside again."""

    STOPS = "stops", "Stopt"
    STAYS = "stays", "Blijft"


class DisclosureChannel(TextChoices):
    """How it was told."""

    PHONE = "phone", "Per telefoon"
    MAIL = "mail", "Per mail"
    TALK = "talk", "In een gesprek"
    LETTER = "letter", "Per brief"
    SYSTEM = "system", "In hun systeem"
    LINK = "link", "Met een link"


class TransferTalk(TextChoices):
    """How those who guided him and will guide him spoke about it."""

    NOT_YET = "not_yet", "Nog niet gesproken"
    TOGETHER = "together", "Met zijn drieën: hij was erbij"
    WITHOUT_HIM = "without_him", "Met zijn tweeën: hij was er niet bij"


class Withheld(TextChoices):
    """Why something stays closed to who is involved."""

    DOMAIN = "domain", "Van een ander leefgebied"
    PERSONAL = "personal", "Deze grond draagt geen persoonsgegevens"
    SPECIAL = "special", "Deze grond draagt geen gegevens over gezondheid"
    CRIMINAL = "criminal", "Deze grond draagt geen strafrechtelijke gegevens"
    EXPLICIT = "explicit", "Alleen als u het zelf vertelt"
    NEVER = "never", "Gaat nooit mee"


class ProposedEnd(TextChoices):
    """Why it is proposed to end an involvement; nothing ends by itself for it."""

    GROUND = "ground", "De grond staat niet meer in de aanpak"
    MOVED = "moved", "Werkt daar niet meer, zegt de sociale kaart"
    OFF_MAP = "off_map", "Staat niet meer op de sociale kaart"
    QUIET = "quiet", "Al lang geen contact"
    MAY_NOT = "may_not", "De functionaris gegevensbescherming zegt dat dit niet mag"


class Joining(TextChoices):
    """Whether somebody joins; that he could not answer is an answer."""

    JOINS = "joins", "Doet mee"
    DOES_NOT = "does_not", "Doet niet mee"
    COULD_NOT = "could_not", "Kon niet antwoorden"


class JoinState(TextChoices):
    """How it stands with somebody who asked to be involved; derived, never written."""

    WAITS = "waits", "Wacht op uw antwoord"
    INVOLVED = "involved", "Betrokken"
    REFUSED = "refused", "Niet betrokken"


class ExplainedHow(TextChoices):
    """How it was explained to him that somebody is involved, and why."""

    TALK = "talk", "In een gesprek"
    PHONE = "phone", "Per telefoon of video"
    PAPER = "paper", "Op papier"
    MESSAGE = "message", "Met een bericht"


class ToldBack(TextChoices):
    """Whether he could say in his own words what was explained; that nobody asked is a value."""

    TOLD = "told", "Hij vertelde het na"
    NOT_TOLD = "not_told", "Het lukte nog niet"
    COULD_NOT = "could_not", "Hij kon niet antwoorden"
    NOT_ASKED = "not_asked", "Nog niet gevraagd"


class Owner(TextChoices):
    """Who sees to it that it is arranged."""

    OFFICER = "officer", "De officier"
    YOUNG_PERSON = "young_person", "Hij zelf"
    FACILITY = "facility", "De inrichting"
    MUNICIPALITY = "municipality", "De gemeente"
    FAMILY = "family", "Familie"
    OTHER = "other", "Iemand anders"
    UNKNOWN = "unknown", "Nog niet bekend wie"


class Called(TextChoices):
    """Who was called in his first days outside."""

    HIMSELF = "himself", "Hijzelf"
    FAMILY = "family", "Familie"
    SHELTER = "shelter", "Opvang"
    MUNICIPALITY = "municipality", "Gemeente"
    PROBATION = "probation", "Reclassering"
    CASE_MANAGER = "case_manager", "Casemanager"
    CARE = "care", "Zorg"
    PHARMACY = "pharmacy", "Huisarts of apotheek"
    DEBT_HELP = "debt_help", "Schuldhulp"
    OTHER = "other", "Iemand anders"


class Answered(TextChoices):
    """Whether somebody answered that call: never a failure of his."""

    YES = "yes", "Ja"
    NO = "no", "Nee"
    UNKNOWN = "unknown", "Dat weet ik niet"


class SleepingPlace(TextChoices):
    """Where he sleeps in one night."""

    OWN_HOME = "own_home", "Eigen woning"
    FAMILY = "family", "Bij familie"
    FRIENDS = "friends", "Bij vrienden"
    SHELTER = "shelter", "In de opvang"
    HOTEL = "hotel", "Hotel of pension"
    OUTSIDE = "outside", "Buiten"
    UNKNOWN = "unknown", "Niet bekend"
