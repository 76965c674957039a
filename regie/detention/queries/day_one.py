"""Day one of a detention, and who is inside, of many people at once and in SQL."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Case, DateField, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from regie.detention.enums import Arrival, Held
from regie.detention.models import Stay
from regie.detention.rules import StayFacts, day_one, latest
from regie.persons.models import Person


def stays_of(people: Iterable[int], *, as_known: date | None = None) -> dict[int, list[StayFacts]]:
    """Per person what the rules ask of his stays, oldest first; one query, and an empty list for who is not in it."""
    told: dict[int, list[StayFacts]] = defaultdict(list)
    columns = ("person", "arrival", "entered_on", "left_on", "happened_on")
    current = Stay.objects.known(as_known).filter(person__in=list(people))
    for person_id, arrival, *days in current.order_by("happened_on", "recorded_at", "pk").values_list(
        *columns
    ):
        told[person_id].append(StayFacts(Arrival(arrival), *days))
    return told


def last_stay(person: Person, *, on: date) -> Stay | None:
    """The stay that he is in or was in last, of those that began by a day; one query."""
    told = stays_told(person)
    place = latest([stay.facts for stay in told], on=on)
    return None if place is None else told[place]


def stays_told(person: Person) -> list[Stay]:
    """His stays as they stand, oldest first; one query."""
    stays = Stay.objects.current().of(person).select_related("person__municipality", "organisation")
    return list(stays.order_by("happened_on", "recorded_at", "pk"))


def days_one(people: Mapping[int, date]) -> dict[int, date | None]:
    """Per person (id → the day he was referred) the first day of that detention, None when unknown; one query."""
    told = stays_of(people)
    return {
        person_id: day_one(told[person_id], referred_on=referred_on)
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
    lasts = Case(When(left_on__lte=F("since"), then=Value(0)), default=Value(1))
    last = begun.order_by("-since", moved.desc(), lasts.desc(), "-happened_on", "-recorded_at", "-pk")
    left = last.annotate(left=Coalesce("left_on", Value(date.max))).values("left")[:1]
    known = rows.annotate(left_on=Subquery(left, output_field=DateField()))
    return {
        Held.INSIDE: known.filter(left_on__gt=on),
        Held.FREE: known.filter(left_on__lte=on),
        Held.UNKNOWN: known.filter(left_on__isnull=True),
    }[held]
