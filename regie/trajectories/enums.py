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
