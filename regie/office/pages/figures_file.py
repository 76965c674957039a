"""What becomes of each line of a file with figures."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from regie.indicators.actions import Brought
from regie.indicators.enums import Arrived
from regie.indicators.models import Definition, Indicator
from regie.indicators.rules import COLUMNS, region_words
from regie.office.pages.indicator_words import figure_told
from regie.office.pages.indicators import crumbs
from regie.ui.parts import Crumb

TITLE = "Cijfers inlezen"
EXAMPLE = (
    "periode;gebied;uitgave;bron;waarde;ondergrens;bovengrens",
    "2023;NL;mei 2024;CBS, tabel 85472NED;15,6;15,4;15,9",
)


@dataclass(frozen=True)
class FiguresPage:
    """A file before and after it is read; `submit` is empty when there is nothing to bring in."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    cancel_url: str
    columns_said: str
    example: tuple[str, ...]
    summary: str = ""
    tone: str = "info"
    submit: str = ""
    wrong: tuple[tuple[str, ...], ...] = ()
    good: tuple[tuple[str, ...], ...] = ()
    wrong_columns: tuple[str, ...] = ("Regel", "Wat er niet klopt", "Zoals het er staat")
    columns: tuple[str, ...] = ("Regel", "Wat ermee gebeurt", "Periode", "Gebied", "Cijfer", "Uitgave")


def figures_page(
    indicator: Indicator,
    told: Iterable[Brought],
    *,
    definition: Definition | None = None,
    names: Mapping[str, str],
) -> FiguresPage:
    """The page before there is a file, and with what becomes of each of its lines."""
    lines = list(told)
    number = Counter(one.arrived for one in lines)
    wrong, new = number[Arrived.WRONG], number[Arrived.NEW]
    url = reverse("office:indicator", args=[indicator.ref])
    parts = [f"{number[arrived]} {arrived.label}" for arrived in Arrived if number[arrived]]
    said = f"{', '.join(parts)}." if parts else ""
    if wrong:
        said += " Zolang er iets niet klopt, wordt er niets ingelezen."
    return FiguresPage(
        title="Klopt dit?" if lines and not wrong else TITLE,
        lead="U ziet eerst wat er met elke regel gebeurt. Daarna zegt u ja.",
        crumbs=crumbs(indicator.name, TITLE, url=url),
        cancel_url=url,
        columns_said=", ".join(COLUMNS),
        example=EXAMPLE,
        summary=said,
        tone="warning" if wrong else "info",
        submit=f"Ja, lees {_figures(new)} in" if new and not wrong else "",
        wrong=tuple(_wrong(one) for one in lines if one.arrived is Arrived.WRONG),
        good=tuple(_good(one, definition, names) for one in lines if definition and one.line.account),
    )


def _wrong(one: Brought) -> tuple[str, ...]:
    return (str(one.line.number), one.words, one.line.raw)


def _good(one: Brought, definition: Definition, names: Mapping[str, str]) -> tuple[str, ...]:
    account = one.line.account
    assert account is not None
    return (
        str(one.line.number),
        one.arrived.label.capitalize(),
        str(account.period),
        region_words(account.region, names),
        figure_told(account, definition.unit),
        account.edition,
    )


def _figures(number: int) -> str:
    return "1 cijfer" if number == 1 else f"{number} cijfers"
