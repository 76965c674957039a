"""What happens to messages: they come in, go into a file or to aftercare, and are destroyed."""

from regie.intake.actions.confirming import Confirmed, confirm_message
from regie.intake.actions.destroying import destroy_messages
from regie.intake.actions.handing_over import hand_over_messages
from regie.intake.actions.receiving import receive

__all__ = ["Confirmed", "confirm_message", "destroy_messages", "hand_over_messages", "receive"]
