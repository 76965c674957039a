"""Telling a milestone, and planning how the caseload grows: what the pages say."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from regie.office.pages.programme import WithdrawPage, WritingPage, crumbs_of, url_of
from regie.programme.enums import MilestoneKind
from regie.programme.models import CaseloadPlan, Intervention, Milestone
from regie.programme.rules import MONTHS, quarter_said
from regie.ui.parts import FormPage, Item
from regie.ui.words import moment, written

LEAD = "Wat niet bekend is, blijft leeg."


def milestone_page(intervention: Intervention, kind: str) -> WritingPage:
    """A milestone that is not in the planning yet."""
    title = f"Mijlpaal: {MilestoneKind(kind).label.lower()}"
    return WritingPage(title, LEAD, crumbs_of(intervention, title), url_of(intervention))


def remilestone_page(found: Milestone, versions: Iterable[Milestone]) -> WritingPage:
    """A milestone that is told better, with what was told before; no query."""
    title = f"{found.name} bijwerken"
    return WritingPage(
        title,
        LEAD,
        crumbs_of(found.intervention, title),
        url_of(found.intervention),
        before=tuple(
            Item(f"{moment(one.recorded_at)}, {one.recorded_by_label}", _said(one)) for one in versions
        ),
        off_url=reverse("office:withdraw_milestone", args=[found.ref]),
    )


def withdrawing_milestone_page(found: Milestone) -> WithdrawPage:
    """A milestone that goes off the page."""
    title = f"{found.name} uit de planning halen"
    return WithdrawPage(
        title,
        "Wat er stond, blijft te lezen voor wie de bladzijde bijhoudt.",
        crumbs_of(found.intervention, title),
        url_of(found.intervention),
        submit="Uit de planning halen",
        told=(Item("Nu staat er", _said(found)),),
    )


def caseload_page(intervention: Intervention, year: int) -> FormPage:
    """How many are meant to be guided in each month."""
    title = f"Opbouw van de caseload in {year}"
    lead = (
        "Hoeveel jongeren worden er aan het eind van elke maand begeleid? Wat niet gepland is, blijft leeg."
    )
    return FormPage(title, lead, crumbs_of(intervention, title), url_of(intervention))


def milestone_initial(found: Milestone) -> dict[str, Any]:
    """What the form holds when it is opened."""
    real = f"{found.real_on:%d-%m-%Y}" if found.real_on else quarter_said(found.real)
    return {"planned": quarter_said(found.planned), "real": real, "why": found.why, "words": found.words}


def caseload_initial(standing: CaseloadPlan | None) -> dict[str, int | None]:
    """What the form holds when it is opened: what was planned."""
    numbers = standing.numbers if standing else [None] * len(MONTHS)
    return {f"month_{month}": number for month, number in zip(MONTHS, numbers, strict=True)}


def _said(one: Milestone) -> str:
    """A milestone in a few lines."""
    when = written(one.real_on) or quarter_said(one.real)
    lines = (
        one.words,
        f"Gepland: {quarter_said(one.planned)}" if one.planned else "",
        f"Klaar: {when}" if when else "Nog niet bereikt",
        f"Waarom later: {one.why}" if one.why else "",
    )
    return "Uit de planning gehaald." if one.withdrawn else "\n".join(filter(None, lines))
