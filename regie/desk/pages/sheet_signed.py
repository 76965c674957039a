"""What is signed on paper: an agreement and an authorisation, as their pages say them."""

from datetime import date

from regie.desk.pages.agreement_paper import PaperPage
from regie.desk.pages.authorisations import AuthorisationPaper
from regie.desk.pages.sheet_parts import SheetToMake, part, to_do

STOPPED = "Deze machtiging geldt niet meer."


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
    }
    return SheetToMake("agreement", page.title, content, f"afspraken-{on:%Y-%m-%d}.pdf")


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
