"""What is known of his situation already, proposed for a basic condition; whoever tells it looks whether it is so."""

from collections.abc import Mapping
from datetime import date

from regie.plans.enums import ConditionAnswer as Answer
from regie.trajectories.enums import CircumstanceKind as Kind
from regie.trajectories.enums import CircumstanceValue as Value
from regie.trajectories.rules import CircumstanceAccount

# By condition what tells of it. Of what is not here nothing follows: who has no benefit may have another income.
TELLS: Mapping[str, Mapping[Value, Answer]] = {
    "housing": {
        Value.OWN_ADDRESS: Answer.YES,
        Value.WITH_FAMILY: Answer.YES,
        Value.NO_ADDRESS: Answer.NO,
    },
    "income": {
        Value.SOCIAL_ASSISTANCE: Answer.YES,
        Value.DISABILITY_BENEFIT: Answer.YES,
        Value.OTHER_BENEFIT: Answer.YES,
        Value.JOB: Answer.YES,
    },
    "identity": {Value.VALID_ID: Answer.YES, Value.EXPIRED_ID: Answer.NO, Value.NO_ID: Answer.NO},
}
ENDS = (Kind.ADDRESS, Kind.WORK)  # of these `valid_until` says until when it is so


def proposed(
    condition: str, holding: Mapping[Kind, CircumstanceAccount], *, on: date
) -> tuple[Kind, Answer] | None:
    """Which kind of his situation tells of a condition that day, and what; None when none does."""
    for kind, account in holding.items():
        answer = TELLS.get(condition, {}).get(account.value)
        over = account.valid_until is not None and account.valid_until < on
        if answer is None or (over and kind in ENDS):
            continue
        return kind, Answer.NO if over and account.value == Value.VALID_ID else answer
    return None
