"""An exception: a criterion is set aside, for a reason, and only when a second person agrees."""

import uuid
from typing import Self

from django.db import models
from django.db.models import F, Q

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import where_may
from regie.base.actors import Actor
from regie.base.facts import Recorded
from regie.persons.models import Person
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared

ANSWERED = "Op dit verzoek is al geantwoord."


class WaiverQuerySet(models.QuerySet["Waiver"]):
    """Questions about exceptions."""

    def visible_to(self, viewer: Actor) -> Self:
        """Who may be the second person there."""
        return self.filter(municipality__in=where_may(viewer, Permission.APPROVE_EXCEPTIONS))

    def waiting(self) -> Self:
        """Nobody answered yet."""
        return self.filter(answer__isnull=True)

    def of(self, referral_ref: uuid.UUID) -> Self:
        """What was asked for one referral, with the answer; the latest last."""
        return self.filter(referral_ref=referral_ref).select_related("answer").order_by("pk")

    def standing(self) -> Self:
        """Asked and not refused."""
        return self.filter(refused=False)

    def agreed(self) -> Self:
        """A second person agreed."""
        return self.filter(answer__agreed=True)


class Waiver(Recorded):
    """An officer asks to set one criterion aside for one referral (`referral_ref`), and says why."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} ref person municipality referral_ref criterion refused",
        special="reason",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    referral_ref = models.UUIDField(db_index=True)
    criterion = models.CharField(max_length=60)
    reason = models.TextField()
    refused = models.BooleanField(default=False)

    objects = WaiverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="trajectories_waiver_asked_once",
                fields=["referral_ref", "criterion"],
                condition=Q(refused=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.ref)

    @property
    def answered(self) -> bool:
        """Whether a second person answered; asks the database unless the answer was fetched along."""
        return hasattr(self, "answer")

    @property
    def agreed(self) -> bool:
        """Whether a second person agreed; asks the database unless the answer was fetched along."""
        return self.answered and self.answer.agreed


class WaiverAnswer(Recorded):
    """What the second person said; the database holds that it is another than who asked."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} waiver agreed asked_by_id",
        special="words",
    )

    waiver = models.OneToOneField(Waiver, models.PROTECT, related_name="answer")
    agreed = models.BooleanField()
    words = models.TextField(blank=True)
    asked_by_id = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="trajectories_waiveranswer_by_a_second_person",
                condition=~Q(recorded_by_id=F("asked_by_id")),
            )
        ]

    def __str__(self) -> str:
        return "ja" if self.agreed else "nee"
