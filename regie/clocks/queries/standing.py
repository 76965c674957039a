"""The clocks of many trajectories in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from regie.approach.enums import Anchor
from regie.approach.queries import Approaches
from regie.approach.rules import Approach, PhaseRule
from regie.clocks.queries.known import road_of
from regie.clocks.rules import DayOneClock, Load, Road, WorkFacts, day_one_clock, load, phase, reckon
from regie.contacts.models import ContactMoment
from regie.contacts.queries import ContactSpan, contact_spans
from regie.detention.queries import day_one_of, stays_of
from regie.trajectories.models import Trajectory
from regie.trajectories.queries import settled_of_many

PHASE_UNKNOWN = "Fase niet bekend"


@dataclass(frozen=True)
class Standing:
    """How a trajectory stands on a day; `phase` None is unknown, `overdue` that contact is late by the approach."""

    phase: PhaseRule | None
    day_one: DayOneClock
    contact: ContactSpan
    overdue: bool

    @property
    def phase_title(self) -> str:
        """The phase in words."""
        return self.phase.title if self.phase else PHASE_UNKNOWN


def standings(trajectories: Iterable[Trajectory], *, on: date) -> dict[int, Standing]:
    """Per trajectory how it stands; three queries, and one more for each municipality.

    The referral and the municipality must have been fetched along.
    """
    chosen = list(trajectories)
    stays = stays_of(trajectory.person_id for trajectory in chosen)
    spans = contact_spans(trajectory.pk for trajectory in chosen)
    out = (one for one in chosen if any(stay.left_on for stay in stays[one.person_id]))
    settled = settled_of_many(out)
    places = {one.municipality for one in chosen}
    approaches = {place.pk: Approaches.of(place, until=on).on(on) for place in places}
    found = {}
    for one in chosen:
        contact = spans.get(one.pk, ContactSpan())
        told = stays[one.person_id], settled.get(one.pk, [])
        road = road_of(one.referral, one.started_on, contact, *told)
        found[one.pk] = standing_of(road, contact, approaches[one.municipality_id], on=on)
    return found


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
