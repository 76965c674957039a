"""What the officer who guides him tells of his detention."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from regie.accounts.enums import Permission
from regie.accounts.rules import check_may
from regie.base.actors import Actor
from regie.base.errors import NotAllowed
from regie.detention.models import (
    Hearing,
    Leave,
    OpenSanction,
    ReleaseDate,
    SafetyNote,
    Sentence,
    SpecialCondition,
    Stay,
    Supervision,
)
from regie.detention.models.hearing import HearingAccount
from regie.detention.models.open_sanction import OpenSanctionAccount
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.safety_note import SafetyNoteAccount
from regie.detention.models.sentence import SentenceAccount
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.detention.models.stay import StayAccount
from regie.detention.models.supervision import SupervisionAccount
from regie.detention.rules import LeaveAccount
from regie.trajectories.models import Referral, Trajectory

DetentionAccount = StayAccount | SentenceAccount | ReleaseAccount
ConditionAccount = (
    HearingAccount
    | SupervisionAccount
    | SpecialConditionAccount
    | OpenSanctionAccount
    | SafetyNoteAccount
    | LeaveAccount
)
Lasting = Supervision | SpecialCondition | OpenSanction | SafetyNote
Told = Stay | Sentence | ReleaseDate | Hearing | Leave | Lasting

MODELS: Mapping[type[DetentionAccount], Any] = {
    StayAccount: Stay,
    SentenceAccount: Sentence,
    ReleaseAccount: ReleaseDate,
}
# What only the officer who guides him tells: it is kept from who screens his referral.
AROUND: Mapping[type[ConditionAccount], Any] = {
    HearingAccount: Hearing,
    SupervisionAccount: Supervision,
    SpecialConditionAccount: SpecialCondition,
    OpenSanctionAccount: OpenSanction,
    SafetyNoteAccount: SafetyNote,
    LeaveAccount: Leave,
}


def tell_detention(
    *,
    trajectory: Trajectory,
    account: DetentionAccount | ConditionAccount,
    source: str = "",
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Told:
    """Writes down a stay, a sentence, a release date or a condition of the young person he guides; twice is once.

    Raises NotAllowed, or NotValid beside what cannot be.
    """
    trajectory.check_guided_by(by)
    models: Mapping[type[Any], Any] = {**MODELS, **AROUND}
    made: Told = models[type(account)].record(
        person=trajectory.person, account=account, source=source, submission=submission, by=by, at=at
    )
    return made


def tell_of_referral(
    *, referral: Referral, account: DetentionAccount, source: str = "", by: Actor, at: datetime
) -> Told:
    """Writes down what is told of the detention of a young person whom nobody accepted yet; told twice is once.

    Raises NotAllowed, NotValid beside what cannot be, or NotNow when it was decided on meanwhile.
    """
    check_may(by, Permission.SCREEN_REFERRALS, referral.municipality_id)
    person = referral.as_it_stands().person
    made: Told = MODELS[type(account)].record(person=person, account=account, source=source, by=by, at=at)
    return made


def correct_detention(
    *,
    trajectory: Trajectory,
    told: Told,
    account: Any,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Told:
    """Tells it better; what stood there before can be read back. Raises NotAllowed, NotValid or NotNow."""
    _check_his(trajectory, told, by)
    return told.correct(account=account, submission=submission, by=by, at=at)


def end_condition(
    *,
    trajectory: Trajectory,
    told: Lasting,
    on: date,
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Lasting:
    """It holds no longer, from this day on; twice is once. Raises NotAllowed, NotValid or NotNow."""
    _check_his(trajectory, told, by)
    return told.end(on=on, submission=submission, by=by, at=at)


def withdraw_detention(*, trajectory: Trajectory, told: Told, by: Actor, at: datetime) -> Told:
    """Says that it was not so. Raises NotAllowed, or NotNow when it was told better meanwhile."""
    _check_his(trajectory, told, by)
    return told.withdraw(by=by, at=at)


def _check_his(trajectory: Trajectory, told: Told, by: Actor) -> None:
    trajectory.check_guided_by(by)
    if told.person_id != trajectory.person_id:
        raise NotAllowed("Dit gaat over een andere jongere.")
