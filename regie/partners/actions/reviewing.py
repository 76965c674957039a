"""Looks at every account of a municipality: those of colleagues, and those of partners."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from regie.accounts.actions import review_accounts
from regie.accounts.enums import ReviewOutcome
from regie.accounts.models import AccountReview, Municipality, ReviewedAccount, User
from regie.base.actors import Actor
from regie.base.clock import day
from regie.partners.models import Seat
from regie.partners.queries import seats_to_review

AS_PARTNER = "Partner"


def review_all_accounts(
    *,
    municipality: Municipality,
    outcomes: Mapping[int, ReviewOutcome],
    seen: int | None = None,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> AccountReview:
    """Says of every account, of partners too, whether it is still needed; all of it or nothing.

    Who is needed no more comes in no more: his roles end, and his seats here. Raises as `review_accounts` does.
    """
    with transaction.atomic():
        seats = seats_to_review(municipality, on=day(at))
        made = review_accounts(
            municipality=municipality,
            outcomes=outcomes,
            seen=seen,
            guests=dict.fromkeys(seats, AS_PARTNER),
            submission=submission,
            by=by,
            at=at,
        )
        if made.recorded_at == at:  # of the second of two clicks it was done then
            _end(made, seats, by=by, at=at)
    return made


def _end(made: AccountReview, seats: Mapping[User, Sequence[Seat]], *, by: Actor, at: datetime) -> None:
    needed_no_more = ReviewedAccount.objects.filter(review=made, outcome=ReviewOutcome.ENDED)
    ended = set(needed_no_more.values_list("user", flat=True))
    for seat in (one for user, his in seats.items() if user.pk in ended for one in his):
        seat.end(by=by, at=at)
