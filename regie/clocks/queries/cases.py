"""The facts that terms rest on, of any number of young people in a fixed number of queries."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from regie.approach.enums import Anchor, Situation
from regie.approach.rules import Approach
from regie.barriers.models import Barrier
from regie.barriers.queries import all_that_blocks, barriers_by_trajectory
from regie.base.facts import standing_by
from regie.base.gathering import Asked, Gathered, gather
from regie.clocks.queries.barred import BARRED
from regie.clocks.queries.facts import facts_of
from regie.clocks.queries.known import Known
from regie.clocks.queries.planned import all_of_his_plan, planned_by_trajectory
from regie.clocks.queries.requested import REQUESTED
from regie.clocks.queries.rising import RISING, with_who_left
from regie.clocks.queries.situation import kinds_for
from regie.clocks.rules import CaseFacts
from regie.contacts.models import Appointment
from regie.contacts.queries import (
    ContactSpan,
    all_that_was_agreed,
    contact_spans,
    first_visits,
    meetings_by_trajectory,
)
from regie.detention.models import Hearing, Leave
from regie.detention.queries import LASTING, all_of_detention, by_person, histories, lasting_by_person
from regie.escalations.models import Escalation
from regie.escalations.queries import all_that_rose, escalations_by_trajectory
from regie.requests.models import PartnerRequest
from regie.requests.queries import all_that_was_asked_of_partners, requests_by_trajectory
from regie.trajectories.enums import CircumstanceKind
from regie.trajectories.models import Application, Arrangement, Casemanager, Circumstance, Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact
from regie.trajectories.queries import (
    NOTHING_PROMISED,
    begun_of_many,
    losses_of,
    promised_by_trajectory,
    settled_by_trajectory,
    what_calls_on_the_road,
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
    """By trajectory all that terms of a day rest on; two queries. As we held it true at its end; two more.

    One more when somebody is inside again, and one when a colleague is asked something. The person and the referral
    must have been fetched along.
    """
    chosen = list(trajectories)
    people, keys = [one.person_id for one in chosen], [one.pk for one in chosen]
    begun, told = begun_of_many(chosen, as_known=as_known), gather(_asked(people, keys, asks))
    history, spans = histories(people, told, as_known=as_known), contact_spans(keys, as_known=as_known)
    around, road = _around(told, as_known), _on_the_road(told, as_known)
    settled = settled_by_trajectory(told, as_known=as_known)
    losses = losses_of(chosen, as_known=as_known, told=told)
    promised = promised_by_trajectory(told, as_known=as_known)
    planned = planned_by_trajectory(told, keys, as_known=as_known)
    rose = escalations_by_trajectory(told, as_known=as_known) if Escalation in told else {}
    known = {
        one.pk: Known(
            one,
            begun[one.pk],
            history[one.person_id],
            contact=spans.get(one.pk, ContactSpan()),
            settled=settled.get(one.pk, ()),
            loss=losses.get(one.pk),
            place=history[one.person_id].whereabouts(on=on),
            approach=(approaches or {}).get(one.municipality_id),
            on=on,
            planned=planned[one.pk],
            promised=promised.get(one.pk, NOTHING_PROMISED),
            **{name: kind.get(one.person_id, ()) for name, kind in around.items()},
            **{name: kind.get(one.pk, ()) for name, kind in road.items()},
            rose=rose.get(one.pk, {}),
        )
        for one in chosen
    }
    known = with_who_left(known, on=on)
    return visited(known, as_known=as_known) if Anchor.DETAINED_AGAIN in asks.anchors else known


def _asked(people: Sequence[int], keys: Sequence[int], asks: Asks) -> list[Asked]:
    """What only some rules are counted from is not asked when these are not."""
    counted = {Anchor.CONDITION_END: LASTING, Anchor.LEAVE_END: (Leave,)}
    but = {kind for anchor, kinds in counted.items() if anchor not in asks.anchors for kind in kinds}
    moved = Anchor.MOVED in asks.anchors
    return [
        *all_of_detention(people, but=but, plain=True),
        *what_calls_on_the_road(keys, situation=asks.kinds, moved=moved),
        *all_of_his_plan(keys, anchors=asks.anchors, fulfilling=asks.fulfilling, plain=True),
        *(all_that_was_agreed(keys, plain=True) if Anchor.NO_SHOW in asks.anchors else ()),
        *(all_that_was_asked_of_partners(keys, plain=True) if REQUESTED & set(asks.anchors) else ()),
        *(all_that_blocks(keys, plain=True) if (BARRED | RISING) & set(asks.anchors) else ()),
        *(all_that_rose(keys, plain=True) if RISING & set(asks.anchors) else ()),
    ]


def _around(told: Gathered, as_known: date | None) -> dict[str, Mapping[int, Any]]:
    """By its name in `Known` what is around each person."""
    return {
        "hearings": by_person(told.of(Hearing), as_known=as_known),
        "lasting": lasting_by_person(told, as_known=as_known) if LASTING[0] in told else {},
        "leaves": by_person(told.of(Leave), as_known=as_known) if Leave in told else {},
    }


def _on_the_road(told: Gathered, as_known: date | None) -> dict[str, Mapping[int, Any]]:
    """By its name in `Known` what was told on each road, in any order."""
    kinds: dict[str, type[TrajectoryFact]] = {
        "circumstances": Circumstance,
        "applications": Application,
        "arrangements": Arrangement,
        "casemanagers": Casemanager,
    }
    found: dict[str, Mapping[int, Any]] = {
        name: standing_by("trajectory_id", told.of(kind), as_known=as_known) if kind in told else {}
        for name, kind in kinds.items()
    }
    agreed = meetings_by_trajectory(told, as_known=as_known) if Appointment in told else {}
    asked = requests_by_trajectory(told, as_known=as_known) if PartnerRequest in told else {}
    blocked = barriers_by_trajectory(told, as_known=as_known) if Barrier in told else {}
    return found | {"meetings": agreed, "requests": asked, "barriers": blocked}


def visited(known: Mapping[int, Known], *, as_known: date | None = None) -> dict[int, Known]:
    """The same with the first visit of who is inside again; one query, and none when nobody is."""
    since = {key: one.again_since for key, one in known.items()}
    first = first_visits({key: day for key, day in since.items() if day}, as_known=as_known)
    return {**known, **{key: replace(known[key], visited_on=day) for key, day in first.items()}}


def cases_of(trajectories: Iterable[Trajectory], *, on: date, **which: Any) -> dict[int, CaseFacts]:
    """By trajectory the facts of a day; `which` and the number of queries as of `known_of_many`."""
    return {pk: facts_of(known) for pk, known in known_of_many(trajectories, on=on, **which).items()}
