"""Aanmeldingen: the referrals that wait for a decision."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.urls import reverse

from regie.accounts.enums import Permission
from regie.accounts.rules import may, where_may
from regie.base.actors import Actor
from regie.desk.pages.person import told_items
from regie.trajectories.models import Referral
from regie.trajectories.queries import Acceptance
from regie.ui.parts import Action, Cell, Crumb, Item
from regie.ui.words import lived, moment, written

PER_PAGE = 50


@dataclass(frozen=True)
class ReferralsPage:
    """The open referrals, the oldest first."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    page: Page
    lead: str
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class TellingPage:
    """Writing a referral down, for the first time or better: the way here and the way out."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    cancel_url: str


@dataclass(frozen=True)
class AcceptedPage:
    """A colleague was first: who and when."""

    sentence: str
    back: str


@dataclass(frozen=True)
class ReferralPage:
    """One referral: who, and what was told; and whether this viewer may accept it."""

    name: str
    lead: str
    crumbs: tuple[Crumb, ...]
    told: tuple[Item, ...]
    acceptable: bool
    accept_url: str
    correct_url: str


def referrals_page(viewer: Actor, *, on: date, number: str | None) -> ReferralsPage:
    """The referrals nobody decided on, within what this viewer may see; two queries."""
    screens = bool(where_may(viewer, Permission.SCREEN_REFERRALS))
    waiting = (
        Referral.objects.open().visible_to(viewer).select_related("person").order_by("happened_on", "pk")
    )
    page = Paginator(waiting, PER_PAGE).get_page(number)
    return ReferralsPage(
        columns=("Naam", "Aangemeld", "Door", "Inrichting", "In detentie sinds"),
        rows=tuple(_row(referral, on) for referral in page.object_list),
        page=page,
        lead="De oudste staat bovenaan.",
        actions=(Action("Aanmelding invoeren", reverse("desk:register_referral"), "plus"),)
        if screens
        else (),
    )


def register_page() -> TellingPage:
    """For a new referral."""
    back, title = reverse("desk:referrals"), "Aanmelding invoeren"
    lead = "Vul in wat u weet. Wat u niet weet, laat u leeg."
    return TellingPage(title, lead, (Crumb("Aanmeldingen", back), Crumb(title)), back)


def correct_page(referral: Referral) -> TellingPage:
    """For telling a referral better."""
    back, title = reverse("desk:referral", args=[referral.ref]), "Gegevens verbeteren"
    lead = "Wat er nu staat, blijft bewaard in de geschiedenis."
    return TellingPage(title, lead, (Crumb(str(referral.person), back), Crumb(title)), back)


def accepted_page(acceptance: Acceptance) -> AcceptedPage:
    """For who came second."""
    sentence = f"{acceptance.by} heeft deze aanmelding aangenomen, op {moment(acceptance.at)}."
    return AcceptedPage(sentence, reverse("desk:referrals"))


def referral_page(referral: Referral, *, viewer: Actor, on: date) -> ReferralPage:
    """One referral for a viewer who may see it."""
    screens = may(viewer, Permission.SCREEN_REFERRALS, referral.municipality_id)
    return ReferralPage(
        name=str(referral.person),
        lead=lived(referral.person.age(on)),
        crumbs=(Crumb("Aanmeldingen", reverse("desk:referrals")), Crumb(str(referral.person))),
        told=told_items(referral),
        acceptable=screens,
        accept_url=reverse("desk:accept_referral", args=[referral.ref]),
        correct_url=reverse("desk:correct_referral", args=[referral.ref]) if screens else "",
    )


def _row(referral: Referral, on: date) -> tuple[Cell, ...]:
    return (
        Cell(
            str(referral.person),
            reverse("desk:referral", args=[referral.ref]),
            lived(referral.person.age(on)),
        ),
        Cell(written(referral.happened_on)),
        Cell(referral.referred_by),
        Cell(referral.facility or "Nog niet bekend"),
        Cell(written(referral.detained_since) or "Nog niet bekend"),
    )
