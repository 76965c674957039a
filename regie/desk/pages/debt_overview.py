"""His debts on one sheet of paper, for who helps him with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.desk.pages.debt_words import (
    amount_said,
    described_none,
    name_of,
    plan_said,
    threat_said,
    total_said,
)
from regie.desk.pages.places import DEBTS, crumbs_to
from regie.plans.enums import DebtsKnown
from regie.plans.queries import DebtLine, debts_of
from regie.trajectories.models import Trajectory
from regie.ui.parts import Crumb, Item
from regie.ui.words import capital, written

OVERVIEW = "Overzicht van schulden"
COLUMNS = ("Aan wie", "Kenmerk", "Bedrag", "Regeling", "Wat dreigt")
# What stands in the form of a disclosure already when something was handed over: by what the address says of it.
HANDED_OVER: Mapping[str, dict[str, str]] = {
    "schulden": {
        "what": "Overzicht van zijn schulden.",
        "purpose": "Zodat hij hulp krijgt bij zijn schulden.",
        "ground": "debts",
    }
}


@dataclass(frozen=True)
class OverviewPage:
    """Who it is, each debt in a row, what it is together, and when and by whom it was made."""

    title: str
    crumbs: tuple[Crumb, ...]
    about: tuple[Item, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    nothing: str
    disclosure_url: str
    pdf_url: str


def overview_page(trajectory: Trajectory, *, mine: bool, by: str, on: date) -> OverviewPage:
    """As it stands today; three queries."""
    person, debts = trajectory.person, debts_of(trajectory)
    none = described_none(debts.none) if debts.none else None
    told = f"{none.term}. {none.description}." if none else f"{DebtsKnown.UNKNOWN.label}."
    return OverviewPage(
        title=OVERVIEW,
        crumbs=crumbs_to(person, OVERVIEW, under=DEBTS, mine=mine),
        about=(
            Item("Naam", str(person)),
            Item("Geboren", written(person.birth_date)),
            Item("Samen", total_said(debts.total) if debts.open else "Er loopt geen schuld die we kennen."),
            Item("Gemaakt", f"{capital(written(on))}, door {by}, gemeente {trajectory.municipality.name}"),
        ),
        columns=COLUMNS,
        rows=tuple(_row(line) for line in debts.open),
        nothing="" if debts.open else told,
        disclosure_url=f"{reverse('desk:tell_disclosure', args=[person.ref])}?over=schulden" if mine else "",
        pdf_url=reverse("desk:debts_sheet", args=[person.ref]),
    )


def _row(line: DebtLine) -> tuple[str, ...]:
    now = line.now
    administrator = f"Beheer: {now.administrator}." if now and now.administrator else ""
    pays = f"Volgende betaling: {now.next_payment}." if now and now.next_payment else ""
    plan = " ".join(filter(None, (f"{plan_said(now)}." if now else "", pays, administrator)))
    return (
        name_of(line.debt),
        line.debt.reference or "Niet bekend",
        amount_said(line),
        plan or "Niet bekend",
        threat_said(now) if now else "Niet bekend",
    )
