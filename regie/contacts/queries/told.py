"""In whose contact the words stand that somebody searches for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from regie.base.actors import Actor
from regie.contacts.models import ContactMoment, ContactStem
from regie.contacts.queries.contact import newest_first
from regie.trajectories.models import Trajectory


@dataclass(frozen=True)
class FoundPerson:
    """One young person in whose contact it stands: how often, and the newest of it."""

    trajectory: Trajectory
    times: int
    moments: Sequence[ContactMoment]


def people_told_of(stems: Sequence[str], *, viewer: Actor) -> list[dict[str, Any]]:
    """Per trajectory that he may see in how many contacts all of these stand (`times`), the newest first; one query."""
    return list(ContactStem.objects.telling(stems, viewer).by_person())


def told_of_them(
    some: Sequence[Mapping[str, Any]], stems: Sequence[str], *, viewer: Actor, most: int
) -> list[FoundPerson]:
    """Of some of these people the newest of what was told; three queries, or none."""
    if not some:
        return []
    keys = [one["trajectory"] for one in some]
    rows = ContactStem.objects.telling(stems, viewer, among=keys)
    by_trajectory: dict[int, list[int]] = defaultdict(list)
    for trajectory, moment in rows.order_by("-happened_on", "-moment").values_list("trajectory", "moment"):
        if len(by_trajectory[trajectory]) < most:
            by_trajectory[trajectory].append(moment)
    moments = _moments((pk for pks in by_trajectory.values() for pk in pks), viewer)
    visible = Trajectory.objects.visible_to(viewer).select_related("person", "municipality").in_bulk(keys)
    return [
        FoundPerson(visible[key], one["times"], [moments[pk] for pk in by_trajectory[key] if pk in moments])
        for key, one in zip(keys, some, strict=True)
        if key in visible
    ]


def told_of_him(trajectory: Trajectory, stems: Sequence[str], *, viewer: Actor) -> QuerySet[ContactMoment]:
    """His contact in which all of these stand, the newest first."""
    rows = ContactStem.objects.telling(stems, viewer, among=[trajectory.pk])
    return newest_first(trajectory).filter(pk__in=rows.values("moment"))


def _moments(keys: Iterable[int], viewer: Actor) -> dict[int, ContactMoment]:
    found: dict[int, ContactMoment] = ContactMoment.objects.current().visible_to(viewer).in_bulk(list(keys))
    return found
