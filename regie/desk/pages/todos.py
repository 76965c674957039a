"""What there is to do on Vandaag, before it is drawn: the terms of who is guided, and of who waits for a decision."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.urls import reverse

from regie.approach.enums import Tone
from regie.approach.queries import approaches_for
from regie.clocks.enums import State
from regie.clocks.models import Handling
from regie.clocks.queries import Known, handled_of, known_for, loud_only, reckoned, referral_terms
from regie.clocks.rules import Reckoning, Term, state
from regie.desk.pages.term_words import way, when, why
from regie.persons.models import Person
from regie.trajectories.models import Referral, Trajectory
from regie.trajectories.queries import Progress, progress_of
from regie.ui.parts import Action
from regie.ui.words import capital, listed

AHEAD = timedelta(days=28)  # how far "komt eraan" looks
SHOWN = (State.NOW, State.THIS_WEEK, State.COMING)
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


def asked_of(
    chosen: Sequence[Trajectory], waiting: Sequence[Referral], *, on: date
) -> tuple[list[Todo], list[Known]]:
    """What these ask of a day, and all that it rests on; ten queries at most, and one more for each municipality.

    Raises NotNow.
    """
    places = {one.municipality for one in chosen} | {one.municipality for one in waiting}
    loud = loud_only(approaches_for(places, on=on))
    known = known_for(chosen, loud, on=on) if chosen else {}
    terms, handled = reckoned(known), handled_of(one.pk for one in chosen)
    todos = [todo for one in chosen for todo in _guided(one, terms[one.pk], handled.get(one.pk, {}), on)]
    waits = _open(referral_terms(waiting, loud, on=on), progress_of(waiting), on)
    return [*todos, *waits], list(known.values())


def _guided(
    one: Trajectory, reckoned: Reckoning, handled: Mapping[tuple[str, str], Handling], on: date
) -> Iterator[Todo]:
    """His loud terms that are open; all that waits for who can walk out any day is one thing."""
    whose, any_day = (one.person, one.referral, one), []
    for term in reckoned.terms:
        was = handled.get(term.key)
        how = state(term, was.handled if was else None, on=on)
        by = _calls_by(term, how, on)
        if by and term.due:
            yield Todo(*whose, (term,), how, by)
        elif by:
            any_day.append(term)
    if any_day:
        yield AnyDay(*whose, tuple(any_day), State.NOW, on)


def _open(
    asked: Collection[tuple[Referral, Term]], progress: Mapping[UUID, Progress], on: date
) -> Iterator[Todo]:
    """What waits for a decision, unless somebody said until when that waits."""
    for referral, term in asked:
        how, so_far = state(term, None, on=on), progress[referral.ref]
        by = _calls_by(term, how, on)
        waits = so_far.waits_until and so_far.waits_until > on and not term.rule.hard
        if by and not waits:
            yield Waiting(referral.person, referral, None, (term,), how, by, weighed=so_far.weighed)


def _calls_by(term: Term, how: State, on: date) -> date | None:
    """The day to act by of what is loud and open, and not too far ahead; None of what stands elsewhere."""
    by = term.acts_by
    loud = term.rule.tone is Tone.LOUD and how in SHOWN
    return by if loud and by and by <= on + AHEAD else None
