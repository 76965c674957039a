"""With whom a partner is involved."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from regie.trajectories.models import Involvement
from regie.ui.parts import Cell
from regie.ui.words import written


@dataclass(frozen=True)
class InvolvedPage:
    """One line for each involvement, by name."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def involved_page(found: Iterable[Involvement]) -> InvolvedPage:
    """These; no query."""
    by_name = sorted(found, key=lambda one: (str(one.trajectory.person).casefold(), one.until))
    return InvolvedPage(("Naam", "Gemeente", "Tot en met"), tuple(_row(one) for one in by_name))


def _row(one: Involvement) -> tuple[Cell, ...]:
    his = one.trajectory
    return (
        Cell(str(his.person), reverse("partnerdesk:person", args=[one.ref])),
        Cell(str(his.municipality)),
        Cell(written(one.until)),
    )
