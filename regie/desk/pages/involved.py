"""Wie is betrokken: who of another organisation helps him, since when, as what, on which ground, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.approach.rules import Approach
from regie.contacts.queries import last_contact_with
from regie.desk.pages.lines import Line
from regie.desk.pages.places import INVOLVED, crumbs_to
from regie.persons.models import Person
from regie.trajectories.models import Involvement, Trajectory
from regie.trajectories.queries import involvements_of
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import listed, written

TITLE = "Iemand betrekken"
LEADS = "heeft de leiding bij de partners"


@dataclass(frozen=True)
class InvolvedPage:
    """Who is involved, the lead first; who was, folded away under `more`."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    lines: tuple[Line, ...]
    over: tuple[Line, ...]
    more: str


def involved_page(trajectory: Trajectory, approach: Approach, *, mine: bool, on: date) -> InvolvedPage:
    """All of them on a day; two queries."""
    person = trajectory.person
    told, spoken = involvements_of(trajectory), last_contact_with(trajectory)
    running = sorted((one for one in told if not one.is_over(on)), key=lambda one: not one.lead)
    over = [one for one in told if one.is_over(on)]

    def lines(some: list[Involvement], ending: bool) -> tuple[Line, ...]:
        return tuple(
            Line(described(one, approach, spoken), _actions(one, person, ending=ending) if mine else ())
            for one in some
        )

    return InvolvedPage(
        title=INVOLVED.title,
        person=str(person),
        lead=f"Wie helpt {person} nog meer, waarom mag dat, en tot wanneer?",
        crumbs=crumbs_to(person, INVOLVED.title, mine=mine),
        actions=_involving(person) if mine else (),
        lines=lines(running, ending=True),
        over=lines(over, ending=False),
        more="Eén keer eerder" if len(over) == 1 else f"{len(over)} keer eerder",
    )


def described(one: Involvement, approach: Approach, spoken: Mapping[int, date] | None = None) -> Item:
    """One of them in words; when somebody last spoke with that organisation, as far as contact says so."""
    chosen = [domain.title for domain in approach.life_domains if domain.code in one.domains]
    grounds = {ground.code: str(ground) for ground in approach.grounds}
    words = (
        one.role,
        f"Waarvoor: {one.purpose}",
        f"Leefgebieden: {listed(chosen)}",
        f"Grond: {grounds.get(one.ground, one.ground)}",
        f"Wat hij vroeg of goedvond: {one.scope}" if one.scope else "",
    )
    days = f"Sinds {written(one.happened_on)}, tot en met {written(one.until)}"
    ended = f"Eerder geëindigd op {written(one.ended_on)}: {one.why_ended}" if one.ended_on else ""
    last = (spoken or {}).get(one.organisation_id or 0)
    more = (days, ended, f"Laatste contact: {written(last)}" if last else "")
    return Item(
        f"{one.who}, {LEADS}" if one.lead else one.who,
        "\n".join(filter(None, words)),
        " · ".join(filter(None, more)),
    )


def _involving(person: Person) -> tuple[Action, ...]:
    return (Action(TITLE, reverse("desk:tell_involvement", args=[person.ref]), "pencil"),)


def _actions(one: Involvement, person: Person, *, ending: bool) -> tuple[Action, ...]:
    end = Action("Eerder beëindigen", reverse("desk:end_involvement", args=[one.ref]))
    asking = f"{reverse('desk:tell_partnerrequest', args=[person.ref])}?partner={one.ref}"
    return (
        *((Action("Iets vragen", asking),) if ending else ()),
        Action("Verbeteren", reverse("desk:correct_involvement", args=[one.ref])),
        *((end,) if ending else ()),
        Action("Intrekken", reverse("desk:withdraw_involvement", args=[one.ref])),
    )
