"""What a worker can be ordered to do: the verbs, with names and refs instead of objects."""

import json
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import DatabaseError

from regie.accounts.models import Municipality, User
from regie.base.actors import Actor
from regie.base.clock import day, now
from regie.base.errors import DomainError
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.models.contact_moment import Account
from regie.persons.rules import Identity
from regie.trajectories.actions import Telling, correct_referral, register_referral
from regie.trajectories.models import Referral, Trajectory
from tests.cast import Cast
from tests.prove.finding import finding

Answer = dict[str, Any]


def by(who: str) -> Actor:
    """A colleague, acting now."""
    return User.objects.get(name=who).acting(now())


def outcome(verb: Callable[[], Any]) -> Answer:
    """What came of it: made, refused with a sentence, or broken."""
    try:
        return {"made": str(verb().ref)}
    except DomainError as error:
        return {"refused": type(error).__name__, "sentence": error.sentence}
    except DatabaseError as error:
        return {"broke": f"{type(error).__name__}: {error}"}


def stage() -> Answer:
    """The cast comes on."""
    Cast.assemble(at=now())
    return {}


def register(who: str, *, submission: str | None = None, bsn: str = "", name: str = "Jayden") -> Answer:
    """Writes a referral down."""
    return outcome(
        lambda: register_referral(
            telling=Telling("PI Sittard", day(now())),
            who=Identity(name, "Muller", None, bsn),
            municipality=Municipality.objects.get(cbs_code="GM1883"),
            submission=uuid.UUID(submission) if submission else None,
            by=by(who),
            at=now(),
        )
    )


def accept(who: str, *, referral: str) -> Answer:
    """Takes the young person on."""
    found = Referral.objects.current().get(ref=referral)
    return outcome(
        lambda: found.accept(planned_end=day(now()) + timedelta(days=900), by=by(who), at=now())
    )


def correct_told(who: str, *, referral: str, told: str) -> Answer:
    """Writes down better what a referral told."""
    found = Referral.objects.current().get(ref=referral)
    telling = Telling("PI Sittard", found.happened_on, told=told)
    return outcome(
        lambda: correct_referral(
            referral=found, telling=telling, identity=found.person.identity, by=by(who), at=now()
        )
    )


def log(who: str, *, referral: str, words: str = "Gebeld.", submission: str | None = None) -> Answer:
    """Writes contact down with the young person of this referral."""
    trajectory = Trajectory.objects.get(referral__ref=referral)
    account = Account(day(now()), ContactKind.PHONE, Outcome.MADE, words)
    form = uuid.UUID(submission) if submission else None
    return outcome(
        lambda: ContactMoment.log(
            trajectory=trajectory, account=account, submission=form, by=by(who), at=now()
        )
    )


def correct(who: str, *, contact: str, words: str) -> Answer:
    """Tells contact better."""
    moment = ContactMoment.objects.current().get(ref=contact)
    account = Account(moment.happened_on, ContactKind.PHONE, Outcome.MADE, words)
    return outcome(lambda: moment.correct(account=account, by=by(who), at=now()))


def withdraw(who: str, *, contact: str) -> Answer:
    """Takes contact back."""
    moment = ContactMoment.objects.current().get(ref=contact)
    return outcome(lambda: moment.withdraw(by=by(who), at=now()))


def log_many(who: str, *, referral: str, times: int) -> list[Answer]:
    """Writes contact down so many times, as fast as it goes."""
    return [log(who, referral=referral, words=f"{n}") for n in range(times)]


def toil(who: str, *, name: str) -> None:
    """Registers, accepts, logs and corrects until somebody ends it, and says each time what was acknowledged."""
    number = 0
    while True:
        number += 1
        referral = register(who, name=f"{name} {number}")
        _acknowledge("referral", referral)
        _acknowledge("trajectory", accept(who, referral=referral["made"]))
        contact = log(who, referral=referral["made"])
        _acknowledge("contact", contact)
        _acknowledge("correction", correct(who, contact=contact["made"], words=f"beter {number}"))


def _acknowledge(kind: str, answer: Answer) -> None:
    print(json.dumps({"kind": kind, **answer}), flush=True)


ORDERS: dict[str, Callable[..., Any]] = {
    "stage": stage,
    "register": register,
    "accept": accept,
    "correct_told": correct_told,
    "log": log,
    "correct": correct,
    "withdraw": withdraw,
    "log_many": log_many,
    "toil": toil,
    "finding": finding,
}
