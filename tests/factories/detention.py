"""What was told of a detention, made by the verbs themselves."""

from datetime import date, datetime, timedelta
from typing import Any

from regie.base.actors import Actor
from regie.base.clock import day
from regie.detention import queries
from regie.detention.enums import (
    Certainty,
    HearingKind,
    LeaveKind,
    OpenSanctionKind,
    ReleaseKind,
    SafetyGround,
    SpecialConditionKind,
    Title,
)
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
from regie.detention.models.condition_fact import ConditionFact
from regie.detention.models.hearing import HearingAccount
from regie.detention.models.open_sanction import OpenSanctionAccount
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.safety_note import SafetyNoteAccount
from regie.detention.models.sentence import SentenceAccount
from regie.detention.models.special_condition import SpecialConditionAccount
from regie.detention.models.stay import StayAccount
from regie.detention.models.supervision import SupervisionAccount
from regie.detention.rules import LeaveAccount
from regie.persons.models import Person
from tests.cast import TESTER


def hold(
    person: Person, *, at: datetime, entered_on: date | None = None, by: Actor = TESTER, **told: Any
) -> Stay:
    """A stay in PI Sittard unless told otherwise."""
    account = StayAccount(**({"facility": "PI Sittard", "entered_on": entered_on} | told))
    return Stay.record(person=person, account=account, source="Bericht", by=by, at=at)


def sentence(
    person: Person, *, at: datetime, title: Title = Title.PRISON, by: Actor = TESTER, **told: Any
) -> Sentence:
    """A prison sentence unless told otherwise."""
    account = SentenceAccount(title, **told)
    return Sentence.record(person=person, account=account, source="Bericht", by=by, at=at)


def release(
    person: Person,
    *,
    at: datetime,
    expected_on: date | None = None,
    kind: ReleaseKind = ReleaseKind.END_OF_SENTENCE,
    certainty: Certainty = Certainty.EXPECTED,
    by: Actor = TESTER,
    **told: Any,
) -> ReleaseDate:
    """An expected end of the sentence unless told otherwise."""
    account = ReleaseAccount(expected_on, kind, certainty, **told)
    return ReleaseDate.record(person=person, account=account, source="Bericht", by=by, at=at)


def hear(
    person: Person, *, at: datetime, happened_on: date | None = None, by: Actor = TESTER, **told: Any
) -> Hearing:
    """A chamber session today unless told otherwise."""
    account = HearingAccount(
        **(
            {"happened_on": happened_on or day(at), "kind": HearingKind.CHAMBER, "court": "Rechtbank Limburg"}
            | told
        )
    )
    return Hearing.record(person=person, account=account, source="Advocaat", by=by, at=at)


def supervise(person: Person, *, at: datetime, by: Actor = TESTER, **told: Any) -> Supervision:
    """Supervision by Reclassering Nederland unless told otherwise."""
    account = SupervisionAccount(**({"by_whom": "Reclassering Nederland"} | told))
    return Supervision.record(person=person, account=account, source="Bericht", by=by, at=at)


def leave(person: Person, *, at: datetime, by: Actor = TESTER, **told: Any) -> Leave:
    """Leave of a day to ask for an identity card, that was asked for, unless told otherwise."""
    account = LeaveAccount(**({"kind": LeaveKind.SHORT, "goal": "Een ID aanvragen."} | told))
    return Leave.record(person=person, account=account, source="Casemanager", by=by, at=at)


def restrict(person: Person, *, at: datetime, by: Actor = TESTER, **told: Any) -> SpecialCondition:
    """A ban on an area unless told otherwise."""
    ban = {"kind": SpecialConditionKind.AREA_BAN, "words": "Niet in Heerlen-Centrum."}
    account = SpecialConditionAccount(**(ban | told))
    return SpecialCondition.record(person=person, account=account, source="Vonnis", by=by, at=at)


def owe(person: Person, *, at: datetime, by: Actor = TESTER, **told: Any) -> OpenSanction:
    """A fine of 400 euros unless told otherwise."""
    account = OpenSanctionAccount(**({"kind": OpenSanctionKind.FINE, "amount": 400} | told))
    return OpenSanction.record(person=person, account=account, source="CJIB", by=by, at=at)


def caution(
    person: Person, *, at: datetime, by: Actor = TESTER, source: str = "Politie", **told: Any
) -> SafetyNote:
    """That one comes with two, for thirty days, unless told otherwise."""
    note = {"words": "Kom met zijn tweeën.", "ground": SafetyGround.VIOLENCE}
    account = SafetyNoteAccount(**(note | {"until": day(at) + timedelta(days=30)} | told))
    return SafetyNote.record(person=person, account=account, source=source, by=by, at=at)


def conditions_of(person: Person, *, on: date) -> queries.Conditions:
    """What is around him, for somebody who may know it of everybody."""
    return queries.conditions_of(person, among=Person.objects.all(), on=on)


def told_around(person: Person, *, as_known: date | None = None) -> list[ConditionFact]:
    """All that was told, for somebody who may know it of everybody."""
    return queries.told_around(person, among=Person.objects.all(), as_known=as_known)
