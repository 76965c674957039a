"""What a worker can be ordered to do: the verbs, with names and refs instead of objects.

An order looks first and answers a deed, which is done at the moment of the others: so both have seen the same.
"""

import json
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any

from django.db import DatabaseError

from regie.accounts.models import Municipality, User
from regie.base.actors import Actor
from regie.base.clock import day, now
from regie.base.errors import DomainError
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.rules import ContactAccount
from regie.persons.rules import Identity
from regie.trajectories.actions import Telling, correct_referral, register_referral
from regie.trajectories.models import Referral, Trajectory
from tests.cast import Cast
from tests.prove.acts import weighed
from tests.prove.finding import finding

Answer = dict[str, Any]
Deed = Callable[[], Any]


def by(who: str) -> Actor:
    """A colleague, acting now."""
    return User.objects.get(name=who).acting(now())


def attempt(verb: Callable[[], Any]) -> Deed:
    """Does it and answers what came of it: made, refused with a sentence, or broken."""

    def deed() -> Answer:
        try:
            return {"made": str(verb().ref)}
        except DomainError as error:
            return {"refused": type(error).__name__, "sentence": error.sentence}
        except DatabaseError as error:
            return {"broke": f"{type(error).__name__}: {error}"}

    return deed


def stage() -> Deed:
    """The cast comes on."""
    return lambda: bool(Cast.assemble(at=now()))


def register(who: str, *, submission: str | None = None, bsn: str = "", name: str = "Jayden") -> Deed:
    """Writes a referral down."""
    municipality, actor = Municipality.objects.get(cbs_code="GM1883"), by(who)
    return attempt(
        lambda: register_referral(
            telling=Telling("PI Sittard", day(now())),
            who=Identity(name, "Muller", date(2005, 4, 17), bsn),
            municipality=municipality,
            submission=uuid.UUID(submission) if submission else None,
            by=actor,
            at=now(),
        )
    )


def accept(who: str, *, referral: str) -> Deed:
    """Takes the young person on."""
    found, actor = Referral.objects.current().get(ref=referral), by(who)
    weighed(found, User.objects.get(name=who))
    return attempt(lambda: found.accept(planned_end=day(now()) + timedelta(days=900), by=actor, at=now()))


def correct_told(who: str, *, referral: str, told: str) -> Deed:
    """Writes down better what a referral told."""
    found, actor = Referral.objects.current().select_related("person").get(ref=referral), by(who)
    telling = Telling("PI Sittard", found.happened_on, told=told)
    return attempt(
        lambda: correct_referral(
            referral=found, telling=telling, identity=found.person.identity, by=actor, at=now()
        )
    )


def log(who: str, *, referral: str, words: str = "Gebeld.", submission: str | None = None) -> Deed:
    """Writes contact down with the young person of this referral."""
    trajectory, actor = Trajectory.objects.get(referral__ref=referral), by(who)
    account = ContactAccount(day(now()), ContactKind.PHONE, Outcome.MADE, words)
    form = uuid.UUID(submission) if submission else None
    return attempt(
        lambda: ContactMoment.log(trajectory=trajectory, account=account, submission=form, by=actor, at=now())
    )


def correct(who: str, *, contact: str, words: str = "Beter.") -> Deed:
    """Tells contact better."""
    moment, actor = ContactMoment.objects.current().get(ref=contact), by(who)
    account = ContactAccount(moment.happened_on, ContactKind.PHONE, Outcome.MADE, words)
    return attempt(lambda: moment.correct(account=account, by=actor, at=now()))


def withdraw(who: str, *, contact: str) -> Deed:
    """Takes contact back."""
    moment, actor = ContactMoment.objects.current().get(ref=contact), by(who)
    return attempt(lambda: moment.withdraw(by=actor, at=now()))


def log_many(who: str, *, referral: str, times: int) -> Deed:
    """Writes contact down so many times, as fast as it goes."""
    deeds = [log(who, referral=referral, words=f"{n}") for n in range(times)]
    return lambda: [deed() for deed in deeds]


def toil(who: str, *, name: str) -> Deed:
    """Registers, accepts, logs and corrects until somebody ends it, and says each time what was acknowledged."""

    def deed() -> None:
        for number in count(1):
            referral = _acknowledged("referral", register(who, name=f"{name} {number}"))
            _acknowledged("trajectory", accept(who, referral=referral))
            contact = _acknowledged("contact", log(who, referral=referral))
            _acknowledged("correction", correct(who, contact=contact, words=f"beter {number}"))

    return deed


def _acknowledged(kind: str, deed: Deed) -> str:
    answer = deed()
    print(json.dumps({"kind": kind, **answer}), flush=True)
    return str(answer["made"])


ORDERS: dict[str, Callable[..., Deed]] = {
    "stage": stage,
    "register": register,
    "accept": accept,
    "correct_told": correct_told,
    "log": log,
    "correct": correct,
    "withdraw": withdraw,
    "log_many": log_many,
    "toil": toil,
    "finding": lambda: finding,
}
