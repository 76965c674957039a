"""What is pinned of Vandaag and of his terms, and what is typed there."""

from regie.base.clock import day, now

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    # Her first day, with referrals that wait: whether she was ever told anything is asked, and all of it is written.
    # Two for who came out lately: one for the block on top, one for whether his first days are done.
    ("noor", "desk:today"): 19,
    ("fatima", "desk:today"): 15,  # also what waits for her as the second person, at a closure and at a level
    ("noor", "desk:handle_term"): 12,
    ("noor", "send desk:handle_term"): 22,
}
PARTS = {"rule": "first_contact", "occurrence": "referral"}


def typed() -> dict[str, dict[str, str]]:
    """What is typed into each form."""
    return {"desk:handle_term": {"kind": "done", "happened_on": f"{day(now()):%d-%m-%Y}"}}
