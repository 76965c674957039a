"""Who in a municipality looks like somebody who is about to be written down, and who is meant by what was typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from regie.base.clock import day
from regie.persons.enums import Likeness
from regie.persons.models import FormerIdentity, Person
from regie.persons.rules import Identity, Sought, distance, likeness, sound

MOST = 10


@dataclass(frozen=True)
class LookAlike:
    """Somebody already known, and how certain it is that it is him."""

    person: Person
    likeness: Likeness


def look_alikes(identity: Identity, *, municipality_id: int) -> list[LookAlike]:
    """The people of this municipality who may be this person, most certain first, ten at most.

    Looks up by index (BSN, birth date, sound of the name) and then compares: one query, whatever the size.
    """
    near = Q(family_sound=sound(identity.family_name or identity.given_names))
    near |= Q(family_sound=sound(identity.given_names)) if identity.given_names else Q()
    near |= Q(birth_date=identity.birth_date) if identity.birth_date else Q()
    near |= Q(bsn_index=Person.bsn_index_of(identity.bsn)) if identity.bsn else Q()
    known = Person.objects.filter(near, municipality_id=municipality_id)
    compared = [LookAlike(person, likeness(identity, person.identity)) for person in known]
    alike = [found for found in compared if found.likeness > Likeness.DIFFERENT]
    return sorted(alike, key=lambda found: (-found.likeness, str(found.person)))[:MOST]


def nearest(sought: Sought, *, among: QuerySet[Person]) -> list[int]:
    """The keys of those among these people who may be meant, nearest first and then by name; one query.

    What costs time is how many people it looks among: give it only those the searcher may see.
    """
    if sought.bsn:
        return list(among.filter(bsn_index=Person.bsn_index_of(sought.bsn)).values_list("pk", flat=True))
    found = []
    for pk, given, family, born in among.values_list("pk", "given_names", "family_name", "birth_date"):
        apart = distance(sought, Identity(given, family, born))
        if apart is not None:
            found.append((apart, family.casefold(), given.casefold(), str(born), pk))
    return [pk for *_, pk in sorted(found)]


def identity_as_known(person: Person, *, on: date) -> Identity | None:
    """How he was known at the end of that day: None before he was written down; one query."""
    if day(person.recorded_at) > on:
        return None
    later = FormerIdentity.objects.filter(person=person, recorded_at__date__gt=on)
    first = later.order_by("recorded_at", "pk").first()
    return first.identity if first else person.identity


def births_as_known(people: Iterable[Person], *, on: date) -> dict[int, date | None]:
    """By key when each of these was born, as we knew it at the end of that day; one query."""
    known = {person.pk: person.birth_date for person in people}
    later = FormerIdentity.objects.filter(person__in=known, recorded_at__date__gt=on)
    # Of several corrections after that day the first one says what stood there before.
    for pk, born in later.order_by("-recorded_at", "-pk").values_list("person", "birth_date"):
        known[pk] = born
    return known
