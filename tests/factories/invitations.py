"""Colleagues who are asked in."""

from datetime import datetime

from regie.accounts import actions
from regie.accounts.actions import Invited
from regie.accounts.enums import Role
from tests.cast import Cast


def invite(cast: Cast, name: str = "Gast", role: Role = Role.OFFICER, *, at: datetime) -> Invited:
    """Wil asks somebody in."""
    email = f"{name.lower().replace(' ', '.')}@example.nl"
    return actions.invite(
        municipality=cast.here, role=role, name=name, email=email, by=cast.wil.acting(at), at=at
    )
