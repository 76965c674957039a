"""An appointment: with him, or with somebody else about him."""

import uuid
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from regie.base.actors import Actor
from regie.base.errors import NotNow
from regie.contacts import rules
from regie.contacts.enums import ContactKind, MeetingWith, ToldHow
from regie.contacts.models.appointment_outcome import AppointmentOutcome
from regie.contacts.rules import LONGEST_OF_APPOINTMENT, AppointmentAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

WENT_ALREADY = "Er staat al hoe het ging. Trek dat eerst in."


class AppointmentQuerySet(TrajectoryFactQuerySet):
    """Questions about appointments."""

    def open(self) -> Self:
        """Of which nobody told how it went, or that it was called off."""
        told: Any = AppointmentOutcome.objects.current().filter(agreed=OuterRef("ref"))
        return self.filter(~Exists(told))


class Appointment(TrajectoryFact):
    """On `happened_on` somebody is met, at a time of the clock there; moved, it is another version of the same one."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory later",
        personal="happened_on source begins ends kind company told_how",
        criminal="partner place purpose",
    )

    verbs = Verbs(Verb.APPOINTMENT_AGREED, Verb.APPOINTMENT_CORRECTED, Verb.APPOINTMENT_WITHDRAWN)

    begins = models.TimeField()
    ends = models.TimeField(null=True, blank=True)
    later = models.BooleanField(null=True, blank=True)
    kind = models.CharField(max_length=20, choices=ContactKind.choices)
    company = models.CharField(max_length=20, choices=MeetingWith.choices)
    partner = models.CharField(max_length=LONGEST_OF_APPOINTMENT["partner"], blank=True)
    place = models.CharField(max_length=LONGEST_OF_APPOINTMENT["place"], blank=True)
    purpose = models.CharField(max_length=LONGEST_OF_APPOINTMENT["purpose"], blank=True)
    told_how = models.CharField(max_length=20, choices=ToldHow.choices)

    objects = AppointmentQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="contacts_appointment_words_we_know",
                condition=Q(company__in=MeetingWith.values) & Q(told_how__in=ToldHow.values),
            ),
            models.CheckConstraint(
                name="contacts_appointment_lasts", condition=Q(ends__isnull=True) | Q(ends__gt=F("begins"))
            ),
            models.CheckConstraint(
                name="contacts_appointment_says_with_whom",
                condition=Q(company=MeetingWith.HIM) | ~Q(partner=""),
            ),
        ]
        indexes = [models.Index(fields=["trajectory", "happened_on"], name="contacts_appointment_on_day")]

    @property
    def account(self) -> AppointmentAccount:
        """What is agreed here."""
        told = {one.name: getattr(self, one.name) for one in fields(AppointmentAccount)}
        return AppointmentAccount(**told)

    @property
    def about(self) -> Mapping[str, Any]:
        """What stood there before."""
        return {"was": self}

    @property
    def starts_at(self) -> datetime:
        """The moment at which it begins."""
        return self.account.starts_at

    @property
    def is_with_him(self) -> bool:
        """Whether he is there himself."""
        return self.company != MeetingWith.WITHOUT_HIM

    def correct(self, *, account: Any, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> Self:
        """Moves it, or tells it better; raises NotNow once it was told how it went."""
        self.trajectory.check_guided_by(by)
        verb = Verb.APPOINTMENT_MOVED if rules.moved(self.account, account) else self.verbs.corrected
        with transaction.atomic():
            self._hold()
            return self._tell_better(verb, account, submission=submission, by=by, at=at)

    def tell_sent(self, *, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> Self:
        """Says that he knows it by a message; twice is once."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            self._hold()
            told = replace(self.account, told_how=ToldHow.MESSAGE)
            return self._tell_better(Verb.APPOINTMENT_SENT, told, submission=submission, by=by, at=at)

    def withdraw(self, *, by: Actor, at: datetime) -> Self:
        """Says that it was never agreed; raises NotNow once it was told how it went."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            self._hold()
            return super().withdraw(by=by, at=at)

    def _hold(self) -> None:
        """Who tells how it went at the same moment waits, and the other way round."""
        self.trajectory.hold_open()
        if AppointmentOutcome.objects.current().filter(agreed=self.ref).exists():
            raise NotNow(WENT_ALREADY)

    @classmethod
    def _check(cls, account: Any, trajectory: Trajectory, *, on: date, **about: Any) -> None:  # noqa: ARG003
        was: Appointment | None = about.get("was")
        rules.check_appointment(account, on=on, was=was.account if was else None)
