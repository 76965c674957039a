"""A stay in a facility."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import Fact
from regie.detention import rules
from regie.detention.enums import Arrival, Regime
from regie.detention.models.detention_fact import DetentionFact, DetentionFactQuerySet
from regie.partners.models import Organisation
from regie.persons.models import Person
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb


@dataclass(frozen=True)
class StayAccount:
    """What is told of one stay; an empty text and None mean that it was not told."""

    facility: str = ""
    organisation: Organisation | None = None
    regime: Regime = Regime.UNKNOWN
    arrival: Arrival = Arrival.ENTERED
    entered_on: date | None = None
    left_on: date | None = None


class StayQuerySet(DetentionFactQuerySet):
    """Questions about stays."""

    def entries(self) -> Self:
        """Where a detention began, on a day that we know."""
        return self.filter(arrival=Arrival.ENTERED, entered_on__isnull=False)


class Stay(DetentionFact):
    """He is held in a facility from `entered_on`; he came in from outside, or was moved there from another.

    `facility` is the name as told, `organisation` the one on our list that it names. A move closes nothing: that he
    left the former facility follows from the next stay. `left_on` is the day he was free.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} person",
        personal="source",
        criminal="happened_on facility organisation regime arrival entered_on left_on",
    )
    verb = Verb.STAY_RECORDED

    facility = models.CharField(max_length=120, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    regime = models.CharField(max_length=20, choices=Regime.choices, default=Regime.UNKNOWN)
    arrival = models.CharField(max_length=20, choices=Arrival.choices, default=Arrival.ENTERED)
    entered_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)

    objects = StayQuerySet.as_manager()

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="detention_stay_left_after_entered",
                condition=Q(left_on__isnull=True)
                | Q(entered_on__isnull=True)
                | Q(left_on__gte=F("entered_on")),
            ),
            models.CheckConstraint(
                name="detention_stay_words_we_know",
                condition=Q(arrival__in=Arrival.values) & Q(regime__in=Regime.values),
            ),
        ]
        indexes = [  # Day one of a whole list is asked in the order of this index; a key of its own would be double.
            models.Index(fields=["person", "arrival", "entered_on"], name="detention_stay_day_one")
        ]

    def __str__(self) -> str:
        return str(self.ref)

    @property
    def facility_name(self) -> str:
        """The name on our list, or as told; empty when nobody said."""
        return self.organisation.name if self.organisation else self.facility

    @cached_property
    def facts(self) -> rules.StayFacts:
        """What the rules ask of a stay."""
        return rules.StayFacts(Arrival(self.arrival), self.entered_on, self.left_on, self.happened_on)

    @classmethod
    def record(
        cls,
        *,
        person: Person,
        account: StayAccount,
        source: str = "",
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "Stay":
        """Writes down where he is held; told twice is once. Raises NotValid beside the day that cannot be.

        It is about the day he came in, or else the day it was told, or the day he was free when that was before it.
        Call it through an action of trajectories, which knows who may.
        """
        cls._check(account, person, on=day(at))
        happened_on = _about(account, told_on=day(at))
        return cls._write_down(
            person, vars(account), source=source, happened_on=happened_on, submission=submission, by=by, at=at
        )

    def correct(
        self, *, account: StayAccount, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> "Stay":
        """Tells it better; what stood there before can still be read back. Raises NotValid, or NotNow."""
        self._check(account, self.person, on=day(at), known=self)
        happened_on = _about(account, told_on=self.happened_on)
        return self._tell_better(vars(account), happened_on=happened_on, submission=submission, by=by, at=at)

    def leave(self, *, on: date, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> "Stay":
        """He was free from that day. Raises NotValid beside `left_on`, or NotNow."""
        return self.correct(account=replace(self.account, left_on=on), submission=submission, by=by, at=at)

    def not_left(self, *, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> "Stay":
        """He is still inside: it stands as before he was said to be free; when nothing stood, nothing does. Or NotNow.

        What was told better since, such as the facility, stays.
        """
        former = (
            Stay.objects.filter(ref=self.ref, left_on__isnull=True, withdrawn=False).order_by("pk").last()
        )
        inside = replace(self.account, left_on=None)
        if former is None and inside == StayAccount():
            return self.withdraw(by=by, at=at)
        told_on = former.happened_on if former else self.happened_on
        happened_on = _about(inside, told_on=told_on)
        return self._tell_better(vars(inside), happened_on=happened_on, submission=submission, by=by, at=at)

    @property
    def account(self) -> StayAccount:
        """What is told here."""
        return StayAccount(
            self.facility,
            self.organisation,
            Regime(self.regime),
            Arrival(self.arrival),
            self.entered_on,
            self.left_on,
        )

    @classmethod
    def held(cls, person: Person, told: Any, *, on: date) -> "Stay | None":
        """The stay that says these very things already: of that day, or, without a known day, the last one told."""
        if told["entered_on"] is None:
            return super().held(person, told, on=on)
        found: Stay | None = cls.objects.current().of(person).filter(**told).first()
        return found

    @classmethod
    def _check(cls, account: StayAccount, person: Person, *, on: date, known: "Stay | None" = None) -> None:
        told = rules.StayFacts(account.arrival, account.entered_on, account.left_on)
        others = cls.objects.current().of(person).exclude(ref=known.ref if known else None)
        rules.check_stay(told, birth_date=person.birth_date, on=on)
        rules.check_move(told, others=[stay.facts for stay in others])


def _about(account: StayAccount, *, told_on: date) -> date:
    """The day a stay is about: nobody was free before the stay that he left."""
    return account.entered_on or min(account.left_on or told_on, told_on)
