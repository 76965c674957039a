"""Before somebody is involved: exactly what he may be told, and what stays closed and why."""

import hashlib
from dataclasses import dataclass

from regie.approach.enums import GroundKind
from regie.approach.rules import Approach, GroundRule
from regie.desk.pages.archive_kinds import KINDS
from regie.desk.pages.places import INVOLVED, crumbs_to
from regie.plans.queries import shared_by_domain
from regie.privacy.declarations import Shared
from regie.trajectories.models import Trajectory
from regie.trajectories.rules import InvolvementAccount, Opening, Thing, grounds_to_involve, opened
from regie.ui.parts import Crumb, Item
from regie.ui.words import listed, written

LEAD = "Kijk dit eerst na. Pas daarna legt u het vast."
BY_YOURSELF = (
    "Kiest u een professional met een account bij Regie? Dan leest hij dit daar zelf. Anders stuurt Regie niets: "
    "vertelt u hem iets, leg dat dan vast bij Verstrekkingen."
)
NOTHING = "Nog niets. Op deze grond en in deze leefgebieden staat er niets dat u mag vertellen."
CHANGED = "Er is intussen iets veranderd. Kijk het opnieuw na."
PENDING = (
    "De functionaris gegevensbescherming moet nog oordelen. Regie stuurt die vraag niet: stel haar zelf. "
    "Tot die tijd blijft bijna alles dicht."
)


@dataclass(frozen=True)
class OpeningPage:
    """What is about to be told of an involvement, what it opens, and which look this was (`shown`)."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    alerts: tuple[str, ...]
    about: tuple[Item, ...]
    seen_title: str
    seen: tuple[Item, ...]
    closed: tuple[Item, ...]
    cancel_url: str
    shown: str
    by_yourself: str = BY_YOURSELF
    nothing: str = NOTHING


def opening_page(
    trajectory: Trajectory, account: InvolvementAccount, approach: Approach, *, title: str, sent: str
) -> OpeningPage:
    """By his plan as it is now; `sent` is which look was sent before; four queries, one when he has no goal."""
    person = trajectory.person
    ground = next(one for one in grounds_to_involve(approach) if one.code == account.ground)
    opening = opened(_things(trajectory), domains=account.domains, carries=ground.carries)
    seen, closed, about = _seen(opening), _closed(opening), _about(account, ground, approach)
    shown = hashlib.sha256(repr((about, seen, closed)).encode()).hexdigest()
    changed, pending = sent not in ("", shown), ground.kind is GroundKind.PENDING
    return OpeningPage(
        title=title,
        person=str(person),
        lead=LEAD,
        crumbs=crumbs_to(person, title, under=INVOLVED),
        alerts=(*((CHANGED,) if changed else ()), *((PENDING,) if pending else ())),
        about=about,
        seen_title=f"Dit mag u {_who(account)} vertellen",
        seen=seen,
        closed=closed,
        cancel_url=INVOLVED.url(person),
        shown=shown,
    )


def _things(trajectory: Trajectory) -> list[Thing]:
    """Every kind that is kept of him; of those that are shared by life domain each fact of his plan."""
    kinds = ((kind.title, kind.model.privacy.shared) for kind in KINDS)
    closed = (Thing(title, shared) for title, shared in kinds if shared is not Shared.DOMAIN)
    return [*shared_by_domain(trajectory), *closed]


def _seen(opening: Opening) -> tuple[Item, ...]:
    return tuple(
        Item(thing.title, "\n".join(f"{part.called.capitalize()}: {part.words}" for part in thing.parts))
        for thing in opening.seen
    )


def _closed(opening: Opening) -> tuple[Item, ...]:
    return tuple(Item(why.label, f"{listed(list(titles))}.") for why, titles in opening.withheld.items())


def _about(account: InvolvementAccount, ground: GroundRule, approach: Approach) -> tuple[Item, ...]:
    chosen = [one.title for one in approach.life_domains if one.code in account.domains]
    days = f"{written(account.happened_on)} tot en met {written(account.until)}"
    ended = f"{written(account.ended_on)}: {account.why_ended}" if account.ended_on else ""
    items = (
        Item("Wie", f"{_who(account)}, {account.role}"),
        Item("Wanneer", days),
        Item("Eerder geëindigd", ended),
        Item("Leefgebieden", listed(chosen)),
        Item("Grond", str(ground), ground.text),
        Item("Wat hij vroeg of goedvond", account.scope),
        Item("Waarvoor", account.purpose),
        Item("Leiding bij de partners", "Ja" if account.lead else "Nee"),
    )
    return tuple(item for item in items if item.description)


def _who(account: InvolvementAccount) -> str:
    return ", ".join(one.name for one in (account.professional, account.organisation) if one)
