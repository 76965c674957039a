"""What is told of his plan, by the verbs themselves."""

from datetime import datetime

from regie.accounts.models import User
from regie.base.clock import day
from regie.plans.enums import SaidBy, WishOutcome
from regie.plans.models import Talent, Wish, WishFollowUp
from regie.plans.rules import TalentAccount, WishAccount, WishFollowUpAccount
from regie.trajectories.models import Trajectory


def wish(trajectory: Trajectory, *, by: User, at: datetime, words: str = "Ik wil een eigen kamer.") -> Wish:
    """He said what he wants."""
    account = WishAccount(day(at), words, "PI Sittard")
    return Wish.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)


def follow_up(
    wish: Wish,
    *,
    by: User,
    at: datetime,
    outcome: WishOutcome = WishOutcome.STILL,
    words: str = "Nog steeds.",
) -> WishFollowUp:
    """He was asked again."""
    account, actor = WishFollowUpAccount(day(at), outcome, words), by.acting(at)
    return WishFollowUp.tell(trajectory=wish.trajectory, account=account, wish=wish, by=actor, at=at)


def talent(trajectory: Trajectory, *, by: User, at: datetime, words: str = "Hij kookt goed.") -> Talent:
    """Somebody said what he is good at."""
    account = TalentAccount(day(at), words, SaidBy.HIMSELF)
    return Talent.tell(trajectory=trajectory, account=account, by=by.acting(at), at=at)
