"""Asking a partner and agreeing with him, which are disclosures; and telling what he answered of his plan."""

from regie.requests.actions.agreeing import agree_together
from regie.requests.actions.answering import tell_answer
from regie.requests.actions.asking import ask

__all__ = ["agree_together", "ask", "tell_answer"]
