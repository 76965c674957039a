"""When a referral can be true, and how long guidance lasts."""

from regie.trajectories.rules.guidance import check_planned_end, earliest_end, lasting
from regie.trajectories.rules.referral import check_referral_dates

__all__ = ["check_planned_end", "check_referral_dates", "earliest_end", "lasting"]
