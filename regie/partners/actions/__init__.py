"""What happens to many entries at once: a list is loaded or brought in, two made one, a partner asked in."""

from regie.partners.actions.bringing_in import Outcome, bring_in, preview
from regie.partners.actions.facilities import Loaded, load_facilities
from regie.partners.actions.merging import keep_apart, merge_listings, undo_merge
from regie.partners.actions.seating import accept, invite_partner

__all__ = [
    "Loaded",
    "Outcome",
    "accept",
    "bring_in",
    "invite_partner",
    "keep_apart",
    "load_facilities",
    "merge_listings",
    "preview",
    "undo_merge",
]
