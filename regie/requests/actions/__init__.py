"""Asking a partner and agreeing with him, which are disclosures; his answer, and the link with which he gives it."""

from regie.requests.actions.agreeing import agree_together
from regie.requests.actions.answering import tell_answer
from regie.requests.actions.asking import ask
from regie.requests.actions.linking import NewLink, answer_by_link, make_link, open_link

__all__ = [
    "NewLink",
    "agree_together",
    "answer_by_link",
    "ask",
    "make_link",
    "open_link",
    "tell_answer",
]
