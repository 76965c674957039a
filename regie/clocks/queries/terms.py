"""The terms of young people, by the approach of their own municipality and day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from regie.accounts.models import Municipality
from regie.approach.enums import Anchor, Tone
from regie.approach.queries import approaches_for
from regie.approach.rules import DeadlineRule
from regie.clocks.queries.cases import cases_of
from regie.clocks.rules import Reckoning, reckon
from regie.trajectories.models import Trajectory

Rules = Mapping[int, Sequence[DeadlineRule]]  # by municipality


def reckonings(
    trajectories: Iterable[Trajectory],
    *,
    on: date,
    as_known: date | None = None,
    rules: Rules | None = None,
) -> dict[int, Reckoning]:
    """By trajectory every term of a day; ten queries, and one more for each municipality whose rules were not given.

    With `as_known` by what we held true at the end of that day. The person, the referral and the municipality must
    have been fetched along. Raises NotNow where no approach holds that day.
    """
    chosen = list(trajectories)
    known = rules if rules is not None else rules_of({one.municipality for one in chosen}, on=on)
    facts = cases_of(chosen, on=on, as_known=as_known, anchors=_anchors(known))
    return {one.pk: reckon(known[one.municipality_id], facts[one.pk], on=on) for one in chosen}


def rules_of(places: Iterable[Municipality], *, on: date) -> Rules:
    """Every rule of a term that holds there that day; one query a municipality. Raises NotNow."""
    return {key: approach.deadlines for key, approach in approaches_for(places, on=on).items()}


def loud_rules(places: Iterable[Municipality], *, on: date) -> Rules:
    """The same, of what calls loudly: with what says how early another day may come, they give the same terms alone."""
    return {
        key: [rule for rule in rules if rule.tone is Tone.LOUD or rule.opens]
        for key, rules in rules_of(places, on=on).items()
    }


def _anchors(rules: Rules) -> frozenset[Anchor]:
    """The facts that these rules are counted from: no other is asked for."""
    return frozenset(rule.anchor for some in rules.values() for rule in some)
