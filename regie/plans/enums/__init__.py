"""The words that facts of his plan can have."""

from regie.plans.enums.agreeing import (
    Consent,
    Presence,
    PromisedBy,
    Retold,
)
from regie.plans.enums.aims import (
    GoalOutcome,
    Horizon,
    SaidBy,
    StepState,
    WishOutcome,
)
from regie.plans.enums.around import (
    Closeness,
    Company,
    Influence,
    MayCall,
    NoContact,
    SlotKind,
    Tie,
    Weekday,
)
from regie.plans.enums.in_hand import (
    AuthorisationState,
    Doer,
    Lasts,
    Mandate,
    RestsOn,
)
from regie.plans.enums.owing import (
    AmountAnswer,
    DebtKind,
    DebtsKnown,
    DebtState,
    DebtThreat,
    PaymentPlan,
)
from regie.plans.enums.papers import (
    FileType,
    PaperKind,
    PaperReach,
)
from regie.plans.enums.reading import (
    ConditionAnswer,
    Eye,
    MeasuredAt,
)

__all__ = [
    "AmountAnswer",
    "AuthorisationState",
    "Closeness",
    "Company",
    "ConditionAnswer",
    "Consent",
    "DebtKind",
    "DebtState",
    "DebtThreat",
    "DebtsKnown",
    "Doer",
    "Eye",
    "FileType",
    "GoalOutcome",
    "Horizon",
    "Influence",
    "Lasts",
    "Mandate",
    "MayCall",
    "MeasuredAt",
    "NoContact",
    "PaperKind",
    "PaperReach",
    "PaymentPlan",
    "Presence",
    "PromisedBy",
    "RestsOn",
    "Retold",
    "SaidBy",
    "SlotKind",
    "StepState",
    "Tie",
    "Weekday",
    "WishOutcome",
]
