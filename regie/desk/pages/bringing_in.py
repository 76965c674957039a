"""What becomes of each line of a list that is brought in."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from regie.desk.pages.social_map import TITLE
from regie.partners.actions import Outcome
from regie.partners.enums import Arrived
from regie.ui.parts import Crumb

COLUMNS = ("Regel", "Wat ermee gebeurt", "Zoals getypt")


@dataclass(frozen=True)
class BringingInPage:
    """A list before and after it is brought in: what is refused first, then the rest."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    summary: str
    tone: str
    refused: tuple[tuple[str, ...], ...]
    others: tuple[tuple[str, ...], ...]
    submit: str  # empty: there is nothing to bring in, or it was done
    columns: tuple[str, ...] = COLUMNS


def bringing_in_page() -> BringingInPage:
    """Before there is a list."""
    lead = "U ziet eerst wat er met elke regel gebeurt. Daarna zegt u ja."
    return BringingInPage("Lijst inlezen", lead, _crumbs(), "", "info", (), (), "")


def report_page(outcomes: Iterable[Outcome], *, done: bool) -> BringingInPage:
    """The report of every line; `done` when it was brought in."""
    told = list(outcomes)
    number = Counter(outcome.arrived for outcome in told)
    new = number[Arrived.ADDED] + number[Arrived.CHANGED]
    parts = [f"{number[arrived]} {arrived.label}" for arrived in Arrived if number[arrived]]
    refused = tuple(_row(outcome) for outcome in told if outcome.arrived is Arrived.REFUSED)
    others = tuple(_row(outcome) for outcome in told if outcome.arrived is not Arrived.REFUSED)
    return BringingInPage(
        title="De lijst is ingelezen" if done else "Klopt dit?",
        lead="" if done else "Er is nog niets veranderd. Dit gebeurt er als u ja zegt.",
        crumbs=_crumbs(),
        summary=f"{', '.join(parts)}." if parts else "In deze lijst staat niets.",
        tone="success" if done and not refused else "warning" if refused else "info",
        refused=refused,
        others=others,
        submit=f"Ja, neem {_lines(new)} over" if new and not done else "",
    )


def _row(outcome: Outcome) -> tuple[str, ...]:
    said = outcome.arrived.label.capitalize()
    return (str(outcome.line.number), f"{said}: {outcome.words}" if outcome.words else said, outcome.line.raw)


def _lines(number: int) -> str:
    return "1 regel" if number == 1 else f"{number} regels"


def _crumbs() -> tuple[Crumb, ...]:
    return (Crumb(TITLE, reverse("desk:social_map")), Crumb("Lijst inlezen"))
