"""What stands of the facts about detention, of one person and of many."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from regie.base.facts import AS_TOLD, standing
from regie.base.gathering import Gathered
from regie.detention.models.detention_fact import DetentionFact
from regie.persons.models import Person

F = TypeVar("F", bound=DetentionFact)


def told(model: type[F], person: Person, ref: uuid.UUID) -> F | None:
    """One fact about his detention as it stands, by its ref; None when he has no such."""
    manager: Any = model._default_manager
    found: F | None = (
        manager.current().of(person).select_related("person__municipality").filter(ref=ref).first()
    )
    return found


def standing_of(
    model: type[F],
    person: Person,
    as_known: date | None,
    *,
    along: Sequence[str] = (),
    told: Gathered | None = None,
) -> list[F]:
    """What stands of one kind, oldest first; one query, none when it was gathered (`told`)."""
    if told is not None:
        return in_order(told.of(model), as_known=as_known)
    manager: Any = model._default_manager
    versions: Iterable[F] = manager.of(person).select_related(*along) if along else manager.of(person)
    return in_order(versions, as_known=as_known)


def of_many(
    model: type[F], person_ids: Iterable[int], as_known: date | None, *, along: Sequence[str] = ()
) -> dict[int, list[F]]:
    """The same of many people, by person; one query, and an empty list for who is not in it."""
    manager: Any = model._default_manager
    versions = manager.filter(person__in=list(person_ids))
    return by_person(versions.select_related(*along) if along else versions, as_known=as_known)


def by_person(versions: Iterable[F], *, as_known: date | None = None) -> dict[int, list[F]]:
    """Those of all these versions that stand, oldest first, by person; an empty list for who is not in it."""
    told: dict[int, list[F]] = defaultdict(list)
    for fact in in_order(versions, as_known=as_known):
        told[fact.person_id].append(fact)
    return told


def in_order(versions: Iterable[F], *, as_known: date | None = None) -> list[F]:
    """Those of all these versions that stand, oldest first."""
    return sorted(standing(versions, as_known=as_known), key=AS_TOLD)
