"""The clocks of many trajectories in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from regie.clocks.enums import Phase
from regie.clocks.rules import DayOneClock, DayOneFacts, Load, WorkFacts, day_one_clock, load, phase
from regie.contacts.models import ContactMoment
from regie.contacts.queries import ContactSpan, contact_spans
from regie.detention.queries import day_one_of, days_one
from regie.trajectories.models import Referral, Trajectory


@dataclass(frozen=True)
class Standing:
    """How a trajectory stands on a day."""

    phase: Phase
    day_one: DayOneClock
    contact: ContactSpan


def standings(trajectories: Iterable[Trajectory], *, on: date) -> dict[int, Standing]:
    """Per trajectory how it stands; two queries. The referral must have been fetched along."""
    chosen = list(trajectories)
    first_days = days_one({one.person_id: one.referral.happened_on for one in chosen})
    spans = contact_spans(trajectory.pk for trajectory in chosen)
    return {
        one.pk: standing_of(
            one.referral,
            accepted_on=one.started_on,
            day_one=first_days[one.person_id],
            contact=spans.get(one.pk, ContactSpan()),
            on=on,
        )
        for one in chosen
    }


def standing_of(
    referral: Referral, *, accepted_on: date | None, day_one: date | None, contact: ContactSpan, on: date
) -> Standing:
    """How he stands by what his reader has read already; `day_one` follows from his stays; no query."""
    facts = DayOneFacts(
        referred_on=referral.happened_on,
        detained_since=day_one or referral.detained_since,
        accepted_on=accepted_on,
        first_contact_on=contact.first,
    )
    return Standing(phase(facts), day_one_clock(facts, on=on), contact)


def in_order_of_need(trajectories: QuerySet[Trajectory]) -> QuerySet[Trajectory]:
    """Who waits for a first contact first, the longest waiting on top; then by name."""
    reached = ContactMoment.objects.current().made().filter(trajectory=OuterRef("pk"))
    return trajectories.annotate(
        reached=Exists(reached),
        begins=Coalesce(
            day_one_of("person", "referral__happened_on"), "referral__detained_since", "referral__happened_on"
        ),
    ).order_by("reached", "begins", "person__family_name", "person__given_names", "pk")


def load_of(standing: Iterable[Standing], *, on: date) -> Load:
    """The work that these young people ask on a day; no query."""
    return load((WorkFacts(one.phase, one.contact.first, one.contact.last) for one in standing), on=on)
