"""How sure figures are, what may be shown of few people, and where things stand in a picture. Pure."""

from regie.figures.rules.bars import (
    Bars,
    bars,
)
from regie.figures.rules.cells import (
    Cells,
)
from regie.figures.rules.comparing import (
    Compared,
    Counted,
    compared,
    compared_as_published,
    compared_with_rest,
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
from regie.figures.rules.funnel import (
    Funnel,
    funnel,
)
from regie.figures.rules.hiding import (
    OF_FEW,
    to_publish,
)
from regie.figures.rules.intervals import (
    Estimate,
    count,
    exact_share,
    rate,
    rate_ratio,
    share,
)
from regie.figures.rules.lying import (
    lying,
)
from regie.figures.rules.middle import (
    Median,
    median_of,
)
from regie.figures.rules.rings import (
    SEATS,
    Around,
    RingDrawing,
    Seated,
    on_rings,
)
from regie.figures.rules.scale import (
    plainly,
)
from regie.figures.rules.standing import (
    standing,
)
from regie.figures.rules.trend import (
    Observed,
    Trend,
    trend,
)

__all__ = [
    "OF_FEW",
    "SEATS",
    "Around",
    "Bars",
    "Cells",
    "Compared",
    "Counted",
    "Drawing",
    "Estimate",
    "Funnel",
    "Lane",
    "Mark",
    "Median",
    "Observed",
    "Placed",
    "RingDrawing",
    "Seated",
    "Span",
    "Tick",
    "Trend",
    "bars",
    "compared",
    "compared_as_published",
    "compared_with_rest",
    "count",
    "exact_share",
    "funnel",
    "lying",
    "median_of",
    "on_rings",
    "plainly",
    "rate",
    "rate_ratio",
    "share",
    "span_of",
    "standing",
    "to_publish",
    "trend",
]
