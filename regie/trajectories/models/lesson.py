"""A lesson: what he and his officer learned from what happened."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs


@dataclass(frozen=True)
class LessonAccount:
    """What is told of a lesson: its day, what he says himself and what his officer learned; one may be empty."""

    happened_on: date
    his_words: str = ""
    officer_words: str = ""


class Lesson(TrajectoryFact):
    """On `happened_on` they learned something; both tell it so that he may read it."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on source",
        criminal="his_words officer_words",
    )

    verbs = Verbs(Verb.LESSON_TOLD, Verb.LESSON_CORRECTED, Verb.LESSON_WITHDRAWN)

    his_words = models.CharField(max_length=rules.LONGEST_LESSON, blank=True)
    officer_words = models.CharField(max_length=rules.LONGEST_LESSON, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_lesson_says_something",
                condition=~Q(his_words="") | ~Q(officer_words=""),
            ),
        ]

    @property
    def account(self) -> LessonAccount:
        """What is told here."""
        return LessonAccount(self.happened_on, self.his_words, self.officer_words)

    @classmethod
    def _check(cls, account: LessonAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        born = trajectory.person.birth_date
        rules.check_lesson(
            account.happened_on, account.his_words, account.officer_words, birth_date=born, on=on
        )
