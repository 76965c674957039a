"""Inviting a colleague, the letter with his code, and taking an invitation back."""

from dataclasses import dataclass

from django.urls import reverse

from regie.accounts.models import Invitation
from regie.ui.parts import Crumb, FormPage, Item
from regie.ui.words import moment


@dataclass(frozen=True)
class LetterPage:
    """A letter to print; without a code when it was shown before."""

    title: str
    crumbs: tuple[Crumb, ...]
    code: str
    address: str
    name: str
    place: str
    until: str


@dataclass(frozen=True)
class WithdrawPage(FormPage):
    """What is taken back."""

    told: tuple[Item, ...] = ()


def inviting_page() -> FormPage:
    """The page that asks a colleague in."""
    return FormPage(
        title="Collega uitnodigen",
        lead="De collega krijgt een code die zeven dagen werkt, en één keer. Daarmee kiest hij een wachtwoord.",
        crumbs=_crumbs("Collega uitnodigen"),
        cancel_url=reverse("office:users"),
        submit="Uitnodigen",
    )


def letter_page(invitation: Invitation, *, code: str, address: str) -> LetterPage:
    """The letter; `address` is where the code is typed."""
    return LetterPage(
        title=f"Uitnodiging voor {invitation.name}",
        crumbs=_crumbs("Brief"),
        code=code,
        address=address,
        name=invitation.name,
        place=str(invitation.municipality),
        until=moment(invitation.expires_at),
    )


def withdraw_page(invitation: Invitation) -> WithdrawPage:
    """The page that takes an invitation back."""
    return WithdrawPage(
        title="Uitnodiging intrekken",
        lead="De code werkt dan niet meer. Een nieuwe uitnodiging kan daarna gewoon.",
        crumbs=_crumbs("Uitnodiging intrekken"),
        cancel_url=reverse("office:users"),
        submit="Intrekken",
        told=(
            Item("Naam", invitation.name),
            Item("E-mailadres", invitation.email),
            Item("Rol", invitation.asked_as),
        ),
    )


def _crumbs(last: str) -> tuple[Crumb, ...]:
    return (Crumb("Gebruikers", reverse("office:users")), Crumb(last))
