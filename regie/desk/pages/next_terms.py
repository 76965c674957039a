"""What his terms ask in the weeks that come, loud and quiet, on his own page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.urls import reverse

from regie.approach.enums import Tone
from regie.clocks.enums import State
from regie.clocks.queries import Known, facts_of, handled_of
from regie.clocks.rules import CaseFacts, Term, reckon, state
from regie.desk.pages.record import Record
from regie.desk.pages.term_words import when
from regie.trajectories.queries import Begun
from regie.ui.parts import Item

MOST = 6
AHEAD = timedelta(days=28)
OPEN = (State.NOW, State.THIS_WEEK, State.COMING)
CALM = "De komende vier weken is er geen termijn."


@dataclass(frozen=True)
class TermsCard:
    """The first of them, how many more there are in words, and where all his terms stand."""

    items: tuple[Item, ...]
    more: str
    url: str


def terms_card(record: Record, *, mine: bool) -> TermsCard | None:
    """His open terms of four weeks, none of another's; one query.

    None of a day in the past, without an approach, or when it is closed.

    Whose young person he is says from here what he did; a coordinator does so where all terms stand.
    """
    if record.as_known is not None or record.approach is None or record.closed_on:
        return None
    found = list(_open(record))
    ref = record.trajectory.person.ref
    shown = (
        Item(term.rule.title, when(term, on=record.on), url=_handled_at(term, ref) if mine else "")
        for term in found[:MOST]
    )
    return TermsCard(tuple(shown), _more(len(found)), reverse("desk:terms", args=[ref]))


def _handled_at(term: Term, ref: UUID) -> str:
    return reverse("desk:handle_term", args=[ref, *term.key])


def _open(record: Record) -> Iterator[Term]:
    approach, on = record.approach, record.on
    assert approach is not None
    handled = handled_of([record.trajectory.pk]).get(record.trajectory.pk, {})
    rules = (rule for rule in approach.deadlines if rule.tone is not Tone.EXPECTED or rule.opens)
    for term in reckon(rules, _facts(record), on=on, phases=approach.phases).terms:
        was = handled.get(term.key)
        is_open = state(term, was.handled if was else None, on=on) in OPEN
        if is_open and term.rule.tone is not Tone.EXPECTED and term.acts_by and term.acts_by <= on + AHEAD:
            yield term


def _facts(record: Record) -> CaseFacts:
    begun = Begun(record.referral, record.identity.birth_date)
    return facts_of(
        Known(
            record.trajectory,
            begun,
            record.history,
            record.hearings,
            record.conditions.lasting,
            record.contact,
            record.circumstances,
            record.applications,
            record.loss,
            record.place,
            record.on,
        )
    )


def _more(number: int) -> str:
    if number == 0:
        return CALM
    left = number - MOST
    return "" if left < 1 else "En nog 1 andere." if left == 1 else f"En nog {left} andere."
