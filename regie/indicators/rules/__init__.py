"""What can be true of an indicator, its definition and its figures; pure."""

from regie.indicators.rules.cbs import FIELDS, CbsFile, is_cbs, read_cbs
from regie.indicators.rules.comparing import around, beside_nation, counted, drawn
from regie.indicators.rules.definition import (
    LONGEST_NAME,
    LONGEST_SAID,
    LONGEST_WORDS,
    DefinitionAccount,
    check_definition,
    covers,
)
from regie.indicators.rules.number import read_number, read_whole, written_number
from regie.indicators.rules.observation import (
    LONGEST_EDITION,
    LONGEST_NOTE,
    LONGEST_SOURCE,
    NO_FIGURE,
    ObservationAccount,
    check_begun,
    check_observation,
    figure,
)
from regie.indicators.rules.period import Period, read_period
from regie.indicators.rules.region import NATION, read_region, region_words
from regie.indicators.rules.said import UNKNOWN, figure_said, in_unit, is_small
from regie.indicators.rules.sheet import COLUMNS, FigureLine, read_figures, written_figures
from regie.indicators.rules.shipped import (
    ShippedCandidate,
    ShippedIndicator,
    Unreadable,
    read_shipped,
)

__all__ = [
    "COLUMNS",
    "FIELDS",
    "LONGEST_EDITION",
    "LONGEST_NAME",
    "LONGEST_NOTE",
    "LONGEST_SAID",
    "LONGEST_SOURCE",
    "LONGEST_WORDS",
    "NATION",
    "NO_FIGURE",
    "UNKNOWN",
    "CbsFile",
    "DefinitionAccount",
    "FigureLine",
    "ObservationAccount",
    "Period",
    "ShippedCandidate",
    "ShippedIndicator",
    "Unreadable",
    "around",
    "beside_nation",
    "check_begun",
    "check_definition",
    "check_observation",
    "counted",
    "covers",
    "drawn",
    "figure",
    "figure_said",
    "in_unit",
    "is_cbs",
    "is_small",
    "read_cbs",
    "read_figures",
    "read_number",
    "read_period",
    "read_region",
    "read_shipped",
    "read_whole",
    "region_words",
    "written_figures",
    "written_number",
]
