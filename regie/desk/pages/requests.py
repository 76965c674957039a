"""Gevraagd aan partners: what was asked for him, how each request stands, and the text to send."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.approach.rules import Approach
from regie.desk.pages.lines import Line
from regie.desk.pages.places import REQUESTS, crumbs_to
from regie.desk.pages.plan_words import PlanCard
from regie.plans.models import Step
from regie.requests.enums import AnswerKind
from regie.requests.models import MutualAgreement, PartnerRequest, RequestAnswer
from regie.requests.queries import (
    RequestStory,
    mutual_agreements_of,
    opening_of,
    requests_of,
    text_to_send,
)
from regie.requests.rules import may_follow
from regie.trajectories.models import Trajectory
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import listed, written

TITLE = "Een partner iets vragen"
LATE = "Die dag is voorbij."
OVER = "Deze partner is niet meer betrokken."


@dataclass(frozen=True)
class RequestsPage:
    """What still asks something, the soonest first, and what is open of who is involved no more.

    What was answered for good is folded away under `more`.
    """

    title: str
    person: str
    lead: str
    crumbs: tuple[Crumb, ...]
    actions: tuple[Action, ...]
    lines: tuple[Line, ...]
    over: tuple[Line, ...]
    more: str
    together: PlanCard


@dataclass(frozen=True)
class RequestPage:
    """One request: what was asked and answered, which answers may follow, and the text that goes to the partner.

    For who is involved no more there is no text.
    """

    title: str
    person: str
    crumbs: tuple[Crumb, ...]
    told: tuple[Item, ...]
    answers: tuple[Action, ...]
    actions: tuple[Action, ...]
    text: str
    left_out: tuple[Item, ...]


def requests_page(trajectory: Trajectory, *, mine: bool, on: date) -> RequestsPage:
    """All of them, and what was agreed together; two queries."""
    person, told = trajectory.person, requests_of(trajectory)
    running = sorted((one for one in told if one.is_open), key=lambda one: (one.is_over(on), one.due_on))
    over = [one for one in told if not one.is_open]
    new = Action(TITLE, reverse("desk:tell_partnerrequest", args=[person.ref]), "pencil")
    return RequestsPage(
        title=REQUESTS.title,
        person=str(person),
        lead=f"Wat vroeg u anderen voor {person}, en wat zeiden zij?",
        crumbs=crumbs_to(person, REQUESTS.title, mine=mine),
        actions=(new,) if mine else (),
        lines=tuple(_line(one, on=on, mine=mine) for one in running),
        over=tuple(_line(one, on=on, mine=mine) for one in over),
        more="Eén keer eerder" if len(over) == 1 else f"{len(over)} keer eerder",
        together=_together(trajectory, mine=mine),
    )


def _together(trajectory: Trajectory, *, mine: bool) -> PlanCard:
    new = Action("Samen iets afspreken", reverse("desk:tell_mutualagreement", args=[trajectory.person.ref]))
    told = mutual_agreements_of(trajectory)
    lines = tuple(Line(agreed(one), tuple(_with_what_was_agreed(one, mine=mine))) for one in told)
    empty = "Nog niets. Spreek samen af wat ieder doet: hij, u en de partner."
    return PlanCard("Samen afgesproken", lines, empty, (new,) if mine else ())


def _with_what_was_agreed(one: MutualAgreement, *, mine: bool) -> Iterator[Action]:
    yield Action("Op papier (PDF)", reverse("desk:mutualagreement_sheet", args=[one.ref]), "printer")
    if mine:
        yield Action("Verbeteren", reverse("desk:correct_mutualagreement", args=[one.ref]))
        yield Action("Intrekken", reverse("desk:withdraw_mutualagreement", args=[one.ref]))


def agreed(one: MutualAgreement) -> Item:
    """What three agreed: what each does, and what they do when it does not work out."""
    words = (
        f"Hij: {one.young_person}",
        f"Zijn officier: {one.officer}",
        f"De partner: {one.partner}",
        f"Als het niet lukt: {one.otherwise}",
    )
    days = f"Afgesproken op {written(one.happened_on)}, vanaf {written(one.begins_on)}."
    return Item(one.agreed_with, "\n".join(words), f"{days} {one.get_consent_display()}.")


def request_page(story: RequestStory, approach: Approach, *, officer: str, on: date) -> RequestPage:
    """For who guides him; the step and its goal were read along; no query."""
    request, person, over = story.request, story.request.trajectory.person, story.is_over(on)
    opening, following = opening_of(request, approach), may_follow(story.state, over=over)
    return RequestPage(
        title="Vraag aan een partner",
        person=str(person),
        crumbs=crumbs_to(person, "Vraag", under=REQUESTS),
        told=(described(request), *_of_step(request.step), *map(answered, story.answers), _stands(story, on)),
        answers=tuple(Action(one.label, one.value) for one in AnswerKind if one in following),
        actions=_ways(story),
        text="" if over else text_to_send(request, opening, officer=officer),
        left_out=tuple(Item(why.label, f"{listed(list(what))}.") for why, what in opening.withheld.items()),
    )


def described(request: PartnerRequest) -> Item:
    """A request: of whom, what, and by when."""
    days = f"Gevraagd op {written(request.happened_on)}, voor {written(request.wanted_on)}."
    return Item(request.asked_of, request.words, days)


def answered(answer: RequestAnswer) -> Item:
    """What was answered, when, and how that came."""
    day = f"Op {written(answer.proposed_on)}." if answer.proposed_on else ""
    said = "\n".join(filter(None, (answer.get_kind_display(), day, answer.words)))
    return Item(f"Antwoord op {written(answer.happened_on)}", said, f"{answer.get_channel_display()}.")


def how_it_stands(story: RequestStory, *, on: date) -> str:
    """How it stands in a sentence, with the day by which it is done, or why it asks nothing any more."""
    note = story.last.words if story.last else ""
    return " ".join(filter(None, (f"{story.state.label}.", _by_when(story, on), note)))


def _by_when(story: RequestStory, on: date) -> str:
    """By when it is done, as long as it asks something; of what was not answered for good, why it asks nothing more."""
    if not story.is_open:
        return ""
    if story.is_over(on):
        return OVER
    late = f" {LATE}" if story.due_on < on else ""
    return f"Voor {written(story.due_on)}.{late}"


def beside_step(stories: Iterable[RequestStory], step: Step, *, on: date) -> str:
    """What was asked of partners for a step, as it stands beside it; nothing of what we need no more."""
    asked = (one for one in stories if one.request.step and one.request.step.ref == step.ref)
    shown = (one for one in asked if one.state != AnswerKind.CALLED_OFF.value)
    return " ".join(f"Gevraagd aan {one.request.asked_of}: {how_it_stands(one, on=on)}" for one in shown)


def _line(story: RequestStory, *, on: date, mine: bool) -> Line:
    told = described(story.request)
    more = f"{told.more} {how_it_stands(story, on=on)}"
    label = "Wat was het antwoord?" if story.is_open else "Bekijken"
    way = Action(label, reverse("desk:partnerrequest", args=[story.request.ref]))
    return Line(Item(told.term, told.description, more), (way,) if mine else ())


def _of_step(step: Step | None) -> tuple[Item, ...]:
    return (Item("Bij deze stap", step.words),) if step else ()


def _stands(story: RequestStory, on: date) -> Item:
    return Item("Hoe het staat", story.state.label, _by_when(story, on))


def _ways(story: RequestStory) -> tuple[Action, ...]:
    ref = story.request.ref
    link = Action("Link voor een partner", reverse("desk:request_link", args=[ref]), "mail", "subtle")
    if story.answers:
        wrong = reverse("desk:withdraw_requestanswer", args=[ref])
        return (Action("Dit antwoord klopt niet", wrong, variant="subtle"), link)
    better = reverse("desk:correct_partnerrequest", args=[ref])
    return (Action("Vraag verbeteren", better, "pencil", "secondary"), link)
