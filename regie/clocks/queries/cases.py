"""The facts that terms rest on, of any number of young people in a fixed number of queries."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from regie.approach.enums import Anchor, Situation
from regie.clocks.queries.situation import id_expires, situation
from regie.clocks.rules import CaseFacts, Told
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
from regie.detention.rules import day_one, ends
from regie.trajectories.models import Circumstance, Trajectory
from regie.trajectories.queries import Begun, begun_of_many, circumstances_of_many

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
    place: Whereabouts | None
    on: date

    @property
    def came_in(self) -> date | None:
        """Day one of the detention he is in, or was in last; of who was never told inside what his referral told."""
        told = self.history.day_one(referred_on=self.on)
        return told or self.begun.referral.detained_since

    @property
    def detention(self) -> str:
        """The name of that detention, which stays the same when its first day is told better."""
        facts = [stay.facts for stay in self.history.stays]
        referred = day_one(facts, referred_on=self.begun.referral.happened_on)
        entries = [stay for stay in self.history.stays if stay.arrival == Arrival.ENTERED]
        first = next((stay for stay in entries if stay.entered_on == self.came_in), None)
        if first is None or self.came_in == referred:
            return "detention:referred"
        return f"detention:{first.ref}"

    @property
    def left_on(self) -> date | None:
        """The day he came out the last time, of who is free."""
        stays = self.history.stays
        last = max((day for day in ends([stay.facts for stay in stays]) if day), default=None)
        return last if stays and self.place is None else None

    @property
    def sentence(self) -> Sentence | None:
        """The last ground that was told."""
        return next((one for one in self.history.sentences if one.happened_on <= self.on), None)


def cases_of(
    trajectories: Iterable[Trajectory], *, on: date, as_known: date | None = None
) -> dict[int, CaseFacts]:
    """By trajectory the facts of a day; ten queries. With `as_known` as we held them true at its end; twelve.

    The person and the referral must have been fetched along.
    """
    chosen = list(trajectories)
    people = [one.person_id for one in chosen]
    begun = begun_of_many(chosen, as_known=as_known)
    told = histories(people, as_known=as_known)
    hearings = hearings_of_many(people, as_known=as_known)
    lasting = lasting_of_many(people, as_known=as_known)
    spans = contact_spans((one.pk for one in chosen), as_known=as_known)
    circumstances = circumstances_of_many(chosen, as_known=as_known)
    return {
        one.pk: facts_of(
            Known(
                one,
                begun[one.pk],
                told[one.person_id],
                hearings.get(one.person_id, []),
                lasting[one.person_id],
                spans.get(one.pk, ContactSpan()),
                circumstances.get(one.pk, []),
                told[one.person_id].whereabouts(on=on),
                on,
            )
        )
        for one in chosen
    }


def facts_of(known: Known) -> CaseFacts:
    """What his terms rest on, of who was read already; no query."""
    sentence = known.sentence
    length = _length(sentence) if sentence else None
    return CaseFacts(_told(known), _situations(known), known.begun.born, length, _detained(known))


def _detained(known: Known) -> int | None:
    came_in, left_on = known.came_in, known.left_on
    return (left_on - came_in).days if came_in and left_on and came_in <= left_on else None


def _length(sentence: Sentence) -> relativedelta | None:
    told = {name: getattr(sentence, name) or 0 for name in ("years", "months", "days")}
    return relativedelta(**told) if any(told.values()) else None


def _told(known: Known) -> dict[Anchor, list[Told]]:
    trajectory, contact = known.trajectory, known.contact
    referred_on = known.begun.referral.happened_on
    single = {
        Anchor.REFERRED: (referred_on, "referral", "Aangemeld"),
        Anchor.ACCEPTED: (trajectory.started_on, "acceptance", "Aangenomen"),
        Anchor.DAY_ONE: (known.came_in, known.detention, "Binnengekomen"),
        Anchor.RELEASED: (known.left_on, f"release-of-{known.detention}", "Vrijgekomen"),
        Anchor.FIRST_CONTACT: (contact.first, "first-contact", "Eerste contact"),
        Anchor.LAST_CONTACT: (contact.last, f"contact:{contact.last}", "Laatste contact"),
        Anchor.GUIDANCE_END: (trajectory.planned_end, "guidance", "Gepland einde"),
    }
    found = {anchor: [Told(*one)] for anchor, one in single.items() if one[0] is not None}
    found[Anchor.RELEASE] = list(_release(known))
    found[Anchor.HEARING] = list(_hearings(known))
    found[Anchor.CONDITION_END] = list(_ends(known))
    found[Anchor.ID_EXPIRES] = list(id_expires(known.circumstances, on=known.on))
    return {anchor: told for anchor, told in found.items() if told}


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
    inside = _inside(known)
    title = known.sentence.title if known.sentence else None
    regime = known.place.regime if known.place else Regime.UNKNOWN
    return {
        Situation.INSIDE: inside,
        Situation.FREE: None if inside is None else not inside,
        Situation.PRETRIAL: _held_as(inside, None if title is None else title == Title.PRETRIAL),
        Situation.SENTENCED: _held_as(inside, None if title is None else title in SERVED),
        Situation.ADULT_REGIME: None if regime is Regime.UNKNOWN else regime is Regime.ADULT,
        Situation.YOUTH_REGIME: None if regime is Regime.UNKNOWN else regime is not Regime.ADULT,
        **situation(known.circumstances, came_in=known.came_in, on=known.on),
    }


def _inside(known: Known) -> bool | None:
    """Whether he is inside; as long as no stay was told nobody knows, also when his referral said so."""
    return known.place is not None if known.history.stays else None


def _held_as(inside: bool | None, so: bool | None) -> bool | None:
    return False if inside is False else so
