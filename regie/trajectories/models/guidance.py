"""Who guided one trajectory in which period, read once: what the querysets ask of many, answered of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from regie.accounts.enums import Permission
from regie.accounts.models import RoleGrant, User
from regie.accounts.rules import may
from regie.base.actors import Actor, ActorKind
from regie.base.errors import NotNow
from regie.privacy.enums import AccessGround
from regie.trajectories.models.assignment import Assignment


def is_closed(since: date) -> str:
    """What is said to who would add to what is over."""
    return f"De begeleiding is afgerond op {since:%d-%m-%Y}. Er kan niets meer bij."


@dataclass(frozen=True)
class Guidance:
    """The assignments of one trajectory, each with its officer.

    `closed_on` is since when it is closed, None while it runs; `ever_closing` whether anything was told of closing.
    """

    municipality_id: int
    assignments: Sequence[Assignment]
    closed_on: date | None = None
    ever_closing: bool = False

    def officers(self, on: date) -> set[int]:
        """The keys of whose assignment holds that day, whether they still work there or not."""
        return {one.officer_id for one in self.assignments if one.holds(on)}

    def officer_on(self, on: date) -> User | None:
        """Who guides him that day, or nobody: who left guides nobody; one query at most."""
        holding = next((one.officer for one in self.assignments if one.holds(on)), None)
        grants = RoleGrant.objects.running(on).allowing(Permission.GUIDE)
        if holding and grants.filter(user=holding, municipality=self.municipality_id).exists():
            return holding
        return None

    def is_by(self, officer: Actor) -> bool:
        """Whether this officer guides him on the day he acts, himself or for a colleague."""
        if officer.on is None or not may(officer, Permission.GUIDE, self.municipality_id):
            return False
        covered = {one.officer_id for one in officer.stands_in if one.municipality_id == self.municipality_id}
        return self._assigned_to(officer) or not covered.isdisjoint(self.officers(officer.on))

    def is_open_to(self, officer: Actor) -> bool:
        """Whether this officer guides him and it runs: then he may write more down."""
        return self.closed_on is None and self.is_by(officer)

    def check_open(self) -> None:
        """Raises NotNow when it is closed: nothing is added to what is over."""
        if self.closed_on:
            raise NotNow(is_closed(self.closed_on))

    def is_assigned_to(self, officer: Actor) -> bool:
        """Whether he himself guides him, and not for a colleague."""
        return may(officer, Permission.GUIDE, self.municipality_id) and self._assigned_to(officer)

    def is_seen_by(self, viewer: Actor) -> bool:
        """Whether this viewer may see the trajectory, as `visible_to` says it."""
        return may(viewer, Permission.SEE_ALL_TRAJECTORIES, self.municipality_id) or self.is_by(viewer)

    def ground(self, viewer: Actor) -> AccessGround:
        """Why this viewer may open the file."""
        if self._assigned_to(viewer):
            return AccessGround.ASSIGNMENT
        return AccessGround.COVER if self.is_by(viewer) else AccessGround.COORDINATION

    def _assigned_to(self, officer: Actor) -> bool:
        if officer.kind is not ActorKind.STAFF or officer.on is None:
            return False
        return int(officer.id) in self.officers(officer.on)
