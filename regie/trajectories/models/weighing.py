"""The weighing: which criteria hold, by the approach of that day."""

import uuid
from typing import Self

from django.db import models

from regie.accounts.models import Municipality
from regie.approach.models import Edition
from regie.approach.queries import approach_of
from regie.approach.rules import Approach
from regie.base.facts import Fact, FactQuerySet
from regie.persons.models import Person
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.trajectories.enums import Answer, Disability
from regie.trajectories.rules import AGE, Judged, Weighed


class WeighingQuerySet(FactQuerySet):
    """Questions about weighings."""

    def with_editions(self) -> Self:
        """With the layers it was weighed by, in the same query."""
        return self.select_related("national", "regional", "local")

    def of(self, referral_ref: uuid.UUID) -> "Weighing | None":
        """How this referral was weighed, as it stands now; one query."""
        found: Weighing | None = self.current().with_editions().filter(ref=referral_ref).first()
        return found


class Weighing(Fact):
    """An officer weighed a referral on the day `happened_on`, by the approach that held then.

    Its `ref` is that of the referral. `criteria` is code → answer and words, his age among them as it was reckoned.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} person municipality national regional local",
        personal="happened_on source",
        special="criteria domains disability disability_ground",
    )

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    national = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    regional = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="+")
    local = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="+")
    criteria = models.JSONField(default=dict)
    domains = models.JSONField(default=list, blank=True)
    disability = models.CharField(max_length=20, choices=Disability.choices)
    disability_ground = models.CharField(max_length=300, blank=True)

    objects = WeighingQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.ref)

    @property
    def editions(self) -> list[Edition]:
        """The layers it was weighed by, from high to low."""
        return [edition for edition in (self.national, self.regional, self.local) if edition]

    @property
    def approach(self) -> Approach:
        """The approach it was weighed by, however it was changed since."""
        return approach_of(self.editions)

    @property
    def judged(self) -> dict[str, Judged]:
        """What was answered, per criterion."""
        return {code: Judged(Answer(said["answer"]), said["words"]) for code, said in self.criteria.items()}

    @staticmethod
    def columns(weighed: Weighed, *, age: Judged) -> dict[str, object]:
        """What was found, as the columns that keep it."""
        judged = dict(weighed.criteria) | {AGE: age}
        return {
            "criteria": {
                code: {"answer": said.answer.value, "words": said.words.strip()}
                for code, said in judged.items()
            },
            "domains": list(weighed.domains),
            "disability": weighed.disability.value,
            "disability_ground": weighed.disability_ground.strip(),
        }
