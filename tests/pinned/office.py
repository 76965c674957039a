"""What is pinned of the pages of managers, who is there, and what is typed into their forms."""

from datetime import datetime
from typing import Any

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant, User
from regie.base.clock import day, now
from regie.indicators.models import Definition
from regie.mailing.enums import MailEventKind, MailKind
from regie.mailing.models import Mail, MailChoice
from regie.mailing.rules import Counts
from tests.cast import TESTER, Cast, employ
from tests.entrance.codes import give_app
from tests.factories import measures
from tests.factories.colleagues import invite, review

# Who, what he does → the number of queries.
PINNED: dict[tuple[str, str], int] = {
    ("noor", "office:approach"): 8,
    ("wil", "office:approach"): 7,
    ("noor", "office:deadlines"): 7,
    ("wil", "office:deadlines"): 6,
    ("noor", "office:compare_editions"): 6,
    ("noor", "office:export_edition"): 7,
    ("wil", "office:change_setting"): 7,
    ("wil", "send office:change_setting"): 14,
    ("noor", "office:indicators"): 10,
    ("rosa", "office:indicators"): 9,
    ("noor", "office:indicator"): 11,
    ("rosa", "office:indicator"): 10,
    ("rosa", "office:halt_indicator"): 7,
    ("rosa", "send office:halt_indicator"): 13,
    ("rosa", "office:add_indicator"): 5,
    ("rosa", "send office:add_indicator"): 12,
    ("rosa", "office:define_indicator"): 7,
    ("rosa", "send office:define_indicator"): 14,
    ("rosa", "office:tell_observation"): 8,
    ("rosa", "send office:tell_observation"): 17,
    ("rosa", "office:bring_figures"): 8,
    ("rosa", "send office:bring_figures"): 20,
    ("rosa", "office:correct_observation"): 6,
    ("rosa", "send office:correct_observation"): 10,
    ("rosa", "office:withdraw_observation"): 6,
    ("rosa", "send office:withdraw_observation"): 10,
    ("noor", "office:insight"): 15,
    ("fatima", "office:insight"): 14,
    ("rosa", "office:insight"): 10,
    ("noor", "office:yearly_account"): 11,
    ("fatima", "office:yearly_account"): 10,
    ("fatima", "office:yearly_account_file"): 10,
    ("wil", "office:users"): 12,
    ("wil", "office:mailing"): 8,
    ("wil", "office:review_accounts"): 8,
    ("wil", "send office:review_accounts"): 19,
    ("wil", "office:past_review"): 6,
    ("wil", "office:user"): 9,
    ("wil", "office:give_role"): 6,
    ("wil", "send office:give_role"): 15,
    ("wil", "office:end_role"): 5,
    ("wil", "send office:end_role"): 11,
    ("wil", "office:account"): 6,
    ("wil", "send office:account"): 19,
    ("wil", "office:reset_second_factor"): 5,
    ("wil", "send office:reset_second_factor"): 19,
    ("wil", "office:invite"): 5,
    ("wil", "send office:invite"): 16,
    ("wil", "office:invitation_letter"): 5,
    ("wil", "office:withdraw_invitation"): 5,
    ("wil", "send office:withdraw_invitation"): 10,
}

DEFINED = {"measures": "Jongeren met een rekening.", "unit": "percent", "source": "Eigen telling."}
LINES = "periode;gebied;uitgave;bron;waarde\n2022;NL;2024;CBS;3"
FIGURE = {"value": "12,5", "source": "Eigen telling."}


def staff(cast: Cast, size: int, *, at: datetime) -> dict[str, Any]:
    """So many colleagues and so many invitations; the first of each by the part of the address."""
    colleagues = [employ(f"Collega {n}", Role.OFFICER, cast.here, at=at) for n in range(size)]
    give_app(colleagues[0])
    for user in (cast.noor, *colleagues):
        _mailed(user, at=at)
    invited = [invite(cast, f"Gast {n}", at=at) for n in range(size)]
    return {
        "invitation_ref": invited[0].invitation.ref,
        "answers": {str(key): "kept" for key in RoleGrant.objects.values_list("user", flat=True)},
        "review_ref": review(cast, at=at).ref,
        "account_year": at.year,
        "user_ref": colleagues[0].ref,
        "grant_ref": RoleGrant.objects.get(user=colleagues[0]).ref,
        **_measured(cast, size, at=at),
    }


def _measured(cast: Cast, size: int, *, at: datetime) -> dict[str, Any]:
    """So many indicators, and so many figures of the first."""
    told = [measures.told(cast, name=f"Indicator {n}", at=at) for n in range(size)]
    definition = Definition.objects.get(indicator__ref=told[0]["indicator_ref"])
    for year in range(size):
        measures.observe(definition, cast, told=measures.account(str(1950 + year)), at=at)
    return told[0] | {"definition": definition.pk}


def _mailed(user: User, *, at: datetime) -> None:
    """He asks for mail, and the last one did not arrive."""
    MailChoice.choose(user=user, asked=list(MailKind), by=user.acting(at), at=at)
    mail = Mail.write(user=user, kind=MailKind.OVERVIEW, counts=Counts(), by=TESTER, at=at)
    taken = mail.take(by=TESTER, at=at)
    assert taken
    taken.end(MailEventKind.REFUSED, by=TESTER, at=at)


def typed(cast: Cast, there: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What is typed into each form."""
    kim = {"name": "Kim", "email": "kim@example.nl", "role": "officer", "way": "paper"}
    rule = {"way": "own", "value": "26", "valid_from": f"{day(now()):%d-%m-%Y}", "reason": "Zo is het."}
    today, place = f"{day(now()):%d-%m-%Y}", {"municipality": cast.here.pk}
    return {
        "office:invite": {**kim, **place},
        "office:add_indicator": {"name": "Iets anders", **place},
        "office:halt_indicator": {"since": today, "reason": "Het plan meet anders."},
        "office:define_indicator": {**DEFINED, "since": "1-1-2024", "difference": "Nu anders.", "seen": 1},
        "office:tell_observation": {
            **FIGURE,
            **place,
            "period": "2024",
            "region": "NL",
            "edition": "2025",
            "definition": there["definition"],
        },
        "office:correct_observation": FIGURE,
        "office:bring_figures": {"lines": LINES, "sure": "on", "definition": there["definition"], **place},
        "office:change_setting": rule,
        "office:review_accounts": there["answers"],
        "office:give_role": {"role": "coordinator", "since": today, **place},
        "office:end_role": {"until": today},
    }
