"""The young people whom a newcomer meets first."""

from functools import partial

from regie.contacts.enums import ContactKind, Outcome
from regie.demo.cast import BAS, NOOR, SEM
from regie.demo.roads import Around, Asked, Court, Inside, Moment, Out, Road, Sentenced, Stands, YoungPerson
from regie.detention.enums import (
    Certainty,
    HearingKind,
    HearingOutcome,
    OpenSanctionKind,
    ReleaseKind,
    SafetyGround,
    SpecialConditionKind,
    Title,
)
from regie.detention.models.open_sanction import OpenSanctionAccount
from regie.detention.models.safety_note import SafetyNoteAccount
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.trajectories.enums import ApplicationKind, ApplicationOutcome, Threatened
from regie.trajectories.enums import CircumstanceKind as Kind
from regie.trajectories.enums import CircumstanceValue as Value

VISIT, VIDEO, PHONE = ContactKind.PRISON_VISIT, ContactKind.VIDEO_VISIT, ContactKind.PHONE
MADE, ATTEMPTED = Outcome.MADE, Outcome.ATTEMPTED

ELS = "Casemanager PI Sittard, Els Janssen"

JAYDEN = YoungPerson(
    "Jayden", "Muller", "2005-04-17", NOOR,
    Road(
        21, ELS,
        "Heeft geen geldig ID. Zijn kamer is opgezegd. Hij wil werken met auto's.",
        weighed=20, accepted=20,
        stays=(
            Inside(
                24, "PI Sittard", sentences=(Sentenced(20, Title.PRISON, 9),),
                releases=(Out(20, -180, ReleaseKind.END_OF_SENTENCE, Certainty.EXPECTED),),
                hearings=(Court(19, HearingKind.TRIAL, HearingOutcome.CONVICTED),),
            ),
        ),
        situation=(
            Stands(16, Kind.BENEFIT, Value.SOCIAL_ASSISTANCE, 300),
            Stands(16, Kind.ALLOWANCES, Value.GETS_ALLOWANCES, 300),
            Stands(16, Kind.HOME, Value.RENTS, 700, source="Zijn verhuurder"),
            Stands(16, Kind.IDENTITY, Value.EXPIRED_ID, 90, source=ELS),
            Stands(16, Kind.ACCOUNT, Value.UNKNOWN, 16),
            Stands(5, Kind.INSURANCE, Value.SUSPENDED, 10),
            Stands(5, Kind.BENEFIT, Value.NO_BENEFIT, 23),
        ),
        asked=(Asked(12, ApplicationKind.DEBT_HELP, Threatened.NO),),
        moments=(
            Moment(19, VISIT, ATTEMPTED, "Jayden was bij de rechtbank. Nieuwe afspraak gemaakt."),
            Moment(
                16,
                VISIT,
                MADE,
                "Jayden wil automonteur worden. Ik bel de verhuurder over zijn kamer.",
                his_words="Ik wil gewoon iets maken met mijn handen.",
                judgement="Hij durft weer vooruit te kijken. De kamer is nu het belangrijkste.",
                minutes=50,
            ),
            Moment(
                12,
                ContactKind.PARTNER,
                MADE,
                "De verhuurder houdt zijn kamer vast als de huur doorloopt.",
                minutes=10,
                with_whom="De verhuurder",
            ),
            Moment(5, VIDEO, MADE, "De verhuurder wacht tot januari. Jayden was opgelucht.", minutes=20),
        ),
    ),
    "999990019",
)  # fmt: skip
LINA = YoungPerson(
    "Lina", "van der Berg", "2003-11-02", NOOR,
    Road(
        9, "Zorg- en Veiligheidshuis Parkstad", "Wil haar dochter blijven zien.",
        weighed=8, accepted=8, stays=(Inside(12, "PI Ter Peel"),),
        situation=(Stands(7, Kind.WORK, Value.SCHOOL, 100, source="Zorg- en Veiligheidshuis Parkstad"),),
        moments=(Moment(7, PHONE, ATTEMPTED, "Niet bereikt. Casemanager gevraagd om te bellen."),),
    ),
)  # fmt: skip
MO = YoungPerson(
    "Mo", "El Idrissi", "2001-01-30", NOOR,
    Road(
        190, "Reclassering, Tom Peeters", "Is al vrij. Slaapt bij vrienden.", weighed=189, accepted=189,
        around=(
            Around(
                150,
                partial(
                    SpecialConditionAccount, SpecialConditionKind.AREA_BAN, "Niet in het centrum van Heerlen."
                ),
                -90,
            ),
            Around(150, partial(OpenSanctionAccount, OpenSanctionKind.FINE, 430, "Betaalt 40 euro per maand.")),
        ),
        situation=(
            Stands(188, Kind.ADDRESS, Value.NO_ADDRESS, 188),
            Stands(188, Kind.IDENTITY, Value.NO_ID, 188),
            Stands(188, Kind.WORK, Value.NO_WORK, 188),
            Stands(40, Kind.ADDRESS, Value.POSTAL_ADDRESS, 60, -300),
            Stands(40, Kind.ACCOUNT, Value.HAS_ACCOUNT, 40),
            Stands(40, Kind.IDENTITY, Value.VALID_ID, 45, -40),
            Stands(40, Kind.BENEFIT, Value.OTHER_BENEFIT, 55, -9),
        ),
        asked=(
            Asked(
                75,
                ApplicationKind.OTHER,
                words="Bijzondere bijstand voor een bed",
                outcome=ApplicationOutcome.REFUSED,
                decided=20,
            ),
        ),
        moments=(
            Moment(188, ContactKind.MEETING, MADE, "Koffie bij het station. Mo wil eerst een postadres."),
            Moment(40, ContactKind.HOME_VISIT, MADE, "Mo heeft een briefadres en een pas. Samen gevierd."),
        ),
    ),
)  # fmt: skip
DYLAN = YoungPerson(
    "Dylan", "Ruiters", "2000-08-09", SEM,
    Road(
        60, "Casemanager PI Roermond", weighed=58, accepted=58, stays=(Inside(75, "PI Roermond"),),
        around=(
            Around(
                30,
                partial(SafetyNoteAccount, "Twee mannen wachten hem op bij bezoek.", SafetyGround.FROM_OTHERS),
                -60,
            ),
        ),
        situation=(
            Stands(50, Kind.BENEFIT, Value.DISABILITY_BENEFIT, 900),
            Stands(50, Kind.ADDRESS, Value.WITH_FAMILY, 900),
            Stands(50, Kind.INSURANCE, Value.INSURED, 900),
        ),
        moments=(
            Moment(50, VISIT, MADE, "Eerste gesprek. Dylan praat weinig, maar wil dat ik terugkom."),
        ),
    ),
)  # fmt: skip
SANNE = YoungPerson(
    "Sanne", "Köhler", "2004-02-29", NOOR,
    Road(
        2, "Casemanager PI Ter Peel",
        "Eerste keer vast. Maakt een opleiding in de zorg. Haar moeder helpt.",
        stays=(Inside(3, "PI Ter Peel"),),
    ),
)  # fmt: skip
RICO = YoungPerson(
    "Rico",
    "Tóth",
    "1999-12-31",
    NOOR,
    Road(1, "Jeugd Preventie Platform", "Wordt vaak gezien met oudere jongens."),
)
KEVIN = YoungPerson(
    "Kevin", "Smeets", "2002-06-21", BAS,
    Road(30, "Casemanager PI Sittard", weighed=29, accepted=29, stays=(Inside(33, "PI Sittard"),)),
    "123456782",
)  # fmt: skip

CAST = (JAYDEN, LINA, MO, DYLAN, SANNE, RICO, KEVIN)
