"""Municipalities and the staff who work there."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from regie.accounts.enums import Role
from regie.accounts.models import Municipality, Region, RoleGrant, User
from regie.approach.actions import load
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.facts import Recorded
from tests.factories.approaches import shipped

CASELOAD = 30
BENCH = Actor(ActorKind.JOB, "bench", "Meting")


@dataclass(frozen=True)
class Place:
    """A municipality with its officers, each of 30 people, its coordinator, and how many people it guides."""

    number: int
    municipality: Municipality
    officers: list[User]
    coordinator: User
    guided: int

    def officer_of(self, turn: int) -> User:
        """Who guides young person number `turn` of this municipality."""
        return self.officers[turn // CASELOAD]


def found(sizes: list[int], *, at: datetime) -> list[Place]:
    """Municipalities that guide so many people each; the first one is the same in every database."""
    region = Region.objects.create(name="Zuid-Limburg")
    for layer in ("national", "zuid-limburg"):
        load(shipped(layer), filename=layer, by=BENCH, at=at)
    return [_place(number, size, region, at=at) for number, size in enumerate(sizes)]


def _place(number: int, guided: int, region: Region, *, at: datetime) -> Place:
    municipality = Municipality.objects.create(
        name=f"Gemeente {number:02}", cbs_code=f"GM{number + 1:04}", region=region
    )
    count = -(-guided // CASELOAD)
    people = [User(name=f"Officier {turn}", email=f"o{turn}@g{number}.nl") for turn in range(count)]
    people.append(User(name="Coördinator", email=f"c@g{number}.nl"))
    *officers, coordinator = User.objects.bulk_create(people)
    stamp = Recorded.stamp(by=BENCH, at=at)
    RoleGrant.objects.bulk_create(
        RoleGrant(
            user=user,
            role=Role.COORDINATOR if user is coordinator else Role.OFFICER,
            municipality=municipality,
            since=day(at) - timedelta(days=365),
            **stamp,
        )
        for user in (*officers, coordinator)
    )
    return Place(number, municipality, officers, coordinator, guided)
