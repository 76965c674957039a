"""What is done with many entries at once, with who is asked in as a partner, and with the accounts of both kinds."""

from regie.partners.actions.bringing_in import Outcome, bring_in, preview
from regie.partners.actions.facilities import Loaded, load_facilities
from regie.partners.actions.managing import close_account, reopen_account, reset_second_factor
from regie.partners.actions.merging import keep_apart, merge_listings, undo_merge
from regie.partners.actions.reviewing import review_all_accounts
from regie.partners.actions.seating import accept, invite_partner

__all__ = [
    "Loaded",
    "Outcome",
    "accept",
    "bring_in",
    "close_account",
    "invite_partner",
    "keep_apart",
    "load_facilities",
    "merge_listings",
    "preview",
    "reopen_account",
    "reset_second_factor",
    "review_all_accounts",
    "undo_merge",
]
