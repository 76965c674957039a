"""Writes down that every account of a municipality was looked at, and ends what is needed no more."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from regie.accounts.actions.managing import end_role
from regie.accounts.enums import ReviewOutcome
from regie.accounts.models import AccountReview, Municipality, ReviewedAccount, User
from regie.accounts.queries import Colleague, accounts_to_review
from regie.accounts.rules import check_may_manage
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import DomainError, NotNow, NotValid
from regie.privacy.actions import journal
from regie.privacy.enums import Verb

NO_REVIEW = 0
NOBODY: Mapping[User, str] = {}
MEANWHILE = "Iemand anders heeft de accounts intussen gecontroleerd."
INCOMPLETE = "Kies bij elk account een antwoord. De lijst kan intussen veranderd zijn."


def review_accounts(
    *,
    municipality: Municipality,
    outcomes: Mapping[int, ReviewOutcome],
    seen: int | None = None,
    guests: Mapping[User, str] = NOBODY,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> AccountReview:
    """Says of every account (key of the user → outcome) whether it is still needed; all of it or nothing.

    `guests` come in without a role (whose account → as what): of them who calls ends what is needed no more.

    Who looks says nothing of his own account: it is written down as not reviewed. `seen` is the review before this
    one, NO_REVIEW when there was none. An error names the account as its field.
    """
    check_may_manage(by, municipality.pk)
    with transaction.atomic():
        # Two managers at once: the second waits here and then finds the review of the first.
        Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
        earlier = AccountReview.objects.filter(submission=submission).first() if submission else None
        if earlier:
            return earlier
        last = AccountReview.objects.filter(municipality=municipality).newest_first().first()
        if seen is not None and seen != (last.pk if last else NO_REVIEW):
            raise NotNow(MEANWHILE)
        review = AccountReview.objects.create(
            municipality=municipality,
            reviewed_on=day(at),
            submission=submission,
            **AccountReview.stamp(by=by, at=at),
        )
        everybody = accounts_to_review(municipality, on=day(at))
        looked_at = {**guests, **{one.user: _roles(one) for one in everybody}}
        lines = [_line(review, *one, outcomes, by=by, at=at) for one in looked_at.items()]
        ReviewedAccount.objects.bulk_create(lines)
        ended = {line.user_id for line in lines if line.outcome is ReviewOutcome.ENDED}
        for colleague in everybody:
            if colleague.user.pk in ended:
                _end(colleague, by=by, at=at)
        journal(Verb.ACCOUNTS_REVIEWED, chain=municipality.cbs_code, subject=review.ref, by=by, at=at)
    return review


def _line(
    review: AccountReview,
    user: User,
    roles: str,
    outcomes: Mapping[int, ReviewOutcome],
    *,
    by: Actor,
    at: datetime,
) -> ReviewedAccount:
    himself = (by.kind, by.id) == (ActorKind.STAFF, str(user.pk))
    outcome = ReviewOutcome.OWN if himself else outcomes.get(user.pk)
    if outcome is None or (outcome is ReviewOutcome.OWN and not himself):
        raise NotValid(INCOMPLETE, field=str(user.pk))
    return ReviewedAccount(
        review=review,
        user=user,
        outcome=outcome,
        roles=roles,
        last_login=user.last_login,
        **ReviewedAccount.stamp(by=by, at=at),
    )


def _roles(colleague: Colleague) -> str:
    return "; ".join(str(grant.get_role_display()) for grant in colleague.grants)


def _end(colleague: Colleague, *, by: Actor, at: datetime) -> None:
    for grant in colleague.grants:
        try:
            end_role(grant, until=max(day(at), grant.since), by=by, at=at)
        except DomainError as error:
            raise type(error)(error.sentence, field=str(colleague.user.pk)) from None
