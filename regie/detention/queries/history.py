"""Where somebody is held, and all that is told of his detention."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.functional import cached_property

from regie.base.gathering import Gathered
from regie.detention.enums import Arrival, Certainty, Regime, ReleaseKind, Title
from regie.detention.models import Hearing, Leave, ReleaseDate, Sentence, Stay
from regie.detention.queries.standing import by_person, of_many, standing_of
from regie.detention.rules import (
    Moved,
    StayFacts,
    day_one,
    ground_that_holds,
    latest,
    moved_earlier,
    of_this_detention,
    release_that_holds,
    where,
)
from regie.partners.models import Organisation
from regie.persons.models import Person


@dataclass(frozen=True)
class Release:
    """When he is expected out, as far as we know; `ref` names the fact that says so."""

    ref: uuid.UUID
    expected_on: date | None
    kind: ReleaseKind
    certainty: Certainty
    known_since: date


@dataclass(frozen=True)
class Whereabouts:
    """Where he is held on a day; None and the empty text are unknown.

    `facility` is the name on our list, or as told. `entered_on` is the first day of this stay, `came_in` of this
    detention; `since` is from which day we know that he is there. `sentence` is the ground with its length, in words.
    """

    facility: str
    organisation: Organisation | None
    regime: Regime
    entered_on: date | None
    came_in: date | None
    since: date
    title: Title | None
    sentence: str
    release: Release | None


def facilities(person_ids: Iterable[int], *, on: date) -> dict[int, str]:
    """In which facility each is held on a day, empty when nobody said; who is not inside is not in it; one query."""
    told = of_many(Stay, list(person_ids), None, along=("organisation",))
    found = {person_id: where([stay.facts for stay in stays], on=on) for person_id, stays in told.items()}
    return {
        person_id: told[person_id][place].facility_name
        for person_id, place in found.items()
        if place is not None
    }


def _whereabouts(
    told: "History", sentence: Sentence | None, releases: Sequence[ReleaseDate], *, on: date
) -> Whereabouts | None:
    facts = told.known_stays
    place = where(facts, on=on)
    if place is None:
        return None
    stay = told.stays[-1 - place]
    title = Title(sentence.title) if sentence else None
    came_in = day_one([fact for fact in facts if fact.since <= on], referred_on=on)
    holds = release_that_holds([release.facts for release in releases], title=title, came_in=came_in)
    return Whereabouts(
        facility=stay.facility_name,
        organisation=stay.organisation,
        regime=Regime(stay.regime),
        entered_on=stay.entered_on,
        came_in=came_in,
        since=stay.facts.since,
        title=title,
        sentence=sentence.words if sentence else "",
        release=None if holds is None else _release(releases[holds]),
    )


def _release(told: ReleaseDate) -> Release:
    return Release(
        told.ref, told.expected_on, ReleaseKind(told.kind), Certainty(told.certainty), told.happened_on
    )


@dataclass(frozen=True)
class History:
    """All that is told of the detention of one person, newest first."""

    stays: Sequence[Stay]
    sentences: Sequence[Sentence]
    releases: Sequence[ReleaseDate]

    @cached_property
    def known_stays(self) -> list[StayFacts]:
        """What the rules ask of his stays, oldest first; worked out once."""
        return [stay.facts for stay in reversed(self.stays)]

    @cached_property
    def _grounds(self) -> dict[date, Sentence | None]:
        """By day the ground that holds, as far as anybody asked."""
        return {}

    @cached_property
    def _places(self) -> dict[date, Whereabouts | None]:
        """By day where he is held, as far as anybody asked."""
        return {}

    @property
    def ever_out(self) -> bool:
        """Whether he ever came out, as far as we know."""
        return any(stay.left_on for stay in self.stays)

    def whereabouts(self, *, on: date) -> Whereabouts | None:
        """Where he is held on a day by all this; None when he is not inside, or nothing is known."""
        if on not in self._places:
            releases = self.releases_told(on=on)
            self._places[on] = _whereabouts(self, self.ground(on=on), releases, on=on)
        return self._places[on]

    def releases_told(self, *, on: date) -> list[ReleaseDate]:
        """The release dates that were told of the detention he is in that day, oldest first."""
        told = list(reversed(self.releases))
        days = [one.happened_on for one in told]
        return [told[place] for place in of_this_detention(days, stays=self.known_stays, on=on)]

    def ground(self, *, on: date) -> Sentence | None:
        """The last ground that was told of the detention he is in that day, or was in last; None when none was."""
        if on not in self._grounds:
            told = list(reversed(self.sentences))
            days = [one.happened_on for one in told]
            place = ground_that_holds(days, stays=self.known_stays, on=on)
            self._grounds[on] = None if place is None else told[place]
        return self._grounds[on]

    def stay(self, *, on: date) -> Stay | None:
        """The stay that he is in that day; None when he is not inside."""
        place = where(self.known_stays, on=on)
        return None if place is None else self.stays[-1 - place]

    def latest(self, *, on: date) -> Stay | None:
        """The stay that began last until that day, over or not; None when none did."""
        place = latest(self.known_stays, on=on)
        return None if place is None else self.stays[-1 - place]

    def entry(self, *, on: date) -> Stay | None:
        """The stay with which the detention began that he is in that day, or was in last."""
        entries = [stay for stay in self.stays if stay.arrival == Arrival.ENTERED]
        return replace(self, stays=entries).latest(on=on)

    def moved_earlier(self, *, on: date) -> Moved | None:
        """How his release came nearer in the detention he is in that day; None when it did not."""
        place = self.whereabouts(on=on) if len(self.releases) > 1 else None
        if place is None:
            return None
        told = [fact.facts for fact in self.releases_told(on=on)]
        return moved_earlier(told, title=place.title, came_in=place.came_in, on=on)

    def day_one(self, *, referred_on: date) -> date | None:
        """The first day of the detention that he was referred for; None when unknown."""
        return day_one([stay.facts for stay in self.stays], referred_on=referred_on)


def history(person: Person, *, as_known: date | None = None, told: Gathered | None = None) -> History:
    """All that we hold true, or held true at the end of a day; three queries, none when it was gathered."""
    return History(
        standing_of(Stay, person, as_known, along=("organisation",), told=told)[::-1],
        standing_of(Sentence, person, as_known, told=told)[::-1],
        standing_of(ReleaseDate, person, as_known, told=told)[::-1],
    )


def hearings_of(
    person: Person, *, as_known: date | None = None, told: Gathered | None = None
) -> list[Hearing]:
    """All hearings that we hold true, or held true at the end of a day, the first one first; one query, or none."""
    return standing_of(Hearing, person, as_known, told=told)


def histories(
    person_ids: Iterable[int], told: Gathered, *, as_known: date | None = None
) -> dict[int, History]:
    """The same of many people, by what was gathered."""
    stays = by_person(told.of(Stay), as_known=as_known)
    sentences = by_person(told.of(Sentence), as_known=as_known)
    releases = by_person(told.of(ReleaseDate), as_known=as_known)
    return {
        person_id: History(stays[person_id][::-1], sentences[person_id][::-1], releases[person_id][::-1])
        for person_id in person_ids
    }


def leaves_of(person: Person, *, as_known: date | None = None, told: Gathered | None = None) -> list[Leave]:
    """All his leave that we hold true, or held true at the end of a day, as it was told; one query, or none."""
    return standing_of(Leave, person, as_known, told=told)
