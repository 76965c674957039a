"""Gronden: what officers ask the privacy officer to judge; no name of a young person stands there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localdate

from regie.approach.rules import Approach
from regie.trajectories.models import Involvement
from regie.ui.parts import Cell, Crumb, Item
from regie.ui.words import listed, written

TITLE, ASK = "Gronden", "Grond beoordelen"
LEAD = "Mag deze partner betrokken zijn, en op welke grond? U leest geen naam en u opent geen dossier."


@dataclass(frozen=True)
class JudgingPage:
    """What waits, asked the longest ago first."""

    title: str
    lead: str
    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[str, ...] = (
        "Wat wordt gevraagd",
        "Wie",
        "Leefgebieden",
        "Gevraagd op",
        "Door",
        "Gemeente",
    )


@dataclass(frozen=True)
class GroundPage:
    """Around the form that answers one question."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    cancel_url: str
    submit: str
    told: tuple[Item, ...]
    cancel: str = ""


def judging_page(asked: Sequence[Involvement], approaches: Mapping[int, Approach]) -> JudgingPage:
    """Each question in a row; no query."""
    rows = tuple(_row(one, approaches[one.trajectory.municipality_id]) for one in asked)
    return JudgingPage(TITLE, LEAD, rows)


def ground_page(one: Involvement, approach: Approach) -> GroundPage:
    """One question; no query."""
    back = reverse("office:judging")
    told = (
        Item("Wat wordt gevraagd", one.purpose),
        Item("Wie", f"{one.who}, {one.role}"),
        Item("Leefgebieden", _domains(one, approach)),
        Item("Wanneer", f"{written(one.happened_on)} tot en met {written(one.until)}"),
        Item("Gevraagd", f"{written(localdate(one.recorded_at))}, door {one.recorded_by_label}"),
        Item("Gemeente", str(one.trajectory.municipality)),
    )
    crumbs = (Crumb(TITLE, back), Crumb(ASK))
    lead = "Uw antwoord staat bij de officier. Die past de betrokkenheid zelf aan, of beëindigt haar."
    return GroundPage(ASK, lead, crumbs, back, "Antwoorden", told)


def _row(one: Involvement, approach: Approach) -> tuple[Cell, ...]:
    return (
        Cell(one.purpose, reverse("office:judge_ground", args=[one.ref])),
        Cell(one.who, more=one.role),
        Cell(_domains(one, approach)),
        Cell(written(localdate(one.recorded_at))),
        Cell(one.recorded_by_label),
        Cell(str(one.trajectory.municipality)),
    )


def _domains(one: Involvement, approach: Approach) -> str:
    return listed([domain.title for domain in approach.life_domains if domain.code in one.domains])
