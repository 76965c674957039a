"""How terms of everybody went, and what was measured of the basic conditions, for the pages that count a year."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from regie.approach.models import Edition
from regie.base.facts import Recorded
from regie.clocks.enums import Verdict
from regie.clocks.models import Judgement
from regie.plans.enums import ConditionAnswer, MeasuredAt
from regie.plans.models import ConditionReading
from tests.bench.places import BENCH

Write = Callable[[Any, Iterable[Any]], None]
TERMS = 20  # of each, one in two of which was on time
RULES = ("first_contact", "contact_norm")
CONDITIONS = ("housing", "income", "identity", "debts", "care")


def judge_everybody(lives: Iterable[Any], write: Write, *, at: datetime) -> None:
    """Twenty terms and one measurement at the entry, spread over the days since he was taken on."""
    guided, stamp = list(lives), Recorded.stamp(by=BENCH, at=at)
    edition = Edition.objects.get(layer="national").pk
    today = at.date()
    write(Judgement, (one for life in guided for one in _judged(life, edition, today, stamp)))
    told = {"moment": MeasuredAt.ENTRY, "answer": ConditionAnswer.YES, **stamp}
    write(
        ConditionReading,
        (
            ConditionReading(
                trajectory=life.trajectory, condition=code, happened_on=min(today, life.begins), **told
            )
            for life in guided
            for code in CONDITIONS
        ),
    )


def _judged(life: Any, edition: int, today: date, stamp: dict[str, Any]) -> Iterable[Judgement]:
    for number in range(TERMS):
        on = life.begins + timedelta(days=(today - life.begins).days * number // TERMS)
        late = number % 2
        yield Judgement(
            trajectory=life.trajectory,
            rule=RULES[number % len(RULES)],
            occurrence=f"contact:{number}",
            edition_id=edition,
            rests_on="Laatste contact",
            due=on,
            done_on=on + timedelta(days=late),
            verdict=Verdict.MISSED if late else Verdict.MET,
            judged_for=on,
            **stamp,
        )
