"""When a barrier rises, to which level, what is asked and what came of it."""

from regie.escalations.rules.answer import (
    BY_OURSELVES,
    LONGEST_ANSWER,
    EscalationAnswerAccount,
    check_answer,
    check_answerable,
)
from regie.escalations.rules.brief import BriefFacts, Tried, draft
from regie.escalations.rules.escalation import (
    LONGEST_BRIEF,
    LONGEST_NAMED,
    LONGEST_QUESTION,
    EscalationAccount,
    check_after,
    check_escalation,
    check_whom,
)
from regie.escalations.rules.level import (
    OPEN,
    Asking,
    check_next,
    counting,
    higher,
    level_of,
    next_level,
    skips,
    wanted_on,
)
from regie.escalations.rules.rising import proposals, rises_on

__all__ = [
    "BY_OURSELVES",
    "LONGEST_ANSWER",
    "LONGEST_BRIEF",
    "LONGEST_NAMED",
    "LONGEST_QUESTION",
    "OPEN",
    "Asking",
    "BriefFacts",
    "EscalationAccount",
    "EscalationAnswerAccount",
    "Tried",
    "check_after",
    "check_answer",
    "check_answerable",
    "check_escalation",
    "check_next",
    "check_whom",
    "counting",
    "draft",
    "higher",
    "level_of",
    "next_level",
    "proposals",
    "rises_on",
    "skips",
    "wanted_on",
]
