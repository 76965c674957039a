"""The invented figures that the gallery draws."""

from regie.figures.rules import (
    Counted,
    Estimate,
    Observed,
    compared_with_rest,
    funnel,
    plainly,
    rate,
    trend,
)
from regie.gallery.pages import FunnelChart, TrendChart

COLUMNS = ("Jaar", "Per 1.000 jongeren", "Ligt tussen", "Let op")
VICTIMS = {2019: 9, 2020: 14, 2021: 11, 2023: 22, 2024: 17, 2025: 12}
BROKEN = "sinds 2023 telt de politie ook meldingen via internet."


def _observed(year: int, victims: int | None) -> Observed:
    found = rate(victims, 10_114, per=1_000) if victims is not None else None
    return Observed(year, found, provisional=year == 2025, broken=BROKEN if year == 2023 else "")


def _between(found: Estimate | None) -> str:
    return f"{plainly(found.low, figures=2)} en {plainly(found.high, figures=2)}" if found else "niet bekend"


def _chart(title: str, observed: list[Observed]) -> TrendChart:
    rows = tuple(
        (
            str(one.year),
            plainly(one.found.value, figures=2) if one.found else "niet bekend",
            _between(one.found),
            " ".join(filter(None, ("Voorlopig." if one.provisional else "", one.broken.capitalize()))),
        )
        for one in observed
    )
    return TrendChart(title, trend(observed), COLUMNS, rows)


YEARS = [_observed(year, VICTIMS.get(year)) for year in range(2019, 2026)]
TRENDS = (
    _chart("Aangiften in onze gemeente", YEARS),
    _chart("Pas één jaar bekend", [_observed(2025, 0)]),
)

NATION = Counted(17_900, 17_900_000)
OURS = Counted(19, 35_000)
OTHERS = tuple(
    Counted(round(of / 1000 * share), of)
    for of, share in [
        (4_000, 3.1),
        (8_200, 0.4),
        (12_500, 1.3),
        (22_000, 0.9),
        (31_000, 1.1),
        (47_000, 1.6),
        (64_000, 0.8),
        (92_000, 1.05),
        (121_000, 0.95),
    ]
)


def _row(name: str, one: Counted) -> tuple[str, ...]:
    found = rate(one.number, one.of, per=1_000)
    answer = compared_with_rest(one, NATION).answer.label
    return (
        name,
        plainly(one.of),
        plainly(found.value, figures=2) if found else "niet bekend",
        _between(found),
        answer,
    )


FUNNEL = FunnelChart(
    title="Aangiften per 1.000 inwoners",
    marked="onze gemeente",
    reference="heel Nederland",
    along="Inwoners",
    drawing=funnel(OURS, OTHERS, reference=NATION.number / NATION.of, per=1_000),
    columns=("Gemeente", "Inwoners", "Per 1.000", "Ligt tussen", "Naast de rest van Nederland"),
    rows=(
        _row("Onze gemeente", OURS),
        *(_row(f"Gemeente {number}", one) for number, one in enumerate(OTHERS, start=1)),
    ),
)
