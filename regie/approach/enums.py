"""The layers of the approach, and the words some of its settings can have."""

from django.db.models import TextChoices


class Layer(TextChoices):
    """Whose rule it is; each layer below may say more, or otherwise, than the one above it."""

    NATIONAL = "national", "Landelijk profiel"
    REGIONAL = "regional", "Regio"
    LOCAL = "local", "Gemeente"


class Weight(TextChoices):
    """How a criterion counts in the weighing."""

    NEEDED = "needed", "moet"
    WEIGHED = "weighed", "weegt mee"
    OFF = "off", "geldt hier niet"


class ReckonedOn(TextChoices):
    """On which day an age is reckoned."""

    DAY_ONE = "day_one", "de eerste dag van de detentie"
    REFERRAL = "referral", "de dag van de aanmelding"
    DECISION = "decision", "de dag van het besluit"


class CountedFrom(TextChoices):
    """From which day the shortest duration of guidance is counted."""

    DAY_ONE = "day_one", "de eerste dag van de detentie"
    ACCEPTANCE = "acceptance", "de dag van aannemen"


class Anchor(TextChoices):
    """The fact that a term is counted from; the words fit after "na" and "voor"."""

    REFERRED = "referred", "de aanmelding"
    ACCEPTED = "accepted", "het aannemen"
    DAY_ONE = "day_one", "dag één van de detentie"
    RELEASE = "release", "de vrijlating"
    SENTENCE_END = "sentence_end", "het einde van zijn straf"
    RELEASED = "released", "de dag dat hij vrijkwam"
    SETTLED = "settled", "de afronding van zijn eerste dagen"
    DETAINED_AGAIN = "detained_again", "de dag dat hij opnieuw vastzat"
    VISITED_AGAIN = "visited_again", "het eerste bezoek nu hij opnieuw vastzit"
    MOVED = "moved", "de overplaatsing"
    LEAVE_END = "leave_end", "het einde van zijn verlof"
    HEARING = "hearing", "de zitting"
    FIRST_CONTACT = "first_contact", "het eerste contact"
    LAST_CONTACT = "last_contact", "het laatste contact"
    GUIDANCE_END = "guidance_end", "het geplande einde van de begeleiding"
    CONDITION_END = "condition_end", "het einde van een voorwaarde of notitie"
    ADDRESS_TOLD = "address_told", "de dag dat zijn adres is verteld"
    AUTHORISATION_END = "authorisation_end", "het einde van de machtiging"
    AUTHORISATION_GONE = "authorisation_gone", "het einde van de machtiging waar iets op rust"
    LOOK_TOGETHER = "look_together", "de dag om samen te bekijken of hij het weer zelf doet"
    ID_EXPIRES = "id_expires", "de dag dat zijn identiteitsbewijs verloopt"
    ASKED_ASSISTANCE = "asked_assistance", "de aanvraag voor bijstand"
    ASKED_DEBT_HELP = "asked_debt_help", "de aanvraag voor schuldhulpverlening"
    ASKED_URGENT_DEBT_HELP = "asked_urgent_debt_help", "de aanvraag voor schuldhulpverlening met spoed"
    ASKED_SUPPORT = "asked_support", "de melding voor Wmo-ondersteuning"
    OUT_OF_SIGHT = "out_of_sight", "de laatste poging om hem te vinden"
    NEXT_ATTEMPT = "next_attempt", "de afgesproken volgende poging"
    SPEAK_AGAIN = "speak_again", "het contact dat u afsprak toen u zijn eerste dagen afrondde"
    CALL_AGAIN = "call_again", "het telefoontje dat u in zijn eerste dagen afsprak"
    BED_UNKNOWN = "bed_unknown", "de afronding van zijn eerste dagen zonder slaapplek"
    NO_SHOW = "no_show", "de afspraak waar hij niet was"
    REQUEST_SENT = "request_sent", "de vraag aan een partner waarop nog een antwoord moet komen"
    REQUEST_DUE = "request_due", "de dag waarop een partner klaar zou zijn"
    BARRIER_TRY = "barrier_try", "de afgesproken volgende poging bij een barrière"
    BARRIER_UNTRIED = "barrier_untried", "de laatste poging bij een barrière"
    ESCALATION_PROPOSED = "escalation_proposed", "de dag waarop opschalen wordt voorgesteld"
    ESCALATION_SILENT = "escalation_silent", "de dag waarop een antwoord op een opschaling was gevraagd"
    AGREED = "agreed", "de laatste afspraken"
    AGREEMENT_AGAIN = "agreement_again", "de dag om de afspraken weer te bekijken"
    DECIDED_AGAINST = "decided_against", "het besluit waartegen hij bezwaar kan maken"
    ARRANGEMENT_DUE = "arrangement_due", "de dag waarop iets geregeld moet zijn"
    DEBT_THREAT = "debt_threat", "de dag waarop iets dreigt door een schuld"
    PACK_READY = "pack_ready", "de dag dat het minimum klaarlag"
    PREPARED = "prepared", "de dag dat alles voor zijn vrijlating geregeld was"
    SORTED_OUT = "sorted_out", "de dag dat alles geregeld was nu hij opnieuw vastzit"
    OUR_STEP = "our_step", "de dag van een stap die u zet"
    HIS_STEP = "his_step", "de dag van een stap die hij zet"
    THEIR_STEP = "their_step", "de dag van een stap die een ander zet"
    MEASURED_AT_ENTRY = "measured_at_entry", "de meting bij binnenkomst"
    MEASURED_AT_RELEASE = "measured_at_release", "de meting bij vrijlating"
    MEASURED_AFTER_6 = "measured_after_6_months", "de meting zes maanden na vrijlating"
    MEASURED_AFTER_12 = "measured_after_12_months", "de meting een jaar na vrijlating"
    MEASURED_AFTER_24 = "measured_after_24_months", "de meting twee jaar na vrijlating"


class Unit(TextChoices):
    """In what a term is counted."""

    DAYS = "days", "dagen"
    WORKING_DAYS = "working_days", "werkdagen"
    WEEKS = "weeks", "weken"
    MONTHS = "months", "maanden"


class Act(TextChoices):
    """Whose act it is."""

    OFFICER = "officer", "u"
    YOUNG_PERSON = "young_person", "de jongere, met u"
    FACILITY = "facility", "de inrichting"
    MUNICIPALITY = "municipality", "de gemeente"
    BENEFITS = "benefits", "de uitkerende instantie"
    COURT = "court", "de rechter of het Openbaar Ministerie"
    OTHER = "other", "een partner of iemand uit zijn netwerk"


class Tone(TextChoices):
    """How a term makes itself heard."""

    LOUD = "loud", "staat bovenaan"
    QUIET = "quiet", "staat op zijn pagina"
    EXPECTED = "expected", "mag u verwachten"


class Situation(TextChoices):
    """What can be so, not so, or not known of him when a term is reckoned; the words fit after "als"."""

    INSIDE = "inside", "hij vast zit"
    FREE = "free", "hij vrij is"
    PRETRIAL = "pretrial", "hij in voorlopige hechtenis zit"
    SENTENCED = "sentenced", "hij een straf uitzit"
    IMPRISONED = "imprisoned", "hij gevangenisstraf uitzit"
    ADULT_REGIME = "adult_regime", "voor hem het volwassenenstrafrecht geldt"
    YOUTH_REGIME = "youth_regime", "voor hem het jeugdstrafrecht geldt"
    ON_SOCIAL_ASSISTANCE = "on_social_assistance", "hij bijstand krijgt"
    HAD_SOCIAL_ASSISTANCE = "had_social_assistance", "hij bijstand kreeg toen hij binnenkwam"
    ON_DISABILITY_BENEFIT = "on_disability_benefit", "hij Wajong of WIA krijgt"
    GETS_ALLOWANCES = "gets_allowances", "hij toeslag krijgt"
    RENTS = "rents", "hij een woning of kamer huurt"
    INSURED = "insured", "zijn zorgverzekering loopt"
    HAS_ACCOUNT = "has_account", "hij een bankrekening heeft"
    NO_VALID_ID = "no_valid_id", "hij geen geldig identiteitsbewijs heeft"


class StepActor(TextChoices):
    """Who takes a step towards a goal; that nobody knows yet is a value."""

    YOUNG_PERSON = "young_person", "Hij zelf"
    OFFICER = "officer", "De officier"
    PARTNER = "partner", "Een partner"
    NETWORK = "network", "Iemand uit zijn netwerk"
    UNKNOWN = "unknown", "Nog niet bekend wie"


class StepCounted(TextChoices):
    """From when the weeks until a step are counted; the words fit after "4 weken"."""

    GOAL = "goal", "na de dag van het doel"
    BEFORE_RELEASE = "before_release", "voor zijn vrijlating"
    AFTER_RELEASE = "after_release", "na zijn vrijlating"
    STEP_BEFORE = "step_before", "nadat de stap hiervoor gedaan is"


class GroundKind(TextChoices):
    """On what a ground rests; that the privacy officer still judges is one of them, so that work goes on."""

    LAW = "law", "volgens de wet"
    REQUEST = "request", "op zijn verzoek of met zijn toestemming"
    PENDING = "pending", "de functionaris gegevensbescherming beoordeelt"


class Carried(TextChoices):
    """Which kind of data a ground can carry: the kinds of `regie.privacy.declarations` that are not ordinary."""

    PERSONAL = "personal", "gewone persoonsgegevens"
    SPECIAL = "special", "gegevens over gezondheid"
    CRIMINAL = "criminal", "strafrechtelijke gegevens"


class CopiedKind(TextChoices):
    """What a rule of copying can open; what is in none of them, such as LVB, is never copied."""

    NAME = "name", "Naam"
    BIRTH_DATE = "birth_date", "Geboortedatum"
    OFFICER = "officer", "Wie hem begeleidt"
    PHASE = "phase", "In welke fase hij is"
    DETENTION = "detention", "Waar hij vastzit"
    RELEASE = "release", "Wanneer hij vrijkomt"
    WISHES = "wishes", "Wat hij wil, in zijn woorden"
    TALENTS = "talents", "Wat hij goed kan"
    GOALS = "goals", "Doelen"
    STEPS = "steps", "Stappen"
    HIS_VIEW = "his_view", "Hoe het volgens hem gaat"
    JUDGEMENT = "judgement", "Hoe het volgens anderen gaat"
    HOME = "home", "Woning en adres"
    INCOME = "income", "Uitkering en toeslagen"
    WORK = "work", "Werk of school"
    IDENTITY = "identity", "Identiteitsbewijs"
    INSURANCE = "insurance", "Zorgverzekering en rekening"
    HEALTH = "health", "Wat iets zegt over zijn gezondheid"
    APPLICATIONS = "applications", "Aanvragen"
    DEBTS = "debts", "Schulden"
    NETWORK = "network", "Mensen om hem heen"
    CONTACT = "contact", "Wanneer er contact was"
    CONTACT_WORDS = "contact_words", "Wat er over contact is geschreven"
    AGREEMENTS = "agreements", "Wat is afgesproken"
    CONDITIONS = "conditions", "Voorwaarden en zittingen"
