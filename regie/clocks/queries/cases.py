"""The facts that terms rest on, of any number of young people in a fixed number of queries."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateutil.relativedelta import relativedelta

from regie.approach.enums import Anchor, Situation
from regie.clocks.queries.asked import asked
from regie.clocks.queries.searched import searched
from regie.clocks.queries.situation import kinds_for, situation, told_of_his_papers
from regie.clocks.rules import CaseFacts, Held, Road, Told
from regie.contacts.queries import ContactSpan, contact_spans
from regie.detention.enums import Arrival, Certainty, Regime, Title
from regie.detention.models import Hearing, Sentence
from regie.detention.models.lasting_fact import EndingFact, period_of
from regie.detention.queries import (
    History,
    Whereabouts,
    hearings_of_many,
    histories,
    lasting_of_many,
)
from regie.detention.rules import StayFacts
from regie.trajectories.models import Application, Circumstance, Referral, Trajectory
from regie.trajectories.queries import (
    Begun,
    Loss,
    applications_of_many,
    begun_of_many,
    circumstances_of_many,
    losses_of,
)

SERVED = frozenset({Title.PRISON, Title.YOUTH_DETENTION, Title.SUBSTITUTE, Title.ISD, Title.PIJ, Title.TBS})


@dataclass(frozen=True)
class Known:
    """All that was read of one young person for his terms; `place` is where he is held on `on`, if he is inside."""

    trajectory: Trajectory
    begun: Begun
    history: History
    hearings: Sequence[Hearing]
    lasting: Sequence[EndingFact]
    contact: ContactSpan
    circumstances: Sequence[Circumstance]
    applications: Sequence[Application]
    loss: Loss | None
    place: Whereabouts | None
    on: date

    @cached_property
    def road(self) -> Road:
        """His road, as far as it was told."""
        stays = [stay.facts for stay in self.history.stays]
        return road_of(self.begun.referral, self.trajectory.started_on, self.contact, stays)

    @cached_property
    def held(self) -> Held:
        """What his stays tell that day."""
        return self.road.held(on=self.on)

    @property
    def detention(self) -> str:
        """The name of that detention, which stays the same when its first day is told better."""
        came_in = self.held.came_in
        entries = [stay for stay in self.history.stays if stay.arrival == Arrival.ENTERED]
        first = next((stay for stay in entries if stay.entered_on == came_in), None)
        if first is None or came_in == self.road.day_one:
            return "detention:referred"
        return f"detention:{first.ref}"

    @property
    def sentence(self) -> Sentence | None:
        """The last ground that was told."""
        return next((one for one in self.history.sentences if one.happened_on <= self.on), None)


def cases_of(
    trajectories: Iterable[Trajectory],
    *,
    on: date,
    as_known: date | None = None,
    anchors: Collection[Anchor] = frozenset(Anchor),
    situations: Collection[Situation] = frozenset(Situation),
) -> dict[int, CaseFacts]:
    """By trajectory the facts of a day; twelve queries. With `as_known` as we held them true at its end; fourteen.

    Eight when nothing is counted from what holds for a while. The person and the referral must have been fetched along.
    """
    chosen = list(trajectories)
    people = [one.person_id for one in chosen]
    begun = begun_of_many(chosen, as_known=as_known)
    told = histories(people, as_known=as_known)
    hearings = hearings_of_many(people, as_known=as_known)
    lasting = lasting_of_many(people, as_known=as_known) if Anchor.CONDITION_END in anchors else {}
    spans = contact_spans((one.pk for one in chosen), as_known=as_known)
    kinds = kinds_for(anchors, situations)
    circumstances = circumstances_of_many(chosen, kinds=kinds, as_known=as_known)
    applications = applications_of_many(chosen, as_known=as_known)
    losses = losses_of(chosen, as_known=as_known)
    return {
        one.pk: facts_of(
            Known(
                one,
                begun[one.pk],
                told[one.person_id],
                hearings.get(one.person_id, []),
                lasting.get(one.person_id, []),
                spans.get(one.pk, ContactSpan()),
                circumstances.get(one.pk, []),
                applications.get(one.pk, []),
                losses.get(one.pk),
                told[one.person_id].whereabouts(on=on),
                on,
            )
        )
        for one in chosen
    }


def road_of(
    referral: Referral, accepted_on: date | None, contact: ContactSpan, stays: Sequence[StayFacts]
) -> Road:
    """The road of one young person; no query."""
    told = referral.happened_on, referral.detained_since
    return Road(*told, accepted_on, contact.first, contact.last, stays)


def facts_of(known: Known) -> CaseFacts:
    """What his terms rest on, of who was read already; no query."""
    sentence = known.sentence
    length = _length(sentence) if sentence else None
    return CaseFacts(_told(known), _situations(known), known.begun.born, length, _detained(known))


def _detained(known: Known) -> int | None:
    came_in, left_on = known.held.came_in, known.held.left_on
    return (left_on - came_in).days if came_in and left_on and came_in <= left_on else None


def _length(sentence: Sentence) -> relativedelta | None:
    told = {name: getattr(sentence, name) or 0 for name in ("years", "months", "days")}
    return relativedelta(**told) if any(told.values()) else None


def _told(known: Known) -> dict[Anchor, list[Told]]:
    days = known.road.days(known.held)
    ends_on = _sentence_end(known)
    single = {
        Anchor.REFERRED: ("referral", "Aangemeld"),
        Anchor.ACCEPTED: ("acceptance", "Aangenomen"),
        Anchor.DAY_ONE: (known.detention, "Binnengekomen"),
        Anchor.RELEASED: (f"release-of-{known.detention}", "Vrijgekomen"),
        Anchor.FIRST_CONTACT: ("first-contact", "Eerste contact"),
        Anchor.LAST_CONTACT: (f"contact:{known.contact.last}", "Laatste contact"),
    }
    found = {anchor: [Told(day, *single[anchor])] for anchor, day in days.items()}
    if known.trajectory.planned_end:
        found[Anchor.GUIDANCE_END] = [Told(known.trajectory.planned_end, "guidance", "Gepland einde")]
    if ends_on:
        found[Anchor.SENTENCE_END] = [Told(ends_on, known.detention, "Einde van de straf, zoals opgelegd")]
    found |= asked(known.applications, on=known.on)
    found |= searched(known.loss, last_contact=known.contact.last)
    found[Anchor.RELEASE] = list(_release(known))
    found[Anchor.HEARING] = list(_hearings(known))
    found[Anchor.CONDITION_END] = list(_ends(known))
    for anchor, told in told_of_his_papers(known.circumstances, on=known.on):
        found[anchor] = [told]
    return {anchor: facts for anchor, facts in found.items() if facts}


def _sentence_end(known: Known) -> date | None:
    """When a prison sentence ends that he sits out from day one; what he sat before it counts."""
    length = _length(known.sentence) if known.sentence else None
    came_in, inside = known.held.came_in, known.held.inside
    return came_in + length if length and inside and came_in else None


def _release(known: Known) -> Iterator[Told]:
    """Of who is inside: when he is expected out. In pre-trial detention, and when somebody said so, any day."""
    if known.place is None:
        return
    release, occurrence = known.place.release, known.detention
    if release and release.expected_on:
        yield Told(release.expected_on, occurrence, f"Vrijlating ({release.certainty.label})")
    elif known.place.title is Title.PRETRIAL or (release and release.certainty is Certainty.ANY_DAY):
        yield Told(None, occurrence, "Hij kan elke dag vrijkomen", earliest=known.on)


def _hearings(known: Known) -> Iterator[Told]:
    for hearing in known.hearings:
        day = hearing.postponed_to or hearing.happened_on
        if day >= known.on:
            yield Told(day, f"hearing:{hearing.ref}", "Zitting")


def _ends(known: Known) -> Iterator[Told]:
    for fact in known.lasting:
        until = period_of(fact).until
        if until and not fact.over(on=known.on):
            yield Told(until, f"condition:{fact.ref}", "Voorwaarde of notitie")


def _situations(known: Known) -> dict[Situation, bool | None]:
    inside = known.held.inside
    title = known.sentence.title if known.sentence else None
    regime = known.place.regime if known.place else Regime.UNKNOWN
    return {
        Situation.INSIDE: inside,
        Situation.FREE: known.held.free,
        Situation.PRETRIAL: _held_as(inside, None if title is None else title == Title.PRETRIAL),
        Situation.SENTENCED: _held_as(inside, None if title is None else title in SERVED),
        Situation.IMPRISONED: _held_as(inside, None if title is None else title == Title.PRISON),
        Situation.ADULT_REGIME: None if regime is Regime.UNKNOWN else regime is Regime.ADULT,
        Situation.YOUTH_REGIME: None if regime is Regime.UNKNOWN else regime is not Regime.ADULT,
        **situation(known.circumstances, came_in=known.held.came_in, on=known.on),
    }


def _held_as(inside: bool | None, so: bool | None) -> bool | None:
    return False if inside is False else so
