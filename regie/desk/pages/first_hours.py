"""Eerste 72 uur: one screen for the first days outside of one young person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from regie.approach.enums import Anchor
from regie.base.clock import day
from regie.desk.pages.contact_log import LogEntry
from regie.desk.pages.first_hours_open import emergency_items, open_items_of
from regie.desk.pages.next_terms import open_terms
from regie.desk.pages.record import Record
from regie.desk.pages.term_words import when
from regie.persons.models import Person
from regie.trajectories.enums import Answered, SleepingPlace
from regie.trajectories.models import Night
from regie.trajectories.queries import CallTold, FirstDays, Substitutions, first_days_of, substitutions_of
from regie.trajectories.rules import NOT_FREE
from regie.ui.parts import Action, Crumb, FormPage, Item
from regie.ui.words import clock_time, on_weekday, written

TITLE = "Eerste 72 uur"
DONE = "Eerste dagen afronden"
NIGHT_UNKNOWN = "We weten nog niet waar hij vannacht slaapt."
OVER = "De 72 uur zijn voorbij, en zijn eerste dagen zijn nog niet afgerond. Rond ze af: dan gaat er niets verloren."


@dataclass(frozen=True)
class FirstHoursPage:
    """Who was called, where he sleeps, what is open, where help is, and when he is spoken to next.

    `not_free` says that there are no first days; then there is nothing else. `alerts` are what cannot wait.
    """

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    not_free: str
    actions: tuple[Action, ...]
    alerts: tuple[Item, ...]
    calls: tuple[LogEntry, ...]
    calling: bool
    nights: tuple[Item, ...]
    open: tuple[Item, ...]
    help: tuple[Item, ...]
    next: tuple[Item, ...]
    done: tuple[Item, ...]
    mending: tuple[Action, ...]


def first_hours_page(record: Record, viewer: Any) -> FirstHoursPage:
    """His first days as they stand; seven queries beyond the record."""
    person, on, since = record.trajectory.person, record.on, record.free_since
    mine = record.guidance.is_open_to(viewer)
    crumbs = _crumbs(person, TITLE, mine=mine)
    if since is None:
        tap = (_tap(person),) if mine else ()
        nothing: dict[str, Any] = dict.fromkeys(
            ("alerts", "calls", "nights", "open", "help", "next", "done", "mending"), ()
        )
        return FirstHoursPage(TITLE, record.name, "", crumbs, NOT_FREE, tap, calling=False, **nothing)
    told = first_days_of(record.trajectory, since=since)
    return FirstHoursPage(
        title=TITLE,
        person=record.name,
        lead=f"Vrij sinds {on_weekday(since)}. Geteld tot en met {on_weekday(told.nights[-1][0])}.",
        crumbs=crumbs,
        not_free="",
        actions=tuple(_actions(person, told)) if mine else (),
        alerts=tuple(_alerts(person, told, mine=mine, on=on)),
        calls=tuple(_calls(told, substitutions_of(record.guidance), mine=mine, on=on)),
        calling=mine,
        nights=tuple(_night(person, one, mine=mine, on=on) for one in told.nights),
        open=open_items_of(record, mine=mine),
        help=emergency_items(record.trajectory.municipality, viewer, on=on),
        next=tuple(_next(record, told)),
        done=tuple(_done(told, mine=mine)),
        mending=tuple(_mending(record, person)) if mine else (),
    )


def free_page(person: Person) -> FormPage:
    """For telling that he is free."""
    lead = "Dit mag ook als er nog geen bericht is. Klopt het later niet, dan draait u het terug."
    return FormPage("Hij is vrij", lead, _crumbs(person, "Hij is vrij"), _his(person), "Hij is vrij")


def still_inside_page(person: Person, since: date) -> FormPage:
    """For taking that back; asks first."""
    lead = (
        f"U haalt weg dat hij vrij is sinds {written(since)}. Wat er daarvoor stond, geldt dan weer. "
        "In de geschiedenis blijft het bewaard."
    )
    title = "Hij zit nog vast"
    return FormPage(title, lead, _crumbs(person, title, between=True), _first(person), "Ja, hij zit nog vast")


def first_days_form_page(person: Person, title: str, lead: str = "") -> FormPage:
    """For a night, or for saying that his first days are done."""
    return FormPage(title, lead, _crumbs(person, title, between=True), _first(person))


def _tap(person: Person) -> Action:
    return Action("Hij is vrij", reverse("desk:tell_free", args=[person.ref]), "door-exit")


def _actions(person: Person, told: FirstDays) -> Iterator[Action]:
    yield Action("Contact vastleggen", reverse("desk:log_contact", args=[person.ref]), "pencil")
    if told.done is None:
        url = reverse("desk:tell_first_days_done", args=[person.ref])
        yield Action(DONE, url, "circle-check", "secondary")


def _alerts(person: Person, told: FirstDays, *, mine: bool, on: date) -> Iterator[Item]:
    """What cannot wait: the sentence, and what to do."""
    tonight = dict(told.nights)
    if on in tonight and _unknown(tonight[on]):
        yield Item(NIGHT_UNKNOWN, "Slaapplek vastleggen", url=_night_url(person, on) if mine else "")
    if told.done is None and on > told.nights[-1][0]:
        url = reverse("desk:tell_first_days_done", args=[person.ref])
        yield Item(OVER, DONE, url=url if mine else "")


def _unknown(night: Night | None) -> bool:
    return night is None or night.place == SleepingPlace.UNKNOWN


def _calls(told: FirstDays, substitutions: Substitutions, *, mine: bool, on: date) -> Iterator[LogEntry]:
    for one in told.calls:
        behalf = substitutions.behalf(one.call)
        who = (
            f"{one.call.recorded_by_label}, als vervanger van {behalf}"
            if behalf
            else one.call.recorded_by_label
        )
        again = f"Weer bellen op {written(one.call.again_on)}." if one.call.again_on else ""
        yield LogEntry(
            kind=f"{one.call.who}{_answered(one)}",
            date_text=f"Gebeld {_moment(one, on)}",
            who=who,
            words=" ".join(filter(None, (one.call.words, again))),
            icon="phone",
            quiet=one.call.answered != Answered.YES,
            url=reverse("desk:correct_call", args=[one.call.ref]) if mine else "",
        )


def _answered(one: CallTold) -> str:
    return {
        Answered.YES: "",
        Answered.NO: ": nog niet bereikt",
        Answered.UNKNOWN: ": of iemand opnam, is niet bekend",
    }[Answered(one.call.answered)]


def _moment(one: CallTold, on: date) -> str:
    date_text = "vandaag" if day(one.told_at) == on else f"op {written(day(one.told_at))}"
    return f"{date_text} om {clock_time(localtime(one.told_at).time())}"


def _night(person: Person, one: tuple[date, Night | None], *, mine: bool, on: date) -> Item:
    night, known = one
    term = "Vannacht" if night == on else f"Nacht van {on_weekday(night)}"
    if known is None:
        url = _night_url(person, night) if mine else ""
        return Item(term, "Vul in waar hij slaapt" if mine else "", "Nog niet bekend" if mine else "", url)
    url = reverse("desk:correct_night", args=[known.ref]) if mine else ""
    return Item(term, known.get_place_display(), known.words, url)


def _night_url(person: Person, night: date) -> str:
    return f"{reverse('desk:tell_night', args=[person.ref])}?nacht={night.isoformat()}"


def _next(record: Record, told: FirstDays) -> Iterator[Item]:
    """What was agreed, and what the approach asks."""
    if agreed := told.next_on(on=record.on):
        yield Item("Afgesproken", on_weekday(agreed), "Die dag is voorbij." if agreed < record.on else "")
    for term in open_terms(record):
        if term.rule.anchor is Anchor.LAST_CONTACT:
            yield Item(term.rule.title, when(term, on=record.on))


def _done(told: FirstDays, *, mine: bool) -> Iterator[Item]:
    done = told.done
    if done is None:
        return
    url = reverse("desk:correct_first_days_done", args=[done.ref]) if mine else ""
    yield Item("Wat gaat er mee?", done.words, f"{done.recorded_by_label}, {written(done.happened_on)}")
    yield Item("Volgend contact", on_weekday(done.again_on))
    if url:
        yield Item("Klopt dit niet?", "Verbeteren", url=url)


def _mending(record: Record, person: Person) -> Iterator[Action]:
    """What to do when he is not free, or since another day."""
    stay = record.last_stay
    if stay is not None:
        url = reverse("desk:correct_stay", args=[person.ref, stay.ref])
        yield Action("De dag klopt niet: verbeteren", url)
    yield Action("Dit klopt niet, hij zit nog vast", reverse("desk:still_inside", args=[person.ref]))


def _his(person: Person) -> str:
    return reverse("desk:person", args=[person.ref])


def _first(person: Person) -> str:
    return reverse("desk:first_hours", args=[person.ref])


def _crumbs(person: Person, title: str, *, mine: bool = True, between: bool = False) -> tuple[Crumb, ...]:
    """What is told here is told by who guides him: to him they are his own."""
    people = Crumb("Mijn jongeren" if mine else "Jongeren", reverse("desk:people"))
    above = (people, Crumb(str(person), _his(person)))
    return (*above, *((Crumb(TITLE, _first(person)),) if between else ()), Crumb(title))
