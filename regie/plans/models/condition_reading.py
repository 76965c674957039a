"""Whether a basic condition was met at one of the moments of the national monitor."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import Q

from regie.detention.rules import where
from regie.plans import rules
from regie.plans.enums import ConditionAnswer, MeasuredAt
from regie.plans.models.reading import Frame, Reading
from regie.plans.rules import ConditionReadingAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models.trajectory_fact import TrajectoryFactQuerySet, Verbs

WORDS_WE_KNOW = Q(moment__in=MeasuredAt.values, answer__in=ConditionAnswer.values)


class ConditionReading(Reading):
    """Measured on `happened_on` for a moment: met, not met, or not known. That nobody told is: not asked.

    The last one told of a condition at a moment holds. A care need tells of his health, a moment of his detention.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on source",
        special="condition answer",
        criminal="moment words",
    )

    verbs = Verbs(
        Verb.CONDITION_READING_TOLD, Verb.CONDITION_READING_CORRECTED, Verb.CONDITION_READING_WITHDRAWN
    )
    told_of, of_each = "condition", frozenset({"answer", "words", "source"})
    none_told = "Kies bij minstens één basisvoorwaarde een antwoord."

    moment = models.CharField(max_length=20, choices=MeasuredAt)
    condition = models.CharField(max_length=rules.LONGEST_CODE)
    answer = models.CharField(max_length=20, choices=ConditionAnswer)
    words = models.CharField(max_length=rules.LONGEST_READING, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(Reading.Meta):
        constraints = [
            *Reading.Meta.constraints,
            models.CheckConstraint(name="plans_conditionreading_words_we_know", condition=WORDS_WE_KNOW),
            models.CheckConstraint(
                name="plans_conditionreading_names_its_condition", condition=~Q(condition="")
            ),
        ]

    @property
    def account(self) -> ConditionReadingAccount:
        """What is told here."""
        return ConditionReadingAccount(self.happened_on, ConditionAnswer(self.answer), self.words)

    @property
    def about(self) -> Mapping[str, Any]:
        """Its moment and condition, which no correction changes."""
        return {"moment": MeasuredAt(self.moment), "condition": self.condition}

    @classmethod
    def _check_within(cls, account: ConditionReadingAccount, frame: Frame, **about: Any) -> None:
        super()._check_within(account, frame)
        rules.check_condition_reading(
            account,
            about["moment"],
            about["condition"],
            conditions=frame.known("basic_conditions", account.happened_on),
            came_out=[stay.left_on for stay in frame.stays if stay.left_on],
            inside=where(frame.stays, on=frame.on) is not None if frame.stays else None,
        )
