"""The facts that terms rest on, of any number of young people in a fixed number of queries."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from regie.approach.enums import Anchor, Situation
from regie.approach.rules import Approach
from regie.clocks.queries.facts import facts_of
from regie.clocks.queries.known import Known
from regie.clocks.queries.planned import planned_of_many
from regie.clocks.queries.situation import kinds_for
from regie.clocks.rules import CaseFacts
from regie.contacts.queries import ContactSpan, contact_spans, first_visits
from regie.detention.queries import (
    hearings_of_many,
    histories,
    lasting_of_many,
    leaves_of_many,
)
from regie.trajectories.enums import CircumstanceKind
from regie.trajectories.models import (
    Trajectory,
)
from regie.trajectories.queries import (
    applications_of_many,
    arrangements_of_many,
    begun_of_many,
    casemanagers_of_many,
    circumstances_of_many,
    losses_of,
    settled_of_many,
)


@dataclass(frozen=True)
class Asks:
    """What terms are counted from, fulfilled by and ask for: of nothing else is read what was told.

    Only terms ask what `fulfilling` was: without them nothing of that is read.
    """

    anchors: Collection[Anchor] = frozenset(Anchor)
    fulfilling: Collection[Anchor] = frozenset()
    situations: Collection[Situation] = frozenset(Situation)

    @property
    def kinds(self) -> set[CircumstanceKind]:
        """The kinds of his situation that they ask for."""
        return kinds_for(self.anchors, self.situations)


def known_of_many(
    trajectories: Iterable[Trajectory],
    *,
    on: date,
    as_known: date | None = None,
    asks: Asks = Asks(),
    approaches: Mapping[int, Approach] | None = None,
) -> dict[int, Known]:
    """By trajectory all that terms of a day rest on; twenty queries at most. As we held it true at its end; two more.

    One more when somebody is inside again, one more when a term asks for his basic conditions, one less when nobody
    came out. The person and the referral must have been fetched along.
    """
    chosen = list(trajectories)
    people = [one.person_id for one in chosen]
    begun, told = begun_of_many(chosen, as_known=as_known), histories(people, as_known=as_known)
    hearings = hearings_of_many(people, as_known=as_known)
    spans = contact_spans((one.pk for one in chosen), as_known=as_known)
    lasting, leaves, casemanagers = _if_asked(chosen, asks, as_known)
    circumstances = circumstances_of_many(chosen, kinds=asks.kinds, as_known=as_known)
    applications = applications_of_many(chosen, as_known=as_known)
    arrangements = arrangements_of_many(chosen, as_known=as_known)
    settled = settled_of_many((one for one in chosen if told[one.person_id].ever_out), as_known=as_known)
    losses = losses_of(chosen, as_known=as_known)
    planned = planned_of_many(chosen, anchors=asks.anchors, fulfilling=asks.fulfilling, as_known=as_known)
    known = {
        one.pk: Known(
            one,
            begun[one.pk],
            told[one.person_id],
            hearings.get(one.person_id, []),
            lasting.get(one.person_id, []),
            spans.get(one.pk, ContactSpan()),
            circumstances.get(one.pk, []),
            applications.get(one.pk, []),
            arrangements.get(one.pk, []),
            settled.get(one.pk, []),
            losses.get(one.pk),
            told[one.person_id].whereabouts(on=on),
            (approaches or {}).get(one.municipality_id),
            on,
            leaves=leaves.get(one.person_id, []),
            casemanagers=casemanagers.get(one.pk, []),
            planned=planned[one.pk],
        )
        for one in chosen
    }
    return visited(known, as_known=as_known) if Anchor.DETAINED_AGAIN in asks.anchors else known


def _if_asked(chosen: Sequence[Trajectory], asks: Asks, as_known: date | None) -> tuple[Any, Any, Any]:
    """What only some rules are counted from: one query each, but four for what holds for a while; none unasked."""
    people = [one.person_id for one in chosen]
    return (
        lasting_of_many(people, as_known=as_known) if Anchor.CONDITION_END in asks.anchors else {},
        leaves_of_many(people, as_known=as_known) if Anchor.LEAVE_END in asks.anchors else {},
        casemanagers_of_many(chosen, as_known=as_known) if Anchor.MOVED in asks.anchors else {},
    )


def visited(known: Mapping[int, Known], *, as_known: date | None = None) -> dict[int, Known]:
    """The same with the first visit of who is inside again; one query, and none when nobody is."""
    since = {key: one.again_since for key, one in known.items()}
    first = first_visits({key: day for key, day in since.items() if day}, as_known=as_known)
    return {**known, **{key: replace(known[key], visited_on=day) for key, day in first.items()}}


def cases_of(trajectories: Iterable[Trajectory], *, on: date, **which: Any) -> dict[int, CaseFacts]:
    """By trajectory the facts of a day; `which` and the number of queries as of `known_of_many`."""
    return {pk: facts_of(known) for pk, known in known_of_many(trajectories, on=on, **which).items()}
