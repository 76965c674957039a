"""The files that the matrix guards: young people in two municipalities, with a secret in every field."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from regie.accounts.models import Municipality, User
from regie.base.clock import day
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.models.contact_moment import Account
from regie.persons.models import FormerIdentity
from regie.persons.rules import Identity
from regie.trajectories.actions import Telling, correct_referral
from regie.trajectories.models import Referral, Trajectory
from tests.cast import Cast
from tests.factories import people
from tests.isolation.secrets import Mint, Secret, plant

BORN = date(2004, 5, 3)


@dataclass(frozen=True)
class File:
    """What we hold about one young person: every record by name, the secrets in them, and the addresses it has."""

    name: str
    municipality: Municipality
    records: dict[str, Any]
    secrets: tuple[Secret, ...]
    parts: dict[str, tuple[uuid.UUID, ...]]  # part of an address → what may stand there


def open_file(name: str, cast: Cast, *, officer: User, where: Municipality, at: datetime, mint: Mint) -> File:
    """Somebody who was referred, and nobody decided yet; who it is and what was told were corrected."""
    return _planted(name, where, _referred(name, cast, officer, where, at), mint)


def guided_file(
    name: str, cast: Cast, *, officer: User, where: Municipality, at: datetime, mint: Mint
) -> File:
    """Somebody who is guided: contact that stands, contact that was corrected, contact that was withdrawn."""
    records = _referred(name, cast, officer, where, at)
    by, planned_end = officer.acting(at), day(at) + timedelta(days=900)
    trajectory = records["referral"].accept(planned_end=planned_end, by=by, at=at)
    contact = {"trajectory": trajectory, **_contact(trajectory, officer, at)}
    return _planted(name, where, records | contact, mint)


def _referred(name: str, cast: Cast, officer: User, where: Municipality, at: datetime) -> dict[str, Any]:
    first: Referral = people.refer(cast, at=at, who=Identity(name, name, BORN), by=officer, where=where)
    referral = correct_referral(
        referral=first,
        telling=Telling("Beter verteld", day(at)),
        identity=Identity("Beter", name, BORN),
        by=officer.acting(at),
        at=at,
    )
    return {
        "person": referral.person,
        "former identity": FormerIdentity.objects.get(person=referral.person),
        "referral before it was corrected": first,
        "referral": referral,
    }


def _contact(trajectory: Trajectory, officer: User, at: datetime) -> dict[str, ContactMoment]:
    by, account = officer.acting(at), Account(day(at), ContactKind.PHONE, Outcome.MADE, "Gebeld.")
    stands, corrected, withdrawn = (
        ContactMoment.log(trajectory=trajectory, account=account, by=by, at=at) for _ in range(3)
    )
    return {
        "contact": stands,
        "contact before it was corrected": corrected,
        "corrected contact": corrected.correct(account=account, by=by, at=at),
        "contact before it was withdrawn": withdrawn,
        "withdrawn contact": withdrawn.withdraw(by=by, at=at),
    }


def _planted(name: str, where: Municipality, records: dict[str, Any], mint: Mint) -> File:
    secrets = [
        secret
        for called, record in records.items()
        for secret in plant(record, called=called, file=name, mint=mint)
    ]
    for record in records.values():
        record.refresh_from_db()
    return File(name, where, records, tuple(secrets), _parts(records))


def _parts(records: dict[str, Any]) -> dict[str, tuple[uuid.UUID, ...]]:
    """Each `<model>_ref` of an address, with the refs of the records of that model; `contact_ref` is a moment."""
    refs: dict[str, dict[uuid.UUID, None]] = {}
    for record in records.values():
        if hasattr(record, "ref"):
            kind = type(record).__name__.lower().removesuffix("moment")
            refs.setdefault(f"{kind}_ref", {})[record.ref] = None
    return {part: tuple(found) for part, found in refs.items()}
