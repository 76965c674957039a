"""What else can be decided about a referral than to accept it: regular aftercare, or waiting."""

from django.db import models

from regie.base.facts import Recorded
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.trajectories.enums import Knew


class Redirection(Recorded):
    """He is for regular aftercare: why, and the letters that say so.

    The letter to him is empty when he did not know of the referral: who asked nothing gets no letter.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} referral knew",
        special="why referrer_letter his_letter",
    )

    referral = models.OneToOneField("trajectories.Referral", models.PROTECT, related_name="redirection")
    why = models.TextField()
    knew = models.CharField(max_length=10, choices=Knew.choices)
    referrer_letter = models.TextField()
    his_letter = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="trajectories_redirection_writes_to_who_knew",
                condition=models.Q(knew=Knew.YES) | models.Q(his_letter=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.recorded_at:%d-%m-%Y}"


class Deferral(Recorded):
    """The decision waits until a day, for a reason; the latest counts, and the referral stays open."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} referral until",
        special="why",
    )

    referral = models.ForeignKey("trajectories.Referral", models.PROTECT, related_name="deferrals")
    until = models.DateField()
    why = models.TextField()

    def __str__(self) -> str:
        return f"{self.until:%d-%m-%Y}"
