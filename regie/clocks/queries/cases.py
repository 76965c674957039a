"""The facts that terms rest on, of any number of young people in a fixed number of queries."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from dateutil.relativedelta import relativedelta

from regie.approach.enums import Anchor, Situation
from regie.approach.rules import Approach
from regie.clocks.queries.arranging import arranging
from regie.clocks.queries.asked import asked
from regie.clocks.queries.searched import searched
from regie.clocks.queries.situation import kinds_for, situation, told_of_his_papers
from regie.clocks.rules import CaseFacts, Held, Road, Told
from regie.contacts.queries import ContactSpan, contact_spans, first_visits
from regie.detention.enums import Arrival, Certainty, LeaveState, Regime, Title
from regie.detention.models import Hearing, Leave, Sentence
from regie.detention.models.lasting_fact import EndingFact, period_of
from regie.detention.queries import (
    History,
    Whereabouts,
    hearings_of_many,
    histories,
    lasting_of_many,
    leaves_of_many,
)
from regie.detention.rules import StayFacts
from regie.trajectories.models import (
    Application,
    Arrangement,
    Casemanager,
    Circumstance,
    Referral,
    Trajectory,
)
from regie.trajectories.models.arrangement import told_since
from regie.trajectories.queries import (
    Begun,
    Loss,
    applications_of_many,
    arrangements_of_many,
    begun_of_many,
    casemanagers_of_many,
    circumstances_of_many,
    losses_of,
    settled_of_many,
)

SERVED = frozenset({Title.PRISON, Title.YOUTH_DETENTION, Title.SUBSTITUTE, Title.ISD, Title.PIJ, Title.TBS})


@dataclass(frozen=True)
class Known:
    """All that was read of one young person for his terms; `place` is where he is held on `on`, if he is inside.

    `arrangements` are all that were told, for whichever detention; what is on a list is said by the `approach`.
    `visited_on` is the first visit since he is inside again.
    """

    trajectory: Trajectory
    begun: Begun
    history: History
    hearings: Sequence[Hearing]
    lasting: Sequence[EndingFact]
    contact: ContactSpan
    circumstances: Sequence[Circumstance]
    applications: Sequence[Application]
    arrangements: Sequence[Arrangement]
    settled: Sequence[date]
    loss: Loss | None
    place: Whereabouts | None
    approach: Approach | None
    on: date
    visited_on: date | None = None
    leaves: Sequence[Leave] = ()
    casemanagers: Sequence[Casemanager] = ()

    @cached_property
    def road(self) -> Road:
        """His road, as far as it was told."""
        stays = [stay.facts for stay in reversed(self.history.stays)]
        return road_of(self.begun.referral, self.trajectory.started_on, self.contact, stays, self.settled)

    @cached_property
    def held(self) -> Held:
        """What his stays tell that day."""
        return self.road.held(on=self.on)

    @cached_property
    def arranged(self) -> Sequence[Arrangement]:
        """What was told of what to arrange since he came in, oldest first."""
        return told_since(self.arrangements, self.held.came_in)

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
    def again_since(self) -> date | None:
        """Since when he is inside again; None when he is not, or for the first time as far as we know."""
        return self.road.again_since(on=self.on)

    @property
    def sentence(self) -> Sentence | None:
        """The ground on which he is held, or was held last."""
        return self.history.ground(on=self.on)


@dataclass(frozen=True)
class Asks:
    """What terms are counted from and ask for: of nothing else is read what was told."""

    anchors: Collection[Anchor] = frozenset(Anchor)
    situations: Collection[Situation] = frozenset(Situation)


def known_of_many(
    trajectories: Iterable[Trajectory],
    *,
    on: date,
    as_known: date | None = None,
    asks: Asks = Asks(),
    approaches: Mapping[int, Approach] | None = None,
) -> dict[int, Known]:
    """By trajectory all that terms of a day rest on; sixteen queries. As we held it true at its end; eighteen.

    One more when somebody is inside again, one less when nobody came out; ten when nothing is counted from what holds
    for a while. The person and the referral must have been fetched along.
    """
    chosen = list(trajectories)
    people = [one.person_id for one in chosen]
    begun = begun_of_many(chosen, as_known=as_known)
    told = histories(people, as_known=as_known)
    hearings = hearings_of_many(people, as_known=as_known)
    lasting = lasting_of_many(people, as_known=as_known) if Anchor.CONDITION_END in asks.anchors else {}
    spans = contact_spans((one.pk for one in chosen), as_known=as_known)
    leaves = leaves_of_many(people, as_known=as_known) if Anchor.LEAVE_END in asks.anchors else {}
    casemanagers = casemanagers_of_many(chosen, as_known=as_known) if Anchor.MOVED in asks.anchors else {}
    kinds = kinds_for(asks.anchors, asks.situations)
    circumstances = circumstances_of_many(chosen, kinds=kinds, as_known=as_known)
    applications = applications_of_many(chosen, as_known=as_known)
    arrangements = arrangements_of_many(chosen, as_known=as_known)
    out = (one for one in chosen if any(stay.left_on for stay in told[one.person_id].stays))
    settled = settled_of_many(out, as_known=as_known)
    losses = losses_of(chosen, as_known=as_known)
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
        )
        for one in chosen
    }
    return visited(known, as_known=as_known) if Anchor.DETAINED_AGAIN in asks.anchors else known


def visited(known: Mapping[int, Known], *, as_known: date | None = None) -> dict[int, Known]:
    """The same with the first visit of who is inside again; one query, and none when nobody is."""
    since = {key: one.again_since for key, one in known.items()}
    first = first_visits({key: day for key, day in since.items() if day}, as_known=as_known)
    return {**known, **{key: replace(known[key], visited_on=day) for key, day in first.items()}}


def cases_of(trajectories: Iterable[Trajectory], *, on: date, **which: Any) -> dict[int, CaseFacts]:
    """By trajectory the facts of a day; `which` and the number of queries as of `known_of_many`."""
    return {pk: facts_of(known) for pk, known in known_of_many(trajectories, on=on, **which).items()}


def road_of(
    referral: Referral,
    accepted_on: date | None,
    contact: ContactSpan,
    stays: Sequence[StayFacts],
    settled: Sequence[date],
) -> Road:
    """The road of one young person; no query."""
    told = referral.happened_on, referral.detained_since
    return Road(*told, accepted_on, contact.first, contact.last, stays, settled)


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
    found = {anchor: [fact] for anchor, fact in _once(known)}
    found |= asked(known.applications, on=known.on)
    found |= searched(known.loss, last_contact=known.contact.last)
    for anchor, fact in arranging(known.arranged, known.approach, detention=known.detention, on=known.on):
        found.setdefault(anchor, []).append(fact)
    found[Anchor.RELEASE] = list(release_told(known))
    found[Anchor.HEARING] = list(_hearings(known))
    found[Anchor.MOVED] = list(_moves(known))
    found[Anchor.LEAVE_END] = list(_leaves(known))
    found[Anchor.CONDITION_END] = list(_ends(known))
    for anchor, told in told_of_his_papers(known.circumstances, on=known.on):
        found[anchor] = [told]
    return {anchor: facts for anchor, facts in found.items() if facts}


def _once(known: Known) -> Iterator[tuple[Anchor, Told]]:
    """What can be on his road once, of the detention he is in or was in last."""
    detention = known.detention
    days = {
        **known.road.days(known.held),
        Anchor.GUIDANCE_END: known.trajectory.planned_end,
        Anchor.SENTENCE_END: _sentence_end(known),
        Anchor.DETAINED_AGAIN: known.again_since,
        Anchor.VISITED_AGAIN: known.visited_on,
    }
    told = {
        Anchor.REFERRED: ("referral", "Aangemeld"),
        Anchor.ACCEPTED: ("acceptance", "Aangenomen"),
        Anchor.DAY_ONE: (detention, "Binnengekomen"),
        Anchor.RELEASED: (f"release-of-{detention}", "Vrijgekomen"),
        Anchor.SETTLED: (f"settled-of-{detention}", "Eerste dagen afgerond"),
        Anchor.FIRST_CONTACT: ("first-contact", "Eerste contact"),
        Anchor.LAST_CONTACT: (f"contact:{known.contact.last}", "Laatste contact"),
        Anchor.GUIDANCE_END: ("guidance", "Gepland einde"),
        Anchor.SENTENCE_END: (detention, "Einde van de straf, zoals opgelegd"),
        Anchor.DETAINED_AGAIN: (detention, "Opnieuw vast"),
        Anchor.VISITED_AGAIN: (f"visit-of-{detention}", "Eerste bezoek"),
    }
    for anchor, on in days.items():
        if on:
            yield anchor, Told(on, *told[anchor])


def _sentence_end(known: Known) -> date | None:
    """When a prison sentence ends that he sits out from day one; what he sat before it counts."""
    length = _length(known.sentence) if known.sentence else None
    came_in, inside = known.held.came_in, known.held.inside
    return came_in + length if length and inside and came_in else None


def release_told(known: Known) -> Iterator[Told]:
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


def _moves(known: Known) -> Iterator[Told]:
    """That he was moved to where he is now: until somebody knows who his contact there is."""
    stay = known.history.stay(on=known.on)
    if stay is None or stay.arrival != Arrival.MOVED or stay.entered_on is None:
        return
    days = [one.happened_on for one in known.casemanagers if one.is_known]
    known_on = min((day for day in days if day >= stay.entered_on), default=None)
    yield Told(stay.entered_on, f"stay:{stay.ref}", "Overgeplaatst", done_on=known_on)


def _leaves(known: Known) -> Iterator[Told]:
    """Of leave that was granted and whose days are known."""
    for leave in known.leaves:
        last = leave.account.last
        if leave.state == LeaveState.GRANTED and last:
            yield Told(last, f"leave:{leave.ref}", "Verlof tot en met", done_on=leave.heard_on)


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
