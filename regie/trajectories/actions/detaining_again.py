"""He is held again: the same guidance goes on, and what he is held for begins anew."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.base.submissions import once
from regie.detention.enums import Arrival, Title
from regie.detention.models import Sentence, Stay
from regie.detention.models.sentence import SentenceAccount
from regie.detention.models.stay import StayAccount
from regie.detention.queries import history
from regie.detention.rules import StayFacts, check_detained_again
from regie.partners.models import Organisation
from regie.persons.models import Person
from regie.trajectories.models import Trajectory


@dataclass(frozen=True)
class Again:
    """What is told of it; None and the empty text were not told.

    `arrival` says what happened when he was still inside as far as we knew: was he out in between, or moved.
    """

    entered_on: date
    facility: str = ""
    organisation: Organisation | None = None
    title: Title | None = None
    arrival: Arrival | None = None

    @property
    def stay(self) -> StayAccount:
        """The stay that begins."""
        arrival = self.arrival or Arrival.ENTERED
        return StayAccount(self.facility, self.organisation, arrival=arrival, entered_on=self.entered_on)


def tell_detained_again(
    *,
    trajectory: Trajectory,
    again: Again,
    source: str = "",
    submission: uuid.UUID | None = None,
    by: Actor,
    at: datetime,
) -> Stay:
    """He is inside again since a day; twice is once. Nothing that went on is closed.

    Raises NotAllowed; NotValid beside the day that cannot be, or beside `arrival` when he was still inside and nobody
    said what happened.
    """
    trajectory.check_guided_by(by)

    def make() -> Stay:
        with transaction.atomic():
            # Two who tell it at once: the second waits here and then finds what the first wrote.
            person = Person.objects.select_for_update(no_key=True).get(pk=trajectory.person_id)
            stays = list(Stay.objects.current().of(person).order_by("happened_on", "recorded_at", "pk"))
            told = _told_already(stays, again, by=by, at=at)
            if told is not None:
                return told
            facts = StayFacts(again.stay.arrival, again.entered_on)
            known = [stay.facts for stay in stays]
            what_happened = again.arrival is not None
            check_detained_again(facts, stays=known, what_happened=what_happened, on=day(at))
            if not stays:
                _tell_the_first(trajectory, person, again, by=by, at=at)
            return _write(person, again, source, submission, by=by, at=at)

    return once(Stay, submission, make)


def withdraw_detained_again(*, trajectory: Trajectory, entry: Stay, by: Actor, at: datetime) -> Stay:
    """He was not held again after all: takes back that he came in, and the ground that was told with it.

    Raises NotAllowed, or NotNow when that is told otherwise meanwhile.
    """
    trajectory.check_guided_by(by)
    with transaction.atomic():
        person = Person.objects.select_for_update(no_key=True).get(pk=trajectory.person_id)
        now = history(person).entry(on=day(at))
        if now is None or now.pk != entry.pk:
            raise NotNow("Dit is intussen anders verteld. Kijk eerst wat er nu staat.")
        first = Stay.objects.get(ref=entry.ref, corrects__isnull=True)
        told = Sentence.objects.of(person).filter(corrects__isnull=True, recorded_at=first.recorded_at)
        grounds = told.filter(happened_on=first.happened_on)
        for ground in Sentence.objects.current().of(person).filter(ref__in=grounds.values("ref")):
            ground.withdraw(by=by, at=at)
        return now.withdraw(by=by, at=at)


def _told_already(stays: Sequence[Stay], again: Again, *, by: Actor, at: datetime) -> Stay | None:
    """The stay that says this already, with the facility when only that was missing."""
    account = again.stay
    for stay in stays:
        same = (stay.entered_on, stay.arrival, stay.left_on) == (account.entered_on, account.arrival, None)
        if same and account.facility in ("", stay.facility):
            return stay
        if same and not stay.facility:
            return stay.correct(account=account, by=by, at=at)
        if same:
            place = stay.facility_name
            raise NotValid(
                f"Er staat al dat hij sinds die dag in {place} zit. Verbeter dat.", field="facility"
            )
    return None


def _tell_the_first(trajectory: Trajectory, person: Person, again: Again, *, by: Actor, at: datetime) -> None:
    """What his referral told of the first time becomes a stay: else this one would be taken for it."""
    referral = trajectory.referral
    since = referral.detained_since
    if since and since < again.entered_on:
        first = StayAccount(referral.facility, entered_on=since)
        Stay.record(person=person, account=first, source=referral.referred_by, by=by, at=at)


def _write(
    person: Person, again: Again, source: str, submission: uuid.UUID | None, *, by: Actor, at: datetime
) -> Stay:
    stay = Stay.record(person=person, account=again.stay, source=source, submission=submission, by=by, at=at)
    if again.title:
        ground = SentenceAccount(again.title, known_since=again.entered_on)
        Sentence.record(person=person, account=ground, source=source, by=by, at=at)
    return stay
