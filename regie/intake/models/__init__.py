"""What came in, the message about each young person in it, and what was decided about that."""

from regie.intake.models.decisions import Confirmation, HandOver
from regie.intake.models.delivery import Delivery
from regie.intake.models.message import Message

__all__ = ["Confirmation", "Delivery", "HandOver", "Message"]
