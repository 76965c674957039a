"""What the entrance shows."""

from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator

from regie.accounts.models import RoleGrant, User
from regie.entrance.second_factor import FACTORS


@dataclass(frozen=True)
class AccountPage:
    """My name and address, my running roles, and whether I have an app or passkeys as second step."""

    name: str
    email: str
    roles: tuple[RoleGrant, ...]
    second_steps: tuple[str, ...]


def account_page(user: User, *, on: date) -> AccountPage:
    """My own account; two queries."""
    grants = RoleGrant.objects.running(on).filter(user=user).select_related("municipality").order_by("since")
    factors = Authenticator.objects.filter(user=user, type__in=FACTORS).order_by("type")
    words = {Authenticator.Type.TOTP: "code uit een app", Authenticator.Type.WEBAUTHN: "passkey"}
    return AccountPage(
        user.name,
        user.email,
        tuple(grants),
        tuple(words[Authenticator.Type(factor.type)] for factor in factors),
    )
