"""Colleagues who are asked in, and whose accounts are looked at."""

from datetime import datetime

from regie.accounts import actions
from regie.accounts.actions import Invited
from regie.accounts.enums import ReviewOutcome, Role
from regie.accounts.models import AccountReview
from regie.accounts.queries import accounts_to_review
from regie.base.clock import day
from tests.cast import Cast


def invite(cast: Cast, name: str = "Gast", role: Role = Role.OFFICER, *, at: datetime) -> Invited:
    """Wil asks somebody in."""
    email = f"{name.lower().replace(' ', '.')}@example.nl"
    return actions.invite(
        municipality=cast.here, role=role, name=name, email=email, by=cast.wil.acting(at), at=at
    )


def review(cast: Cast, *, at: datetime, **more: object) -> AccountReview:
    """Wil looks at every account, and all are still needed."""
    everybody = accounts_to_review(cast.here, on=day(at))
    outcomes = {one.user.pk: ReviewOutcome.KEPT for one in everybody if one.user != cast.wil}
    return actions.review_accounts(
        municipality=cast.here,
        **{"outcomes": outcomes, "by": cast.wil.acting(at)} | more,  # type: ignore[arg-type]
        at=at,
    )
