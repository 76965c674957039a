"""The frame around every page: who is signed in, where he can go, how long his session lasts."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse

from config.navigation import DESTINATIONS, FOR_PARTNERS, SEARCH, Destination
from regie.accounts.enums import Permission
from regie.accounts.rules import where_may
from regie.base.actors import Actor, ActorKind
from regie.entrance.second_factor import came_with_second_factor


@dataclass(frozen=True)
class NavigationItem:
    """One place in the main navigation."""

    label: str
    url: str
    icon: str
    current: bool


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
            roles=", ".join(sorted(one.label for one in request.actor.posts or request.actor.seats)),
            nav=navigation(request.actor, request.path) if entered else (),
            search_url=search_url(request.actor, request.path) if entered else "",
            session_seconds=settings.SESSION_COOKIE_AGE,
            warning_seconds=settings.REGIE_SESSION_WARNING,
            writer=str(user.ref) if entered and where_may(request.actor, Permission.GUIDE) else "",
        )
    }


def navigation(actor: Actor, path: str) -> tuple[NavigationItem, ...]:
    """The places this actor can go, each once."""
    places: dict[str, Destination] = {}
    for place in FOR_PARTNERS if actor.kind is ActorKind.PARTNER else DESTINATIONS:
        if not place.permissions or _is_for(actor, place):
            places.setdefault(reverse(place.url_name), place)
    return tuple(
        NavigationItem(place.label, url, place.icon, current=path.startswith(url))
        for url, place in places.items()
    )


def search_url(actor: Actor, path: str) -> str:
    """Where the box above the page sends what is typed; empty for who sees nobody, and on the page of searching."""
    url = reverse(SEARCH.url_name)
    return url if _is_for(actor, SEARCH) and path != url else ""


def _is_for(actor: Actor, place: Destination) -> bool:
    return any(where_may(actor, permission) for permission in place.permissions)
