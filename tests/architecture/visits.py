"""Visits every address of Regie, as everyone who may come to it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, reverse

from regie.accounts.models import User
from tests.architecture.writes import tables_written
from tests.cast import Cast, sign_in

Arrivals = Callable[[], Mapping[str, Client]]


@dataclass(frozen=True)
class Visit:
    """What one visitor got at one address, and where that led (`arrived`)."""

    name: str
    visitor: str
    path: str
    arrived: str
    status: int
    html: str  # empty when it was no page
    written: frozenset[str]  # the tables that were written to

    def __str__(self) -> str:
        return f"{self.name} ({self.path}, {self.visitor})"


def visitors(cast: Cast, filling: Mapping[str, Any]) -> dict[str, Client]:
    """Everyone who may come: from outside, on the way in, and with roles that see different things."""
    halfway, bare = Client(), Client()
    halfway.post(reverse("account_login"), {"login": cast.sem.email, "password": "een-lang-wachtwoord"})
    bare.force_login(cast.bas)
    els, holder = User.objects.get(name="Els Janssen"), Client()
    holder.post(reverse("partnerdesk:link", args=[filling["link_token"]]), {"code": filling["link_code"]})
    return {
        "nobody": Client(),
        "who typed the code of a link": holder,
        "Sem before his second step": halfway,
        "Bas without a second step": with_password(bare, cast.bas),
        "Noor": with_password(sign_in(cast.noor), cast.noor),
        "Noor a while ago": sign_in(cast.noor),
        "Fatima": with_password(sign_in(cast.fatima), cast.fatima),
        "Wil": sign_in(cast.wil),
        "Ada": sign_in(cast.ada),
        "Rosa": sign_in(cast.rosa),
        "Els": with_password(sign_in(els), els),
    }


def with_password(client: Client, user: User) -> Client:
    """The same client, who gave his password a moment ago."""
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, user, method="password", reauthenticated=True)
    request.session.save()
    return client


def visit_all(
    addresses: Iterable[tuple[str, URLPattern]], filling: Mapping[str, Any], arrive: Arrivals
) -> Iterator[Visit]:
    """Asks every address as every visitor, and follows where that leads; each visit is undone."""
    arrived_there = {visitor: client.cookies for visitor, client in arrive().items()}
    for name, address in addresses:
        here = {**filling, **filling.get(name, {})}
        missing = set(address.pattern.converters) - set(here)
        assert not missing, (
            f"{name}: tell in furnish() of tests/architecture/visits.py what fills {sorted(missing)}."
        )
        path = reverse(name, kwargs={place: here[place] for place in address.pattern.converters})
        for visitor, cookies in arrived_there.items():
            client = Client()  # with cookies of its own: what one does may sign him out
            client.cookies.load({name: morsel.value for name, morsel in cookies.items()})
            with transaction.atomic(), tables_written() as written:
                response = client.get(path, follow=True)
                transaction.set_rollback(True)
            arrived = response.resolver_match.view_name
            yield Visit(
                name, visitor, path, arrived, response.status_code, html_of(response), frozenset(written)
            )


def html_of(response: HttpResponse) -> str:
    """The page that a browser would show, or the empty text."""
    return response.content.decode() if response["Content-Type"].startswith("text/html") else ""
