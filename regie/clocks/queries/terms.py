"""The terms of young people, by the approach of their own municipality and day."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from regie.approach.enums import Anchor, Situation, Tone
from regie.approach.queries import approaches_for
from regie.approach.rules import Approach
from regie.clocks.queries.cases import Asks, known_of_many
from regie.clocks.queries.facts import facts_of
from regie.clocks.queries.known import Known
from regie.clocks.rules import Reckoning, reckon
from regie.trajectories.models import Trajectory


def reckonings(
    trajectories: Iterable[Trajectory],
    *,
    on: date,
    as_known: date | None = None,
    approaches: Mapping[int, Approach] | None = None,
) -> dict[int, Reckoning]:
    """By trajectory every term of a day; the queries of `known_of_many`, and one a municipality unless given.

    With `as_known` by what we held true at the end of that day, under the rules that we had then. The person, the
    referral and the municipality must have been fetched along. Raises NotNow where no approach holds that day.
    """
    chosen = list(trajectories)
    by_place = approaches or _approaches(chosen, on, as_known)
    return reckoned(known_for(chosen, by_place, on=on, as_known=as_known))


def known_for(
    trajectories: Iterable[Trajectory],
    approaches: Mapping[int, Approach],
    *,
    on: date,
    as_known: date | None = None,
) -> dict[int, Known]:
    """By trajectory what its terms rest on by the approach of its municipality, and by no more of the facts."""
    asks = Asks(_anchors(approaches), _fulfilling(approaches), _situations(approaches))
    return known_of_many(trajectories, on=on, as_known=as_known, asks=asks, approaches=approaches)


def reckoned(known: Mapping[int, Known]) -> dict[int, Reckoning]:
    """The terms of who was read already, by the approach that he was read with; no query."""
    found = {}
    for pk, one in known.items():
        assert one.approach is not None
        found[pk] = reckon(one.approach.deadlines, facts_of(one), on=one.on, phases=one.approach.phases)
    return found


def _approaches(chosen: Iterable[Trajectory], on: date, as_known: date | None) -> dict[int, Approach]:
    return approaches_for({one.municipality for one in chosen}, on=on, as_known=as_known)


def loud_only(approaches: Mapping[int, Approach]) -> dict[int, Approach]:
    """The same without what is quiet: with what says how early another day may come, they give the same terms alone."""
    return {
        key: replace(
            approach,
            deadlines=tuple(rule for rule in approach.deadlines if rule.tone is Tone.LOUD or rule.opens),
        )
        for key, approach in approaches.items()
    }


def _anchors(approaches: Mapping[int, Approach]) -> frozenset[Anchor]:
    """The facts that these rules are counted from: no other is asked for."""
    return frozenset(rule.anchor for approach in approaches.values() for rule in approach.deadlines)


def _fulfilling(approaches: Mapping[int, Approach]) -> frozenset[Anchor]:
    """The facts that fulfil these rules: no other is asked for."""
    rules = (rule for approach in approaches.values() for rule in approach.deadlines)
    return frozenset(rule.done_by for rule in rules if rule.done_by)


def _situations(approaches: Mapping[int, Approach]) -> frozenset[Situation]:
    """What these rules and phases ask of his situation: of no other kind is read what was told."""
    rules = (rule for approach in approaches.values() for rule in approach.deadlines)
    phases = (one for approach in approaches.values() for one in approach.phases)
    asked = [*((*rule.only, *rule.unless) for rule in rules), *(one.only for one in phases)]
    return frozenset(code for some in asked for code in some)
