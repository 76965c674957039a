"""Who is around him."""

from datetime import date

from regie.base.facts import standing
from regie.plans.models import NetworkMember
from regie.plans.rules import reading_order
from regie.trajectories.models import Trajectory


def network_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[NetworkMember]:
    """All of them that stand, in the order in which each was told first; who left his life as well; one query."""
    versions = list(NetworkMember.objects.of(trajectory).order_by("pk"))
    first = {one.ref: place for place, one in reversed(list(enumerate(versions)))}
    return sorted(standing(versions, as_known=as_known), key=lambda one: first[one.ref])


def as_read(members: list[NetworkMember]) -> list[NetworkMember]:
    """The same people, who supports him first."""
    return sorted(members, key=lambda one: reading_order(one.influence, one.no_contact, one.closeness))
