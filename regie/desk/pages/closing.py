"""Afronden and heropenen: why, what came of it, who takes over what, and that the door stays open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from regie.accounts.enums import Permission
from regie.accounts.rules import may
from regie.approach.rules import Approach, ClosureReason
from regie.base.actors import Actor
from regie.contacts.queries import Meeting
from regie.desk.pages.appointment_words import what, when
from regie.trajectories.actions import standing_closure
from regie.trajectories.enums import Knew, Result
from regie.trajectories.models import Closure, Guidance, Trajectory
from regie.trajectories.queries import Loss, closures_of, refused_now
from regie.ui.parts import Action, Crumb, FormPage, Item
from regie.ui.words import written

TITLE, REOPEN = "Afronden", "Heropenen"
DOOR = "De deur staat open."
LOST = "Hij is uit beeld. Stilte is geen reden om af te ronden: zoek hem eerst."
NOT_AGAIN = "Niet opnieuw vragen"
AGAIN = "Doe eerst wat daar staat. Vraagt u het opnieuw, dan staat uw verhaal er nog. Kijk het dan na."
SORRY = "Wat verdrietig. U hoeft alleen de dag in te vullen. Daarna staan alle termijnen stil."


@dataclass(frozen=True)
class ClosingPage:
    """How it stands: the reasons to choose from while it runs, or what was told when it was closed or asked.

    `left` are the appointments that are left open by it.
    """

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    warning: str
    refused: str
    left: tuple[Item, ...]
    reasons: tuple[Item, ...]
    told: tuple[Item, ...]
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class ClosureAnswerPage:
    """What the second person has to know."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    warning: str
    told: tuple[Item, ...]


@dataclass(frozen=True)
class ClosedNote:
    """What his page says when it is closed, or when somebody asked to."""

    title: str
    text: str
    url: str
    link: str
    tone: str


def closing_page(
    trajectory: Trajectory,
    guidance: Guidance,
    *,
    approach: Approach,
    least: date | None,
    loss: Loss | None,
    meetings: Sequence[Meeting],
    viewer: Actor,
) -> ClosingPage:
    """For who may see him; three queries, and one more when closing was ever told of."""
    stands, mine = standing_closure(trajectory), guidance.is_open_to(viewer)
    choosing = mine and stands is None
    asked = refused_now(closures_of(trajectory)) if stands is None and guidance.ever_closing else None
    told = stands or asked
    return ClosingPage(
        title=TITLE if guidance.closed_on is None else "Afgerond",
        person=str(trajectory.person),
        lead=_lead(stands, guidance, least),
        crumbs=_crumbs(trajectory, TITLE, mine=mine),
        warning=LOST if loss and choosing else "",
        refused=f"{_not_yet(asked)} {AGAIN if choosing else ''}".strip() if asked else "",
        left=tuple(_left_open(meetings, mine=mine)) if guidance.closed_on is None else (),
        reasons=tuple(_reasons(trajectory, approach)) if choosing else (),
        told=told_of(told, _titles(approach)) if told else (),
        actions=tuple(_actions(trajectory, told, guidance, viewer)) if told else (),
    )


def close_page(trajectory: Trajectory, reason: ClosureReason, *, least: date | None) -> FormPage:
    """For closing for one reason."""
    back = reverse("desk:closing", args=[trajectory.person.ref])
    until = f" Is dat voor {written(least)}? Dan beslist een tweede persoon mee." if least else ""
    lead = SORRY if reason.death else f"{'' if reason.words else reason.text}{until}"
    submit = "Vastleggen" if reason.death else TITLE
    crumbs = (*_crumbs(trajectory, TITLE, back, mine=True), Crumb(reason.title))
    return FormPage(reason.title, lead.strip(), crumbs, back, submit)


def closure_answer_page(closure: Closure, approach: Approach, *, loss: Loss | None) -> ClosureAnswerPage:
    """For the second person."""
    asked = f"{closure.recorded_by_label} vraagt dit sinds {written(localdate(closure.recorded_at))}."
    return ClosureAnswerPage(
        title="Eerder afronden",
        lead=f"{closure.trajectory.person}. {asked}",
        crumbs=_crumbs(closure.trajectory, "Eerder afronden"),
        warning=LOST if loss else "",
        told=told_of(closure, _titles(approach)),
    )


def taking_back_page(trajectory: Trajectory) -> FormPage:
    """For what was not so."""
    back, title = reverse("desk:closing", args=[trajectory.person.ref]), "Afronding intrekken"
    lead = "Klopt het niet, of vraagt u het niet meer? De begeleiding loopt dan gewoon door."
    return FormPage(title, lead, (*_crumbs(trajectory, TITLE, back), Crumb(title)), back, "Ja, intrekken")


def reopening_page(trajectory: Trajectory, *, officer: str, back: str = "") -> FormPage:
    """For going on with the same guidance."""
    who = f"{officer} begeleidt hem dan weer." if officer else "De coördinator wijst een officier aan."
    lead = f"De begeleiding gaat verder, met alles wat er al staat. {who}"
    back = back or reverse("desk:closing", args=[trajectory.person.ref])
    return FormPage(REOPEN, lead, _crumbs(trajectory, REOPEN), back, REOPEN)


def closed_note(closure: Closure | None, trajectory: Trajectory, *, link: bool) -> ClosedNote | None:
    """What stands on top of his page; None while it runs and nobody asked."""
    if closure is None:
        return None
    url = reverse("desk:closing", args=[trajectory.person.ref]) if link else ""
    if closure.answered and not closure.agreed:
        return ClosedNote(
            "Nog niet afronden", _not_yet(closure), url, "Bekijken of opnieuw vragen", "warning"
        )
    if not closure.agreed:
        asked = f"{closure.recorded_by_label} vroeg dit op {written(localdate(closure.recorded_at))}."
        return ClosedNote("Gevraagd om eerder af te ronden", asked, url, "Bekijken", "info")
    since = written(closure.closes_on)
    if closure.death:
        return ClosedNote(f"Overleden op {since}", "De begeleiding is gestopt.", url, "Bekijken", "info")
    return ClosedNote(
        f"Afgerond op {since}", f"{closure.title}. {DOOR}", url, "Bekijken of heropenen", "info"
    )


def told_of(closure: Closure, titles: Mapping[str, str]) -> tuple[Item, ...]:
    """All that was told when it was closed or asked, in words."""
    if closure.death:
        return Item("Overleden op", written(closure.happened_on)), Item("Wat er staat", closure.words)
    return (
        Item("Reden", closure.title),
        Item("Vanaf", written(closure.happened_on)),
        Item("Waarom", closure.words),
        *_results(closure, titles),
        Item("Wat er blijft", closure.stays),
        Item("Wie wat overneemt", closure.takes_over),
        Item("Weet hij dat de deur open staat?", Knew(closure.door).label if closure.door else ""),
        *_answer(closure),
    )


def _not_yet(closure: Closure) -> str:
    """Who said so, when and why."""
    said = closure.answer
    return f"Nog niet, zegt {said.recorded_by_label} op {written(said.answered_on)}: “{said.words}”"


def _results(closure: Closure, titles: Mapping[str, str]) -> Iterator[Item]:
    for code, said in closure.results.items():
        words = said.get("words", "")
        result = Result(said["result"]).label if said.get("result") in Result else ""
        yield Item(titles.get(code, code), ". ".join(filter(None, (result, words))))


def _answer(closure: Closure) -> tuple[Item, ...]:
    if not closure.answered:
        return ()
    said = "Eens" if closure.answer.agreed else "Nog niet"
    words = ". ".join(filter(None, (said, closure.answer.words)))
    return (Item("Tweede persoon", words, f"{closure.answer.recorded_by_label}"),)


def _titles(approach: Approach) -> dict[str, str]:
    return {domain.code: domain.title for domain in approach.life_domains}


def _reasons(trajectory: Trajectory, approach: Approach) -> Iterator[Item]:
    for reason in approach.closure_reasons:
        url = reverse("desk:close", args=[trajectory.person.ref, reason.code])
        early = "" if reason.early else "Pas als de tijd om is."
        yield Item(reason.title, "Kies deze reden", " ".join(filter(None, (reason.text, early))), url)


def _left_open(meetings: Sequence[Meeting], *, mine: bool) -> Iterator[Item]:
    for one in meetings:
        if one.outcome is None:
            url = reverse("desk:appointment", args=[one.appointment.ref]) if mine else ""
            yield Item(when(one.appointment), what(one.appointment), url=url)


def _lead(stands: Closure | None, guidance: Guidance, least: date | None) -> str:
    if stands is None:
        until = f"De begeleiding duurt minstens tot {written(least)}. " if least else ""
        return f"{until}Wie niets laat horen, wordt gezocht: stilte is nooit een reden. Kies een reden."
    if guidance.closed_on is None:
        return "Een tweede persoon moet het ermee eens zijn. Tot die tijd loopt de begeleiding door."
    return "" if stands.death else f"Sinds {written(guidance.closed_on)}. {DOOR}"


def _actions(trajectory: Trajectory, told: Closure, guidance: Guidance, viewer: Actor) -> Iterator[Action]:
    his, place = [trajectory.person.ref], trajectory.municipality_id
    second = may(viewer, Permission.APPROVE_EXCEPTIONS, place) and viewer.id != told.recorded_by_id
    if guidance.closed_on is None and second and not told.answered:
        yield Action("Antwoorden", reverse("desk:answer_closure", args=[told.ref]))
    if guidance.closed_on and not told.death:
        yield Action(REOPEN, reverse("desk:reopen", args=his))
    if guidance.is_by(viewer) or may(viewer, Permission.ASSIGN, place):
        label = NOT_AGAIN if told.answered and not told.agreed else "Intrekken"
        yield Action(label, reverse("desk:take_back_closure", args=his), variant="secondary")


def _crumbs(trajectory: Trajectory, title: str, url: str = "", *, mine: bool = False) -> tuple[Crumb, ...]:
    person, people = trajectory.person, reverse("desk:people")
    back = reverse("desk:person", args=[person.ref])
    return (
        Crumb("Mijn jongeren" if mine else "Jongeren", people),
        Crumb(str(person), back),
        Crumb(title, url),
    )


def in_words(closures: Sequence[Closure]) -> Iterator[tuple[date, str, str]]:
    """Each day on which it was closed or went on, for the timeline: the day, what, and more."""
    for closure in closures:
        if closure.agreed:
            what = "Overleden" if closure.death else "Afgerond"
            yield closure.closes_on, what, "" if closure.death else closure.title
        if closure.reopened:
            yield closure.reopening.since, "Heropend", closure.reopening.words
