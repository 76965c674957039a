"""What can be asked of a partner, and what can be answered."""

from regie.requests.rules.answering import (
    CLOSING,
    FOLLOWS,
    LONGEST_NOTE,
    OPEN,
    AnswerAccount,
    check_answer,
    check_came,
    check_follows,
    due_on,
    state_of,
)
from regie.requests.rules.mutual import (
    MISSING,
    MutualAccount,
    check_can_agree,
    check_mutual,
)
from regie.requests.rules.request import (
    ASKABLE,
    LONGEST_PARTNER,
    LONGEST_REQUEST,
    Asked,
    RequestAccount,
    check_can_be_asked,
    check_request,
    check_step_asked,
)

__all__ = [
    "ASKABLE",
    "CLOSING",
    "FOLLOWS",
    "LONGEST_NOTE",
    "LONGEST_PARTNER",
    "LONGEST_REQUEST",
    "MISSING",
    "OPEN",
    "AnswerAccount",
    "Asked",
    "MutualAccount",
    "RequestAccount",
    "check_answer",
    "check_came",
    "check_can_agree",
    "check_can_be_asked",
    "check_follows",
    "check_mutual",
    "check_request",
    "check_step_asked",
    "due_on",
    "state_of",
]
