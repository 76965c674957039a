"""What is pinned of who is involved: the list, the look at what it opens, and what is sent after that look."""

from datetime import datetime, timedelta
from typing import Any

from django.test import Client

from regie.base.clock import day, now
from regie.trajectories.models import Involvement, Trajectory
from tests.cast import Cast
from tests.factories import others, people

LOOKING = ", looking"
REPLIES = ("participation", "explanation")
# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "desk:involved"): 14,
    ("fatima", "desk:involved"): 13,
    ("noor", "desk:tell_involvement"): 12,
    ("noor", f"send desk:tell_involvement{LOOKING}"): 18,
    ("noor", "send desk:tell_involvement"): 31,
    ("noor", "desk:correct_involvement"): 12,
    ("noor", f"send desk:correct_involvement{LOOKING}"): 18,
    ("noor", "send desk:correct_involvement"): 30,
    ("noor", "desk:end_involvement"): 15,
    ("noor", "send desk:end_involvement"): 16,
    ("noor", "desk:withdraw_involvement"): 11,
    ("noor", "send desk:withdraw_involvement"): 15,
    ("noor", "desk:tell_joinrequest"): 9,
    ("noor", "send desk:tell_joinrequest"): 15,
    ("noor", "desk:correct_joinrequest"): 9,
    ("noor", "send desk:correct_joinrequest"): 15,
    ("noor", "desk:withdraw_joinrequest"): 9,
    ("noor", "send desk:withdraw_joinrequest"): 15,
    ("noor", "desk:refuse_joinrequest"): 9,
    ("noor", "send desk:refuse_joinrequest"): 15,
    ("noor", "desk:involve_asker"): 12,
    ("noor", f"send desk:involve_asker{LOOKING}"): 18,
    ("noor", "send desk:involve_asker"): 37,
    ("noor", "desk:tell_involved"): 10,
    ("noor", "send desk:tell_involved"): 16,
    **{("noor", f"desk:{thing}_letter"): 13 for thing in ("involvement", "disclosure")},
    ("noor", "send desk:involvement_letter"): 31,
    ("noor", "send desk:disclosure_letter"): 30,
    ("noor", "desk:ledger"): 14,
    ("fatima", "desk:ledger"): 13,
    ("noor", "desk:who_knows_sheet"): 12,
    ("fatima", "desk:who_knows_sheet"): 11,
    ("ada", "office:judging"): 8,
    ("ada", "office:judge_ground"): 8,
    ("ada", "send office:judge_ground"): 19,
    **{("noor", f"desk:tell_{noun}"): 10 for noun in REPLIES},
    **{("noor", f"desk:{verb}_{noun}"): 9 for noun in REPLIES for verb in ("correct", "withdraw")},
    ("noor", "send desk:tell_participation"): 17,
    ("noor", "send desk:tell_explanation"): 18,  # it may be about what was told as well
    ("noor", "send desk:correct_participation"): 16,
    ("noor", "send desk:correct_explanation"): 17,
    **{("noor", f"send desk:withdraw_{noun}"): 15 for noun in REPLIES},
}
LOOKED_AT = {"desk:tell_involvement", "desk:correct_involvement", "desk:involve_asker"}


def told(trajectory: Trajectory, cast: Cast, *, at: datetime) -> dict[str, Any]:
    """What was told to another and who is involved, by the part of an address."""
    noor: dict[str, Any] = {"by": cast.noor, "at": at}
    return {
        "disclosure_ref": people.disclose(trajectory, **noor).ref,
        **others.told(trajectory, **noor),
    }


def typed() -> dict[str, dict[str, Any]]:
    """What is typed into each form; the lead goes with it, so that the other leads no more."""
    today = day(now())
    told = {
        "role": "Budgetcoach",
        "domains": "finances_and_debts",
        "ground": "own_request",
        "scope": "Zijn schulden.",
        "purpose": "Rust.",
        "lead": "on",
        "happened_on": f"{today:%d-%m-%Y}",
        "until": f"{today + timedelta(days=30):%d-%m-%Y}",
    }
    answer = {"answer": "joins", "happened_on": f"{today:%d-%m-%Y}"}
    explained = {
        "words": "De bank helpt.",
        "by_whom": "Noor",
        "channel": "talk",
        "told_back": "told",
        "happened_on": f"{today:%d-%m-%Y}",
    }
    asking = {"who": "Petra", "words": "Zijn post.", "happened_on": f"{today:%d-%m-%Y}"}
    ending = {"ended_on": f"{today:%d-%m-%Y}", "why_ended": "Klaar."}
    line = {"what": "Zijn schulden.", "channel": "phone", "happened_on": f"{today:%d-%m-%Y}"}
    return {
        **dict.fromkeys(LOOKED_AT, told),
        "desk:end_involvement": ending,
        "desk:tell_involved": line,
        "desk:involvement_letter": {"text": "Beste Kai,"},
        "desk:disclosure_letter": {"text": "Beste Kai,"},
        "office:judge_ground": {"may": "yes", "ground": "debts"},
        "desk:tell_joinrequest": asking,
        "desk:correct_joinrequest": asking | {"words": "Anders."},
        "desk:refuse_joinrequest": {"refused_on": f"{today:%d-%m-%Y}", "why_refused": "Hij wil dit niet."},
        "desk:tell_participation": answer,
        "desk:correct_participation": answer | {"words": "Graag."},
        "desk:tell_explanation": explained,
        "desk:correct_explanation": explained | {"words": "De bank helpt u."},
    }


def about_to_send(client: Client, url: str, told: dict[str, Any], *, looking: bool) -> dict[str, Any]:
    """What is typed, of an organisation of the map; and unless he is still looking, what he looked at."""
    place = Involvement.objects.latest("pk").organisation
    filled = told | {"organisation": str(place.ref) if place else ""}
    return filled if looking else filled | {"shown": client.post(url, filled).context["page"].shown}
