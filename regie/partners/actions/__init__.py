"""What happens to many entries at once: the list of the country is loaded, a list brought in, two made one."""

from regie.partners.actions.bringing_in import Outcome, bring_in, preview
from regie.partners.actions.facilities import Loaded, load_facilities
from regie.partners.actions.merging import keep_apart, merge_listings, undo_merge

__all__ = [
    "Loaded",
    "Outcome",
    "bring_in",
    "keep_apart",
    "load_facilities",
    "merge_listings",
    "preview",
    "undo_merge",
]
