"""What is signed on paper: an agreement of two, one of three, and an authorisation."""

from datetime import date

from regie.desk.pages.agreement_paper import PaperPage
from regie.desk.pages.authorisations import AuthorisationPaper
from regie.desk.pages.sheet_parts import SheetToMake, part, to_do
from regie.plans.enums import Consent
from regie.requests.models import MutualAgreement
from regie.ui.words import on_weekday

STOPPED = "Deze machtiging geldt niet meer."
HE, OFFICER, HELPER = "Ik", "Mijn officier", "Wie mij helpt"
SAID = {
    Consent.AGREED: "Ik ben het hiermee eens.",
    Consent.NOT_AGREED: "Ik ben het hier niet mee eens.",
    Consent.COULD_NOT_ANSWER: "Ik kon hier nog niets over zeggen.",
}


def agreement_sheet(page: PaperPage, *, on: date) -> SheetToMake:
    """Both sides of it, one promise a line; no query."""
    content = {
        "name": page.person,
        "day": f"Afgesproken op {page.day}.",
        "parts": [
            part(one.title, (), [to_do("heart-handshake", line) for line in one.lines]) for one in page.parts
        ],
        "said": list(page.answer),
        "again": page.again,
        "signing": [HE, OFFICER],
    }
    return SheetToMake("agreement", page.title, content, f"afspraken-{on:%Y-%m-%d}.pdf")


def mutual_sheet(one: MutualAgreement, *, on: date) -> SheetToMake:
    """What each of three does, and what they do together when it does not work out; no query."""
    each = (
        ("Dit doe ik", one.young_person),
        ("Dit doet mijn officier", one.officer),
        (f"Dit doet {one.agreed_with}", one.partner),
    )
    content = {
        "name": str(one.trajectory.person),
        "day": f"Afgesproken op {on_weekday(one.happened_on)}.",
        "parts": [
            *(part(title, (), [to_do("heart-handshake", words)]) for title, words in each),
            part("En als het niet lukt?", (one.otherwise,)),
        ],
        "said": [SAID[Consent(one.consent)]],
        "again": f"Dit geldt vanaf {on_weekday(one.begins_on)}.",
        "signing": [HE, OFFICER, HELPER],
    }
    return SheetToMake("agreement", "Samen afgesproken", content, f"samen-afgesproken-{on:%Y-%m-%d}.pdf")


def authorisation_sheet(page: AuthorisationPaper, *, on: date) -> SheetToMake:
    """Who may do what for him until when, with room to sign; no query."""
    content = {
        "name": page.name,
        "born": page.born,
        "officer": page.officer,
        "place": page.place,
        "party": page.party,
        "scope": page.scope,
        "until": page.until,
        "signed": f"Deze machtiging is getekend op {page.signed}." if page.signed else "",
        "stopped": f"Gestopt op {page.stopped}. {STOPPED}" if page.stopped else "",
    }
    return SheetToMake("authorisation", page.title, content, f"machtiging-{on:%Y-%m-%d}.pdf")
