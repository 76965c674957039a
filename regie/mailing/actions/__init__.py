"""Makes the mails of a day and sends them."""

from regie.mailing.actions.delivering import deliver, queue, tidy_queue
from regie.mailing.actions.preparing import Prepared, prepare

__all__ = ["Prepared", "deliver", "prepare", "queue", "tidy_queue"]
