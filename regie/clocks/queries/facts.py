"""What the terms of one young person rest on, by all that was read of him; no query."""

from collections.abc import Iterator, Sequence
from datetime import date

from regie.approach.enums import Anchor, Situation
from regie.clocks.queries.agreed import agreed
from regie.clocks.queries.arranging import arranging
from regie.clocks.queries.asked import asked
from regie.clocks.queries.barred import barred
from regie.clocks.queries.in_hand import in_hand
from regie.clocks.queries.known import Known
from regie.clocks.queries.measured import measured
from regie.clocks.queries.not_there import not_there
from regie.clocks.queries.promised import promised
from regie.clocks.queries.requested import requested
from regie.clocks.queries.rising import rising
from regie.clocks.queries.searched import searched
from regie.clocks.queries.situation import situation, told_of_his_papers
from regie.clocks.queries.stepping import stepping
from regie.clocks.queries.threatened import threatened
from regie.clocks.rules import CaseFacts, Told
from regie.detention.enums import Arrival, Certainty, LeaveState, Regime, Title
from regie.detention.models.lasting_fact import period_of

SERVED = frozenset({Title.PRISON, Title.YOUTH_DETENTION, Title.SUBSTITUTE, Title.ISD, Title.PIJ, Title.TBS})


def facts_of(known: Known) -> CaseFacts:
    """What his terms rest on, of who was read already; no query."""
    return CaseFacts(_told(known), _situations(known), known.begun.born, known.length, _detained(known))


def _detained(known: Known) -> int | None:
    came_in, left_on = known.held.came_in, known.held.left_on
    return (left_on - came_in).days if came_in and left_on and came_in <= left_on else None


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
    found[Anchor.NO_SHOW] = list(not_there(known.meetings, last_contact=known.contact.last))
    for anchor, told in told_of_his_papers(known.holds):
        found[anchor] = [told]
    # What the plan tells of his authorisations goes before the one that his situation told (ADR 38).
    found |= _of_his_plan(known, found[Anchor.RELEASE])
    asking = (*requested(known.requests, on=known.on), *barred(known.barriers), *rising(known))
    for anchor, fact in (*_promised(known), *asking):
        found.setdefault(anchor, []).append(fact)
    return {anchor: facts for anchor, facts in found.items() if facts}


def _promised(known: Known) -> Iterator[tuple[Anchor, Told]]:
    """Of who is free; who is inside again has no day on which he came out, and first days again when he does."""
    free_since = known.held.left_on
    if free_since:
        yield from promised(known.promised, free_since=free_since, last_contact=known.contact.last)


def _of_his_plan(known: Known, release: Sequence[Told]) -> dict[Anchor, list[Told]]:
    plan, found = known.planned, dict[Anchor, list[Told]]()
    for anchor, fact in stepping(plan.steps, known.held, release[0] if release else None):
        found.setdefault(anchor, []).append(fact)
    accepted_on = known.trajectory.started_on
    for anchor, fact in measured(plan.measured, known.approach, held=known.held, accepted_on=accepted_on):
        found[anchor] = [fact]
    threats = {Anchor.DEBT_THREAT: list(threatened(plan.debts))}
    return found | agreed(plan.agreement) | threats | in_hand(plan.in_hand, on=known.on)


def _once(known: Known) -> Iterator[tuple[Anchor, Told]]:
    """What can be on his road once, of the detention he is in or was in last."""
    detention = known.detention
    days: dict[Anchor, date | None] = {
        Anchor.LAST_CONTACT: None,
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
        Anchor.LAST_CONTACT: _last_seen(known, days[Anchor.LAST_CONTACT]),
        Anchor.GUIDANCE_END: ("guidance", "Gepland einde"),
        Anchor.SENTENCE_END: (detention, "Einde van de straf, zoals opgelegd"),
        Anchor.DETAINED_AGAIN: (detention, "Opnieuw vast"),
        Anchor.VISITED_AGAIN: (f"visit-of-{detention}", "Eerste bezoek"),
    }
    for anchor, on in days.items():
        if on:
            yield anchor, Told(on, *told[anchor])


def _last_seen(known: Known, day: date | None) -> tuple[str, str]:
    """What contact is counted from: the last one, or that he came out since."""
    return f"contact:{day}", "Laatste contact" if day == known.contact.last else "Vrijgekomen"


def _sentence_end(known: Known) -> date | None:
    """When a prison sentence ends that he sits out from day one; what he sat before it counts."""
    came_in, inside = known.held.came_in, known.held.inside
    return came_in + known.length if known.length and inside and came_in else None


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
        **situation(known.circumstances, known.holds, came_in=known.held.came_in, on=known.on),
    }


def _held_as(inside: bool | None, so: bool | None) -> bool | None:
    return False if inside is False else so
