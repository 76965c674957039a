"""Saying what was done with a term."""

from dataclasses import dataclass

from django.urls import reverse

from regie.clocks.models import Handling
from regie.clocks.rules import Term
from regie.desk.pages.today import when, why
from regie.trajectories.models import Trajectory
from regie.ui.parts import Crumb, Item
from regie.ui.words import moment, written


@dataclass(frozen=True)
class HandlingPage:
    """The term, what was done with it before, and the form's words."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    told: tuple[Item, ...]
    submit: str
    cancel_url: str


def handling_page(trajectory: Trajectory, term: Term, before: Handling | None) -> HandlingPage:
    """What the officer reads before he says what he did."""
    person = trajectory.person
    his = reverse("desk:person", args=[person.ref])
    sentences = why(term)
    return HandlingPage(
        title=term.rule.title,
        lead=str(person),
        crumbs=(
            Crumb("Vandaag", reverse("desk:today")),
            Crumb(str(person), his),
            Crumb(term.rule.title),
        ),
        told=(
            Item("Wanneer", when(term)),
            Item("Waarom", " ".join(sentences)),
            *((_before(before),) if before else ()),
        ),
        submit="Vastleggen",
        cancel_url=reverse("desk:today"),
    )


def _before(before: Handling) -> Item:
    until = f" tot {written(before.until)}" if before.until else ""
    told = f"Vastgelegd op {moment(before.recorded_at)} door {before.recorded_by_label}"
    on = f" op {written(before.happened_on)}"
    words = f"{before.get_kind_display().capitalize()}{on}{until}. {before.words}".strip()
    return Item("Wat er al staat", words, told)
