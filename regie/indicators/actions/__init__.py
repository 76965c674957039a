"""What is brought in: the indicators that Regie ships, and the figures of a file."""

from regie.indicators.actions.bringing_in import Brought, bring_figures, preview_figures
from regie.indicators.actions.shipped import Loaded, load_indicators

__all__ = [
    "Brought",
    "Loaded",
    "bring_figures",
    "load_indicators",
    "preview_figures",
]
