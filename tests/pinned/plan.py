"""What is pinned of his plan."""

from datetime import datetime
from typing import Any

from regie.base.clock import day, now
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import debts, plans

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:plan"): 11,
    ("fatima", "desk:plan"): 10,
    ("noor", "desk:tell_wish"): 9,
    ("noor", "desk:correct_wish"): 9,
    ("noor", "desk:withdraw_wish"): 9,
    ("noor", "send desk:tell_wish"): 15,
    ("noor", "send desk:correct_wish"): 15,
    ("noor", "send desk:withdraw_wish"): 15,
    ("noor", "desk:debts"): 12,
    ("fatima", "desk:debts"): 11,
    ("noor", "desk:debt_overview"): 10,
    ("fatima", "desk:debt_overview"): 9,
    ("noor", "desk:debt"): 9,
    ("fatima", "desk:debt"): 8,
    ("noor", "desk:read_debt"): 10,
    ("noor", "send desk:read_debt"): 21,
    ("noor", "desk:end_debt"): 10,
    ("noor", "send desk:end_debt"): 22,
    ("noor", "desk:tell_debt"): 10,
    ("noor", "send desk:tell_debt"): 24,
    ("noor", "desk:correct_debt"): 10,
    ("noor", "send desk:correct_debt"): 16,
    ("noor", "desk:withdraw_debt"): 9,
    ("noor", "send desk:withdraw_debt"): 21,
    ("noor", "desk:correct_debtreading"): 9,
    ("noor", "send desk:correct_debtreading"): 16,
    ("noor", "desk:withdraw_debtreading"): 9,
    ("noor", "send desk:withdraw_debtreading"): 15,
    ("noor", "desk:correct_nodebts"): 9,
    ("noor", "desk:withdraw_nodebts"): 9,
}


def told(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """One of each that is told of his plan, by the part of the address."""
    by: dict[str, Any] = {"by": cast.noor, "at": at}
    none = debts.owes_nothing(trajectory, **by)
    debt = debts.owe(trajectory, reference="K-1", **by)
    return {
        "wish_ref": plans.wish(trajectory, **by).ref,
        "nodebts_ref": none.ref,
        "debt_ref": debt.ref,
        "debtreading_ref": debts.read(debt, "5", **by).ref,
    }


def typed() -> dict[str, dict[str, str]]:
    """What is typed into each form."""
    today = f"{day(now()):%d-%m-%Y}"
    reading = {"happened_on": today, "threat": "none", "payment_plan": "none"}
    of_each = {
        "wish": {"happened_on": today, "words": "Ik wil werken."},
        "debt": {"creditor": "CJIB", "kind": "fines", **reading},
        "debtreading": reading,
        "nodebts": {"happened_on": today},
    }
    of_a_debt = {"desk:read_debt": reading, "desk:end_debt": {"state": "paid", "happened_on": today}}
    return of_a_debt | {
        f"desk:{verb}_{name}": fields for verb in ("tell", "correct") for name, fields in of_each.items()
    }
