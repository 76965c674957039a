"""He is inside again: what to go along, for as long as he is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from regie.approach.enums import Anchor, Tone
from regie.clocks.queries import facts_of
from regie.clocks.rules import Term, reckon
from regie.contacts.queries import first_visits
from regie.desk.pages.detention import DetentionPage, described, telling_page, withdrawing_page
from regie.desk.pages.disclosures import disclosure_lines
from regie.desk.pages.lessons import lesson_lines
from regie.desk.pages.lines import Line
from regie.desk.pages.outside import outside
from regie.desk.pages.record import Record
from regie.desk.pages.term_words import when
from regie.detention.models import Stay
from regie.detention.queries import Whereabouts
from regie.persons.models import Person
from regie.plans.models import Goal
from regie.plans.queries import running_goals
from regie.trajectories.queries import disclosures_of
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import capital, written

TITLE = "Opnieuw vast"
LEAD = "Terugval hoort bij de weg. De begeleiding loopt door: niets wordt afgesloten, ook zijn doelen niet."
WAITS, GOES_ON = "Wacht tot hij vrij is", "Gaat door"
STILL_INSIDE = "We dachten dat hij nog vastzat. Zeg daarom eerst wat er is gebeurd."


@dataclass(frozen=True)
class DetainedAgainPage:
    """Since when and where he is inside, what is counted from then, the first visit, and what they learned."""

    title: str
    lead: str
    person: str
    crumbs: tuple[Crumb, ...]
    stay: tuple[Item, ...]
    actions: tuple[Action, ...]
    outside: tuple[Line, ...]
    terms: tuple[Item, ...]
    goals: tuple[Item, ...]
    visit: tuple[Item, ...]
    told: tuple[Line, ...]
    tell_url: str
    lessons: tuple[Line, ...]
    lesson_url: str


def detained_again_page(record: Record, entry: Stay, *, mine: bool) -> DetainedAgainPage:
    """The list to go along; five queries beyond the record. A coordinator reads it and changes nothing."""
    person, terms = record.trajectory.person, list(_terms(record))
    things = outside(record, [one for one in terms if one.rule.anchor is Anchor.DAY_ONE], mine=mine)
    ref = person.ref
    back = reverse("desk:person", args=[ref])
    above = Crumb("Mijn jongeren" if mine else "Jongeren", reverse("desk:people"))
    return DetainedAgainPage(
        TITLE,
        LEAD,
        record.name,
        (above, Crumb(record.name, back), Crumb(TITLE)),
        _stay(record, entry),
        _corrections(person, entry) if mine else (),
        things.lines,
        tuple(_term(one, record, mine=mine) for one in things.rest),
        tuple(_goal(one) for one in running_goals(record.told)),
        (_visit(record, entry, terms),),
        _told(record, entry, mine=mine),
        reverse("desk:tell_disclosure", args=[ref]) if mine else "",
        lesson_lines(record.lessons, editable=mine),
        reverse("desk:tell_lesson", args=[ref]) if mine else "",
    )


def telling_again_page(person: Person, place: Whereabouts | None, free_since: date | None) -> DetentionPage:
    """For telling it: under what we knew until now."""
    page = telling_page(person, TITLE)
    if place is None:
        since = f"vrij sinds {written(free_since)}" if free_since else ""
        return replace(page, lead=LEAD, told=(Item("Tot nu toe", "Niet in een inrichting", since),))
    where = place.facility or "Inrichting niet bekend"
    known = Item("Tot nu toe", where, f"sinds {written(place.entered_on)}" if place.entered_on else "")
    return replace(page, lead=STILL_INSIDE, told=(known,))


def withdrawing_again_page(person: Person, entry: Stay) -> DetentionPage:
    """For taking it back, also when it was about somebody else."""
    page = withdrawing_page(person, TITLE, described(entry))
    lead = "Zit hij niet opnieuw vast? Dan halen we dit verblijf weg, en de straf of maatregel die erbij is verteld."
    return replace(page, lead=lead)


def _goal(one: Goal) -> Item:
    """Whether it waits, as was said of it; telling that leads to the goal."""
    return Item(WAITS if one.outside_only else GOES_ON, one.words, url=reverse("desk:goal", args=[one.ref]))


def _stay(record: Record, entry: Stay) -> tuple[Item, ...]:
    place = record.place
    ground = place.sentence if place else ""
    return (
        described(entry),
        Item("Waarom hij vastzit", capital(ground)),
        Item("Fase", record.standing.phase_title),
    )


def _corrections(person: Person, entry: Stay) -> tuple[Action, ...]:
    return (
        Action("Verblijf verbeteren", reverse("desk:correct_stay", args=[person.ref, entry.ref])),
        Action("Straf of maatregel vastleggen", reverse("desk:tell_sentence", args=[person.ref])),
        Action("Dit klopt niet: intrekken", reverse("desk:withdraw_detained_again", args=[person.ref])),
    )


def _terms(record: Record) -> Iterator[Term]:
    """What is ours to do and is counted from the day he came in."""
    approach = record.approach
    if approach is None:
        return
    facts = facts_of(record.known)
    for term in reckon(approach.deadlines, facts, on=record.on, phases=approach.phases).terms:
        ours = term.rule.tone is not Tone.EXPECTED
        if ours and term.rule.anchor in (Anchor.DAY_ONE, Anchor.DETAINED_AGAIN):
            yield term


def _term(term: Term, record: Record, *, mine: bool) -> Item:
    ref = record.trajectory.person.ref
    url = reverse("desk:handle_term", args=[ref, *term.key]) if mine else ""
    return Item(term.rule.title, when(term, on=record.on), url=url)


def _told(record: Record, entry: Stay, *, mine: bool) -> tuple[Line, ...]:
    """To whom something was told since he came in."""
    if record.approach is None:
        return ()
    since = entry.facts.since
    told = [one for one in disclosures_of(record.trajectory) if one.happened_on >= since]
    return disclosure_lines(told, record.approach, editable=mine)


def _visit(record: Record, entry: Stay, terms: list[Term]) -> Item:
    key = record.trajectory.pk
    first = first_visits({key: entry.facts.since}).get(key)
    due = next((one for one in terms if one.rule.anchor is Anchor.DETAINED_AGAIN), None)
    if first:
        return Item("Eerste bezoek", f"Geweest op {written(first)}")
    return Item("Eerste bezoek", "Nog niet geweest", when(due, on=record.on) if due else "")
