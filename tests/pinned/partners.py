"""What is pinned of the desk of a partner, and of where a manager keeps the accounts of partners."""

from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from regie.accounts.models import User
from regie.partners.models import Professional, Seat
from regie.persons.rules import Identity
from regie.requests.models import PartnerRequest
from regie.trajectories.models import Involvement
from tests.cast import Cast, sign_in
from tests.factories import goals, links, people, requests
from tests.factories.partners import professional, seat

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("els", "partnerdesk:conduct"): 6,
    ("newcomer", "send partnerdesk:conduct"): 13,
    ("els", "partnerdesk:asked"): 10,
    ("els", "partnerdesk:request"): 9,
    ("els", "send partnerdesk:request"): 20,
    ("els", "partnerdesk:involved"): 9,
    ("els", "partnerdesk:person"): 15,
    ("nobody", "partnerdesk:link"): 3,
    ("nobody", "send partnerdesk:link"): 24,
    ("holder", "partnerdesk:link_request"): 7,
    ("holder", "send partnerdesk:link_request"): 24,
    ("nobody", "partnerdesk:link_answered"): 0,
    ("wil", "office:partners"): 6,
    ("wil", "office:review_accounts"): 9,
    ("wil", "office:invite_partner"): 5,
    ("wil", "send office:invite_partner"): 20,
    ("wil", "office:end_seat"): 5,
    ("wil", "send office:end_seat"): 10,
}


class Desk:
    """Els is involved with so many and `requested` so much, and as many others have an account too."""

    def __init__(self, cast: Cast, size: int, *, requested: int, at: datetime) -> None:
        entry = professional(cast, "Els Janssen", at=at)
        self.els: User = seat(entry, at=at)
        self.wil = cast.wil
        born = at.date() - timedelta(days=365 * 22)
        his = [people.guide(cast, at=at, who=Identity(f"Kai {n}", "Alders", born)) for n in range(size)]
        asked: dict[str, Any] = {"ground": "own_request", "scope": "Mijn huur.", "domains": ["housing"]}
        told = [people.involve(one, by=cast.noor, at=at, professional=entry, **asked) for one in his]
        self.involved: Involvement = told[0]
        asked = [
            requests.ask(told[n % size], by=cast.noor, at=at, words=f"Vraag {n}?") for n in range(requested)
        ]
        self.asked_first: PartnerRequest = asked[0]
        self.link = links.link(self.asked_first, by=cast.noor, at=at)
        for line in range(size):
            goals.goal(his[0], f"Bellen {line}.", by=cast.noor, at=at, **goals.HOME)
        others = [professional(cast, f"Loes {n}", at=at, email=f"l{n}@bank.example") for n in range(size)]
        for other in others:
            seat(other, at=at)
        self.asked: Professional = professional(cast, "Mo", at=at, email="mo@bank.example")
        self.newcomer: User = seat(professional(cast, "Jan", at=at), at=at, promised=False)

    def client(self, who: str) -> Client:
        """His browser; of who holds a link one in which its code was typed."""
        if who not in ("nobody", "holder"):
            return sign_in(getattr(self, who))
        client = Client()
        if who == "holder":
            client.post(reverse("partnerdesk:link", args=[self.link.token]), self.typed("partnerdesk:link"))
        return client

    def parts(self) -> dict[str, Any]:
        """What fills the open places in the addresses."""
        seat_ref = Seat.objects.get(user=self.newcomer).ref
        return {
            "involvement_ref": self.involved.ref,
            "partnerrequest_ref": self.asked_first.ref,
            "seat_ref": seat_ref,
            "link_token": self.link.token,
            "municipality_code": self.involved.trajectory.municipality.cbs_code,
        }

    def typed(self, name: str) -> dict[str, Any]:
        """What is typed into each form."""
        return {
            "partnerdesk:conduct": {"seen": "1"},
            "partnerdesk:request": {"kind": "accepted"},
            "partnerdesk:link": {"code": self.link.code},
            "partnerdesk:link_request": {"kind": "accepted"},
            "office:invite_partner": {"professional": str(self.asked.ref), "way": "paper"},
        }.get(name, {})
