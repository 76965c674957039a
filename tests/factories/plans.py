"""What is told of his plan, by the verbs themselves."""

from datetime import datetime

from regie.accounts.models import User
from regie.base.clock import day
from regie.plans.models import Wish
from regie.plans.rules import WishAccount
from regie.trajectories.models import Trajectory


def wish(trajectory: Trajectory, *, by: User, at: datetime, words: str = "Ik wil een eigen kamer.") -> Wish:
    """He said what he wants."""
    account = WishAccount(day(at), words, "PI Sittard")
    return Wish.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)
