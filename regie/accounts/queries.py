"""What the office reads of the people who work in a municipality."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from regie.accounts.models import RoleGrant, User


@dataclass(frozen=True)
class Colleague:
    """Somebody with a role here, and all roles he held, holds or will hold here, the newest first."""

    user: User
    grants: tuple[RoleGrant, ...]

    def works(self, on: date) -> bool:
        """Whether he may come in and holds a role here that day."""
        return self.user.is_active and any(grant.holds(on) for grant in self.grants)


def colleagues_in(municipalities: Iterable[int]) -> list[Colleague]:
    """Everybody who ever held a role there, by name; one query."""
    grants = RoleGrant.objects.filter(municipality__in=municipalities).select_related("user", "municipality")
    by_user: dict[User, list[RoleGrant]] = {}
    for grant in grants.order_by("user__name", "user__pk", "-since", "-pk"):
        by_user.setdefault(grant.user, []).append(grant)
    return [Colleague(user, tuple(held)) for user, held in by_user.items()]
