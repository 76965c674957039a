"""How it goes and whether the basic conditions were met, told by the verbs themselves."""

from datetime import date, datetime
from typing import Any

from regie.accounts.models import User
from regie.base.clock import day
from regie.plans.enums import ConditionAnswer, Eye, MeasuredAt
from regie.plans.models import ConditionReading, DomainReading, Row
from regie.plans.rules import ConditionReadingAccount, DomainReadingAccount
from regie.trajectories.models import Trajectory

CONDITIONS = ("housing", "income", "identity", "debts", "care")


def read(
    trajectory: Trajectory,
    level: str = "varying",
    *,
    by: User,
    at: datetime,
    domain: str = "housing",
    on: date | None = None,
    **told: Any,
) -> DomainReading:
    """How it goes with his home, by his own eyes and today, unless told otherwise."""
    account = DomainReadingAccount(
        on or day(at), level=level, **({"eye": Eye.HIMSELF, "words": "Soms."} | told)
    )
    rows = [Row({"domain": domain}, account)]
    return DomainReading.tell_together(trajectory=trajectory, rows=rows, by=by.acting(at), at=at)


def measure(
    trajectory: Trajectory,
    moment: MeasuredAt = MeasuredAt.ENTRY,
    *conditions: str,
    by: User,
    at: datetime,
    on: date | None = None,
    answer: ConditionAnswer = ConditionAnswer.YES,
    words: str = "Bij zijn oma.",
    source: str = "Zijn oma",
) -> ConditionReading:
    """All basic conditions are met, today, unless told otherwise; the first of them."""
    account = ConditionReadingAccount(on or day(at), answer, words)
    rows = [Row({"moment": moment, "condition": one}, account, source) for one in conditions or CONDITIONS]
    return ConditionReading.tell_together(trajectory=trajectory, rows=rows, by=by.acting(at), at=at)
