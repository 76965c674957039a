"""The numbers of a year for who looks: whole, of his own young people, or with small numbers hidden."""

from collections.abc import Mapping
from dataclasses import dataclass

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import check_may
from regie.approach.queries import Approaches
from regie.base.actors import Actor
from regie.insight.enums import Sight
from regie.insight.queries.facts import contact_in, guided_in, lives_of, terms_in, trajectories_of
from regie.insight.rules import (
    Insight,
    Year,
    YearlyAccount,
    flow_of,
    last_measured,
    measured_in,
    sight_of,
)


@dataclass(frozen=True)
class Guard:
    """Whether he is told anything of a year, below which number it is hidden (None: nothing is), and the conditions.

    The conditions are by code, as they were called in the approach when the year ended.
    """

    shows: bool
    below: int | None
    conditions: Mapping[str, str]


def insight_of(viewer: Actor, place: Municipality, *, year: Year) -> Insight | None:
    """A year to look at, as far as he may be told; None where nothing may be shown. Eight queries.

    Raises NotAllowed.
    """
    guard = _guard(viewer, place, year)
    if not guard.shows:
        return None
    guided = guided_in(year, trajectories_of(viewer, place))
    keys = {one.key for one in guided}
    told = Insight(
        flow_of(guided, year),
        contact_in(year, keys),
        terms_in(year, keys),
        measured_in(lives_of(guided), year, guard.conditions),
    )
    return told if guard.below is None else told.guarded(guard.below)


def account_of(viewer: Actor, place: Municipality, *, year: Year) -> YearlyAccount | None:
    """A year to account for, in the same way; five queries. Raises NotAllowed."""
    guard = _guard(viewer, place, year)
    if not guard.shows:
        return None
    guided = guided_in(year, trajectories_of(viewer, place))
    told = YearlyAccount(flow_of(guided, year), last_measured(lives_of(guided), year, guard.conditions))
    return told if guard.below is None else told.guarded(guard.below)


def _guard(viewer: Actor, place: Municipality, year: Year) -> Guard:
    """By the approach; where none holds nobody said how few is too few, and who may see no name sees nothing."""
    check_may(viewer, Permission.READ_INSIGHT, place.pk)
    approaches = Approaches.of(place, until=year.today)
    now = approaches.on(year.today)
    then = approaches.on(year.last) or now
    conditions = {one.code: one.title for one in then.basic_conditions} if then else {}
    if sight_of(viewer, place.pk) is not Sight.GUARDED:
        return Guard(True, None, conditions)
    return Guard(now is not None and year.is_over, now.smallest_shown if now else None, conditions)
