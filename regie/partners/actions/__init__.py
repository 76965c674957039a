"""What happens to many entries at once: the list of the country is loaded, a list of the municipality brought in."""

from regie.partners.actions.bringing_in import Outcome, bring_in, preview
from regie.partners.actions.facilities import Loaded, load_facilities

__all__ = ["Loaded", "Outcome", "bring_in", "load_facilities", "preview"]
