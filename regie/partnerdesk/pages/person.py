"""What a partner reads of somebody with whom he is involved: what is open to him today, and what is not."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.approach.rules import Approach, GroundRule
from regie.plans.queries import SHARED_KINDS, shared_by_domain
from regie.privacy.declarations import Shared
from regie.trajectories.models import Involvement
from regie.trajectories.rules import Opening, Thing, opened
from regie.ui.parts import Crumb, Item
from regie.ui.words import listed, written

REST = "Al het andere ziet u niet. Heeft u meer nodig? Vraag het de re-integratieofficier."
NO_GROUND = (
    "De grond waarop u betrokken bent, staat niet meer in de aanpak van de gemeente. Daarom is alles dicht."
)
NOTHING = "Er staat nu niets dat voor u open is."


@dataclass(frozen=True)
class PersonPage:
    """Who he is, why this partner reads it, what is open to him and what is not."""

    title: str
    crumbs: tuple[Crumb, ...]
    about: tuple[Item, ...]
    alert: str
    seen: tuple[Item, ...]
    closed: tuple[Item, ...]
    rest: str = REST
    nothing: str = NOTHING


def person_page(one: Involvement, approach: Approach, *, on: date) -> PersonPage:
    """By the ground as it stands today and his plan as it is now; six queries at most."""
    ground = next((rule for rule in approach.grounds if rule.code == one.ground), None)
    opening = _opening(one, ground)
    person = str(one.trajectory.person)
    return PersonPage(
        title=person,
        crumbs=(Crumb("Betrokken", reverse("partnerdesk:involved")), Crumb(person)),
        about=_about(one, approach, ground, on=on),
        alert="" if ground else NO_GROUND,
        seen=_seen(opening),
        closed=tuple(Item(why.label, f"{listed(titles)}.") for why, titles in opening.withheld.items()),
    )


def _opening(one: Involvement, ground: GroundRule | None) -> Opening:
    """Each kind is named as closed in other domains, whether there is something or not: that would tell it."""
    kinds = [Thing(kind.title, Shared.DOMAIN) for kind in SHARED_KINDS.values()]
    if ground is None:
        return opened(kinds, domains=(), carries=())
    things = [*shared_by_domain(one.trajectory), *kinds]
    return opened(things, domains=one.domains, carries=ground.carries)


def _seen(opening: Opening) -> tuple[Item, ...]:
    return tuple(
        Item(thing.title, "\n".join(f"{part.called.capitalize()}: {part.words}" for part in thing.parts))
        for thing in opening.seen
    )


def _about(one: Involvement, approach: Approach, ground: GroundRule | None, *, on: date) -> tuple[Item, ...]:
    """What he has to know of his own involvement; what the officer wrote about it in words is not his."""
    chosen = [domain.title for domain in approach.life_domains if domain.code in one.domains]
    officer = one.trajectory.officer_on(on)
    return (
        Item("U komt binnen als", one.who),
        Item("Betrokken", f"{written(one.happened_on)} tot en met {written(one.until)}"),
        Item("Leefgebieden", listed(chosen)),
        Item("Grond", str(ground) if ground else ""),
        Item("Re-integratieofficier", f"{officer}, {one.trajectory.municipality}" if officer else ""),
    )
