"""Who in a municipality looks like somebody who is about to be written down."""

from dataclasses import dataclass

from django.db.models import Q

from regie.persons.enums import Likeness
from regie.persons.models import Person
from regie.persons.rules import Identity, likeness, sound

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
