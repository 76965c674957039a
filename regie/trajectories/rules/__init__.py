"""When a referral can be true, what stands in the way of accepting it, and how long guidance lasts."""

from regie.trajectories.rules.assignment import check_assigned_from, check_planned_number
from regie.trajectories.rules.circumstance import (
    ANSWERS,
    NO_ANSWER,
    UNTIL,
    CircumstanceAccount,
    check_circumstance,
)
from regie.trajectories.rules.guidance import check_planned_end, earliest_end, lasting
from regie.trajectories.rules.referral import (
    LONGEST,
    check_length,
    check_referral_dates,
    check_said,
    check_waiting,
)
from regie.trajectories.rules.turning_point import LONGEST_TURNING_POINT, check_turning_point
from regie.trajectories.rules.weighing import (
    AGE,
    APPROACH_CHANGED,
    MULTI_PROBLEM,
    REGULAR_AFTERCARE,
    AgeFacts,
    Judged,
    Reckoned,
    Weighed,
    check_acceptable,
    check_waivable,
    check_weighed,
    judge_age,
    lacking,
    reckon,
    still_answering,
)

__all__ = [
    "AGE",
    "ANSWERS",
    "APPROACH_CHANGED",
    "LONGEST",
    "LONGEST_TURNING_POINT",
    "MULTI_PROBLEM",
    "NO_ANSWER",
    "REGULAR_AFTERCARE",
    "UNTIL",
    "AgeFacts",
    "CircumstanceAccount",
    "Judged",
    "Reckoned",
    "Weighed",
    "check_acceptable",
    "check_assigned_from",
    "check_circumstance",
    "check_length",
    "check_planned_end",
    "check_planned_number",
    "check_referral_dates",
    "check_said",
    "check_turning_point",
    "check_waiting",
    "check_waivable",
    "check_weighed",
    "earliest_end",
    "judge_age",
    "lacking",
    "lasting",
    "reckon",
    "still_answering",
]
