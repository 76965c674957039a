"""Who guided one trajectory in which period, read once: what the querysets ask of many, answered of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from regie.accounts.enums import Permission
from regie.accounts.models import RoleGrant, User
from regie.accounts.rules import may
from regie.base.actors import Actor, ActorKind
from regie.privacy.enums import AccessGround
from regie.trajectories.models.assignment import Assignment


@dataclass(frozen=True)
class Guidance:
    """The assignments of one trajectory, each with its officer."""

    municipality_id: int
    assignments: Sequence[Assignment]

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
