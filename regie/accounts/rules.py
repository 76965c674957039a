"""Which role may do what, and the question whether somebody may."""

from collections.abc import Mapping

from regie.accounts.enums import Permission, Role
from regie.base.actors import Actor
from regie.base.errors import NotAllowed

ROLE_PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.OFFICER: frozenset({Permission.SCREEN_REFERRALS, Permission.GUIDE, Permission.READ_APPROACH}),
    Role.COORDINATOR: frozenset(
        {
            Permission.SEE_ALL_TRAJECTORIES,
            Permission.APPROVE_EXCEPTIONS,
            Permission.TAKE_OVER_MESSAGES,
            Permission.ASSIGN,
            Permission.READ_APPROACH,
        }
    ),
    Role.PROGRAMME_MANAGER: frozenset({Permission.READ_APPROACH}),
    Role.FUNCTIONAL_MANAGER: frozenset({Permission.READ_APPROACH, Permission.CHANGE_APPROACH}),
    Role.PRIVACY_OFFICER: frozenset(),
    Role.NETWORK_LEAD: frozenset(),
}


def roles_that_may(permission: Permission) -> frozenset[Role]:
    """The roles that are allowed this."""
    return frozenset(role for role, allowed in ROLE_PERMISSIONS.items() if permission in allowed)


def where_may(actor: Actor, permission: Permission) -> frozenset[int]:
    """The municipalities in which he may do this."""
    return actor.municipalities_as(roles_that_may(permission))


def may(actor: Actor, permission: Permission, municipality_id: int) -> bool:
    """Whether he may do this there."""
    return municipality_id in where_may(actor, permission)


def check_may(actor: Actor, permission: Permission, municipality_id: int) -> None:
    """Raises NotAllowed with a sentence when he may not."""
    if not may(actor, permission, municipality_id):
        raise NotAllowed("Dit mag u niet doen in deze gemeente.")
