"""What there is to do on Vandaag, before it is drawn: the terms of who is guided, and of who waits for a decision."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from regie.clocks.enums import State
from regie.clocks.queries import Calling
from regie.clocks.queries.calling import SHOWN
from regie.clocks.rules import Term
from regie.desk.pages.term_words import way, when, why
from regie.persons.models import Person
from regie.trajectories.models import Referral, Trajectory
from regie.ui.parts import Action
from regie.ui.words import capital, listed

ANY_DAY = "Kan elke dag vrijkomen"


@dataclass(frozen=True)
class Todo:
    """One thing to do: about whom, the terms that ask it, how it stands, and by which day.

    `referral` is with which his road began; `trajectory` is None as long as nobody decided on it.
    """

    person: Person
    referral: Referral
    trajectory: Trajectory | None
    terms: tuple[Term, ...]
    state: State
    day: date

    @property
    def what(self) -> str:
        """What is to be done."""
        return self.terms[0].title

    @property
    def who(self) -> str:
        """For whom."""
        return str(self.person)

    @property
    def who_url(self) -> str:
        """Where his page is."""
        return reverse("desk:person", args=[self.person.ref])

    @property
    def action(self) -> Action:
        """The one way to do it."""
        return way(self.terms[0], self.person.ref)

    @property
    def why(self) -> tuple[str, ...]:
        """Why it is there: the rule and the fact."""
        return why(self.terms[0])

    @property
    def order(self) -> tuple[int, date]:
        """What cannot wait first."""
        return SHOWN.index(self.state), self.day

    def when(self, *, on: date) -> str:
        """By when."""
        return when(self.terms[0], on=on)


@dataclass(frozen=True)
class AnyDay(Todo):
    """All that waits for who can walk out any day: one thing, whatever it is made of."""

    @property
    def what(self) -> str:
        """How many things."""
        number = len(self.terms)
        return f"{ANY_DAY}: nog {number} te regelen" if number > 1 else f"{ANY_DAY}: nog 1 ding te regelen"

    @property
    def action(self) -> Action:
        """To all of them."""
        return Action("Bekijken", reverse("desk:terms", args=[self.person.ref]))

    @property
    def why(self) -> tuple[str, ...]:
        """Which things."""
        titles = listed([term.title.lower() for term in self.terms])
        return f"{capital(titles)}.", *why(self.terms[0])[1:]

    def when(self, *, on: date) -> str:
        """Now."""
        return "Regel dit nu."


@dataclass(frozen=True)
class Waiting(Todo):
    """A referral that nobody decided on; `weighed` is whether only the decision is left."""

    weighed: bool = False

    @property
    def what(self) -> str:
        """What is left to be done."""
        return "Besluiten over de aanmelding" if self.weighed else super().what

    @property
    def who_url(self) -> str:
        """Where his referral is."""
        return reverse("desk:referral", args=[self.referral.ref])

    @property
    def action(self) -> Action:
        """To weigh him, or to decide."""
        if self.weighed:
            return Action("Besluiten", self.who_url)
        return Action("Wegen", reverse("desk:weigh", args=[self.referral.ref]))


def todo_of(call: Calling) -> Todo:
    """One thing that calls, as it is drawn."""
    told = (call.person, call.referral, call.trajectory, call.terms, call.state, call.day)
    if call.trajectory is None:
        return Waiting(*told, weighed=call.weighed)
    return AnyDay(*told) if call.any_day else Todo(*told)
