"""Every URL says who may come in: the rule stands on its view, and the front door holds everyone to it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase

from regie.accounts.enums import Permission
from regie.accounts.models import User
from regie.accounts.rules import where_may
from regie.base.actors import Actor, ActorKind

View = Callable[..., HttpResponseBase]


class StaffRequest(HttpRequest):
    """A request as the front door hands it to a view: who acts, when and where, and what he had typed."""

    user: User
    actor: Actor
    at: datetime
    today: date
    page: str
    typed: QueryDict | None


@dataclass(frozen=True)
class Access:
    """Who may come in at a URL: everyone, everyone who signed in, or who holds one of these permissions somewhere.

    With a `kind` only somebody of that kind: staff, or a partner.
    """

    signed_in: bool
    second_factor: bool = True
    permissions: frozenset[Permission] = frozenset()
    kind: ActorKind | None = None

    @property
    def is_of_somebody(self) -> bool:
        """Whether it is a place of work: not of everybody who has an account."""
        return bool(self.permissions) or self.kind is not None

    def admits(self, actor: Actor) -> bool:
        """Whether a signed-in actor may come in."""
        # Who acts is read only when it matters: of most pages about oneself it does not.
        if self.kind is not None and self.kind is not actor.kind:
            return False
        return not self.permissions or any(where_may(actor, permission) for permission in self.permissions)


def everyone(view: View) -> View:
    """Open to everyone, also without signing in."""
    return _declared(view, Access(signed_in=False))


def half_signed_in(view: View) -> View:
    """Open to who signed in and has still to set up a second factor."""
    return _declared(view, Access(signed_in=True, second_factor=False))


def signed_in(view: View) -> View:
    """Open to everybody who has an account and a second factor, staff or partner: what is about himself."""
    return _declared(view, Access(signed_in=True))


def staff_only(view: View) -> View:
    """Open to all staff with a second factor, whatever their role."""
    return _declared(view, Access(signed_in=True, kind=ActorKind.STAFF))


def partner_only(view: View) -> View:
    """Open to a partner with a second factor, who is a professional of a map today; which rows is another matter."""
    return _declared(view, Access(signed_in=True, kind=ActorKind.PARTNER))


def requires(*permissions: Permission) -> Callable[[View], View]:
    """Open to staff who hold one of these permissions in some municipality; which rows they see is another matter."""

    def declare(view: View) -> View:
        return _declared(view, Access(signed_in=True, permissions=frozenset(permissions)))

    return declare


def access_of(view: Any) -> Access | None:
    """The rule of a view, or None when it declares none."""
    return getattr(view, "access", None)


def _declared(view: View, access: Access) -> View:
    @wraps(view)
    def declared(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    declared.access = access  # type: ignore[attr-defined]
    return declared
