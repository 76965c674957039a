"""The young people of the demo; all invented. Days are counted back from the day the demo is loaded."""

from dataclasses import dataclass, field

from regie.contacts.enums import ContactKind, Outcome
from regie.demo.cast import BAS, NOOR, SEM, Colleague
from regie.detention.enums import Title
from regie.detention.models.sentence import SentenceAccount


@dataclass(frozen=True)
class Moment:
    """One moment of contact, so many days ago."""

    days_ago: int
    kind: ContactKind
    outcome: Outcome
    words: str = ""


@dataclass(frozen=True)
class YoungPerson:
    """One invented young person: his referral, perhaps his trajectory, and the contact there was."""

    given_names: str
    family_name: str
    born: str
    officer: Colleague
    referred_by: str
    referred: int
    detained: int | None = None
    facility: str = ""
    told: str = ""
    bsn: str = ""
    accepted: int | None = None
    moments: tuple[Moment, ...] = field(default_factory=tuple)
    sentence: SentenceAccount | None = None
    out_in: int | None = None  # days after he was accepted, as expected


VISIT, VIDEO, PHONE = ContactKind.PRISON_VISIT, ContactKind.VIDEO_VISIT, ContactKind.PHONE
MADE, ATTEMPTED = Outcome.MADE, Outcome.ATTEMPTED

PEOPLE = (
    YoungPerson(
        "Jayden", "Muller", "2005-04-17", NOOR, "Casemanager PI Sittard, Els Janssen", 21, 24, "PI Sittard",
        "Heeft geen geldig ID. Zijn kamer is opgezegd. Hij wil werken met auto's.", "999990019", 20,
        (
            Moment(19, VISIT, ATTEMPTED, "Jayden was bij de rechtbank. Nieuwe afspraak gemaakt."),
            Moment(16, VISIT, MADE, "Jayden wil automonteur worden. Ik bel de verhuurder over zijn kamer."),
            Moment(5, VIDEO, MADE, "De verhuurder wacht tot januari. Jayden was opgelucht."),
        ),
        SentenceAccount(Title.PRISON, months=9), 180,
    ),
    YoungPerson(
        "Lina", "van der Berg", "2003-11-02", NOOR, "Zorg- en Veiligheidshuis Parkstad", 9, 12, "PI Ter Peel",
        "Wil haar dochter blijven zien.", "", 8,
        (Moment(7, PHONE, ATTEMPTED, "Niet bereikt. Casemanager gevraagd om te bellen."),),
        SentenceAccount(Title.PRETRIAL),
    ),
    YoungPerson(
        "Mo", "El Idrissi", "2001-01-30", NOOR, "Reclassering, Tom Peeters", 190, None, "",
        "Is al vrij. Slaapt bij vrienden.", "", 189,
        (
            Moment(188, ContactKind.MEETING, MADE, "Koffie bij het station. Mo wil eerst een postadres."),
            Moment(40, ContactKind.HOME_VISIT, MADE, "Mo heeft een briefadres en een pas. Samen gevierd."),
        ),
    ),
    YoungPerson(
        "Dylan", "Ruiters", "2000-08-09", SEM, "Casemanager PI Roermond", 60, 75, "PI Roermond",
        "", "", 58,
        (Moment(50, VISIT, MADE, "Eerste gesprek. Dylan praat weinig, maar wil dat ik terugkom."),),
    ),
    YoungPerson(
        "Sanne", "Köhler", "2004-02-29", NOOR, "Casemanager PI Ter Peel", 2, 3, "PI Ter Peel",
        "Eerste keer vast. Maakt een opleiding in de zorg. Haar moeder helpt.",
    ),
    YoungPerson(
        "Rico", "Tóth", "1999-12-31", NOOR, "Jeugd Preventie Platform", 1, None, "",
        "Wordt vaak gezien met oudere jongens.",
    ),
    YoungPerson(
        "Kevin", "Smeets", "2002-06-21", BAS, "Casemanager PI Sittard", 30, 33, "PI Sittard", "", "123456782", 29
    ),
)  # fmt: skip

# Messages that came in today, and that nobody looked at yet.
START = """Betreft: begin detentie

Achternaam: Bos
Voornaam: Mick
Geboortedatum: 09-08-2004
Woonplaats: Geleen
Inrichting: PI Sittard
Titel: voorlopige hechtenis

Hij heeft een hond thuis. Wie zorgt daarvoor?
"""
LIST = """Achternaam;Voornaam;Geboortedatum;Woonplaats;Inrichting
Peters;Henk;12-03-1971;Geleen;PI Roermond
van Rijn;Sofie;30-11-2000;Sittard;PI Ter Peel
Hendriks;Twan;05-06-1988;Beek;PI Sittard
Dirks;Mo;te veel;kolommen;hier;in deze regel
"""

MESSAGES = (START, LIST)
