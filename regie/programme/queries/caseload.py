"""How many young people are guided, month by month."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from regie.approach.queries import approach_for
from regie.base.errors import NotNow
from regie.programme.models import CaseloadPlan, Intervention
from regie.programme.rules import MOST, MonthCount, Shown, counted, last_day
from regie.trajectories.models import Closure, Trajectory


def caseload_of(
    intervention: Intervention,
    plans: Iterable[CaseloadPlan],
    *,
    on: date,
    smallest: int,
    before: Iterable[Shown] = (),
) -> tuple[MonthCount, ...]:
    """Each month of the years that were planned: planned, and of months that are over what it really was; one query.

    What tells of fewer than `smallest` people, also beside what was shown `before`, is hidden; 0 hides nothing.
    Only of the RIO young people are counted.
    """
    planned: dict[date, int | None] = {}
    for plan in plans:
        planned |= plan.by_month
    over = [month for month in planned if last_day(month) < on]
    real = running_on(intervention.municipality_id, over) if intervention.guides else {}
    return counted(planned, real, smallest=smallest, before=before)


def running_on(municipality_id: int, months: Iterable[date]) -> dict[date, int]:
    """How many were guided in a municipality on the last day of each month; one query, or none of no month."""
    asked = {f"on_{month:%Y_%m}": month for month in months}
    if not asked:
        return {}
    here = Trajectory.objects.filter(municipality=municipality_id)
    found = here.aggregate(**{name: _running(last_day(month)) for name, month in asked.items()})
    return {month: found[name] for name, month in asked.items()}


def _running(on: date) -> Count:
    closed = Closure.objects.holding(on).filter(trajectory=OuterRef("pk")).order_by()
    return Count("pk", filter=Q(~Exists(closed), started_on__lte=on))


def smallest_shown(intervention: Intervention, on: date) -> int:
    """The smallest number of people that is shown to who may not see names, by the approach of that day."""
    try:
        return approach_for(intervention.municipality, on=on).smallest_shown
    except NotNow:
        return MOST + 1  # by no approach nothing may be shown
