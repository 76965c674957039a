"""His debts on paper, for who helps him with them: what the page of the overview says."""

from datetime import date

from regie.desk.pages.debt_overview import OverviewPage
from regie.desk.pages.sheet_parts import SheetToMake

MADE = "Gemaakt"  # the sheet says that at its end


def debts_sheet(page: OverviewPage, *, on: date) -> SheetToMake:
    """No query."""
    content = {
        "about": [{"term": one.term, "text": one.description} for one in page.about if one.term != MADE],
        "columns": list(page.columns),
        "rows": [list(row) for row in page.rows],
        "nothing": page.nothing,
    }
    return SheetToMake("debts", page.title, content, f"schulden-{on:%Y-%m-%d}.pdf")
