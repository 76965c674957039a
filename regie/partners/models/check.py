"""Somebody looked at an entry of the social map."""

from django.db import models
from django.db.models import Q

from regie.base.facts import Recorded
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared


class Check(Recorded):
    """Somebody found an entry right, or says that it is wrong: appended, never changed, so that it says since when."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} organisation professional holds happened_on",
        personal="words",
    )

    organisation = models.ForeignKey(
        "partners.Organisation", models.PROTECT, null=True, blank=True, related_name="checks"
    )
    professional = models.ForeignKey(
        "partners.Professional", models.PROTECT, null=True, blank=True, related_name="checks"
    )
    holds = models.BooleanField()
    happened_on = models.DateField()
    words = models.TextField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="partners_check_is_of_one_entry",
                condition=Q(organisation__isnull=True, professional__isnull=False)
                | Q(organisation__isnull=False, professional__isnull=True),
            ),
            models.CheckConstraint(
                name="partners_check_says_only_what_is_wrong", condition=Q(holds=False) | Q(words="")
            ),
        ]

    def __str__(self) -> str:
        return f"{'klopt' if self.holds else 'klopt niet'} {self.happened_on}"
