"""The second person: a coordinator who did not ask says whether a level may be passed over."""

from django.db import models
from django.db.models import F, Q

from regie.base.facts import Kept, KeptQuerySet
from regie.escalations import rules
from regie.escalations.models.escalation import Escalation
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.trajectories.models import Trajectory


class EscalationConsent(Kept):
    """What the second person said on `answered_on`; the database holds that it is another than who asked."""

    kept = "What a second person said stays; withdraw the escalation and ask anew."

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} trajectory escalation agreed answered_on asked_by_id",
        criminal="words",
    )

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="+")
    escalation = models.OneToOneField(Escalation, models.PROTECT, related_name="consent")
    agreed = models.BooleanField()
    answered_on = models.DateField()
    words = models.CharField(max_length=rules.LONGEST_ANSWER)
    asked_by_id = models.CharField(max_length=40)

    objects = KeptQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="escalations_escalationconsent_by_a_second_person",
                condition=~Q(recorded_by_id=F("asked_by_id")),
            ),
            models.CheckConstraint(name="escalations_escalationconsent_says_why", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return "ja" if self.agreed else "nee"
