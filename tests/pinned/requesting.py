"""What is pinned of what is asked of partners, and what is typed there."""

from datetime import datetime, timedelta
from typing import Any

from regie.base.clock import day, now
from regie.trajectories.models import Involvement
from tests.cast import Cast
from tests.factories import links, requests

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:requests"): 10,
    ("fatima", "desk:requests"): 9,
    ("noor", "desk:tell_partnerrequest"): 14,
    ("noor", "send desk:tell_partnerrequest"): 33,
    ("noor", "desk:partnerrequest"): 12,
    ("noor", "send desk:partnerrequest"): 22,
    ("noor", "desk:correct_partnerrequest"): 9,
    ("noor", "send desk:correct_partnerrequest"): 20,
    ("noor", "desk:withdraw_partnerrequest"): 9,
    ("noor", "send desk:withdraw_partnerrequest"): 19,
    ("noor", "desk:withdraw_requestanswer"): 11,
    ("noor", "send desk:withdraw_requestanswer"): 21,
    ("noor", "desk:request_link"): 11,
    ("noor", "desk:send_request_link"): 9,
    ("noor", "send desk:send_request_link"): 20,
    ("noor", "desk:revoke_request_link"): 11,
    ("noor", "send desk:revoke_request_link"): 20,
    ("noor", "desk:mutualagreement_sheet"): 8,
    ("fatima", "desk:mutualagreement_sheet"): 7,
    ("noor", "desk:tell_mutualagreement"): 10,
    ("noor", "send desk:tell_mutualagreement"): 26,
    ("noor", "desk:correct_mutualagreement"): 9,
    ("noor", "send desk:correct_mutualagreement"): 17,
    ("noor", "desk:withdraw_mutualagreement"): 9,
    ("noor", "send desk:withdraw_mutualagreement"): 15,
}
OF_AN_ANSWER = {"desk:withdraw_requestanswer"}
OF_A_LINK = {"desk:request_link", "desk:revoke_request_link"}


def asked(involved: Involvement, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """One that waits for an answer, one that was answered, and one that has a link."""
    by: dict[str, Any] = {"by": cast.noor, "at": at}
    waits, answered, linked = (requests.ask(involved, words=words, **by) for words in ("Een", "Twee", "Drie"))
    links.link(linked, **by)
    requests.answer(answered, **by)
    agreed = requests.agree(involved, **by)
    return {"waits": waits, "answered": answered, "linked": linked, "agreed": agreed}


def parts(asked: dict[str, Any], name: str) -> dict[str, Any]:
    """Which of them a page is about."""
    which = "answered" if name in OF_AN_ANSWER else "linked" if name in OF_A_LINK else "waits"
    return {"partnerrequest_ref": asked[which].ref, "mutualagreement_ref": asked["agreed"].ref}


def typed(involved: Involvement) -> dict[str, dict[str, Any]]:
    """What is typed into each form."""
    today = day(now())
    told = {
        "words": "Belt u hem?",
        "wanted_on": f"{today + timedelta(days=9):%d-%m-%Y}",
        "happened_on": f"{today:%d-%m-%Y}",
    }
    answer = {"kind": "done", "words": "Klaar.", "channel": "phone", "happened_on": f"{today:%d-%m-%Y}"}
    doing = dict.fromkeys(("young_person", "officer", "partner", "otherwise"), "Belt.")
    doing |= {"begins_on": told["wanted_on"], "happened_on": told["happened_on"], "consent": "agreed"}
    return {
        "desk:tell_mutualagreement": doing | {"involvement": str(involved.ref), "channel": "talk"},
        "desk:correct_mutualagreement": doing,
        "desk:tell_partnerrequest": told | {"involvement": str(involved.ref), "channel": "phone"},
        "desk:correct_partnerrequest": told,
        "desk:partnerrequest": answer,
        "desk:send_request_link": {"email": "els@bank.example"},
    }
