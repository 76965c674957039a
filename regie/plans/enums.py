"""What his plan chooses from."""

from django.db.models import IntegerChoices, TextChoices


class Tie(TextChoices):
    """What somebody is to him."""

    PARENT = "parent", "Ouder"
    SIBLING = "sibling", "Broer of zus"
    PARTNER = "partner", "Partner"
    CHILD = "child", "Kind"
    GRANDPARENT = "grandparent", "Opa of oma"
    FRIEND = "friend", "Vriend of vriendin"
    NEIGHBOUR = "neighbour", "Buur"
    TEACHER = "teacher", "Leraar of coach"
    COLLEAGUE = "colleague", "Collega of werkgever"
    HELPER = "helper", "Hulpverlener of vrijwilliger"
    OTHER = "other", "Iemand anders"


class Closeness(TextChoices):
    """How near somebody is to him, as he says it."""

    NEAR = "near", "Dichtbij"
    AVERAGE = "average", "Gewoon"
    FAR = "far", "Ver weg"
    UNKNOWN = "unknown", "Niet bekend"


class Influence(TextChoices):
    """Whether somebody helps him; that he is a risk needs a reason and who says so."""

    SUPPORTS = "supports", "Steunt hem"
    RISKY = "risky", "Geeft risico"
    BOTH = "both", "Steunt hem en geeft risico"
    UNKNOWN = "unknown", "Niet bekend"


class MayCall(TextChoices):
    """Whether his officer may call somebody, as he says it."""

    YES = "yes", "Ja"
    NO = "no", "Nee"
    NOT_ASKED = "not_asked", "Niet gevraagd"


class NoContact(TextChoices):
    """Why there is no contact between somebody and him, or that nothing was told of that."""

    NOTHING_TOLD = "nothing_told", "Niets over bekend"
    BAN = "ban", "Contactverbod"
    HIS_WISH = "his_wish", "Hij wil zelf geen contact"
    THEIR_WISH = "their_wish", "Deze persoon wil geen contact"


class Weekday(IntegerChoices):
    """A day of the week, counted as ISO 8601 does."""

    MONDAY = 1, "Maandag"
    TUESDAY = 2, "Dinsdag"
    WEDNESDAY = 3, "Woensdag"
    THURSDAY = 4, "Donderdag"
    FRIDAY = 5, "Vrijdag"
    SATURDAY = 6, "Zaterdag"
    SUNDAY = 7, "Zondag"


class SlotKind(TextChoices):
    """What a fixed moment of his week is for."""

    WORK = "work", "Werk"
    SCHOOL = "school", "School"
    ACTIVITIES = "activities", "Dagbesteding"
    SPORT = "sport", "Sport"
    HELP = "help", "Hulp"
    REST = "rest", "Rust"
    OTHER = "other", "Iets anders"


class Company(TextChoices):
    """Who goes along to a fixed moment, or brings him there."""

    UNKNOWN = "unknown", "Niet bekend"
    ALONE = "alone", "Hij gaat alleen"
    OFFICER = "officer", "De officier gaat mee"
    SOMEBODY = "somebody", "Iemand anders gaat mee"


class SaidBy(TextChoices):
    """Who says that he is good at something."""

    HIMSELF = "himself", "Hijzelf"
    OFFICER = "officer", "De officier"
    NETWORK = "network", "Iemand uit zijn netwerk"
    SCHOOL_OR_WORK = "school_or_work", "School of werk"
    OTHER = "other", "Iemand anders"
    UNKNOWN = "unknown", "Niet bekend"


class WishOutcome(TextChoices):
    """What became of a wish, when he was asked again; that he wants something else is no failure."""

    STILL = "still", "Hij wil dit nog steeds"
    CAME_TRUE = "came_true", "Het is gelukt"
    OTHERWISE = "otherwise", "Hij wil nu iets anders"
    UNKNOWN = "unknown", "Dat weten we niet"


class Horizon(TextChoices):
    """Whether he works at a goal now, or later."""

    NOW = "now", "Nu"
    LATER = "later", "Later"


class GoalOutcome(TextChoices):
    """What came of a goal; it is no mark."""

    REACHED = "reached", "Bereikt"
    PARTLY = "partly", "Voor een deel bereikt"
    STOPPED = "stopped", "Gestopt"


class StepState(TextChoices):
    """How it stands with a step since a day; one of which nobody told this is still to be done."""

    DONE = "done", "Gedaan"
    HELD = "held", "Kan nog niet"


class PromisedBy(TextChoices):
    """Who promises something."""

    YOUNG_PERSON = "young_person", "Hij"
    OFFICER = "officer", "De officier"
    SOMEONE_ELSE = "someone_else", "Iemand anders"


class Consent(TextChoices):
    """What he answers to what was agreed; that he could not answer is no refusal."""

    AGREED = "agreed", "Hij is het ermee eens"
    NOT_AGREED = "not_agreed", "Hij is het er niet mee eens"
    COULD_NOT_ANSWER = "could_not_answer", "Hij kon geen antwoord geven"


class Presence(TextChoices):
    """How he was there when it was agreed."""

    IN_PERSON = "in_person", "Hij was erbij"
    BY_VIDEO = "by_video", "Hij was erbij met beeld"
    BY_PHONE = "by_phone", "Hij was erbij aan de telefoon"
    NOT = "not", "Hij was er niet bij"


class Retold(TextChoices):
    """Whether he told in his own words what was agreed; that nobody asked is a value."""

    NOT_ASKED = "not_asked", "Nog niet gevraagd"
    TOLD = "told", "Gevraagd, en dit zei hij"
    NOT_TOLD = "not_told", "Gevraagd, het lukte nog niet"


class Eye(TextChoices):
    """Who says how it goes."""

    HIMSELF = "himself", "Hijzelf"
    OFFICER = "officer", "De re-integratieofficier"
    PARTNER = "partner", "Een partner"
    NETWORK = "network", "Iemand uit zijn netwerk"


class MeasuredAt(TextChoices):
    """At which moment the basic conditions are measured, as the national monitor does; the last two are ours."""

    ENTRY = "entry", "Bij binnenkomst"
    RELEASE = "release", "Bij vrijlating"
    AFTER_6 = "after_6_months", "Zes maanden na vrijlating"
    AFTER_12 = "after_12_months", "Een jaar na vrijlating"
    AFTER_24 = "after_24_months", "Twee jaar na vrijlating"


class ConditionAnswer(TextChoices):
    """Whether a basic condition was met; not asked is that nobody told."""

    YES = "yes", "Ja"
    NO = "no", "Nee"
    UNKNOWN = "unknown", "Niet bekend"


class DebtKind(TextChoices):
    """Of what a debt is."""

    FINES = "fines", "CJIB"
    INSURANCE = "insurance", "Zorgverzekering"
    RENT = "rent", "Huur"
    UTILITIES = "utilities", "Energie of water"
    PHONE = "phone", "Telefoon"
    STUDY = "study", "DUO"
    TAXES = "taxes", "Belastingdienst of toeslagen"
    BENEFIT = "benefit", "Terugvordering van UWV of gemeente"
    BANK = "bank", "Bank of postorder"
    FAMILY = "family", "Familie of privé"
    VICTIM = "victim", "Slachtoffer (schadevergoeding)"
    OTHER = "other", "Iets anders"
    UNKNOWN = "unknown", "Niet bekend"


class DebtState(TextChoices):
    """Whether a debt is still there, and if not, why."""

    OPEN = "open", "Loopt nog"
    PAID = "paid", "Betaald"
    REMITTED = "remitted", "Kwijtgescholden"
    SETTLED = "settled", "Opgelost in een regeling"
    NOT_HIS = "not_his", "Was niet van hem"


class AmountAnswer(TextChoices):
    """What we know of an amount; that nobody asked is something else than that nobody knows."""

    KNOWN = "known", "Bekend"
    UNKNOWN = "unknown", "Nagevraagd, niet bekend"
    NOT_ASKED = "not_asked", "Nog niet gevraagd"


class PaymentPlan(TextChoices):
    """What was agreed on paying a debt."""

    NONE = "none", "Geen regeling"
    ASKED = "asked", "Gevraagd"
    AGREED = "agreed", "Afgesproken"
    FROZEN = "frozen", "Gepauzeerd"
    DISPUTED = "disputed", "Betwist"
    UNKNOWN = "unknown", "Niet bekend"


class DebtThreat(TextChoices):
    """What can happen to him when nobody does anything about a debt."""

    NONE = "none", "Er dreigt niets"
    EVICTION = "eviction", "Huisuitzetting"
    CUT_OFF = "cut_off", "Afsluiting van energie of water"
    SEIZURE = "seizure", "Beslag"
    DETENTION = "detention", "Gijzeling voor boetes"
    UNKNOWN = "unknown", "Niet bekend"


class DebtsKnown(TextChoices):
    """What we know of his debts: that he has none is something else than that nobody told of any."""

    TOLD = "told", "Er zijn schulden verteld"
    NONE = "none", "Hij zegt dat hij geen schulden heeft"
    UNKNOWN = "unknown", "Nog niet bekend"


class PaperKind(TextChoices):
    """What kind of paper it is."""

    REINTEGRATION_PLAN = "reintegration_plan", "D&R-plan"
    DETENTION_STATEMENT = "detention_statement", "Detentieverklaring"
    DECISION = "decision", "Beschikking"
    LETTER = "letter", "Brief"
    SIGNED_AUTHORISATION = "signed_authorisation", "Getekende machtiging"
    OTHER = "other", "Ander papier"


class PaperReach(TextChoices):
    """Who may open it; a partner never does here."""

    TEAM = "team", "Wie hem begeleidt en de coördinator"
    OFFICER = "officer", "Alleen wie hem begeleidt"


class FileType(TextChoices):
    """What a file is, by its content."""

    PDF = "pdf", "PDF"
    JPEG = "jpeg", "JPEG-foto"
    PNG = "png", "PNG-afbeelding"
    TEXT = "text", "Gewone tekst"
    DOCX = "docx", "Word-bestand"


class Lasts(TextChoices):
    """Until when an authorisation holds; he can stop it any day, whatever is said here."""

    UNTIL_DAY = "until_day", "Tot en met een dag"
    UNTIL_STOPPED = "until_stopped", "Tot hij haar stopt"
    UNKNOWN = "unknown", "Dat weet ik niet"


class AuthorisationState(TextChoices):
    """How an authorisation stands on a day; derived, never stored."""

    NOT_SIGNED = "not_signed", "Nog niet getekend"
    HOLDS = "holds", "Geldt"
    ENDS = "ends", "Loopt af"
    EXPIRED = "expired", "Verlopen"
    STOPPED = "stopped", "Gestopt door hem"


class RestsOn(TextChoices):
    """On what it rests that the officer does something on his behalf."""

    AUTHORISATION = "authorisation", "Op een machtiging"
    NOT_NEEDED = "not_needed", "Geen machtiging nodig"
    NOT_YET = "not_yet", "Wel nodig, nog niet gevraagd"
    UNKNOWN = "unknown", "Dat weet ik niet"


class Doer(TextChoices):
    """Who does a thing: a share of the work, no score of him."""

    OFFICER = "officer", "De officier doet het"
    TOGETHER = "together", "Ze doen het samen"
    WATCHED = "watched", "Hij doet het, de officier kijkt mee"
    HIMSELF = "himself", "Hij doet het zelf"


class Mandate(TextChoices):
    """Whether the officer may do a thing on his behalf on a day; derived, never stored."""

    HOLDS = "holds", "De machtiging geldt"
    NOT_NEEDED = "not_needed", "Geen machtiging nodig"
    WAITS = "waits", "U mag dit nog niet namens hem doen"
    GONE = "gone", "U mag dit niet meer namens hem doen"
    UNKNOWN = "unknown", "Niet bekend of er een machtiging nodig is"
