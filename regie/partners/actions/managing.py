"""Closes and opens an account and takes away a lost second step, of a colleague or of a partner."""

from datetime import datetime

from regie.accounts import actions
from regie.accounts.models import AccountEvent, User
from regie.base.actors import Actor
from regie.base.clock import day
from regie.partners.queries import seated_in


def close_account(user: User, *, by: Actor, at: datetime) -> AccountEvent:
    """He can come in no more, as whom ever; raises NotAllowed unless `by` manages all places of his, or NotNow."""
    return actions.close_account(user, also=seated_in(user, on=day(at)), by=by, at=at)


def reopen_account(user: User, *, by: Actor, at: datetime) -> AccountEvent:
    """He can come in again; raises as closing does."""
    return actions.reopen_account(user, also=seated_in(user, on=day(at)), by=by, at=at)


def reset_second_factor(user: User, *, by: Actor, at: datetime) -> AccountEvent:
    """Takes his second steps away: he sets up a new one when he next comes in; raises as closing does."""
    return actions.reset_second_factor(user, also=seated_in(user, on=day(at)), by=by, at=at)
