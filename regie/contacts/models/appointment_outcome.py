"""How it went with an appointment."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from regie.base.actors import Actor
from regie.contacts.enums import AppointmentResult
from regie.contacts.models.contact_moment import ContactMoment
from regie.contacts.rules import OutcomeAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs


class AppointmentOutcome(TrajectoryFact):
    """How it went with what was `agreed` (its `ref`); with the contact, or the attempt, that was written down by it.

    `happened_on` is the day it was agreed for. That he was not there closes nothing.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory agreed contact",
        personal="happened_on source result",
        criminal="words",
    )

    verbs = Verbs(
        Verb.APPOINTMENT_OUTCOME_TOLD, Verb.APPOINTMENT_OUTCOME_TOLD, Verb.APPOINTMENT_OUTCOME_WITHDRAWN
    )

    agreed = models.UUIDField()
    result = models.CharField(max_length=20, choices=AppointmentResult.choices)
    words = models.TextField(blank=True)
    contact = models.ForeignKey(ContactMoment, models.PROTECT, null=True, blank=True, related_name="+")

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="contacts_appointmentoutcome_words_we_know",
                condition=Q(result__in=AppointmentResult.values),
            ),
            models.UniqueConstraint(
                name="contacts_appointmentoutcome_one_each",
                fields=["agreed"],
                condition=Q(corrects__isnull=True),
            ),
        ]

    @property
    def account(self) -> OutcomeAccount:
        """What is told here."""
        return OutcomeAccount(AppointmentResult(self.result), self.words)

    def withdraw(self, *, by: Actor, at: datetime) -> "AppointmentOutcome":
        """Says that it did not go so; the contact that was written down by it goes with it, and it is asked again."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            self.trajectory.hold_open()
            taken_back = super().withdraw(by=by, at=at)
            contact = self.contact and ContactMoment.objects.current().filter(ref=self.contact.ref).first()
            if contact:
                contact.trajectory = self.trajectory
                contact.withdraw(by=by, at=at)
        return taken_back

    @classmethod
    def write(
        cls,
        *,
        trajectory: Trajectory,
        told: dict[str, Any],
        submission: uuid.UUID | None,
        by: Actor,
        at: datetime,
    ) -> "AppointmentOutcome":
        """The first version, or the next one after it was taken back; within the transaction of the verb."""
        before = cls.objects.last_versions().filter(agreed=told["agreed"]).first()
        if before is not None:
            made = before.add_correction(by=by, at=at, submission=submission, withdrawn=False, **told)
        else:
            stamp = cls.stamp(by=by, at=at)
            made = cls.objects.create(trajectory=trajectory, submission=submission, **told, **stamp)
        trajectory.journal(cls.verbs.told, ["result", *(["words"] if told["words"] else [])], by=by, at=at)
        return made

    @classmethod
    def _check(cls, account: Any, trajectory: Trajectory, *, on: date, **about: Any) -> None:  # noqa: ARG003
        """It is told with what it makes: a contact, or an attempt."""
        raise TypeError("Tell it by regie.contacts.actions.tell_how_it_went.")
