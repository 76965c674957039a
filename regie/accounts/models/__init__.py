"""Where people work, who they are, which role they hold when, who covers for whom, and who is asked in."""

from regie.accounts.models.covers import Absence, Cover
from regie.accounts.models.events import AccountEvent
from regie.accounts.models.invitations import Invitation, InvitationEnd
from regie.accounts.models.places import Municipality, Region
from regie.accounts.models.reviews import AccountReview, ReviewedAccount
from regie.accounts.models.roles import RoleGrant
from regie.accounts.models.users import User

__all__ = [
    "Absence",
    "AccountEvent",
    "AccountReview",
    "Cover",
    "Invitation",
    "InvitationEnd",
    "Municipality",
    "Region",
    "ReviewedAccount",
    "RoleGrant",
    "User",
]
