"""What changes more than one record at a time."""

from regie.trajectories.actions.assigning import Chosen, assign_many
from regie.trajectories.actions.closing import (
    answer_closure,
    close_trajectory,
    reopen_trajectory,
    shortest_end,
    standing_closure,
    take_back_closure,
)
from regie.trajectories.actions.deciding import (
    Redirecting,
    answer_exception,
    ask_exception,
    defer_referral,
    redirect_referral,
    weigh_referral,
)
from regie.trajectories.actions.detaining import (
    correct_detention,
    end_condition,
    tell_detention,
    tell_of_referral,
    withdraw_detention,
)
from regie.trajectories.actions.detaining_again import (
    Again,
    tell_detained_again,
    withdraw_detained_again,
)
from regie.trajectories.actions.freeing import tell_free, tell_still_inside
from regie.trajectories.actions.registering import Telling, correct_referral, register_referral

__all__ = [
    "Again",
    "Chosen",
    "Redirecting",
    "Telling",
    "answer_closure",
    "answer_exception",
    "ask_exception",
    "assign_many",
    "close_trajectory",
    "correct_detention",
    "correct_referral",
    "defer_referral",
    "end_condition",
    "redirect_referral",
    "register_referral",
    "reopen_trajectory",
    "shortest_end",
    "standing_closure",
    "take_back_closure",
    "tell_detained_again",
    "tell_detention",
    "tell_free",
    "tell_of_referral",
    "tell_still_inside",
    "weigh_referral",
    "withdraw_detained_again",
    "withdraw_detention",
]
