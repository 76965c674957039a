"""What stands in the archive of one trajectory: every kind that is told of him, and what each field is called."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from regie.clocks.models import Handling, Judgement
from regie.contacts.models import Appointment, AppointmentOutcome, ContactMoment
from regie.detention.models import (
    Hearing,
    Leave,
    OpenSanction,
    ReleaseDate,
    SafetyNote,
    Sentence,
    SpecialCondition,
    Stay,
    Supervision,
)
from regie.persons.models import FormerIdentity
from regie.plans.models import (
    Agreement,
    Authorisation,
    ConditionReading,
    Debt,
    DebtReading,
    Doing,
    DomainReading,
    Goal,
    GoalResult,
    NetworkMember,
    NoDebts,
    Paper,
    Promise,
    Step,
    StepMark,
    TakenOver,
    Talent,
    WeekSlot,
    Wish,
    WishFollowUp,
)
from regie.requests.models import MutualAgreement, PartnerRequest, RequestAnswer
from regie.trajectories.models import (
    Application,
    Arrangement,
    Assignment,
    Attempt,
    BackInSight,
    Call,
    Casemanager,
    Circumstance,
    Closure,
    ClosureAnswer,
    Deferral,
    Disclosure,
    FirstDaysDone,
    Involvement,
    Lesson,
    MustKnow,
    Night,
    OutOfSight,
    Redirection,
    Referral,
    Reopening,
    TurningPoint,
    Waiver,
    WaiverAnswer,
    Weighing,
)


class Archived(NamedTuple):
    """A kind: its heading, and by which key it is his; `along` is who or what it names that is fetched with it."""

    title: str
    model: Any
    key: str = "trajectory"
    along: str = ""


KINDS = (
    Archived("Vroegere gegevens", FormerIdentity, "person"),
    Archived("Aanmelding", Referral, "person"),
    Archived("Weging", Weighing, "person"),
    Archived("Gevraagde uitzonderingen", Waiver, "person"),
    Archived("Antwoord op een uitzondering", WaiverAnswer, "waiver__person"),
    Archived("Uitgesteld besluit", Deferral, "referral__person"),
    Archived("Naar de reguliere nazorg", Redirection, "referral__person"),
    Archived("Wie hem begeleidt", Assignment, along="officer"),
    Archived("Wat een vervanger moest weten", MustKnow),
    Archived("Wensen", Wish),
    Archived("Vervolg op een wens", WishFollowUp),
    Archived("Talenten", Talent),
    Archived("Doelen", Goal),
    Archived("Hoe een doel ging", GoalResult),
    Archived("Stappen", Step),
    Archived("Hoe het met een stap staat", StepMark),
    Archived("Afspraken", Agreement),
    Archived("Wie wat belooft", Promise, "agreement__trajectory"),
    Archived("Uit handen genomen", TakenOver),
    Archived("Wie het doet", Doing),
    Archived("Machtigingen", Authorisation),
    Archived("Zijn week", WeekSlot),
    Archived("Mensen om hem heen", NetworkMember),
    Archived("Hoe het gaat", DomainReading),
    Archived("Basisvoorwaarden", ConditionReading),
    Archived("Schulden", Debt),
    Archived("Stand van een schuld", DebtReading),
    Archived("Geen schulden", NoDebts),
    Archived("Papieren", Paper),
    Archived("Contact", ContactMoment),
    Archived("Afgesproken momenten", Appointment),
    Archived("Hoe een afgesproken moment ging", AppointmentOutcome),
    Archived("Verblijf in een inrichting", Stay, "person", "organisation"),
    Archived("Straf of maatregel", Sentence, "person"),
    Archived("Datum van vrijlating", ReleaseDate, "person"),
    Archived("Zittingen", Hearing, "person"),
    Archived("Verlof", Leave, "person"),
    Archived("Toezicht", Supervision, "person"),
    Archived("Bijzondere voorwaarden", SpecialCondition, "person"),
    Archived("Openstaande straffen", OpenSanction, "person"),
    Archived("Veiligheidsnotities", SafetyNote, "person"),
    Archived("Casemanager", Casemanager, along="professional"),
    Archived("Situatie", Circumstance),
    Archived("Aanvragen", Application),
    Archived("Te regelen", Arrangement),
    Archived("Nachten", Night),
    Archived("Telefoontjes", Call),
    Archived("Eerste dagen afgerond", FirstDaysDone),
    Archived("Uit beeld", OutOfSight),
    Archived("Pogingen", Attempt),
    Archived("Weer in beeld", BackInSight),
    Archived("Keerpunten", TurningPoint),
    Archived("Lessen", Lesson),
    Archived("Wat met een termijn gebeurde", Handling),
    Archived("Hoe termijnen gingen", Judgement),
    Archived("Verstrekkingen", Disclosure, along="organisation"),
    Archived("Wie is betrokken", Involvement, along="organisation professional"),
    Archived("Gevraagd aan partners", PartnerRequest),
    Archived("Wat partners antwoordden", RequestAnswer),
    Archived("Samen afgesproken met een partner", MutualAgreement),
    Archived("Gevraagd om af te ronden", Closure),
    Archived("Antwoord op afronden", ClosureAnswer, "closure__trajectory"),
    Archived("Heropend", Reopening, "closure__trajectory"),
)

# How it was written down, and what only our computer reads: that is said of each fact in words, or is no fact of him.
SILENT = frozenset(
    "id ref corrects submission withdrawn happened_on recorded_at recorded_by_kind recorded_by_id "
    "recorded_by_label person trajectory municipality agreement source kept_as national regional local edition "
    "bsn asked_by_id follows cover referral_ref refused referral locked scanned size occurrence".split()
)
# The same of one kind: in which order promises stand is no word of his.
SILENT_OF: Mapping[Any, frozenset[str]] = {Promise: frozenset({"place"})}
# What it is called in one kind, where that is another thing than in the others.
LABELS_OF: Mapping[Any, dict[str, str]] = {
    AppointmentOutcome: {"agreed": "Afgesproken moment"},
    Involvement: {
        "until": "Tot en met",
        "lead": "Heeft de leiding bij de partners",
        "scope": "Wat hij vroeg of goedvond",
        "why_ended": "Waarom eerder gestopt",
        "role": "Wat hij doet",
    },
    PartnerRequest: {"wanted_on": "Voor", "asked_of": "Aan wie", "involvement": "Waarvoor betrokken"},
    MutualAgreement: {
        "involvement": "Waarvoor betrokken",
        "agreed_with": "Met wie",
        "begins_on": "Vanaf",
        "young_person": "Dit doet hij",
        "officer": "Dit doet zijn officier",
        "partner": "Dit doet de partner",
        "otherwise": "Als het niet lukt",
    },
    RequestAnswer: {"asked": "Vraag", "kind": "Antwoord", "proposed_on": "Andere dag"},
}
# By the name of a field what stands before it.
LABELS: dict[str, str] = {
    "judgement": "Wat de officier ervan vindt", "minutes": "Minuten", "later": "Begin later", "partner": "Partner",
    "contact": "Contact", "told_how": "Hoe doorgegeven",
    "actor": "Wie", "actor_name": "Naam", "administrator": "Beheer", "again_on": "Opnieuw op",
    "agreed": "Akkoord", "amount": "Bedrag of aantal", "amount_known": "Bedrag bekend", "answer": "Antwoord",
    "answered": "Nam op", "answered_on": "Geantwoord op", "arrival": "Hoe binnengekomen", "as_of": "Stand op",
    "ask": "Wie te vragen", "authorisation": "Machtiging", "begins": "Van", "birth_date": "Geboren op",
    "by_whom": "Door wie", "certainty": "Hoe zeker", "channel": "Hoe", "closeness": "Hoe dichtbij",
    "closure": "Bij", "company": "Wie gaat mee", "company_words": "Wie", "condition": "Voorwaarde",
    "congratulation": "Felicitatie", "consent": "Akkoord", "counted": "Geteld", "court": "Rechtbank",
    "creditor": "Aan wie", "criteria": "Criteria", "criterion": "Criterium",
    "dated_on": "Datum op het papier", "days": "Dagen", "death": "Overleden", "debt": "Schuld",
    "decided_on": "Besluit op", "decision": "Wat ermee gebeurt", "detained_since": "Vast sinds",
    "digest": "Kenmerk (SHA-256)", "disability": "LVB", "disability_ground": "Waarom dit is genoteerd",
    "doer": "Wie doet het", "domain": "Leefgebied", "domain_title": "Leefgebied", "domains": "Leefgebieden",
    "done_on": "Gedaan op", "door": "Kan hij terug", "due": "Uiterlijk", "due_on": "Voor",
    "due_then": "Was voor", "ended_on": "Beëindigd op", "ended_words": "Waarom voorbij", "ends": "Tot",
    "entered_on": "Binnen op", "expected_on": "Verwacht op", "eye": "Volgens", "facility": "Inrichting",
    "family_name": "Achternaam", "file_type": "Soort bestand", "filename": "Bestand",
    "given_by": "Gegeven door", "given_names": "Voornaam", "goal": "Doel", "ground": "Grond",
    "heard_on": "Gehoord op", "helps_with": "Helpt met", "his_letter": "Brief aan hem",
    "his_words": "Zijn woorden", "horizon": "Wanneer", "imposed_on": "Opgelegd op",
    "influence": "Steun of risico", "item": "Onderdeel", "judged_for": "Beoordeeld over", "kind": "Soort",
    "knew": "Wist hij ervan", "last_seen_on": "Laatst gezien op", "lasts": "Hoe lang", "left_on": "Vrij op",
    "level": "Hoe het gaat", "list": "Lijst", "may_call": "Mag u bellen", "moment": "Meetmoment",
    "monthly": "Per maand", "months": "Maanden", "name": "Naam", "next_payment": "Volgende betaling",
    "no_contact": "Geen contact", "not_congratulated": "Nog niet gefeliciteerd",
    "officer": "Officier", "officer_words": "Woorden van de officier", "organisation": "Organisatie",
    "outcome": "Uitkomst", "outside_only": "Alleen buiten", "owner": "Wie", "owner_name": "Naam",
    "party": "Partij", "payment_plan": "Regeling", "phone": "Telefoon", "place": "Waar",
    "plan_since": "Regeling sinds", "planned_end": "Loopt minstens tot", "postponed_to": "Uitgesteld tot",
    "presence": "Was hij erbij", "professional": "Professional", "purpose": "Waarvoor", "reach": "Voor wie",
    "reason": "Reden", "reason_source": "Van wie", "recipient": "Aan wie", "reference": "Kenmerk",
    "referred_by": "Aangemeld door", "referrer_letter": "Brief aan wie aanmeldde", "regime": "Regime",
    "replaces": "In plaats van",
    "rests_day": "Vanaf", "rests_on": "Rust op", "result": "Hoe het ging", "result_words": "Toelichting",
    "results": "Resultaten", "retold": "Naverteld", "retold_words": "In zijn woorden", "rule": "Termijn",
    "said_by": "Wie zegt dit", "scope": "Waarvoor", "second_person": "Tweede persoon",
    "seen_by": "Gezien door", "signed_on": "Getekend op", "since": "Sinds", "started_on": "Begonnen op",
    "state": "Hoe het staat", "stays": "Wat blijft", "step": "Stap", "stopped_on": "Gestopt op",
    "takes_over": "Wie overneemt", "template": "Voorbeeld", "template_title": "Uit voorbeeld",
    "thing": "Waarover", "threat": "Wat dreigt", "threat_on": "Dreigt op",
    "threatened": "Dreigt hij iets kwijt te raken", "tie": "Wie", "time_of_day": "Tijd", "title": "Titel",
    "told": "Wat werd verteld", "until": "Tot", "valid_until": "Geldig tot", "value": "Hoe het is",
    "verdict": "Oordeel", "waiver": "Bij", "weekday": "Dag", "weeks": "Weken", "what": "Wat", "where": "Waar",
    "who": "Wie", "whom": "Wie", "why": "Waarom", "wish": "Wens", "words": "Wat er staat", "years": "Jaren",
}  # fmt: skip
