"""Who does something, and the posts he holds while he does it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ActorKind(StrEnum):
    """What kind of somebody acts."""

    STAFF = "staff"
    YOUNG_PERSON = "young_person"
    LINK_HOLDER = "link_holder"
    PARTNER = "partner"
    JOB = "job"


@dataclass(frozen=True)
class Post:
    """One role in one municipality, held at the moment of acting; `label` says so in words."""

    role: str
    municipality_id: int
    label: str = field(default="", compare=False)


@dataclass(frozen=True)
class StandIn:
    """A colleague whose work in one municipality he does for some days."""

    officer_id: int
    municipality_id: int


@dataclass(frozen=True)
class Seated:
    """As which professional of the map of one municipality a partner comes in; `label` and `place` say so in words."""

    professional_id: int
    municipality_id: int
    label: str = field(default="", compare=False)
    place: str = field(default="", compare=False)


@dataclass(frozen=True)
class Actor:
    """Somebody who acts or looks: `id` is his key within his kind, `label` the name that others may read.

    The posts are those of one moment, `on` is its day, `stands_in` whom he covers for then and `seats` as whom a
    partner comes in: make a new actor for every request. Without a day he guides nobody. A partner holds no post.
    """

    kind: ActorKind
    id: str
    label: str
    posts: frozenset[Post] = field(default_factory=frozenset)
    on: date | None = None
    stands_in: frozenset[StandIn] = field(default_factory=frozenset)
    seats: frozenset[Seated] = field(default_factory=frozenset)

    def municipalities_as(self, roles: Iterable[str]) -> frozenset[int]:
        """The municipalities in which he holds one of these roles."""
        wanted = frozenset(roles)
        return frozenset(post.municipality_id for post in self.posts if post.role in wanted)
