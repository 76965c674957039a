"""The terms of young people, by the approach of their own municipality and day."""

from collections.abc import Iterable
from datetime import date

from regie.approach.queries import approaches_for
from regie.clocks.queries.cases import cases_of
from regie.clocks.rules import Reckoning, reckon
from regie.trajectories.models import Trajectory


def reckonings(
    trajectories: Iterable[Trajectory], *, on: date, as_known: date | None = None
) -> dict[int, Reckoning]:
    """By trajectory every term of a day; ten queries and one a municipality, two more with `as_known`.

    With `as_known` by what we held true at the end of that day, under the rules that we had then. The person, the
    referral and the municipality must have been fetched along. Raises NotNow where no approach holds that day.
    """
    chosen = list(trajectories)
    facts = cases_of(chosen, on=on, as_known=as_known)
    rules = approaches_for({one.municipality for one in chosen}, on=on, as_known=as_known)
    return {one.pk: reckon(rules[one.municipality_id].deadlines, facts[one.pk], on=on) for one in chosen}
