"""Makes the mails of a day and sends them; and sends a link for one request."""

from regie.mailing.actions.delivering import deliver, queue, tidy_queue
from regie.mailing.actions.linking import SentLink, send_link
from regie.mailing.actions.preparing import Prepared, prepare

__all__ = ["Prepared", "SentLink", "deliver", "prepare", "queue", "send_link", "tidy_queue"]
