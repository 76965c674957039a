"""His plan: what he wants, and what is done for that."""

from regie.plans.models.agreement import (
    Agreement,
    Promise,
)
from regie.plans.models.authorisation import (
    Authorisation,
)
from regie.plans.models.condition_reading import (
    ConditionReading,
)
from regie.plans.models.debt import (
    Debt,
)
from regie.plans.models.debt_reading import (
    DebtReading,
)
from regie.plans.models.domain_reading import (
    DomainReading,
)
from regie.plans.models.goal import (
    Goal,
    GoalResult,
    Step,
)
from regie.plans.models.network import (
    NetworkMember,
)
from regie.plans.models.no_debts import (
    NoDebts,
)
from regie.plans.models.paper import (
    Paper,
)
from regie.plans.models.reading import (
    Row,
)
from regie.plans.models.step_mark import (
    StepMark,
)
from regie.plans.models.taken_over import (
    Doing,
    TakenOver,
)
from regie.plans.models.talent import (
    Talent,
)
from regie.plans.models.week import (
    WeekSlot,
)
from regie.plans.models.wish import (
    Wish,
)
from regie.plans.models.wish_follow_up import (
    WishFollowUp,
)

__all__ = [
    "Agreement",
    "Authorisation",
    "ConditionReading",
    "Debt",
    "DebtReading",
    "Doing",
    "DomainReading",
    "Goal",
    "GoalResult",
    "NetworkMember",
    "NoDebts",
    "Paper",
    "Promise",
    "Row",
    "Step",
    "StepMark",
    "TakenOver",
    "Talent",
    "WeekSlot",
    "Wish",
    "WishFollowUp",
]
