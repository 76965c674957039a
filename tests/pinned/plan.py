"""What is pinned of his plan."""

from datetime import datetime
from typing import Any

from regie.base.clock import day, now
from regie.plans.enums import Doer
from regie.trajectories.models import Trajectory
from tests.cast import Cast
from tests.factories import agreements, around, debts, goals, plans, readings, taking_over
from tests.factories.papers import Sent, paper

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:plan"): 26,
    ("fatima", "desk:plan"): 25,
    ("noor", "desk:my_plan_sheet"): 17,
    ("fatima", "desk:my_plan_sheet"): 16,
    ("noor", "desk:visit_sheet"): 17,
    ("fatima", "desk:visit_sheet"): 16,
    ("noor", "desk:debts_sheet"): 10,
    ("fatima", "desk:debts_sheet"): 9,
    ("noor", "desk:agreement_sheet"): 9,
    ("fatima", "desk:agreement_sheet"): 8,
    ("noor", "desk:authorisation_sheet"): 9,
    ("fatima", "desk:authorisation_sheet"): 8,
    ("noor", "desk:wishes"): 10,
    ("noor", "desk:taken_over"): 12,
    ("fatima", "desk:taken_over"): 11,
    ("noor", "desk:authorisation_paper"): 9,
    ("fatima", "desk:authorisation_paper"): 8,
    ("noor", "desk:stop_authorisation"): 9,
    ("noor", "send desk:stop_authorisation"): 15,
    ("noor", "desk:tell_authorisation"): 10,
    ("noor", "desk:tell_takenover"): 11,
    ("noor", "desk:tell_doing"): 9,
    ("noor", "desk:correct_authorisation"): 10,
    ("noor", "desk:correct_takenover"): 11,
    ("noor", "desk:correct_doing"): 9,
    ("noor", "desk:withdraw_authorisation"): 9,
    ("noor", "desk:withdraw_takenover"): 9,
    ("noor", "desk:withdraw_doing"): 9,
    ("noor", "send desk:tell_authorisation"): 18,
    ("noor", "send desk:tell_takenover"): 19,
    ("noor", "send desk:tell_doing"): 18,
    ("noor", "send desk:correct_authorisation"): 16,
    ("noor", "send desk:correct_takenover"): 17,
    ("noor", "send desk:correct_doing"): 16,
    ("noor", "send desk:withdraw_authorisation"): 15,
    ("noor", "send desk:withdraw_takenover"): 15,
    ("noor", "send desk:withdraw_doing"): 15,
    ("noor", "desk:papers"): 9,
    ("fatima", "desk:papers"): 8,
    ("noor", "desk:write_papers"): 9,
    ("noor", "desk:write_paper"): 15,
    ("noor", "send desk:write_paper"): 25,
    ("noor", "desk:paper_file"): 8,
    ("fatima", "desk:paper_file"): 7,
    ("noor", "desk:tell_paper"): 9,
    ("noor", "desk:correct_paper"): 9,
    ("noor", "desk:withdraw_paper"): 9,
    ("noor", "send desk:tell_paper"): 19,
    ("noor", "send desk:correct_paper"): 15,
    ("noor", "send desk:withdraw_paper"): 15,
    ("fatima", "desk:wishes"): 9,
    ("noor", "desk:plan_between"): 8,
    ("fatima", "desk:plan_between"): 7,
    ("noor", "desk:agreements"): 9,
    ("fatima", "desk:agreements"): 8,
    ("noor", "desk:compare_agreements"): 9,
    ("fatima", "desk:compare_agreements"): 8,
    ("noor", "desk:agreement_paper"): 9,
    ("fatima", "desk:agreement_paper"): 8,
    ("noor", "desk:tell_agreement"): 10,
    ("noor", "desk:correct_agreement"): 10,
    ("noor", "desk:withdraw_agreement"): 10,
    ("noor", "send desk:tell_agreement"): 20,
    ("noor", "send desk:correct_agreement"): 18,
    ("noor", "send desk:withdraw_agreement"): 17,
    ("noor", "desk:tell_wish"): 9,
    ("noor", "desk:correct_wish"): 9,
    ("noor", "desk:withdraw_wish"): 9,
    ("noor", "send desk:tell_wish"): 15,
    ("noor", "send desk:correct_wish"): 15,
    ("noor", "send desk:withdraw_wish"): 15,
    ("noor", "desk:around"): 10,
    ("fatima", "desk:around"): 9,
    ("noor", "desk:week"): 9,
    ("fatima", "desk:week"): 8,
    ("noor", "desk:tell_networkmember"): 9,
    ("noor", "desk:correct_networkmember"): 9,
    ("noor", "desk:withdraw_networkmember"): 9,
    ("noor", "send desk:tell_networkmember"): 15,
    ("noor", "send desk:correct_networkmember"): 15,
    ("noor", "send desk:withdraw_networkmember"): 15,
    ("noor", "desk:tell_weekslot"): 9,
    ("noor", "desk:correct_weekslot"): 9,
    ("noor", "desk:withdraw_weekslot"): 9,
    ("noor", "send desk:tell_weekslot"): 15,
    ("noor", "send desk:correct_weekslot"): 15,
    ("noor", "send desk:withdraw_weekslot"): 15,
    ("noor", "desk:tell_wishfollowup"): 10,
    ("noor", "desk:correct_wishfollowup"): 9,
    ("noor", "desk:withdraw_wishfollowup"): 9,
    ("noor", "send desk:tell_wishfollowup"): 16,
    ("noor", "send desk:correct_wishfollowup"): 15,
    ("noor", "send desk:withdraw_wishfollowup"): 15,
    ("noor", "desk:tell_talent"): 9,
    ("noor", "desk:correct_talent"): 9,
    ("noor", "desk:withdraw_talent"): 9,
    ("noor", "send desk:tell_talent"): 15,
    ("noor", "send desk:correct_talent"): 15,
    ("noor", "send desk:withdraw_talent"): 15,
    ("noor", "desk:goal"): 13,
    ("noor", "desk:goal_examples"): 10,
    ("noor", "desk:goal_from_example"): 12,
    ("noor", "desk:tell_goal"): 11,
    ("noor", "desk:correct_goal"): 11,
    ("noor", "desk:withdraw_goal"): 9,
    ("noor", "desk:tell_step"): 9,
    ("noor", "desk:correct_step"): 10,
    ("noor", "desk:withdraw_step"): 10,
    ("noor", "desk:tell_stepmark"): 10,
    ("noor", "desk:correct_stepmark"): 11,
    ("noor", "desk:withdraw_stepmark"): 11,
    ("noor", "desk:tell_goalresult"): 9,
    ("noor", "desk:correct_goalresult"): 10,
    ("noor", "desk:withdraw_goalresult"): 10,
    ("fatima", "desk:goal"): 12,
    ("noor", "send desk:goal_from_example"): 35,
    ("noor", "send desk:tell_goal"): 33,
    ("noor", "send desk:correct_goal"): 17,
    ("noor", "send desk:withdraw_goal"): 15,
    ("noor", "send desk:tell_step"): 17,
    ("noor", "send desk:correct_step"): 17,
    ("noor", "send desk:withdraw_step"): 16,
    ("noor", "send desk:tell_stepmark"): 20,
    ("noor", "send desk:correct_stepmark"): 19,
    ("noor", "send desk:withdraw_stepmark"): 17,
    ("noor", "send desk:tell_goalresult"): 18,
    ("noor", "send desk:correct_goalresult"): 17,
    ("noor", "send desk:withdraw_goalresult"): 16,
    ("noor", "desk:readings"): 12,
    ("fatima", "desk:readings"): 11,
    ("noor", "desk:tell_readings"): 10,
    ("noor", "desk:measure_conditions"): 11,
    ("noor", "desk:correct_domainreading"): 10,
    ("noor", "desk:withdraw_domainreading"): 10,
    ("noor", "desk:correct_conditionreading"): 9,
    ("noor", "desk:withdraw_conditionreading"): 10,
    ("noor", "send desk:tell_readings"): 19,
    ("noor", "send desk:measure_conditions"): 20,
    ("noor", "send desk:correct_domainreading"): 19,
    ("noor", "send desk:withdraw_domainreading"): 15,
    ("noor", "send desk:correct_conditionreading"): 18,
    ("noor", "send desk:withdraw_conditionreading"): 15,
    ("noor", "desk:debts"): 12,
    ("fatima", "desk:debts"): 11,
    ("noor", "desk:debt_overview"): 10,
    ("fatima", "desk:debt_overview"): 9,
    ("noor", "desk:debt"): 9,
    ("fatima", "desk:debt"): 8,
    ("noor", "desk:read_debt"): 10,
    ("noor", "send desk:read_debt"): 19,
    ("noor", "desk:end_debt"): 10,
    ("noor", "send desk:end_debt"): 20,
    ("noor", "desk:tell_debt"): 10,
    ("noor", "send desk:tell_debt"): 26,
    ("noor", "desk:correct_debt"): 10,
    ("noor", "send desk:correct_debt"): 16,
    ("noor", "desk:withdraw_debt"): 9,
    ("noor", "send desk:withdraw_debt"): 21,
    ("noor", "desk:correct_debtreading"): 9,
    ("noor", "send desk:correct_debtreading"): 16,
    ("noor", "desk:withdraw_debtreading"): 9,
    ("noor", "send desk:withdraw_debtreading"): 15,
    ("noor", "desk:tell_nodebts"): 9,
    ("noor", "desk:correct_nodebts"): 9,
    ("noor", "desk:withdraw_nodebts"): 9,
}


def told(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """One of each that is told of his plan, by the part of the address."""
    wish, talent = (tell(trajectory, by=cast.noor, at=at) for tell in (plans.wish, plans.talent))
    agreements.agree(trajectory, by=cast.noor, at=at)  # two, so that there is something to compare
    agreed = agreements.agree(trajectory, agreements.RIDE, by=cast.noor, at=at)
    by: dict[str, Any] = {"by": cast.noor, "at": at}
    none = debts.owes_nothing(trajectory, **by)
    debt = debts.owe(trajectory, reference="K-1", **by)
    signed = taking_over.authorise(trajectory, **by)
    taken = taking_over.take_over(trajectory, on=signed, **by)
    return {
        "authorisation_ref": signed.ref,
        "takenover_ref": taken.ref,
        "doing_ref": taking_over.do(taken, Doer.TOGETHER, **by).ref,
        "paper_ref": paper(trajectory, **by).ref,
        "nodebts_ref": none.ref,
        "debt_ref": debt.ref,
        "debtreading_ref": debts.read(debt, "5", **by).ref,
        "wish_ref": wish.ref,
        "wishfollowup_ref": plans.follow_up(wish, by=cast.noor, at=at).ref,
        "talent_ref": talent.ref,
        "networkmember_ref": around.know(trajectory, by=cast.noor, at=at).ref,
        "weekslot_ref": around.fix(trajectory, by=cast.noor, at=at).ref,
        **_aimed(trajectory, cast, at=at),
        "agreement_ref": agreed.ref,
        "agreement": agreed.pk,
        "domainreading_ref": readings.read(trajectory, by=cast.noor, at=at).ref,
        "conditionreading_ref": readings.measure(trajectory, by=cast.noor, at=at).ref,
        "measured_at": "entry",
    }


def _aimed(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """A goal that runs with a step that cannot be yet, and one that is over."""
    by: dict[str, Any] = {"by": cast.noor, "at": at}
    goal = goals.goal(trajectory, "Bellen.", **goals.HOME, **by)
    step = goals.step(goal, **by)
    return {
        "goal_ref": goal.ref,
        "step_ref": goals.step(goal, **by).ref,
        "stepmark_ref": goals.hold(step, **by).ref,
        "goalresult_ref": goals.end(goals.goal(trajectory, **by), **by).ref,
        "template_code": "id_inside",
    }


def typed(planned: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What is typed into each form, after what was told before."""
    today = f"{day(now()):%d-%m-%Y}"
    agreed = {"young_person": "Ik bel.", "presence": "by_phone", "consent": "agreed", "retold": "not_asked"}
    member = {"name": "Oom Ali", "tie": "other", "closeness": "near", "influence": "supports"}
    owed = {"happened_on": today, "threat": "none", "payment_plan": "none"}
    slot = {"weekday": "2", "begins": "10.00", "ends": "11.30", "kind": "sport", "company": "alone"}
    kept = {"happened_on": today, "kind": "letter", "reach": "team"}
    authorised = {"party": "Zijn bank", "scope": "Bellen.", "lasts": "unknown", "replaces": "none"}
    of_each: dict[str, dict[str, Any]] = {
        "paper": kept | {"file": Sent(b"%PDF-1.4 Een brief")},
        "wish": {"happened_on": today, "words": "Ik wil werken."},
        "networkmember": member | {"may_call": "not_asked", "no_contact": "nothing_told"},
        "weekslot": slot,
        "wishfollowup": {"happened_on": today, "outcome": "came_true"},
        "talent": {"happened_on": today, "words": "Hij zingt.", "said_by": "network"},
        "goal": {"happened_on": today, "words": "Ik werk.", "horizon": "now", "steps": "Bellen.\nGaan."},
        "step": {"words": "Bellen.", "actor": "officer", "due_on": today},
        "stepmark": {"happened_on": today, "state": "held", "words": "Hij staat op de lijst."},
        "goalresult": {"happened_on": today, "outcome": "stopped", "words": "Hij wil iets anders."},
        "debt": {"creditor": "CJIB", "kind": "fines", **owed},
        "debtreading": owed,
        "authorisation": authorised | {"happened_on": today},
        "takenover": {"happened_on": today, "words": "Bellen.", "rests_on": "unknown"},
        "doing": {"happened_on": today, "doer": "watched"},
        "nodebts": {"happened_on": today},
        "agreement": {"happened_on": today, "follows": planned["agreement"], **agreed},
    }
    told = {f"desk:{verb}_{name}": fields for verb in ("tell", "correct") for name, fields in of_each.items()}
    read = {"happened_on": today, "eye": "himself"}
    return told | {
        "desk:stop_authorisation": {"stopped_on": today},
        "desk:read_debt": owed,
        "desk:end_debt": {"state": "paid", "happened_on": today},
        "desk:goal_from_example": of_each["goal"],
        "desk:tell_readings": read
        | {"level_housing": "mostly", "words_care": "Goed.", "level_care": "unknown"},
        "desk:correct_domainreading": read | {"level": "not", "words": "Nee."},
        "desk:measure_conditions": {"happened_on": today, "answer_debts": "unknown", "answer_care": "no"},
        "desk:correct_conditionreading": {"happened_on": today, "answer": "no"},
    }
