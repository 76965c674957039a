"""Who asked for mail, every mail, what happened to it, and the rounds in which they are made."""

from regie.mailing.models.choice import MailChoice
from regie.mailing.models.event import MailEvent
from regie.mailing.models.mail import Mail
from regie.mailing.models.round import MailRound

__all__ = ["Mail", "MailChoice", "MailEvent", "MailRound"]
