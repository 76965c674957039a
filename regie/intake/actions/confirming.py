"""What a message tells is confirmed, field by field, and becomes part of a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.detention.enums import Arrival
from regie.detention.models import Sentence, Stay
from regie.detention.models.release_date import ReleaseAccount
from regie.detention.models.sentence import SentenceAccount
from regie.detention.models.stay import StayAccount
from regie.detention.rules import StayFacts, one_coming_in
from regie.intake.actions.leaving import said_otherwise, tell_leaving
from regie.intake.enums import FreeDay
from regie.intake.models import Confirmation, Message
from regie.intake.rules import ToldDays, check_received, check_told_days
from regie.partners.queries import find
from regie.persons.models import Person
from regie.persons.rules import Identity
from regie.privacy.actions import journal
from regie.privacy.enums import Verb
from regie.trajectories.actions import (
    Telling,
    correct_detention,
    correct_referral,
    register_referral,
    tell_detention,
    tell_of_referral,
)
from regie.trajectories.models import Closure, Referral, Trajectory

DIED = "Deze jongere is overleden. Dit bericht hoort niet meer bij ons: draag het over."


@dataclass(frozen=True)
class Confirmed:
    """What a message tells, as somebody confirmed it: `telling` as of a referral, and what more is told.

    Lengths, days and `release` are None when they were not told; `free_day` is asked only when the file says otherwise.
    """

    telling: Telling
    moved_on: date | None = None
    left_on: date | None = None
    sentence: SentenceAccount | None = None
    release: ReleaseAccount | None = None
    free_day: FreeDay | None = None

    @property
    def days(self) -> ToldDays:
        """The days that have to fit together."""
        expected_on = self.release.expected_on if self.release else None
        return ToldDays(self.telling.detained_since, self.moved_on, self.left_on, expected_on)

    @property
    def entry(self) -> StayAccount | None:
        """That he came in, or only where he is; a move says that better."""
        place = "" if self.moved_on else self.telling.facility
        since = self.telling.detained_since
        return (
            StayAccount(place, find(place), entered_on=since)
            if since or (place and not self.left_on)
            else None
        )

    @property
    def move(self) -> StayAccount | None:
        """That he was moved."""
        place = self.telling.facility
        moved = StayAccount(place, find(place), arrival=Arrival.MOVED, entered_on=self.moved_on)
        return moved if self.moved_on else None

    @property
    def leaving(self) -> StayAccount | None:
        """That he is free."""
        place = self.telling.facility
        return StayAccount(place, find(place), left_on=self.left_on) if self.left_on else None

    @property
    def apart(self) -> list[SentenceAccount | ReleaseAccount]:
        """What is told besides where he is."""
        return [account for account in (self.sentence, self.release) if account is not None]

    def saying(self, more: str) -> "Confirmed":
        """The same, with these words behind what the message told."""
        words = "\n".join(filter(None, (self.telling.told, more)))
        return replace(self, telling=replace(self.telling, told=words))

    @property
    def source(self) -> str:
        """Where its facts come from."""
        return f"Bericht van {self.telling.referred_by}"


def confirm_message(
    *, message: Message, who: Identity, known: Person | None, told: Confirmed, by: Actor, at: datetime
) -> Confirmation:
    """Writes what a message tells in the file of this young person; of somebody new it is a referral.

    Of who is guided it becomes facts, of who waits for a decision it completes the referral; what we knew already is
    not written twice. Twice by the same person is once. Raises NotAllowed; NotValid beside the field that cannot be
    true; NotNow when a colleague was first.
    """
    message.check_screened_by(by)
    if known and known.municipality_id != message.municipality_id:
        raise NotAllowed("Deze jongere hoort bij een andere gemeente.")
    check_received(told.telling.happened_on, on=day(at), field="happened_on")
    check_told_days(told.days)
    with transaction.atomic():
        # Two officers at once: the second waits here, and then finds what the first confirmed.
        Message.objects.select_for_update(no_key=True).get(pk=message.pk)
        mine = message.confirmed_earlier(by_id=by.id)
        if mine is not None:
            return mine
        if known:  # before anything is written in the journal: who waits, waits in one order
            Person.objects.select_for_update(no_key=True).get(pk=known.pk)
        person = _write(message, who, known, told, by=by, at=at)
        made = Confirmation.objects.create(message=message, person=person, **Confirmation.stamp(by=by, at=at))
        chain = message.municipality.cbs_code
        journal(Verb.MESSAGE_CONFIRMED, chain=chain, subject=message.ref, fields=["person"], by=by, at=at)
    return made


def _write(
    message: Message, who: Identity, known: Person | None, told: Confirmed, *, by: Actor, at: datetime
) -> Person:
    trajectory = _running(known, on=day(at)) if known else None
    if trajectory is not None:
        kept = said_otherwise(trajectory, told.left_on, chosen=told.free_day)
        _complete(trajectory.referral, who, told.saying(kept), facts_apart=True, by=by, at=at)
        _tell_stays(trajectory, told, by=by, at=at)
        for account in _adding(told, trajectory.person, on=day(at)):
            tell_detention(trajectory=trajectory, account=account, source=told.source, by=by, at=at)
        return trajectory.person
    referral = _referred(message, who, known, told, by=by, at=at)
    check_told_days(replace(told.days, entered_on=referral.day_one))
    with _beside("moved_on"):
        for stay in filter(None, (told.move, told.leaving)):
            tell_of_referral(referral=referral, account=stay, source=told.source, by=by, at=at)
    for account in _adding(told, referral.person, on=day(at)):
        tell_of_referral(referral=referral, account=account, source=told.source, by=by, at=at)
    return referral.person


def _running(known: Person, *, on: date) -> Trajectory | None:
    """The guidance that runs: of who was closed a message is a new referral, and of who died it is not for us."""
    his = Trajectory.objects.filter(person=known)
    if Closure.objects.holding(on).filter(trajectory__in=his, death=True).exists():
        raise NotNow(DIED)
    return his.running(on).select_related("referral", "person").first()


def _referred(
    message: Message, who: Identity, known: Person | None, told: Confirmed, *, by: Actor, at: datetime
) -> Referral:
    """The referral of who waits for a decision, completed; else a new one."""
    waiting: Referral | None = Referral.objects.open().filter(person=known).first() if known else None
    if waiting is None:
        municipality = message.municipality
        return register_referral(
            telling=told.telling, who=known or who, municipality=municipality, by=by, at=at
        )
    return _complete(waiting, who, told, facts_apart=False, by=by, at=at)


def _complete(
    referral: Referral, who: Identity, told: Confirmed, *, facts_apart: bool, by: Actor, at: datetime
) -> Referral:
    """Adds what was unknown until now; what is known stays as it is, and what is told more is kept with its day."""
    heard = told.telling
    words = f"Bericht van {heard.happened_on:%d-%m-%Y}: {heard.told}" if heard.told.strip() else ""
    telling = Telling(
        referral.referred_by,
        referral.happened_on,
        referral.detained_since if facts_apart else heard.detained_since or referral.detained_since,
        referral.facility if facts_apart else heard.facility or referral.facility,
        "\n\n".join(filter(None, (referral.told, words))),
    )
    identity = _completed(referral.person.identity, who)
    return correct_referral(referral=referral, telling=telling, identity=identity, by=by, at=at)


def _completed(known: Identity, told: Identity) -> Identity:
    return Identity(
        known.given_names or told.given_names,
        known.family_name or told.family_name,
        known.birth_date or told.birth_date,
        known.bsn or told.bsn,
    )


def _tell_stays(trajectory: Trajectory, told: Confirmed, *, by: Actor, at: datetime) -> None:
    """Coming in, being moved and being free; what adds to a stay that we know corrects it."""
    if told.entry:
        with _beside("detained_since"):
            _tell_stay(trajectory, told.entry, told.source, by=by, at=at)
    if told.move:
        with _beside("moved_on"):
            _tell_stay(trajectory, told.move, told.source, by=by, at=at)
    if told.leaving:
        tell_leaving(trajectory, told.leaving, told.source, chosen=told.free_day, by=by, at=at)


def _tell_stay(trajectory: Trajectory, account: StayAccount, source: str, *, by: Actor, at: datetime) -> None:
    """Writes a stay down, or makes one better that we know; without a day it can only be about the last one."""
    stays = Stay.objects.current().of(trajectory.person).order_by("-happened_on", "-pk")
    ways = (_is_that_day, _is_same, _is_one_coming_in)  # the very day goes before one that differs a little
    last = stays[: None if account.entered_on else 1]
    same = next((stay for is_it in ways for stay in last if is_it(stay, account)), None)
    if same is None:
        tell_detention(trajectory=trajectory, account=account, source=source, by=by, at=at)
        return
    better = replace(
        same.account,
        facility=account.facility or same.facility,
        organisation=account.organisation if account.facility else same.organisation,
        entered_on=account.entered_on or same.entered_on,
    )
    correct_detention(trajectory=trajectory, told=same, account=better, by=by, at=at)


def _is_that_day(stay: Stay, told: StayAccount) -> bool:
    return stay.entered_on == told.entered_on and _is_same(stay, told)


def _is_same(stay: Stay, told: StayAccount) -> bool:
    """Whether this tells of a stay that we know: of the same day; or one of both has no day, and the place agrees.

    Of whom nothing was known but since when he is free, this is how that stay began.
    """
    if told.entered_on and stay.arrival != told.arrival:
        return False
    if stay.entered_on and told.entered_on:
        return stay.entered_on == told.entered_on
    if stay.left_on is not None:
        only_left = not stay.entered_on and not stay.facility
        return bool(only_left and told.entered_on and told.entered_on <= stay.left_on)
    return not told.facility or told.facility == stay.facility


def _is_one_coming_in(stay: Stay, told: StayAccount) -> bool:
    """Whether it is the coming in that we know, told with another day."""
    return told.entered_on is not None and one_coming_in(stay.facts, StayFacts(told.arrival, told.entered_on))


def _adding(told: Confirmed, person: Person, *, on: date) -> list[SentenceAccount | ReleaseAccount]:
    """What is told besides where he is, without the bare name of a sentence whose length we know already."""
    if told.sentence and not any((told.sentence.years, told.sentence.months, told.sentence.days)):
        last = Sentence.that_holds(person, on=on)
        if last is not None and last.title == told.sentence.title:
            told = replace(told, sentence=None)
    return told.apart


@contextmanager
def _beside(field: str) -> Iterator[None]:
    """What a stay refuses about the day it began, stands beside the field that asked for that day."""
    try:
        yield
    except NotValid as error:
        raise NotValid(error.sentence, field=field if error.field == "entered_on" else error.field) from None
