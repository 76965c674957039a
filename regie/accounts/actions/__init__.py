"""What is done with accounts: asking a colleague in, giving and ending roles, closing an account."""

from regie.accounts.actions.calling import tell_work_phone
from regie.accounts.actions.inviting import UNUSABLE, Invited, accept_invitation, invite
from regie.accounts.actions.managing import (
    close_account,
    end_role,
    give_role,
    reopen_account,
    reset_second_factor,
)
from regie.accounts.actions.reviewing import review_accounts

__all__ = [
    "UNUSABLE",
    "Invited",
    "accept_invitation",
    "close_account",
    "end_role",
    "give_role",
    "invite",
    "reopen_account",
    "reset_second_factor",
    "review_accounts",
    "tell_work_phone",
]
