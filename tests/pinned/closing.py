"""What is pinned of closing and re-opening, and what is typed there."""

from datetime import date
from typing import Any

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:closing"): 18,
    ("fatima", "desk:closing"): 17,
    ("noor", "desk:close"): 13,
    ("fatima", "desk:answer_closure"): 12,
    ("noor", "desk:take_back_closure"): 9,
    ("noor", "desk:reopen"): 12,
    ("noor", "desk:reopen_referred"): 12,
    ("noor", "send desk:close"): 29,  # the form also knows whether any day is early
    ("fatima", "send desk:answer_closure"): 17,
    ("noor", "send desk:take_back_closure"): 20,
    ("noor", "send desk:reopen"): 22,
    ("noor", "send desk:reopen_referred"): 26,
}
DOMAINS = ("housing", "practical_affairs", "care", "finances_and_debts", "work_and_income")


def typed(today: date) -> dict[str, dict[str, Any]]:
    """What is typed into each form."""
    results = {f"result_{code}": "reached" for code in DOMAINS}
    again = {"since": f"{today:%d-%m-%Y}", "words": "Hij belde."}
    return {
        "desk:close": {"happened_on": f"{today:%d-%m-%Y}", "words": "Klaar.", "door": "yes", **results},
        "desk:answer_closure": {"agreed": "yes"},
        "desk:reopen": again,
        "desk:reopen_referred": again,
    }
