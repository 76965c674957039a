"""What of his outside stops and what stays while he is inside again: the list of the approach, with its terms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from regie.approach.rules import ItemRule
from regie.clocks.rules import Term
from regie.desk.pages.lines import Line
from regie.desk.pages.record import Record
from regie.desk.pages.term_words import when
from regie.trajectories.enums import ArrangementList, Owner
from regie.trajectories.models import Arrangement
from regie.trajectories.models.arrangement import arranged
from regie.trajectories.queries import arrangements_of
from regie.ui.parts import Action, Item
from regie.ui.words import written

NOT_LOOKED = "Nog niet nagegaan"
# Which terms belong beside which thing of the list as it ships; a term that belongs nowhere stands under it.
BESIDE: Mapping[str, tuple[str, ...]] = {
    "rent": ("home",),
    "benefit": ("benefit_stop", "disability_benefit_stop"),
    "allowances": ("allowances_entry",),
    "insurance": ("insurance_suspended",),
}


@dataclass(frozen=True)
class Outside:
    """Each thing of the list with what was told of it and its terms; and the terms that belong to none."""

    lines: tuple[Line, ...]
    rest: tuple[Term, ...]


def outside(record: Record, terms: Sequence[Term], *, mine: bool) -> Outside:
    """How it stands with each since he came in; one query."""
    items = record.approach.detention_items if record.approach else ()
    since = record.road.held(on=record.on).came_in
    told = arrangements_of(record.trajectory, since=since, as_known=record.as_known)
    holds = arranged(told, ArrangementList.DETENTION, on=record.on)
    by_code = {term.rule.code: term for term in terms}
    taken = {code for item in items for code in BESIDE.get(item.code, ())}
    lines = (_line(item, holds.get(item.code), by_code, record, mine=mine) for item in items)
    return Outside(tuple(lines), tuple(term for term in terms if term.rule.code not in taken))


def _line(
    item: ItemRule, told: Arrangement | None, by_code: Mapping[str, Term], record: Record, *, mine: bool
) -> Line:
    terms = [by_code[code] for code in BESIDE.get(item.code, ()) if code in by_code]
    due = [f"{term.rule.title}: {when(term, on=record.on)}" for term in terms]
    url = reverse("desk:arrange", args=[record.trajectory.person.ref, ArrangementList.DETENTION, item.code])
    actions = (Action("Vastleggen", url),) if mine else ()
    if told is None:
        return Line(Item(item.title, NOT_LOOKED, " ".join([item.text, *due])), actions)
    return Line(Item(item.title, told.get_decision_display() or "Niet bekend", _more(told, due)), actions)


def _more(told: Arrangement, due: Sequence[str]) -> str:
    who = told.get_owner_display() if told.owner != Owner.UNKNOWN else "Nog niet bekend wie het regelt"
    by = f"voor {written(told.due_on)}" if told.due_on else ""
    said = (told.get_state_display(), who, told.owner_name, by, told.words)
    return " · ".join(filter(None, (*said, *due)))
