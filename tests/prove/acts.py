"""What a colleague can be asked to do: an act looks up what it needs, and answers the deed that is still to be done.

So that two colleagues are at the verb itself when the moment comes. Acts run in processes of their own: what they
are told and what they answer is plain (numbers, texts, lists).
"""

import contextlib
import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.management import call_command
from django.db import transaction

from regie.accounts.enums import Role
from regie.accounts.models import Municipality, User
from regie.approach.actions import Change, change
from regie.approach.enums import Layer
from regie.approach.models import Edition
from regie.approach.queries import approach_for
from regie.base.actors import Actor
from regie.base.clock import day, now
from regie.base.errors import DomainError
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models import ContactMoment
from regie.contacts.rules import ContactAccount
from regie.detention.enums import Title
from regie.detention.models.sentence import SentenceAccount
from regie.intake.actions import Confirmed, confirm_message, hand_over_messages, receive
from regie.intake.models import Message
from regie.persons.rules import Identity
from regie.privacy.actions import journal
from regie.privacy.enums import Verb
from regie.trajectories.actions import (
    Chosen,
    Redirecting,
    Telling,
    assign_many,
    redirect_referral,
    register_referral,
    weigh_referral,
)
from regie.trajectories.actions import answer_exception as answer
from regie.trajectories.actions import ask_exception as ask
from regie.trajectories.actions import correct_referral as correct
from regie.trajectories.enums import Knew
from regie.trajectories.models import Assignment, Referral, Trajectory, Waiver, Weighing
from regie.trajectories.queries import duration_of
from tests.cast import TESTER, employ, sign_in
from tests.factories import people

Deed = Callable[[], Any]


def open_office() -> Deed:
    """Makes the one table that no migration makes."""
    return lambda: call_command("createcachetable", verbosity=0)


def register(*, by: str, name: str, bsn: str = "", submission: str = "") -> Deed:
    """Writes a referral down of somebody new."""
    who, here = acting(by), Municipality.objects.get(cbs_code="GM1883")
    return lambda: (
        register_referral(
            telling=telling(),
            who=Identity(name, "Muller", date(2005, 4, 17), bsn),
            municipality=here,
            submission=uuid.UUID(submission) if submission else None,
            by=who,
            at=now(),
        ).pk
    )


def refer_again(*, by: str, referral: int) -> Deed:
    """Writes a second referral down of the same young person."""
    who = acting(by)
    known = Referral.objects.select_related("person__municipality").get(pk=referral).person
    return lambda: (
        register_referral(telling=telling(), who=known, municipality=known.municipality, by=who, at=now()).pk
    )


def accept(*, by: str, referral: int) -> Deed:
    """Takes a young person on, whose referral was weighed a moment before."""
    who, found = acting(by), Referral.objects.select_related("municipality").get(pk=referral)
    weighed(found, User.objects.get(email=f"{by}@example.nl"))
    return lambda: found.accept(planned_end=duration_of(found, on=day(now())).proposed, by=who, at=now()).pk


def guide(*, by: str, name: str) -> Deed:
    """A referral that its writer accepts at once; answers the trajectory."""

    def deed() -> int:
        referral: int = register(by=by, name=name)()
        trajectory: int = accept(by=by, referral=referral)()
        return trajectory

    return deed


def log(
    *, by: str, trajectory: int, submission: str = "", words: str = "Hij wil automonteur worden."
) -> Deed:
    """Writes a moment of contact down."""
    who, found = acting(by), _trajectory(trajectory)
    sent = uuid.UUID(submission) if submission else None
    return lambda: (
        ContactMoment.log(trajectory=found, account=account(words), submission=sent, by=who, at=now()).pk
    )


def correct_contact(*, by: str, moment: int, words: str, submission: str = "") -> Deed:
    """Tells a moment of contact better."""
    who, found = acting(by), _moment(moment)
    sent = uuid.UUID(submission) if submission else None
    return lambda: found.correct(account=account(words), submission=sent, by=who, at=now()).pk


def correct_referral(
    *, by: str, referral: int, told: str = "", submission: str = "", **identity: str
) -> Deed:
    """Tells a referral better, or who it is of: only what is named differs from what stands there."""
    who = acting(by)
    found = Referral.objects.select_related("person__municipality", "municipality").get(pk=referral)
    known = found.person.identity
    better = Identity(**({"given_names": known.given_names, "family_name": known.family_name} | identity))
    return lambda: (
        correct(
            referral=found,
            telling=telling(told or found.told),
            identity=Identity(better.given_names, better.family_name, known.birth_date, known.bsn),
            submission=uuid.UUID(submission) if submission else None,
            by=who,
            at=now(),
        ).pk
    )


def last_local() -> Deed:
    """The key of the last local edition of the approach."""
    return lambda: (
        Edition.objects.filter(layer=Layer.LOCAL).order_by("valid_from", "pk").values_list("pk").last()[0]
    )


def change_rule(*, by: str, code: str, value: int, seen: int | None) -> Deed:
    """Changes a local rule from today on; answers the edition."""
    who, here = acting(by), Municipality.objects.get(cbs_code="GM1883")
    made = Change(code, value, "Zo is het besloten.", day(now()))
    return lambda: change(municipality=here, change=made, seen=seen, by=who, at=now()).pk


def caseload_and_shortest() -> Deed:
    """The two rules that colleagues change, as they hold today."""

    def deed() -> list[int | None]:
        approach = approach_for(Municipality.objects.get(cbs_code="GM1883"), on=day(now()))
        return [approach.caseload, approach.shortest]

    return deed


def weigh(*, by: str, referral: int) -> Deed:
    """Weighs a referral that nobody weighed, as far as who weighs it saw: never the other's told better."""
    who, found = acting(by), Referral.objects.select_related("municipality").get(pk=referral)
    weighed = people.favourable(approach_for(found.municipality, on=day(now())))
    return lambda: weigh_referral(referral=found, weighed=weighed, by=who, at=now()).pk


def ask_exception(*, by: str, referral: int) -> Deed:
    """Asks to set the age aside; answers the exception."""
    who, found = acting(by), Referral.objects.select_related("municipality").get(pk=referral)
    return lambda: ask(referral=found, criterion="age", reason="Past toch.", by=who, at=now()).pk


def answer_exception(*, by: str, waiver: int, agreed: bool) -> Deed:
    """Answers as the second person."""
    who, found = acting(by), Waiver.objects.select_related("municipality").get(pk=waiver)
    return lambda: answer(waiver=found, agreed=agreed, words="Zo is het.", by=who, at=now()).pk


def redirect(*, by: str, referral: int) -> Deed:
    """Sends a referral to regular aftercare."""
    who, found = acting(by), Referral.objects.select_related("municipality").get(pk=referral)
    letters = Redirecting("Heeft genoeg aan nazorg.", Knew.YES, "Geachte", "Beste")
    return lambda: redirect_referral(referral=found, redirecting=letters, by=who, at=now()).pk


def bring_in(*, by: str, text: str) -> Deed:
    """Brings a message in; answers the first."""
    who, here = User.objects.get(email=f"{by}@example.nl"), Municipality.objects.get(cbs_code="GM1883")
    return lambda: (
        receive(
            text, sender="DJI", received_on=day(now()), municipality=here, by=who.acting(now()), at=now()
        )[0].pk
    )


def confirm(*, by: str, message: int, known: int | None = None) -> Deed:
    """Confirms a message, of somebody new or of who has this referral; answers whose file it became part of."""
    who, found = acting(by), Message.objects.select_related("municipality").get(pk=message)
    person = Referral.objects.get(pk=known).person if known else None
    identity = Identity(f"Kai {message}", "Alders")
    more = SentenceAccount(Title.PRISON, months=message % 90 + 1)
    told = Confirmed(telling("Zijn hond."), sentence=more)
    return lambda: (
        confirm_message(message=found, who=identity, known=person, told=told, by=who, at=now()).person_id
    )


def hand_over(*, by: str, message: int) -> Deed:
    """Hands a message over to aftercare; answers how many."""
    who, found = acting(by), Message.objects.get(pk=message)
    return lambda: hand_over_messages([found], by=who, at=now())


def weighed(referral: Referral, by: str) -> None:
    """Weighs it, unless somebody did."""
    if (
        Weighing.objects.of(referral.ref) is None
        and Referral.objects.open().filter(ref=referral.ref).exists()
    ):
        with contextlib.suppress(DomainError):
            people.weigh(referral, by=by, at=now())


def write_entry(*, chain: str) -> Deed:
    """Adds an entry to a chain, which may have none yet."""

    def deed() -> int:
        with transaction.atomic():
            made = journal(Verb.CONTACT_LOGGED, chain=chain, subject=uuid.uuid4(), by=TESTER, at=now())
        return made.number

    return deed


def come_in(*, by: str) -> Deed:
    """Signs in; answers the key of the session."""
    user = User.objects.get(email=f"{by}@example.nl")
    return lambda: sign_in(user).session.session_key


def hire(*, name: str, role: str) -> Deed:
    """Somebody new has a role here."""
    here = Municipality.objects.get(cbs_code="GM1883")
    return lambda: employ(name, Role(role), here, at=now()).pk


def assign(*, by: str, officer: str, trajectories: list[int]) -> Deed:
    """A coordinator gives these young people to one officer, from today, as he sees them now."""
    who, to = acting(by), User.objects.get(email=f"{officer}@example.nl")
    standing = Assignment.objects.filter(until__isnull=True)
    chosen = [Chosen(_trajectory(key), standing.get(trajectory=key).pk) for key in trajectories]
    return lambda: assign_many(chosen, officer=to, since=day(now()), by=who, at=now())


def acting(name: str) -> Actor:
    """This colleague, with his posts of now."""
    return User.objects.get(email=f"{name}@example.nl").acting(now())


def account(words: str) -> ContactAccount:
    """A visit today."""
    return ContactAccount(day(now()), ContactKind.PRISON_VISIT, Outcome.MADE, words)


def telling(told: str = "Geen ID.") -> Telling:
    """A referral that came today."""
    return Telling("PI Sittard", day(now()), facility="PI Sittard", told=told)


def _trajectory(key: int) -> Trajectory:
    return Trajectory.objects.select_related("person", "municipality").get(pk=key)


def _moment(key: int) -> ContactMoment:
    return ContactMoment.objects.select_related("trajectory__person", "trajectory__municipality").get(pk=key)
