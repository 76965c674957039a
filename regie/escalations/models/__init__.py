"""A barrier that rises, the second person who looks along, and what came of it."""

from regie.escalations.models.answer import EscalationAnswer, asking_of
from regie.escalations.models.consent import EscalationConsent
from regie.escalations.models.escalation import ASKED_AT, Escalation, may_be_asked

__all__ = [
    "ASKED_AT",
    "Escalation",
    "EscalationAnswer",
    "EscalationConsent",
    "asking_of",
    "may_be_asked",
]
