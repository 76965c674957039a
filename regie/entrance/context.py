"""The frame around every page: who is signed in, where he can go, how long his session lasts."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse

from config.navigation import DESTINATIONS, FOR_PARTNERS, MOST_ON_A_LINE, SEARCH, Destination
from regie.accounts.enums import Permission
from regie.accounts.rules import where_may
from regie.base.actors import Actor, ActorKind
from regie.entrance.second_factor import came_with_second_factor


@dataclass(frozen=True)
class NavigationItem:
    """One place in the main navigation; `more` is folded away behind *Meer*."""

    label: str
    url: str
    icon: str
    current: bool
    more: bool = False


@dataclass(frozen=True)
class Frame:
    """What stands around the content of a page; `writer` is whose notes a device keeps, of who guides."""

    demo: bool
    signed_in: bool = False
    name: str = ""
    roles: str = ""
    nav: tuple[NavigationItem, ...] = ()
    search_url: str = ""
    session_seconds: int = 0
    warning_seconds: int = 0
    writer: str = ""

    @property
    def nav_first(self) -> tuple[NavigationItem, ...]:
        """The places that stand on the line."""
        return tuple(one for one in self.nav if not one.more)

    @property
    def nav_more(self) -> tuple[NavigationItem, ...]:
        """The places behind *Meer*."""
        return tuple(one for one in self.nav if one.more)

    @property
    def in_more(self) -> bool:
        """Whether where he is stands behind *Meer*: then that is open."""
        return any(one.current for one in self.nav_more)


def frame(request: Any) -> dict[str, Any]:
    """Context processor: `frame` on every page."""
    user = getattr(request, "user", None)
    demo = settings.MODE == "demo"
    if user is None or not user.is_authenticated or not hasattr(request, "actor"):
        return {"frame": Frame(demo)}
    entered = came_with_second_factor(request)
    return {
        "frame": Frame(
            demo,
            signed_in=True,
            name=user.name,
            roles=_as_what(request.actor),
            nav=navigation(request.actor, request.path) if entered else (),
            search_url=search_url(request.actor, request.path) if entered else "",
            session_seconds=settings.SESSION_COOKIE_AGE,
            warning_seconds=settings.REGIE_SESSION_WARNING,
            writer=str(user.ref) if entered and where_may(request.actor, Permission.GUIDE) else "",
        )
    }


def _as_what(actor: Actor) -> str:
    """His roles; of a partner where he is one, for who he is stands above it."""
    if actor.posts:
        return ", ".join(sorted(one.label for one in actor.posts))
    places = sorted({one.place for one in actor.seats})
    return ", ".join(["Partner", *places]) if places else ""


def navigation(actor: Actor, path: str) -> tuple[NavigationItem, ...]:
    """The places this actor can go, each once; of many, those that are needed less are folded away."""
    places: dict[str, Destination] = {}
    for place in FOR_PARTNERS if actor.kind is ActorKind.PARTNER else DESTINATIONS:
        if not place.permissions or _is_for(actor, place):
            places.setdefault(reverse(place.url_name), place)
    folds = len(places) > MOST_ON_A_LINE
    return tuple(
        NavigationItem(place.label, url, place.icon, path.startswith(url), more=folds and place.needed_less)
        for url, place in places.items()
    )


def search_url(actor: Actor, path: str) -> str:
    """Where the box above the page sends what is typed; empty for who sees nobody, and on the page of searching."""
    url = reverse(SEARCH.url_name)
    return url if _is_for(actor, SEARCH) and path != url else ""


def _is_for(actor: Actor, place: Destination) -> bool:
    return any(where_may(actor, permission) for permission in place.permissions)
