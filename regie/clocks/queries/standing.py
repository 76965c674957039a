"""The clocks of many trajectories in a fixed number of queries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from regie.approach.enums import Anchor
from regie.approach.queries import Approaches
from regie.approach.rules import Approach, PhaseRule
from regie.base.gathering import Asked, gather
from regie.clocks.queries.known import road_of
from regie.clocks.rules import DayOneClock, Load, Road, WorkFacts, day_one_clock, load, phase, reckon
from regie.contacts.models import ContactMoment
from regie.contacts.queries import (
    ContactSpan,
    Meeting,
    all_that_was_agreed,
    contact_spans,
    meetings_by_trajectory,
)
from regie.detention.models import Stay
from regie.detention.queries import by_person, day_one_of
from regie.trajectories.models import FirstDaysDone, Trajectory
from regie.trajectories.queries import settled_by_trajectory

PHASE_UNKNOWN = "Fase niet bekend"


@dataclass(frozen=True)
class Standing:
    """How a trajectory stands on a day; `phase` None is unknown, `overdue` that contact is late by the approach.

    `meetings` are what is agreed with him, where a list read it along.
    """

    phase: PhaseRule | None
    day_one: DayOneClock
    contact: ContactSpan
    overdue: bool
    meetings: Sequence[Meeting] = ()

    @property
    def phase_title(self) -> str:
        """The phase in words."""
        return self.phase.title if self.phase else PHASE_UNKNOWN


def standings(trajectories: Iterable[Trajectory], *, on: date) -> dict[int, Standing]:
    """Per trajectory how it stands; two queries, and one more for each municipality.

    The referral and the municipality must have been fetched along.
    """
    chosen = list(trajectories)
    told, spans = gather(_asked(chosen)), contact_spans(trajectory.pk for trajectory in chosen)
    stays, settled = by_person(told.of(Stay)), settled_by_trajectory(told)
    agreed = meetings_by_trajectory(told)
    places = {one.municipality for one in chosen}
    approaches = {place.pk: Approaches.of(place, until=on).on(on) for place in places}
    found = {}
    for one in chosen:
        contact = spans.get(one.pk, ContactSpan())
        known_stays = [stay.facts for stay in stays[one.person_id]]
        road = road_of(one.referral, one.started_on, contact, known_stays, settled.get(one.pk, []))
        stands = standing_of(road, contact, approaches[one.municipality_id], on=on)
        found[one.pk] = replace(stands, meetings=agreed.get(one.pk, ()))
    return found


def _asked(chosen: Sequence[Trajectory]) -> list[Asked]:
    stays = Asked(Stay, "person", [one.person_id for one in chosen], plain=True)
    keys = [one.pk for one in chosen]
    done = Asked(FirstDaysDone, "trajectory", keys, plain=True)
    return [stays, done, *all_that_was_agreed(keys, plain=True)]


def standing_of(road: Road, contact: ContactSpan, approach: Approach | None, *, on: date) -> Standing:
    """How he stands by what his reader has read already; no query."""
    facts = road.facts(on=on)
    clock = day_one_clock(road, on=on)
    if approach is None:
        return Standing(None, clock, contact, overdue=False)
    norms = (rule for rule in approach.deadlines if rule.anchor is Anchor.LAST_CONTACT)
    terms = reckon(norms, facts, on=on, phases=approach.phases).terms
    overdue = any(term.due and term.due < on for term in terms)
    return Standing(phase(approach.phases, facts, on=on), clock, contact, overdue)


def in_order_of_need(trajectories: QuerySet[Trajectory]) -> QuerySet[Trajectory]:
    """Who waits for a first contact first, the longest waiting on top; then by name."""
    reached = ContactMoment.objects.current().made().filter(trajectory=OuterRef("pk"))
    return trajectories.annotate(
        reached=Exists(reached),
        begins=Coalesce(
            day_one_of("person", "referral__happened_on"), "referral__detained_since", "referral__happened_on"
        ),
    ).order_by("reached", "begins", "person__family_name", "person__given_names", "pk")


def load_of(standing: Iterable[Standing]) -> Load:
    """The work that these young people ask; no query."""
    return load(WorkFacts(one.phase_title, one.contact.first is not None, one.overdue) for one in standing)
