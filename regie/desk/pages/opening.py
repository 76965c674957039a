"""Before somebody is involved: exactly what he may be told, and what stays closed and why."""

import hashlib
from dataclasses import dataclass
from datetime import date

from regie.approach.enums import GroundKind
from regie.approach.queries import Approaches
from regie.approach.rules import Approach, GroundRule
from regie.desk.pages.archive_kinds import KINDS
from regie.desk.pages.places import INVOLVED, crumbs_to
from regie.plans.queries import shared_by_domain
from regie.privacy.declarations import Shared
from regie.trajectories.enums import Withheld
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
OVER = "Niets. Dit is voorbij: u mag hem niets meer vertellen."
CHANGED = "Er is intussen iets veranderd. Kijk het opnieuw na."
PENDING = (
    "De functionaris gegevensbescherming moet nog oordelen. Uw vraag komt op zijn lijst, zonder naam. Tot die tijd "
    "blijft bijna alles dicht."
)


@dataclass(frozen=True)
class OpeningPage:
    """What is about to be told of an involvement, what it opens, and which look this was (`shown`).

    The many kinds that only go when the officer tells them himself are folded away under `more`.
    """

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    alerts: tuple[str, ...]
    about: tuple[Item, ...]
    seen_title: str
    seen: tuple[Item, ...]
    closed: tuple[Item, ...]
    more: str
    by_hand: tuple[str, ...]
    cancel_url: str
    shown: str
    by_yourself: str = BY_YOURSELF
    nothing: str = NOTHING


def opening_page(
    trajectory: Trajectory,
    account: InvolvementAccount,
    approaches: Approaches,
    *,
    title: str,
    sent: str,
    on: date,
) -> OpeningPage:
    """By his plan as it is now; `sent` is which look was sent before; four queries, one when he has no goal."""
    person, over = trajectory.person, account.is_over(on)
    ground = _ground(account, approaches.on(on))
    opening = _opening(trajectory, account, ground if not over else None)
    seen, about, by_hand = _seen(opening), _about(account, approaches, on), _by_hand(opening)
    shown = hashlib.sha256(repr((about, seen, opening.withheld)).encode()).hexdigest()
    pending = bool(ground and ground.kind is GroundKind.PENDING and not over)
    changed = sent not in ("", shown)
    return OpeningPage(
        title=title,
        person=str(person),
        lead=LEAD,
        crumbs=crumbs_to(person, title, under=INVOLVED),
        alerts=(*((CHANGED,) if changed else ()), *((PENDING,) if pending else ())),
        about=about,
        seen_title=f"Dit mag u {_who(account)} vertellen",
        seen=seen,
        closed=_closed(opening),
        more=f"{Withheld.EXPLICIT.label}: {len(by_hand)} soorten gegevens",
        by_hand=by_hand,
        cancel_url=INVOLVED.url(person),
        shown=shown,
        nothing=OVER if over else NOTHING,
    )


def _ground(account: InvolvementAccount, approach: Approach | None) -> GroundRule | None:
    """On which ground, as the approach says it now; None when it left the approach."""
    offered = grounds_to_involve(approach) if approach else ()
    return next((one for one in offered if one.code == account.ground), None)


def _opening(trajectory: Trajectory, account: InvolvementAccount, ground: GroundRule | None) -> Opening:
    """What opens; without a ground, or when it is over, nothing does."""
    if ground is None:
        return Opening((), {})
    return opened(_things(trajectory), domains=account.domains, carries=ground.carries)


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
    told = ((why, titles) for why, titles in opening.withheld.items() if why is not Withheld.EXPLICIT)
    return tuple(Item(why.label, f"{listed(list(titles))}.") for why, titles in told)


def _by_hand(opening: Opening) -> tuple[str, ...]:
    return tuple(opening.withheld.get(Withheld.EXPLICIT, ()))


def _about(account: InvolvementAccount, approaches: Approaches, on: date) -> tuple[Item, ...]:
    days = (on, account.happened_on)
    domains = approaches.entries("life_domains", *days)
    chosen = [one.title for code, one in domains.items() if code in account.domains]
    ground = approaches.entries("grounds", *days).get(account.ground)
    lasts = f"{written(account.happened_on)} tot en met {written(account.until)}"
    ended = f"{written(account.ended_on)}: {account.why_ended}" if account.ended_on else ""
    items = (
        Item("Wie", f"{_who(account)}, {account.role}"),
        Item("Wanneer", lasts),
        Item("Eerder geëindigd", ended),
        Item("Leefgebieden", listed(chosen)),
        Item("Grond", str(ground or account.ground), ground.text if ground else ""),
        Item("Wat hij vroeg of goedvond", account.scope),
        Item("Waarvoor", account.purpose),
        Item("Familie", "Nee, dit is een ander dan wie in zijn omgeving staat." if account.another else ""),
        Item("Leiding bij de partners", "Ja" if account.lead else "Nee"),
    )
    return tuple(item for item in items if item.description)


def _who(account: InvolvementAccount) -> str:
    return ", ".join(one.name for one in (account.professional, account.organisation) if one)
