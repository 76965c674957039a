"""Asking a partner, which is a disclosure; and telling what he answered, which may tell of his plan."""

from regie.requests.actions.answering import tell_answer
from regie.requests.actions.asking import ask

__all__ = ["ask", "tell_answer"]
