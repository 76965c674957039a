"""What was explained to the young person about who is involved, or about what was told to another."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.enums import ExplainedHow, ToldBack
from regie.trajectories.models.disclosure import Disclosure
from regie.trajectories.models.involvement import check_his_involvement
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.rules import ExplanationAccount


class Explanation(TrajectoryFact):
    """On `happened_on` it was explained to him why somebody is involved, or what was told (`thing`, its `ref`).

    Perhaps he told it back. It is written so that he may read it.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory thing",
        personal="happened_on by_whom channel told_back source",
        criminal="words",
    )

    verbs = Verbs(Verb.EXPLANATION_TOLD, Verb.EXPLANATION_CORRECTED, Verb.EXPLANATION_WITHDRAWN)

    thing = models.UUIDField()
    by_whom = models.CharField(max_length=rules.LONGEST_NAME)
    channel = models.CharField(max_length=20, choices=ExplainedHow)
    words = models.CharField(max_length=rules.LONGEST_EXPLAINED)
    told_back = models.CharField(max_length=20, choices=ToldBack)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_explanation_says_what_and_by_whom", condition=~Q(words="") & ~Q(by_whom="")
            ),
            models.CheckConstraint(
                name="trajectories_explanation_words_we_know",
                condition=Q(channel__in=ExplainedHow.values) & Q(told_back__in=ToldBack.values),
            ),
        ]

    @property
    def account(self) -> ExplanationAccount:
        """What is told here."""
        how, back = ExplainedHow(self.channel), ToldBack(self.told_back)
        return ExplanationAccount(self.happened_on, self.by_whom, how, self.words, back)

    @property
    def about(self) -> Mapping[str, UUID]:
        """Which involvement, which no correction changes."""
        return {"thing": self.thing}

    @classmethod
    def _check(cls, account: ExplanationAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        told = Disclosure.objects.current().of(trajectory).filter(ref=about["thing"])
        if not told.exists():
            check_his_involvement(about["thing"], trajectory)
        rules.check_explanation(account, birth_date=trajectory.person.birth_date, on=on)
