"""Link voor een partner: how it stands, and right after it was made its address and code, once."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from regie.desk.pages.places import Place, crumbs_to, request_place
from regie.requests.models import PartnerRequest
from regie.requests.queries import LinkStory
from regie.trajectories.models import Involvement
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import moment

TITLE = "Link voor een partner"
LEAD = "Voor wie geen account heeft: één vraag, één antwoord, een week lang."
MAILED = "De mail is verstuurd. Bel nu de code door. Zet de code nooit in een mail."
NOT_MAILED = (
    "De mail is niet verstuurd: de mailserver nam hem niet aan. De link werkt wel. "
    "Stuur het adres zelf, en bel de code door."
)


@dataclass(frozen=True)
class Shown:
    """What is told once, right after it was made."""

    address: str
    code: str
    mailed: bool

    @property
    def sentence(self) -> str:
        """What to do now."""
        return MAILED if self.mailed else NOT_MAILED


@dataclass(frozen=True)
class RequestLinkPage:
    """The links of one request, the newest first."""

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    shown: Shown | None
    links: tuple[tuple[Item, ...], ...]


def request_link_page(
    request: PartnerRequest, links: list[LinkStory], *, shown: Shown | None, at: datetime
) -> RequestLinkPage:
    """No query."""
    person, works = request.trajectory.person, any(one.works(at) for one in links)
    way = _revoking(request) if works else _sending(request)
    return RequestLinkPage(
        title=TITLE,
        person=str(person),
        lead=LEAD,
        crumbs=crumbs_to(person, TITLE, under=request_place(request.ref)),
        actions=(way,),
        shown=shown if works else None,
        links=tuple(_told(one, at) for one in links),
    )


def link_place(request: PartnerRequest) -> Place:
    """The page of the links of one request."""
    return Place(TITLE, "desk:request_link", request_place(request.ref), request.ref)


def known_address(involved: Involvement) -> str:
    """The address that the social map has of him, or of his organisation; empty when it has none."""
    known = (one.email for one in (involved.professional, involved.organisation) if one)
    return next(filter(None, known), "")


def _sending(request: PartnerRequest) -> Action:
    return Action("Stuur een link", reverse("desk:send_request_link", args=[request.ref]), "mail")


def _revoking(request: PartnerRequest) -> Action:
    url = reverse("desk:revoke_request_link", args=[request.ref])
    return Action("Link intrekken", url, variant="secondary")


def _told(one: LinkStory, at: datetime) -> tuple[Item, ...]:
    stands = f"Werkt tot {moment(one.link.expires_at)}." if one.works(at) else "Werkt niet meer."
    made = Item("Gemaakt", f"{moment(one.link.recorded_at)}, voor {one.link.email}.", stands)
    return (
        made,
        *(Item(event.get_step_display(), moment(event.recorded_at)) for event in one.events),
    )
