"""Shares, counts, and where days stand in a picture. Pure: numbers and days in, numbers out."""

from regie.figures.rules.bars import (
    Bars,
    bars,
)
from regie.figures.rules.days import (
    Drawing,
    Lane,
    Mark,
    Placed,
    Span,
    Tick,
    span_of,
)
from regie.figures.rules.lying import (
    lying,
)
from regie.figures.rules.rings import (
    SEATS,
    Around,
    RingDrawing,
    Seated,
    on_rings,
)
from regie.figures.rules.shares import (
    Share,
    share,
    without_small_cells,
)
from regie.figures.rules.standing import (
    standing,
)

__all__ = [
    "SEATS",
    "Around",
    "Bars",
    "Drawing",
    "Lane",
    "Mark",
    "Placed",
    "RingDrawing",
    "Seated",
    "Share",
    "Span",
    "Tick",
    "bars",
    "lying",
    "on_rings",
    "share",
    "span_of",
    "standing",
    "without_small_cells",
]
