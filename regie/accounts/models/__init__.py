"""Where people work, who they are, and which role they hold when."""

from regie.accounts.models.places import Municipality, Region
from regie.accounts.models.roles import RoleGrant
from regie.accounts.models.users import User

__all__ = ["Municipality", "Region", "RoleGrant", "User"]
