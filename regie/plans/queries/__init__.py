"""What his plan tells a page."""

from regie.plans.queries.agreements import (
    agreed_by_trajectory,
    agreements_of,
)
from regie.plans.queries.debts import (
    DebtLine,
    Debts,
    creditors_of,
    debt_line,
    debts_known,
    debts_of,
    readings_by_trajectory,
)
from regie.plans.queries.goals import (
    GoalStory,
    StepStory,
    StepToTake,
    ends_of_goals,
    goals_of,
    running_goals,
    steps_to_take,
    waits_until_free,
)
from regie.plans.queries.in_hand import (
    InHand,
    authorisations_of,
    in_hand_by_trajectory,
    in_hand_of,
)
from regie.plans.queries.network import (
    as_read,
    network_of,
)
from regie.plans.queries.papers import (
    kept_files,
    left_over,
    papers_of,
)
from regie.plans.queries.readings import (
    conditions_by_trajectory,
    conditions_of,
    readings_of,
)
from regie.plans.queries.shared import (
    SHARED_KINDS,
    shared_by_domain,
)
from regie.plans.queries.talents import (
    talents_of,
)
from regie.plans.queries.week import (
    going_along,
    week_of,
)
from regie.plans.queries.wishes import (
    FollowedWish,
    WishHistory,
    followed_wishes_of,
    wish_histories_of,
    wishes_of,
)

__all__ = [
    "SHARED_KINDS",
    "DebtLine",
    "Debts",
    "FollowedWish",
    "GoalStory",
    "InHand",
    "StepStory",
    "StepToTake",
    "WishHistory",
    "agreed_by_trajectory",
    "agreements_of",
    "as_read",
    "authorisations_of",
    "conditions_by_trajectory",
    "conditions_of",
    "creditors_of",
    "debt_line",
    "debts_known",
    "debts_of",
    "ends_of_goals",
    "followed_wishes_of",
    "goals_of",
    "going_along",
    "in_hand_by_trajectory",
    "in_hand_of",
    "kept_files",
    "left_over",
    "network_of",
    "papers_of",
    "readings_by_trajectory",
    "readings_of",
    "running_goals",
    "shared_by_domain",
    "steps_to_take",
    "talents_of",
    "waits_until_free",
    "week_of",
    "wish_histories_of",
    "wishes_of",
]
