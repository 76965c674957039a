"""How a caseload is counted in a year, and what of it may be shown to whom. Pure."""

from regie.insight.rules.conditions import (
    Life,
    Measured,
    ReadingFacts,
    last_measured,
    measured_in,
)
from regie.insight.rules.contact import ContactCount, contact_of
from regie.insight.rules.guided import Ending, Flow, Guided, flow_of
from regie.insight.rules.hiding import OTHER_REASONS
from regie.insight.rules.insight import Insight, YearlyAccount
from regie.insight.rules.line import Line
from regie.insight.rules.sheet import ANSWERS, FLOW, written_account
from regie.insight.rules.sight import sight_of
from regie.insight.rules.terms import LastVerdict, TermCount, terms_of
from regie.insight.rules.year import Year, year_of, years_shown

__all__ = [
    "ANSWERS",
    "FLOW",
    "OTHER_REASONS",
    "ContactCount",
    "Ending",
    "Flow",
    "Guided",
    "Insight",
    "LastVerdict",
    "Life",
    "Line",
    "Measured",
    "ReadingFacts",
    "TermCount",
    "Year",
    "YearlyAccount",
    "contact_of",
    "flow_of",
    "last_measured",
    "measured_in",
    "sight_of",
    "terms_of",
    "written_account",
    "year_of",
    "years_shown",
]
