"""One way in which a planned result could be counted, while nobody said which is meant."""

from django.db import models

from regie.base.facts import Recorded
from regie.indicators.models.indicator import Indicator
from regie.indicators.rules import LONGEST_NAME, LONGEST_SAID
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared


class Candidate(Recorded):
    """What it would mean, what it shows and what it hides; `proxy` is the indicator that counts it so, if there is one.

    Not `verified` is: our own reading, that nobody confirmed.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} indicator name meaning shows hides source verified proxy",
    )

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="candidates")
    name = models.CharField(max_length=LONGEST_NAME)
    meaning = models.TextField(max_length=LONGEST_SAID)
    shows = models.TextField(max_length=LONGEST_SAID)
    hides = models.TextField(max_length=LONGEST_SAID)
    source = models.CharField(max_length=300)
    verified = models.BooleanField(default=False)
    proxy = models.ForeignKey(Indicator, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["indicator", "name"], name="indicators_candidate_one_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name
