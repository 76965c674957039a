"""The basic conditions of the demo: measured when somebody was taken on, and on the day he came out."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from regie.base.clock import day
from regie.demo.case import Case
from regie.demo.events import Event
from regie.demo.roads import Road
from regie.plans.enums import ConditionAnswer, MeasuredAt
from regie.plans.models import ConditionReading, Row
from regie.plans.rules import ConditionReadingAccount

YES, NO, UNKNOWN = ConditionAnswer
CONDITIONS = ("housing", "income", "identity", "debts", "care")
AT_ENTRY = ((NO, NO, YES, UNKNOWN, YES), (YES, NO, NO, NO, UNKNOWN), (NO, YES, NO, YES, NO))
AT_RELEASE = ((YES, YES, YES, NO, YES), (NO, YES, YES, YES, UNKNOWN), (YES, NO, YES, YES, YES))
SOON, LAST = 9, 470  # days after he was taken on; after all else of a day
FOURTH = 4  # of every fourth nobody asked


def measured(road: Road, turn: int) -> Iterator[Event]:
    """What his officer asked, and when."""
    if road.accepted is None or turn % FOURTH == FOURTH - 1:
        return
    asked = road.accepted - SOON
    if asked >= 0:
        yield Event(asked, LAST, partial(_measure, MeasuredAt.ENTRY, AT_ENTRY[turn % len(AT_ENTRY)]))
    for stay in road.stays:
        if stay.left is not None and 0 <= stay.left <= asked:
            answers = AT_RELEASE[turn % len(AT_RELEASE)]
            yield Event(stay.left, LAST, partial(_measure, MeasuredAt.RELEASE, answers))


def _measure(moment: MeasuredAt, answers: Sequence[ConditionAnswer], case: Case, at: datetime) -> None:
    rows = [
        Row({"moment": moment, "condition": condition}, ConditionReadingAccount(day(at), answer))
        for condition, answer in zip(CONDITIONS, answers, strict=True)
    ]
    by = case.officer.acting(at)
    ConditionReading.tell_together(trajectory=case.guided, rows=rows, by=by, at=at)
