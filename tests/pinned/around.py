"""What is pinned of the facts about his detention, his road, his situation and what was asked for him, and of what is around him."""

from datetime import timedelta
from typing import Any

from regie.base.clock import day, now
from regie.detention.enums import LeaveKind, OpenSanctionKind, SafetyGround, SpecialConditionKind, Title
from regie.detention.models.hearing import HearingAccount
from regie.detention.models.open_sanction import OpenSanctionAccount
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.safety_note import SafetyNoteAccount
from regie.detention.models.sentence import SentenceAccount
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.detention.models.stay import StayAccount
from regie.detention.models.supervision import SupervisionAccount
from regie.detention.rules import LeaveAccount

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:tell_stay"): 9,
    ("noor", "desk:correct_stay"): 10,
    ("noor", "desk:withdraw_stay"): 10,
    ("noor", "desk:tell_sentence"): 9,
    ("noor", "desk:correct_sentence"): 10,
    ("noor", "desk:withdraw_sentence"): 10,
    ("noor", "desk:tell_release"): 9,
    ("noor", "desk:correct_release"): 10,
    ("noor", "desk:withdraw_release"): 10,
    ("noor", "desk:conditions"): 15,
    ("fatima", "desk:conditions"): 14,
    (
        "noor",
        "desk:as_known",
    ): 8,  # asking for a day; of a day it is counted in tests/desk/test_looking_back.py
    ("fatima", "desk:as_known"): 7,
    ("noor", "desk:terms"): 13,
    ("fatima", "desk:terms"): 12,
    ("noor", "desk:tell_turning_point"): 9,
    ("noor", "desk:correct_turning_point"): 9,
    ("noor", "desk:withdraw_turning_point"): 9,
    ("noor", "send desk:tell_turning_point"): 15,
    ("noor", "send desk:correct_turning_point"): 15,
    ("noor", "send desk:withdraw_turning_point"): 15,
    ("noor", "desk:circumstances"): 9,
    ("fatima", "desk:circumstances"): 8,
    ("noor", "desk:tell_circumstance"): 10,
    ("noor", "desk:correct_circumstance"): 9,
    ("noor", "desk:withdraw_circumstance"): 9,
    ("noor", "send desk:tell_circumstance"): 17,
    ("noor", "send desk:correct_circumstance"): 15,
    ("noor", "send desk:withdraw_circumstance"): 15,
    ("noor", "desk:tell_application"): 9,
    ("noor", "desk:decide_application"): 9,
    ("noor", "desk:correct_application"): 9,
    ("noor", "desk:withdraw_application"): 9,
    ("noor", "send desk:tell_application"): 17,
    ("noor", "send desk:decide_application"): 15,
    ("noor", "send desk:correct_application"): 15,
    ("noor", "send desk:withdraw_application"): 15,
    ("noor", "desk:release_week"): 13,
    ("fatima", "desk:release_week"): 12,
    ("noor", "desk:arrange"): 13,
    ("noor", "send desk:arrange"): 23,
    ("noor", "desk:withdraw_arrangement"): 10,
    ("noor", "send desk:withdraw_arrangement"): 16,
    ("noor", "desk:detained_again"): 13,
    ("fatima", "desk:detained_again"): 12,
    ("noor", "desk:tell_detained_again"): 12,
    ("noor", "desk:withdraw_detained_again"): 12,
    ("noor", "send desk:tell_detained_again"): 32,
    ("noor", "send desk:withdraw_detained_again"): 33,
    ("noor", "desk:moved"): 11,
    ("fatima", "desk:moved"): 10,
    ("noor", "desk:disclosures"): 11,
    ("fatima", "desk:disclosures"): 10,
    ("noor", "desk:tell_disclosure"): 11,
    ("noor", "send desk:tell_disclosure"): 17,
    ("noor", "desk:correct_disclosure"): 11,
    ("noor", "send desk:correct_disclosure"): 17,
    ("noor", "desk:withdraw_disclosure"): 10,
    ("noor", "send desk:withdraw_disclosure"): 15,
    ("noor", "desk:tell_casemanager"): 10,
    ("noor", "send desk:tell_casemanager"): 15,
    ("noor", "desk:correct_casemanager"): 10,
    ("noor", "send desk:correct_casemanager"): 15,
    ("noor", "desk:withdraw_casemanager"): 9,
    ("noor", "send desk:withdraw_casemanager"): 15,
    ("noor", "desk:tell_lesson"): 9,
    ("noor", "desk:correct_lesson"): 9,
    ("noor", "desk:withdraw_lesson"): 9,
    ("noor", "send desk:tell_lesson"): 15,
    ("noor", "send desk:correct_lesson"): 15,
    ("noor", "send desk:withdraw_lesson"): 15,
    ("noor", "desk:tell_leave"): 9,
    ("noor", "desk:correct_leave"): 10,
    ("noor", "desk:withdraw_leave"): 10,
    ("noor", "send desk:tell_leave"): 21,
    ("noor", "send desk:correct_leave"): 19,
    ("noor", "send desk:withdraw_leave"): 16,
    ("noor", "desk:out_of_sight"): 15,
    ("fatima", "desk:out_of_sight"): 14,
    ("noor", "desk:tell_out_of_sight"): 9,
    ("noor", "desk:correct_out_of_sight"): 9,
    ("noor", "desk:withdraw_out_of_sight"): 9,
    ("noor", "desk:tell_attempt"): 9,
    ("noor", "desk:correct_attempt"): 9,
    ("noor", "desk:withdraw_attempt"): 9,
    ("noor", "desk:tell_back_in_sight"): 9,
    ("noor", "desk:correct_back_in_sight"): 9,
    ("noor", "desk:withdraw_back_in_sight"): 9,
    ("noor", "send desk:tell_out_of_sight"): 17,
    ("noor", "send desk:correct_out_of_sight"): 15,
    ("noor", "send desk:withdraw_out_of_sight"): 15,
    ("noor", "send desk:tell_attempt"): 16,
    ("noor", "send desk:correct_attempt"): 15,
    ("noor", "send desk:withdraw_attempt"): 15,
    ("noor", "send desk:tell_back_in_sight"): 18,
    ("noor", "send desk:correct_back_in_sight"): 15,
    ("noor", "send desk:withdraw_back_in_sight"): 15,
    ("noor", "desk:tell_hearing"): 9,
    ("noor", "desk:correct_hearing"): 10,
    ("noor", "desk:withdraw_hearing"): 10,
    ("noor", "send desk:tell_stay"): 20,
    ("noor", "send desk:correct_stay"): 18,
    ("noor", "send desk:withdraw_stay"): 16,
    ("noor", "send desk:tell_sentence"): 19,
    ("noor", "send desk:correct_sentence"): 16,
    ("noor", "send desk:withdraw_sentence"): 16,
    ("noor", "send desk:tell_release"): 21,
    ("noor", "send desk:correct_release"): 19,
    ("noor", "send desk:withdraw_release"): 16,
    ("noor", "send desk:tell_hearing"): 18,
    ("noor", "send desk:correct_hearing"): 16,
    ("noor", "send desk:withdraw_hearing"): 16,
    ("noor", "desk:tell_supervision"): 9,
    ("noor", "desk:correct_supervision"): 10,
    ("noor", "desk:end_supervision"): 10,
    ("noor", "desk:withdraw_supervision"): 10,
    ("noor", "send desk:tell_supervision"): 18,
    ("noor", "send desk:correct_supervision"): 16,
    ("noor", "send desk:end_supervision"): 16,
    ("noor", "send desk:withdraw_supervision"): 16,
    ("noor", "desk:tell_special_condition"): 9,
    ("noor", "desk:correct_special_condition"): 10,
    ("noor", "desk:end_special_condition"): 10,
    ("noor", "desk:withdraw_special_condition"): 10,
    ("noor", "send desk:tell_special_condition"): 18,
    ("noor", "send desk:correct_special_condition"): 16,
    ("noor", "send desk:end_special_condition"): 16,
    ("noor", "send desk:withdraw_special_condition"): 16,
    ("noor", "desk:tell_open_sanction"): 9,
    ("noor", "desk:correct_open_sanction"): 10,
    ("noor", "desk:end_open_sanction"): 10,
    ("noor", "desk:withdraw_open_sanction"): 10,
    ("noor", "send desk:tell_open_sanction"): 18,
    ("noor", "send desk:correct_open_sanction"): 16,
    ("noor", "send desk:end_open_sanction"): 16,
    ("noor", "send desk:withdraw_open_sanction"): 16,
    ("noor", "desk:tell_safety_note"): 9,
    ("noor", "desk:correct_safety_note"): 10,
    ("noor", "desk:end_safety_note"): 10,
    ("noor", "desk:withdraw_safety_note"): 10,
    ("noor", "send desk:tell_safety_note"): 18,
    ("noor", "send desk:correct_safety_note"): 16,
    ("noor", "send desk:end_safety_note"): 16,
    ("noor", "send desk:withdraw_safety_note"): 16,
}


def accounts() -> dict[str, Any]:
    """What is told of the first young person, by the part of the address."""
    return {
        "stay_ref": StayAccount("PI Sittard"),
        "sentence_ref": SentenceAccount(Title.PRISON),
        "releasedate_ref": ReleaseAccount(),
        "hearing_ref": HearingAccount(day(now())),
        "supervision_ref": SupervisionAccount("Reclassering"),
        "specialcondition_ref": SpecialConditionAccount(SpecialConditionKind.AREA_BAN),
        "opensanction_ref": OpenSanctionAccount(OpenSanctionKind.FINE),
        "leave_ref": LeaveAccount(LeaveKind.SHORT, "Een ID."),
        "safetynote_ref": SafetyNoteAccount("Kom met zijn tweeën.", SafetyGround.WARNING, day(now())),
    }


def typed() -> dict[str, dict[str, str]]:
    """What is typed into each form."""
    today = f"{day(now()):%d-%m-%Y}"
    yesterday = f"{day(now()) - timedelta(days=1):%d-%m-%Y}"
    earlier = f"{day(now()) - timedelta(days=5):%d-%m-%Y}"
    told = {
        "stay": {"facility": "PI Vught", "arrival": "entered", "regime": "adult"},
        "sentence": {"title": "isd"},
        "release": {"certainty": "unsure", "kind": "programme"},
        "leave": {"kind": "long", "goal": "Naar huis.", "state": "asked"},
        "hearing": {"happened_on": today, "kind": "trial", "outcome": "unknown"},
        "turning_point": {"happened_on": today, "words": "Hij ging weer naar school."},
        "circumstance": {"value": "other_benefit", "happened_on": today},
        "application": {"happened_on": today, "outcome": "dropped", "decided_on": today},
        "disclosure": {
            "recipient": "Zijn moeder",
            "what": "Waar hij is.",
            "purpose": "Bezoek.",
            "ground": "own_request",
            "channel": "phone",
            "happened_on": today,
        },
        "casemanager": {"known": "yes", "name": "Kim", "phone": "046 477 77 77", "happened_on": today},
        "lesson": {"happened_on": today, "his_words": "Ik had geen bed."},
        "detained_again": {"arrival": "entered", "entered_on": today, "title": "pretrial"},
        "out_of_sight": {"happened_on": earlier, "where": "De markt"},
        "attempt": {"happened_on": today, "kind": "called"},
        "back_in_sight": {"happened_on": yesterday, "words": "Hij belde."},
        "supervision": {"by_whom": "Leger des Heils"},
        "special_condition": {"kind": "contact_ban"},
        "open_sanction": {"kind": "fine", "amount": "12"},
        "safety_note": {"words": "Kom niet alleen.", "ground": "weapon", "until": today, "source": "Politie"},
    }
    lasting = ("supervision", "special_condition", "open_sanction", "safety_note")
    ended = {f"desk:end_{name}": {"ended_on": today} for name in lasting}
    return (
        {f"desk:{verb}_{name}": fields for verb in ("tell", "correct") for name, fields in told.items()}
        | ended
        | {"desk:decide_application": {"outcome": "refused", "decided_on": today}}
        | {"desk:arrange": {"state": "arranged", "owner": "family"}}
    )
