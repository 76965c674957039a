"""Saying what was done with a term."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.clocks.models import Handling
from regie.clocks.rules import Term
from regie.desk.pages.term_words import said_before, when, why
from regie.trajectories.models import Trajectory
from regie.ui.parts import Crumb, Item


@dataclass(frozen=True)
class HandlingPage:
    """The term, what was done with it before, and the form's words."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    told: tuple[Item, ...]
    submit: str
    cancel_url: str


def handling_page(
    trajectory: Trajectory, term: Term, before: Sequence[Handling], *, on: date
) -> HandlingPage:
    """What the officer reads before he says what he did; `before` is all that stands of it, the first one first."""
    person = trajectory.person
    his = reverse("desk:person", args=[person.ref])
    sentences = why(term)
    return HandlingPage(
        title=term.title,
        lead=str(person),
        crumbs=(
            Crumb("Vandaag", reverse("desk:today")),
            Crumb(str(person), his),
            Crumb(term.title),
        ),
        told=(
            Item("Wanneer", when(term, on=on)),
            Item("Waarom", " ".join(sentences)),
            *(said_before(one, last=one is before[-1]) for one in reversed(before)),
        ),
        submit="Vastleggen",
        cancel_url=reverse("desk:today"),
    )
