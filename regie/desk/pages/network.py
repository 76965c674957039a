"""Zijn omgeving: who is around him, supportive people first; a card, a picture and a table that say the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.base.actors import Actor
from regie.desk.pages.condition_words import described as condition_described
from regie.desk.pages.lines import Line
from regie.desk.pages.places import AROUND, PLAN, crumbs_to
from regie.desk.pages.plan_words import PlanCard
from regie.desk.pages.sociogram import Sociogram, sociogram
from regie.detention.queries import contact_bans_of
from regie.partners.rules import dialled, written_phone
from regie.persons.models import Person
from regie.plans.enums import Closeness, Influence, MayCall, NoContact
from regie.plans.models import NetworkMember
from regie.plans.queries import as_read, network_of
from regie.trajectories.models import Guidance, Trajectory
from regie.ui.parts import Action, Cell, Crumb, Item
from regie.ui.words import capital, written

TITLE = AROUND.title
EMPTY = "Vraag hem wie er voor hem is. Alleen “mijn oma” is al genoeg."
ON_CARD = 5
COLUMNS = ("Wie", "Hoe dichtbij", "Steun of risico", "Waarmee", "Bellen", "Contact")


@dataclass(frozen=True)
class AroundPage:
    """The people around him: a picture when there are any, a table that says the same, and who left his life."""

    title: str
    person: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    bans: tuple[Item, ...]
    picture: Sociogram | None
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell | str, ...], ...]
    empty: str
    left: tuple[Line, ...]


def around_page(
    trajectory: Trajectory, guidance: Guidance, *, viewer: Actor, on: date, as_known: date | None = None
) -> AroundPage:
    """For a viewer who may see him; two queries."""
    person, mine = trajectory.person, guidance.is_open_to(viewer)
    told = network_of(trajectory, as_known=as_known)
    there = [one for one in told if not one.left_by(on)]
    return AroundPage(
        title=TITLE,
        person=str(person),
        crumbs=crumbs_to(person, TITLE, under=PLAN, mine=mine),
        actions=(_telling(person, "plus"),) if mine else (),
        bans=tuple(condition_described(ban) for ban in contact_bans_of(person, on=on, as_known=as_known)),
        picture=sociogram(there, name=str(person)) if there else None,
        columns=COLUMNS,
        rows=tuple(_row(one, editable=mine) for one in as_read(there)),
        empty=EMPTY,
        left=tuple(Line(left(one), _actions(one) if mine else ()) for one in told if one.left_by(on)),
    )


def network_card(members: Sequence[NetworkMember], person: Person, *, on: date, editable: bool) -> PlanCard:
    """The first few as one reads them, and the way to all; no query."""
    there = as_read([one for one in members if not one.left_by(on)])
    lines = tuple(Line(_in_short(one), key=str(one.ref)) for one in there[:ON_CARD])
    more = f"Alle {len(there)} mensen" if len(there) > ON_CARD else TITLE
    whole = Action(more, reverse("desk:around", args=[person.ref]))
    return PlanCard(TITLE, lines, EMPTY, (whole, _telling(person)) if editable else (whole,))


def described(one: NetworkMember) -> Item:
    """Somebody around him: what they are to him, how he calls them, and whether they help."""
    what = _dotted(_influence(one), one.helps_with, _contact(one), one.reason, one.reason_source)
    return Item(one.get_tie_display(), one.name, what)


def _in_short(one: NetworkMember) -> Item:
    """On a card stands no reason: that is on the page itself."""
    said = _dotted(_influence(one), one.helps_with, _contact(one))
    return Item(one.get_tie_display(), one.name, said)


def left(one: NetworkMember) -> Item:
    """Somebody who is not in his life any more."""
    return Item(f"Tot {written(one.ended_on)}", one.name, _dotted(one.get_tie_display(), one.ended_words))


def _row(one: NetworkMember, *, editable: bool) -> tuple[Cell | str, ...]:
    since = f"sinds {written(one.since)}" if one.since else ""
    url = reverse("desk:correct_networkmember", args=[one.ref]) if editable else ""
    ground = _dotted(one.reason, one.reason_source)
    apart = one.no_contact != NoContact.NOTHING_TOLD
    return (
        Cell(one.name, url, _dotted(one.get_tie_display(), since)),
        Closeness(one.closeness).label,
        Cell(Influence(one.influence).label, more="" if apart else ground),
        one.helps_with or "–",
        _call(one),
        Cell(NoContact(one.no_contact).label, more=ground) if apart else "–",
    )


def _call(one: NetworkMember) -> Cell | str:
    if one.phone:
        return Cell(written_phone(one.phone), dialled(one.phone))
    return "Ja, nummer niet bekend" if one.may_call == MayCall.YES else MayCall(one.may_call).label


def _influence(one: NetworkMember) -> str:
    return "" if one.influence == Influence.UNKNOWN else Influence(one.influence).label


def _contact(one: NetworkMember) -> str:
    return "" if one.no_contact == NoContact.NOTHING_TOLD else NoContact(one.no_contact).label


def _telling(person: Person, icon: str = "") -> Action:
    return Action("Iemand toevoegen", reverse("desk:tell_networkmember", args=[person.ref]), icon)


def _actions(one: NetworkMember) -> tuple[Action, ...]:
    return (
        Action("Verbeteren", reverse("desk:correct_networkmember", args=[one.ref])),
        Action("Intrekken", reverse("desk:withdraw_networkmember", args=[one.ref])),
    )


def _dotted(*parts: str) -> str:
    return capital(" · ".join(filter(None, parts)))
