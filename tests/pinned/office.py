"""What is pinned of the pages of managers, who is there, and what is typed into their forms."""

from datetime import datetime
from typing import Any

from regie.accounts.enums import Role
from regie.base.clock import day, now
from tests.cast import Cast, employ
from tests.factories.invitations import invite

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "office:approach"): 8,
    ("wil", "office:approach"): 8,
    ("noor", "office:compare_editions"): 6,
    ("noor", "office:export_edition"): 6,
    ("wil", "office:change_setting"): 8,
    ("wil", "send office:change_setting"): 14,
    ("wil", "office:users"): 7,
    ("wil", "office:invite"): 6,
    ("wil", "send office:invite"): 15,
    ("wil", "office:invitation_letter"): 6,
    ("wil", "office:withdraw_invitation"): 6,
    ("wil", "send office:withdraw_invitation"): 10,
}


def staff(cast: Cast, size: int, *, at: datetime) -> dict[str, Any]:
    """So many colleagues and so many invitations; the first of each by the part of the address."""
    for n in range(size):
        employ(f"Collega {n}", Role.OFFICER, cast.here, at=at)
    invited = [invite(cast, f"Gast {n}", at=at) for n in range(size)]
    return {"invitation_ref": invited[0].invitation.ref}


def typed(cast: Cast) -> dict[str, dict[str, Any]]:
    """What is typed into each form."""
    kim = {"name": "Kim", "email": "kim@example.nl", "role": "officer", "way": "paper"}
    rule = {"way": "own", "value": "26", "valid_from": f"{day(now()):%d-%m-%Y}", "reason": "Zo is het."}
    return {"office:invite": {**kim, "municipality": cast.here.pk}, "office:change_setting": rule}
