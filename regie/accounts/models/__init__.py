"""Where people work, who they are, which role they hold when, who covers for whom, and who is asked in."""

from regie.accounts.models.calendar_addresses import CalendarAddress, CalendarReading, NewAddress
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
    "CalendarAddress",
    "CalendarReading",
    "Cover",
    "Invitation",
    "InvitationEnd",
    "Municipality",
    "NewAddress",
    "Region",
    "ReviewedAccount",
    "RoleGrant",
    "User",
]
