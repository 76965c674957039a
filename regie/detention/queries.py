"""What detention tells a page: day one, where he is now, and everything that was told."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar

from django.db.models import Case, DateField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce

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


def whereabouts(person_ids: Iterable[int], *, on: date) -> dict[int, Whereabouts]:
    """Where each is held on a day; who is not inside, or of whom nothing is known, is not in it; three queries."""
    ids = list(person_ids)
    stays = _by_person(Stay.objects.current().filter(person__in=ids).select_related("organisation"))
    sentences = _by_person(Sentence.objects.current().filter(person__in=ids, happened_on__lte=on))
    releases = _by_person(ReleaseDate.objects.current().filter(person__in=ids, happened_on__lte=on))
    found = {
        person_id: _whereabouts(stays[person_id], sentences[person_id], releases[person_id], on=on)
        for person_id in stays
    }
    return {person_id: place for person_id, place in found.items() if place is not None}


def _by_person(told: Iterable[F]) -> dict[int, list[F]]:
    """Per person what was told of him, oldest first."""
    facts: dict[int, list[F]] = defaultdict(list)
    for fact in sorted(told, key=lambda fact: (fact.happened_on, fact.recorded_at, fact.pk)):
        facts[fact.person_id].append(fact)
    return facts


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
        facility=stay.organisation.name if stay.organisation else stay.facility,
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

    def all_of(model: Any) -> Any:
        return model.objects.of(person).known(as_known).order_by("-happened_on", "-recorded_at", "-pk")

    stays = all_of(Stay).select_related("organisation")
    return History(list(stays), list(all_of(Sentence)), list(all_of(ReleaseDate)))


def hearings_of(person: Person, *, as_known: date | None = None) -> list[Hearing]:
    """All hearings that we hold true, or held true at the end of a day, the first one first; one query."""
    return list(Hearing.objects.of(person).known(as_known).order_by("happened_on", "recorded_at", "pk"))


# In the order in which one reads them.
CONDITIONS: tuple[type[ConditionFact], ...] = (
    SafetyNote,
    SpecialCondition,
    Supervision,
    OpenSanction,
    Hearing,
)


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


def conditions_of(
    person: Person, *, among: QuerySet[Person], on: date, as_known: date | None = None
) -> Conditions:
    """What holds around him on a day and what is to come, as we hold it true or did at the end of a day; two queries.

    `among` are the people of whom the asker may know it: of anyone else there is nothing.
    """
    found = _together(
        [facts.of(person).known(as_known).minded(on) for facts in _askings().values()]
        if _known_to(among, person)
        else []
    )
    hearings = [fact for fact in found if isinstance(fact, Hearing)]
    ahead = coming([hearing.facts for hearing in hearings], on=on)
    lasting = [fact for fact in found if isinstance(fact, EndingFact)]
    return Conditions(
        lasting=sorted(lasting, key=_reading_order),
        hearings=[hearings[place] for _, place in ahead],
        unheard=[hearing for hearing in hearings if hearing.facts.unheard(on=on)],
    )


def _reading_order(fact: EndingFact) -> tuple[int, date, int]:
    return CONDITIONS.index(type(fact)), period_of(fact).since or date.min, fact.pk


def told_around(
    person: Person, *, among: QuerySet[Person], as_known: date | None = None
) -> list[ConditionFact]:
    """All conditions that we hold true, or held true at the end of a day, newest first; two queries.

    `among` are the people of whom the asker may know it: of anyone else there is nothing.
    """
    asked = [facts.of(person).known(as_known) for facts in _askings().values()]
    found = _together(asked if _known_to(among, person) else [])
    return sorted(found, key=lambda fact: (fact.happened_on, fact.recorded_at, fact.pk), reverse=True)


def _known_to(among: QuerySet[Person], person: Person) -> bool:
    return among.filter(pk=person.pk).exists()


@cache
def _askings() -> Mapping[type[ConditionFact], Any]:
    """Per model a question with the columns of all, empty where it has none; they cost more to make than to ask."""
    columns = {field.attname: field for model in CONDITIONS for field in model._meta.concrete_fields}
    return {model: _in_columns(model._default_manager.all(), columns) for model in CONDITIONS}


def _together(questions: Sequence[QuerySet[Any]]) -> list[ConditionFact]:
    """The rows of several models in one query."""
    if not questions:
        return []
    columns = list({field.attname: None for model in CONDITIONS for field in model._meta.concrete_fields})
    models = {model._meta.model_name: model for model in CONDITIONS}
    first, *others = questions
    found = []
    for name, *values in first.union(*others, all=True):
        row, model = dict(zip(columns, values, strict=True)), models[name]
        own = [field.attname for field in model._meta.concrete_fields]
        found.append(model.from_db(first.db, own, [row[attname] for attname in own]))
    return found


def _in_columns(asked: QuerySet[Any], columns: Mapping[str, Any]) -> QuerySet[Any, Any]:
    own = {field.attname for field in asked.model._meta.concrete_fields}
    absent = {name: Cast(Value(None), field.clone()) for name, field in columns.items() if name not in own}
    return asked.annotate(model=Value(asked.model._meta.model_name), **absent).values_list("model", *columns)
