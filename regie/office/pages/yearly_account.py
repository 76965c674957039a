"""Jaarverantwoording: trajectories of a year, and of those how it was with each basic condition."""

from dataclasses import dataclass

from django.urls import reverse

from regie.accounts.models import Municipality
from regie.insight.enums import Sight
from regie.insight.rules import ANSWERS, Year, YearlyAccount
from regie.office.pages.insight import account_url, conditions_table, flow_table
from regie.office.pages.insight_words import NO_APPROACH, TITLE, called, lead, notes, told_or_said
from regie.office.pages.plan_parts import Table
from regie.ui.parts import Action, Crumb
from regie.ui.words import capital

COUNTED = (
    "Een traject is de begeleiding van één jongere. Elk traject telt in een jaar één keer.",
    "Begonnen: de begeleiding begon in dit jaar, of begon opnieuw.",
    "Gestopt: aan het einde van het jaar was de begeleiding afgerond.",
    "Bij een basisvoorwaarde telt de laatste meting die in dit jaar is gedaan.",
    "Niet gevraagd: in dit jaar is het niet gemeten. Samen zijn de vier antwoorden alle trajecten van dit jaar.",
    "Geteld met wat nu bekend is. Wie later iets verbetert, verandert het aantal.",
    "Dit kan helpen bij de verantwoording van de bijdrageregeling van DJI.",
    "Een vaste vorm daarvan kennen wij niet (te verifiëren).",
)


@dataclass(frozen=True)
class AccountPage:
    """A year to account for; without tables it says why."""

    title: str
    lead: str
    notes: tuple[str, ...]
    crumbs: tuple[Crumb, ...]
    tables: tuple[Table, ...]
    counted: tuple[str, ...] = COUNTED
    actions: tuple[Action, ...] = ()


def account_page(place: Municipality, year: Year, told: YearlyAccount | None, *, sight: Sight) -> AccountPage:
    """The page; no query. `told` None is that no approach says how few is too few to show."""
    url = reverse("office:insight", query={"gemeente": place.cbs_code, "jaar": year.number})
    title = f"Jaarverantwoording {year.number}"
    download = Action("Ophalen als CSV", account_url(place, year.number, "yearly_account_file"), "download")
    said, tables = told_or_said(_tables(told, year) if told else ())
    return AccountPage(
        title=f"Jaarverantwoording: {called(place, year)}",
        lead=f"Trajecten per jaar, per basisvoorwaarde. {lead(sight)}",
        notes=(*notes(sight, year), *said) if told else (NO_APPROACH,),
        crumbs=(Crumb(TITLE, url), Crumb(title)),
        tables=tables,
        actions=(download,) if told else (),
    )


def _tables(told: YearlyAccount, year: Year) -> tuple[Table, ...]:
    return (
        flow_table(told.flow, year),
        conditions_table("Per basisvoorwaarde, aantal trajecten", tuple(map(capital, ANSWERS)), told.lines),
    )
