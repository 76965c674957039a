"""How the numbers of a year are said: whose they are, and what is hidden."""

from collections.abc import Sequence

from regie.accounts.models import Municipality
from regie.figures.rules import OF_FEW
from regie.insight.enums import Sight
from regie.insight.rules import Year
from regie.office.pages.plan_parts import Table
from regie.ui.parts import Cell
from regie.ui.words import written

TITLE = "Inzicht"
NOT_SHOWN = OF_FEW.split(":")[0]
EXPLAINED = (
    f"Staat er ‘{NOT_SHOWN}’? Dan gaat het om weinig mensen, of zou het aantal iets over hen vertellen."
)
ONLY_OVER = (
    "U ziet hier alleen jaren die voorbij zijn. "
    "Een aantal dat elke dag verandert, kan iets vertellen over één jongere."
)
NO_APPROACH = (
    "Er is geen aanpak geladen. Daarin staat welk aantal te klein is om te tonen. Zonder dat ziet u hier geen cijfers. "
    "Vraag uw functioneel beheerder."
)
WHOSE = {Sight.WHOLE: "alle jongeren", Sight.OWN: "uw jongeren", Sight.GUARDED: "alle jongeren"}
LEADS = {
    Sight.WHOLE: "Alle jongeren van deze gemeente samen.",
    Sight.OWN: "Alleen uw jongeren: wie u nu begeleidt, zelf of als vervanger. Van uw collega’s ziet u hier niets.",
    Sight.GUARDED: "Alle jongeren van deze gemeente samen, zonder namen en zonder kleine aantallen.",
}


def lead(sight: Sight) -> str:
    """Whose numbers they are."""
    return LEADS[sight]


def notes(sight: Sight, year: Year) -> tuple[str, ...]:
    """What to know before one reads the numbers."""
    if sight is Sight.GUARDED:
        return ONLY_OVER, EXPLAINED
    return () if year.is_over else (f"{year.number} is nog niet voorbij. Geteld tot en met {until(year)}.",)


def nobody(sight: Sight, year: Year) -> str:
    """Of a year in which nobody was guided."""
    who = "is er van uw jongeren niemand" if sight is Sight.OWN else "is er niemand"
    return f"In {year.number} {who} begeleid."


def until(year: Year) -> str:
    """The last day that is counted."""
    return written(year.last)


def number(count: int | None, more: str = "", *, brief: bool = False) -> Cell:
    """A count in a cell; `brief` where many stand beside each other."""
    return Cell(NOT_SHOWN if brief else OF_FEW, more=more) if count is None else Cell(str(count), more=more)


def numbers(counts: Sequence[int | None]) -> tuple[Cell, ...]:
    """Counts that stand beside each other."""
    return tuple(number(count, brief=True) for count in counts)


def told_or_said(tables: Sequence[Table]) -> tuple[tuple[str, ...], tuple[Table, ...]]:
    """The tables with something to read, and one sentence for each in which everything is hidden."""
    said = [table for table in tables if table.rows and all(map(_hides_all, table.rows))]
    return tuple(f"{table.caption}: {OF_FEW}." for table in said), tuple(
        table for table in tables if table not in said
    )


def _hides_all(row: Sequence[Cell]) -> bool:
    return all(cell.text in (OF_FEW, NOT_SHOWN) for cell in row[1:])


def total(counts: Sequence[int | None]) -> int | None:
    """What they are together; hidden when one of them is."""
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def called(place: Municipality, year: Year) -> str:
    """Of where and of when."""
    return f"{place} in {year.number}"
