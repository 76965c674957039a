"""The young people whom a newcomer meets first."""

from functools import partial

from regie.contacts.enums import ContactKind, Outcome
from regie.demo.cast import BAS, NOOR, SEM
from regie.demo.roads import Around, Court, Inside, Moment, Out, Road, Sentenced, YoungPerson
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

VISIT, VIDEO, PHONE = ContactKind.PRISON_VISIT, ContactKind.VIDEO_VISIT, ContactKind.PHONE
MADE, ATTEMPTED = Outcome.MADE, Outcome.ATTEMPTED

JAYDEN = YoungPerson(
    "Jayden", "Muller", "2005-04-17", NOOR,
    Road(
        21, "Casemanager PI Sittard, Els Janssen",
        "Heeft geen geldig ID. Zijn kamer is opgezegd. Hij wil werken met auto's.",
        weighed=20, accepted=20,
        stays=(
            Inside(
                24, "PI Sittard", sentences=(Sentenced(20, Title.PRISON, 9),),
                releases=(Out(20, -180, ReleaseKind.END_OF_SENTENCE, Certainty.EXPECTED),),
                hearings=(Court(19, HearingKind.TRIAL, HearingOutcome.CONVICTED),),
            ),
        ),
        moments=(
            Moment(19, VISIT, ATTEMPTED, "Jayden was bij de rechtbank. Nieuwe afspraak gemaakt."),
            Moment(16, VISIT, MADE, "Jayden wil automonteur worden. Ik bel de verhuurder over zijn kamer."),
            Moment(5, VIDEO, MADE, "De verhuurder wacht tot januari. Jayden was opgelucht."),
        ),
    ),
    "999990019",
)  # fmt: skip
LINA = YoungPerson(
    "Lina", "van der Berg", "2003-11-02", NOOR,
    Road(
        9, "Zorg- en Veiligheidshuis Parkstad", "Wil haar dochter blijven zien.",
        weighed=8, accepted=8, stays=(Inside(12, "PI Ter Peel"),),
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
