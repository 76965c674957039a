"""The files that the matrix guards: young people in two municipalities, with a secret in every field."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models

from regie.accounts.models import Municipality, User
from regie.base.clock import day
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.models.contact_moment import Account
from regie.persons.rules import Identity
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
    """Somebody who was referred, and nobody decided yet."""
    referral = people.refer(cast, at=at, who=Identity(name, name, BORN), by=officer, where=where)
    records = {"person": referral.person, "referral": referral}
    return _planted(name, where, records, mint)


def guided_file(name: str, cast: Cast, *, officer: User, where: Municipality, at: datetime, mint: Mint) -> File:
    """Somebody who is guided: contact that stands, contact that was corrected, contact that was withdrawn."""
    referral = people.refer(cast, at=at, who=Identity(name, name, BORN), by=officer, where=where)
    by = officer.acting(at)
    trajectory = referral.accept(planned_end=day(at) + timedelta(days=900), by=by, at=at)
    account = Account(day(at), ContactKind.PHONE, Outcome.MADE, "Gebeld.")
    corrected = ContactMoment.log(trajectory=trajectory, account=account, by=by, at=at)
    withdrawn = ContactMoment.log(trajectory=trajectory, account=account, by=by, at=at)
    records = {
        "person": referral.person,
        "referral": referral,
        "trajectory": trajectory,
        "contact": ContactMoment.log(trajectory=trajectory, account=account, by=by, at=at),
        "contact before it was corrected": corrected,
        "corrected contact": corrected.correct(account=account, by=by, at=at),
        "contact before it was withdrawn": withdrawn,
        "withdrawn contact": withdrawn.withdraw(by=by, at=at),
    }
    return _planted(name, where, records, mint)


def _planted(name: str, where: Municipality, records: dict[str, Any], mint: Mint) -> File:
    secrets = [
        secret
        for called, record in records.items()
        for secret in plant(record, called=called, file=name, mint=mint)
    ]
    for record in records.values():
        record.refresh_from_db()
    return File(name, where, records, tuple(secrets), _parts(records))


def _parts(records: dict[str, models.Model]) -> dict[str, tuple[uuid.UUID, ...]]:
    """Each `<model>_ref` of an address, with the refs of the records of that model; `contact_ref` is a moment."""
    refs: dict[str, dict[uuid.UUID, None]] = {}
    for record in records.values():
        kind = type(record).__name__.lower().removesuffix("moment")
        refs.setdefault(f"{kind}_ref", {})[record.ref] = None  # type: ignore[attr-defined]
    return {part: tuple(found) for part, found in refs.items()}
