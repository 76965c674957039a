"""What can be written on a plan page, and how its shipped beginning is read."""

from regie.programme.rules.blocks import (
    LONGEST,
    MANY,
    YEARLY,
    BlockAccount,
    check_block,
    check_plan_year,
    check_year,
    heading_of,
    paragraphs,
)
from regie.programme.rules.caseload import (
    MONTHS,
    MOST,
    CaseloadAccount,
    MonthCount,
    check_caseload,
    counted,
    last_day,
    months_of,
)
from regie.programme.rules.milestones import LONGEST_MILESTONE, MilestoneAccount, check_milestone
from regie.programme.rules.outline import Outline, OutlineBlock, filled, read_outline
from regie.programme.rules.quarters import quarter_of, quarter_said, quarter_typed
from regie.programme.rules.sections import Reached, Section, in_order, measured

__all__ = [
    "LONGEST",
    "LONGEST_MILESTONE",
    "MANY",
    "MONTHS",
    "MOST",
    "YEARLY",
    "BlockAccount",
    "CaseloadAccount",
    "MilestoneAccount",
    "MonthCount",
    "Outline",
    "OutlineBlock",
    "Reached",
    "Section",
    "check_block",
    "check_caseload",
    "check_milestone",
    "check_plan_year",
    "check_year",
    "counted",
    "filled",
    "heading_of",
    "in_order",
    "last_day",
    "measured",
    "months_of",
    "paragraphs",
    "quarter_of",
    "quarter_said",
    "quarter_typed",
    "read_outline",
]
