"""What his terms ask in the weeks that come, loud and quiet, on his own page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse

from regie.approach.enums import Tone
from regie.clocks.enums import State
from regie.clocks.queries import facts_of, handled_of
from regie.clocks.rules import Term, reckon, state
from regie.desk.pages.record import Record
from regie.desk.pages.term_words import way, when
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
    """His open terms of four weeks, none of another's; no query, one when he is inside again.

    None of a day in the past, without an approach, or when it is closed.

    Whose young person he is says from here what he did; a coordinator does so where all terms stand.
    """
    if record.as_known is not None or record.approach is None or record.closed_on:
        return None
    found = list(open_terms(record))
    ref = record.trajectory.person.ref
    shown = (
        Item(term.title, when(term, on=record.on), url=way(term, ref).url if mine else "")
        for term in found[:MOST]
    )
    return TermsCard(tuple(shown), _more(len(found)), reverse("desk:terms", args=[ref]))


def open_terms(record: Record) -> Iterator[Term]:
    """His open terms of four weeks, none of another's, the soonest first; no query. None without an approach."""
    approach, on = record.approach, record.on
    if approach is None:
        return
    handled = handled_of([record.trajectory.pk], told=record.told).get(record.trajectory.pk, {})
    rules = (rule for rule in approach.deadlines if rule.tone is not Tone.EXPECTED or rule.opens)
    for term in reckon(rules, facts_of(record.known), on=on, phases=approach.phases).terms:
        was = handled.get(term.key)
        is_open = state(term, was.handled if was else None, on=on) in OPEN
        if is_open and term.rule.tone is not Tone.EXPECTED and term.acts_by and term.acts_by <= on + AHEAD:
            yield term


def _more(number: int) -> str:
    if number == 0:
        return CALM
    left = number - MOST
    return "" if left < 1 else "En nog 1 andere." if left == 1 else f"En nog {left} andere."
