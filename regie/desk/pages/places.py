"""Where a page about him lies: under which other pages, so that the crumbs above it lead back to each of them."""

import uuid
from dataclasses import dataclass

from django.urls import reverse

from regie.persons.models import Person
from regie.ui.parts import Crumb


@dataclass(frozen=True)
class Place:
    """A page about him with others under it: what it is called, its address, and what it lies under itself.

    `ref` is of what the page is about, when that is one fact of his.
    """

    title: str
    address: str
    above: "Place | None" = None
    ref: uuid.UUID | None = None

    def url(self, person: Person) -> str:
        """Where it is, of this young person."""
        return reverse(self.address, args=[self.ref or person.ref])

    def crumbs(self, person: Person) -> tuple[Crumb, ...]:
        """The pages from him down to this one, each with the way to it."""
        above = self.above.crumbs(person) if self.above else ()
        return (*above, Crumb(self.title, self.url(person)))


PLAN = Place("Plan", "desk:plan")
AGENDA = Place("Agenda", "desk:appointments")
AGREEMENTS = Place("Afspraken", "desk:agreements", PLAN)
AROUND = Place("Zijn omgeving", "desk:around", PLAN)
DEBTS = Place("Schulden", "desk:debts", PLAN)
PAPERS = Place("Papieren", "desk:papers", PLAN)
READINGS = Place("Hoe het gaat", "desk:readings", PLAN)
TAKEN_OVER = Place("Uit handen genomen", "desk:taken_over", PLAN)
BARRIERS = Place("Barrières", "desk:barriers")
INVOLVED = Place("Wie is betrokken", "desk:involved")
MOVED = Place("Overgeplaatst", "desk:moved")
OUT_OF_SIGHT = Place("Uit beeld", "desk:out_of_sight")
REQUESTS = Place("Gevraagd aan partners", "desk:requests")
TOLD_TO_OTHERS = Place("Verstrekkingen", "desk:disclosures")
TRANSFER = Place("Warme overdracht", "desk:transfer")
WEEK = Place("Zijn week", "desk:week", PLAN)
WRITING = Place("Brief of eerste dag maken", "desk:write_papers", PAPERS)


def goal_place(ref: uuid.UUID) -> Place:
    """The page of one goal."""
    return Place("Doel", "desk:goal", PLAN, ref)


def appointment_place(ref: uuid.UUID) -> Place:
    """The page of one appointment."""
    return Place("Afspraak", "desk:appointment", AGENDA, ref)


def barrier_place(ref: uuid.UUID) -> Place:
    """The page of one barrier."""
    return Place("Barrière", "desk:barrier", BARRIERS, ref)


def request_place(ref: uuid.UUID) -> Place:
    """The page of one request to a partner."""
    return Place("Vraag", "desk:partnerrequest", REQUESTS, ref)


def crumbs_to(
    person: Person, *titles: str, under: Place | None = None, mine: bool = True
) -> tuple[Crumb, ...]:
    """From the list of young people by way of him and what the page lies under to the page itself."""
    above = Crumb("Mijn jongeren" if mine else "Jongeren", reverse("desk:people"))
    his = Crumb(str(person), reverse("desk:person", args=[person.ref]))
    between = under.crumbs(person) if under else ()
    return (above, his, *between, *(Crumb(title) for title in titles))
