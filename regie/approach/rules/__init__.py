"""The approach: what its layers may say, how they are written, and what they say together."""

from regie.approach.rules.approach import (
    Approach,
    ClosureReason,
    CopyRule,
    Criterion,
    Entry,
    GoalTemplate,
    GroundRule,
    ItemRule,
    PhaseRule,
    StepTemplate,
    WordRule,
)
from regie.approach.rules.barrier import OTHER_BARRIER
from regie.approach.rules.catalogue import (
    CRITERIA,
    NOT_KNOWN,
    PHASES,
    SETTINGS,
    Entries,
    OneOf,
    Setting,
    Whole,
    group_of,
    setting_of,
)
from regie.approach.rules.closing import SILENCE
from regie.approach.rules.counting import Counting, Length, Span
from regie.approach.rules.deadline import DEADLINES, Deadline, DeadlineRule
from regie.approach.rules.group import Group
from regie.approach.rules.layer_text import LayerText, Problem, Rule, Unreadable, read_layer, tree_of, writer
from regie.approach.rules.layering import Holding, approach_from, holdings
from regie.approach.rules.wrong import Wrong

__all__ = [
    "CRITERIA",
    "DEADLINES",
    "NOT_KNOWN",
    "OTHER_BARRIER",
    "PHASES",
    "SETTINGS",
    "SILENCE",
    "Approach",
    "ClosureReason",
    "CopyRule",
    "Counting",
    "Criterion",
    "Deadline",
    "DeadlineRule",
    "Entries",
    "Entry",
    "GoalTemplate",
    "GroundRule",
    "Group",
    "Holding",
    "ItemRule",
    "LayerText",
    "Length",
    "OneOf",
    "PhaseRule",
    "Problem",
    "Rule",
    "Setting",
    "Span",
    "StepTemplate",
    "Unreadable",
    "Whole",
    "WordRule",
    "Wrong",
    "approach_from",
    "group_of",
    "holdings",
    "read_layer",
    "setting_of",
    "tree_of",
    "writer",
]
