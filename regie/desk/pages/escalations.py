"""Opschalen: at which level a barrier stands, of whom what is asked, what came of it, and what is proposed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from regie.approach.rules import Approach
from regie.barriers.queries import BarrierStory
from regie.desk.pages.barriers import perseverance
from regie.desk.pages.lines import Line
from regie.desk.pages.places import barrier_place, crumbs_to
from regie.desk.pages.plan_words import PlanCard
from regie.escalations.enums import EscalationState, Level
from regie.escalations.models import Escalation, EscalationAnswer
from regie.escalations.queries import EscalationStory, may_rise, past_of
from regie.escalations.rules import OPEN, level_of, next_level
from regie.ui.parts import Action, Crumb, Item
from regie.ui.words import written

ROSE_NEVER = "Deze barrière is nog niet opgeschaald. Lukt het u niet alleen? Vraag iemand die meer kan."
SEND_YOURSELF = "Regie verstuurt niets. Geef de tekst zelf."


@dataclass(frozen=True)
class ConsentPage:
    """For the second person: what is asked, and his answer."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    told: tuple[Item, ...]
    warning: str = ""


@dataclass(frozen=True)
class Rising:
    """What the card of one barrier is drawn from; `left` are the keys of those asked of who works there no more."""

    story: BarrierStory
    stories: Sequence[EscalationStory]
    approach: Approach
    left: frozenset[int]
    mine: bool
    second: bool = False  # whether who looks may be the second person


def rising_card(rising: Rising, *, viewer_id: str, on: date) -> PlanCard:
    """The card on the page of a barrier; no query."""
    stands = level_of(past_of(rising.stories))
    lines = [Line(Item("Niveau nu", stands.label))]
    for one in reversed(rising.stories):
        lines += _lines(one, rising, viewer_id=viewer_id, on=on)
    alerts = tuple(_alerts(rising, on))
    return PlanCard("Opschalen", tuple(lines), ROSE_NEVER, tuple(_ways(rising)), alerts)


def described(escalation: Escalation) -> Item:
    """To which level, of whom, and what was asked."""
    level = escalation.get_level_display()
    when = f"Gevraagd op {written(escalation.happened_on)}."
    return Item(f"{level}: gevraagd aan {escalation.asked_of}", escalation.question, when)


def answered(answer: EscalationAnswer) -> Item:
    """What came of it, from whom and when."""
    level = f": {answer.get_to_level_display()}" if answer.to_level else ""
    by_whom = f"Van {answer.by_whom}." if answer.by_whom else ""
    term = f"{answer.get_outcome_display()}{level}, op {written(answer.happened_on)}"
    return Item(term, answer.words or "Zonder toelichting.", by_whom)


def consent_page(escalation: Escalation) -> ConsentPage:
    """For the second person; no query."""
    person = escalation.trajectory.person
    asked = f"{escalation.recorded_by_label} vraagt dit sinds {written(localdate(escalation.recorded_at))}."
    return ConsentPage(
        title="Niveau overslaan",
        lead=f"{person}. {asked} Dit slaat een niveau over. Zonder uw ja wordt het niet verstuurd.",
        crumbs=crumbs_to(person, "Niveau overslaan", under=barrier_place(escalation.barrier.ref), mine=False),
        told=(described(escalation), Item("Tekst die erbij gaat", escalation.brief)),
    )


def _lines(one: EscalationStory, rising: Rising, *, viewer_id: str, on: date) -> Iterator[Line]:
    told, state = described(one.escalation), one.state(over=not rising.story.is_open)
    more = " ".join(filter(None, (told.more, *_standing(one, state, on))))
    yield Line(Item(told.term, told.description, more), tuple(_each(one, state, rising, viewer_id)))
    yield Line(Item("Tekst die erbij ging", one.escalation.brief))
    if one.consent:
        said = "ja" if one.consent.agreed else "nee"
        label = f"Tweede persoon zei {said} op {written(one.consent.answered_on)}"
        yield Line(Item(label, one.consent.words, f"{one.consent.recorded_by_label}."))
    if one.answer:
        back = reverse("desk:withdraw_escalationanswer", args=[one.answer.ref])
        ways = (Action("Intrekken", back),) if rising.mine else ()
        yield Line(answered(one.answer), ways)


def _standing(one: EscalationStory, state: EscalationState, on: date) -> Iterator[str]:
    """How it stands, how long, and until when an answer can come."""
    yield f"{state.label}."
    if state is EscalationState.PENDING:
        days = one.days(on)
        yield "Sinds vandaag." if days == 0 else f"Al {'1 dag' if days == 1 else f'{days} dagen'}."
    if state in OPEN:
        yield f"Antwoord gevraagd voor {written(one.asking.due_on)}."


def _each(one: EscalationStory, state: EscalationState, rising: Rising, viewer_id: str) -> Iterator[Action]:
    ref = one.escalation.ref
    another = rising.second and viewer_id != one.escalation.recorded_by_id
    if state is EscalationState.PROPOSED and another:
        yield Action("Antwoorden als tweede persoon", reverse("desk:consent_escalation", args=[ref]))
    if rising.mine and one.answer is None and state is not EscalationState.NOT_SENT:
        yield Action("Antwoord vastleggen", reverse("desk:tell_escalationanswer", args=[ref]))
    if rising.mine and one.answer is None:
        yield Action("Intrekken", reverse("desk:withdraw_escalation", args=[ref]))


def _ways(rising: Rising) -> Iterator[Action]:
    """To each level that may be asked now; of what is open or over none."""
    past = past_of(rising.stories)
    is_open = bool(past) and past[-1].state(over=False) in OPEN
    if not rising.mine or is_open or not rising.story.is_open:
        return
    for level, name in ((Level.TACTICAL, "escalate_tactical"), (Level.STRATEGIC, "escalate_strategic")):
        yield Action(f"{level.label} opschalen", reverse(f"desk:{name}", args=[rising.story.barrier.ref]))


def _alerts(rising: Rising, on: date) -> Iterator[str]:
    """What is proposed; nothing happens by itself."""
    last = rising.stories[-1] if rising.stories else None
    state = last.state(over=not rising.story.is_open) if last else None
    if last and state in OPEN and last.escalation.pk in rising.left:
        yield (
            f"{last.escalation.name} werkt hier niet meer in deze rol. "
            "Leg vast dat dit niet meer nodig is, en vraag iemand anders."
        )
    if last and state is EscalationState.PENDING and last.asking.due_on < on:
        yield (
            f"Nog geen antwoord. Dat was gevraagd voor {written(last.asking.due_on)}. Hoger vragen? "
            "Leg eerst vast dat er geen antwoord kwam."
        )
    higher = next_level(past_of(rising.stories))
    if rising.mine and higher and may_rise(rising.story, rising.approach, rising.stories, on=on):
        yield f"Voorstel: opschalen naar {higher.label.lower()}. {perseverance(rising.story, on=on)}"
