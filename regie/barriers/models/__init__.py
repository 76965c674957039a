"""What stands in his way, what was tried, and how it ended."""

from regie.barriers.models.attempt import BarrierAttempt
from regie.barriers.models.barrier import Barrier
from regie.barriers.models.ending import BarrierEnd

__all__ = ["Barrier", "BarrierAttempt", "BarrierEnd"]
