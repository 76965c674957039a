"""What detention tells a page: day one, where he is now, and everything that was told."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Case, DateField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from regie.base.facts import standing
from regie.detention.enums import Arrival, Certainty, Held, Regime, ReleaseKind, Title
from regie.detention.models import (
    Hearing,
    OpenSanction,
    ReleaseDate,
    SafetyNote,
    Sentence,
    SpecialCondition,
    Stay,
    Supervision,
)
from regie.detention.models.condition_fact import ConditionFact
from regie.detention.models.detention_fact import DetentionFact
from regie.detention.models.lasting_fact import EndingFact, period_of
from regie.detention.rules import StayFacts, coming, day_one, release_that_holds, where
from regie.partners.models import Organisation
from regie.persons.models import Person

F = TypeVar("F", bound=DetentionFact)


def days_one(people: Mapping[int, date]) -> dict[int, date | None]:
    """Per person (id → the day he was referred) the first day of that detention, None when unknown; one query."""
    told = Stay.objects.current().entries().filter(person__in=list(people))
    entries: dict[int, list[StayFacts]] = defaultdict(list)
    for person_id, entered_on in told.order_by().values_list("person", "entered_on"):
        entries[person_id].append(StayFacts(Arrival.ENTERED, entered_on))
    return {
        person_id: day_one(entries[person_id], referred_on=referred_on)
        for person_id, referred_on in people.items()
    }


def day_one_of(person_field: str, referred_field: str) -> Coalesce:
    """The same day in SQL, to order or filter a list by; names the columns that hold the person and his referral."""
    entries = Stay.objects.current().entries().filter(person=OuterRef(person_field))
    before = entries.filter(entered_on__lte=OuterRef(referred_field)).order_by("-entered_on")
    return Coalesce(
        Subquery(before.values("entered_on")[:1]),
        Subquery(entries.order_by("entered_on").values("entered_on")[:1]),
        output_field=DateField(),
    )


def held_as(held: Held, rows: QuerySet[Any], *, person: str, on: date) -> QuerySet[Any]:
    """Those of these rows whose person is inside, free or unknown on a day; as `rules.where` says it, in SQL."""
    since = Coalesce("entered_on", "happened_on")
    begun = Stay.objects.current().filter(person=OuterRef(person)).annotate(since=since).filter(since__lte=on)
    moved = Case(When(arrival=Arrival.MOVED, then=Value(1)), default=Value(0))
    last = begun.order_by("-since", moved.desc(), "-happened_on", "-recorded_at", "-pk")
    left = last.annotate(left=Coalesce("left_on", Value(date.max))).values("left")[:1]
    known = rows.annotate(left_on=Subquery(left, output_field=DateField()))
    return {
        Held.INSIDE: known.filter(left_on__gt=on),
        Held.FREE: known.filter(left_on__lte=on),
        Held.UNKNOWN: known.filter(left_on__isnull=True),
    }[held]


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
    told: dict[int, list[Stay]] = defaultdict(list)
    for stay in _in_order(Stay.objects.filter(person__in=list(person_ids)).select_related("organisation")):
        told[stay.person_id].append(stay)
    found = {person_id: where([stay.facts for stay in stays], on=on) for person_id, stays in told.items()}
    return {
        person_id: told[person_id][place].facility_name
        for person_id, place in found.items()
        if place is not None
    }


def _whereabouts(
    stays: Sequence[Stay], sentences: Sequence[Sentence], releases: Sequence[ReleaseDate], *, on: date
) -> Whereabouts | None:
    facts = [stay.facts for stay in stays]
    place = where(facts, on=on)
    if place is None:
        return None
    stay, sentence = stays[place], sentences[-1] if sentences else None
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


def told(model: type[F], person: Person, ref: uuid.UUID) -> F | None:
    """One fact about his detention as it stands, by its ref; None when he has no such."""
    manager: Any = model._default_manager
    found: F | None = (
        manager.current().of(person).select_related("person__municipality").filter(ref=ref).first()
    )
    return found


@dataclass(frozen=True)
class History:
    """All that is told of the detention of one person, newest first."""

    stays: Sequence[Stay]
    sentences: Sequence[Sentence]
    releases: Sequence[ReleaseDate]

    def whereabouts(self, *, on: date) -> Whereabouts | None:
        """Where he is held on a day by all this; None when he is not inside, or nothing is known."""
        sentences = [fact for fact in reversed(self.sentences) if fact.happened_on <= on]
        releases = [fact for fact in reversed(self.releases) if fact.happened_on <= on]
        return _whereabouts(list(reversed(self.stays)), sentences, releases, on=on)

    def day_one(self, *, referred_on: date) -> date | None:
        """The first day of the detention that he was referred for; None when unknown."""
        return day_one([stay.facts for stay in self.stays], referred_on=referred_on)


def history(person: Person, *, as_known: date | None = None) -> History:
    """All that we hold true, or held true at the end of a day; three queries."""
    return History(
        _standing(Stay, person, as_known, along=("organisation",))[::-1],
        _standing(Sentence, person, as_known)[::-1],
        _standing(ReleaseDate, person, as_known)[::-1],
    )


def hearings_of(person: Person, *, as_known: date | None = None) -> list[Hearing]:
    """All hearings that we hold true, or held true at the end of a day, the first one first; one query."""
    return _standing(Hearing, person, as_known)


def _standing(model: type[F], person: Person, as_known: date | None, *, along: Sequence[str] = ()) -> list[F]:
    """What stands of one kind, oldest first; one query."""
    manager: Any = model._default_manager
    versions: Iterable[F] = manager.of(person).select_related(*along) if along else manager.of(person)
    return _in_order(versions, as_known=as_known)


def _in_order(versions: Iterable[F], *, as_known: date | None = None) -> list[F]:
    """Those of all these versions that stand, oldest first."""
    return sorted(standing(versions, as_known=as_known), key=_order_of_telling)


def _order_of_telling(fact: DetentionFact) -> tuple[date, datetime, int]:
    return fact.happened_on, fact.recorded_at, fact.pk


# In the order in which one reads them.
LASTING: tuple[type[EndingFact], ...] = (SafetyNote, SpecialCondition, Supervision, OpenSanction)


@dataclass(frozen=True)
class Conditions:
    """What is around him on a day: what holds or is still to begin, the hearings to come (soonest first), and those of
    which nobody told the outcome.
    """

    lasting: Sequence[EndingFact]
    hearings: Sequence[Hearing]
    unheard: Sequence[Hearing]

    @property
    def all(self) -> list[ConditionFact]:
        """All of it, in the order in which one reads it."""
        return [*self.lasting, *self.hearings, *self.unheard]

    @property
    def when_meeting(self) -> list[ConditionFact]:
        """What concerns whoever makes an appointment with him: no more than that."""
        kept = (SafetyNote, SpecialCondition)
        return [*(fact for fact in self.lasting if isinstance(fact, kept)), *self.hearings]


def conditions_of(person: Person, *, among: QuerySet[Person], on: date) -> Conditions:
    """What holds around him on a day and what is to come, as we hold it true; six queries.

    `among` are the people of whom the asker may know it: of anyone else there is nothing.
    """
    if not _known_to(among, person):
        return Conditions((), (), ())
    return conditions_around(person, hearings_of(person), on=on)


def conditions_around(
    person: Person, hearings: Sequence[Hearing], *, on: date, as_known: date | None = None
) -> Conditions:
    """The same, or as we held it true at the end of a day, for who read all else of him already; four queries."""
    told = (fact for kind in LASTING for fact in _standing(kind, person, as_known))
    ahead = coming([hearing.facts for hearing in hearings], on=on)
    return Conditions(
        lasting=sorted((fact for fact in told if not fact.over(on=on)), key=_reading_order),
        hearings=[hearings[place] for _, place in ahead],
        unheard=[hearing for hearing in hearings if hearing.facts.unheard(on=on)],
    )


def _reading_order(fact: EndingFact) -> tuple[int, date, int]:
    return LASTING.index(type(fact)), period_of(fact).since or date.min, fact.pk


def told_around(
    person: Person, *, among: QuerySet[Person], as_known: date | None = None
) -> list[ConditionFact]:
    """All conditions that we hold true, or held true at the end of a day, newest first; six queries.

    `among` are the people of whom the asker may know it: of anyone else there is nothing.
    """
    if not _known_to(among, person):
        return []
    lasting = [fact for kind in LASTING for fact in _standing(kind, person, as_known)]
    return sorted([*lasting, *hearings_of(person, as_known=as_known)], key=_order_of_telling, reverse=True)


def _known_to(among: QuerySet[Person], person: Person) -> bool:
    return among.filter(pk=person.pk).exists()
