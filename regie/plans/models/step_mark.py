"""How it stands with a step: done, or not possible yet and why."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.base.errors import NotNow
from regie.plans import rules
from regie.plans.enums import StepState
from regie.plans.models.goal import Step, check_his
from regie.plans.rules import StepMarkAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

GONE = "Deze stap is ingetrokken. Leg hem eerst opnieuw vast."
DONE_ALREADY = "Deze stap is al gedaan. Verbeter dat, of trek het in."
HELD_ALREADY = "Er staat al waarom deze stap nog niet kan. Verbeter dat."


class StepMark(TrajectoryFact):
    """Since `happened_on` a step is done, or cannot be yet, `until` it can; what is done stays done."""

    privacy = Declaration(
        shared=Shared.DOMAIN,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory step",
        personal="happened_on source state until",
        criminal="words",
    )

    verbs = Verbs(Verb.STEP_MARK_TOLD, Verb.STEP_MARK_CORRECTED, Verb.STEP_MARK_WITHDRAWN)
    one_stands = True

    step = models.ForeignKey(Step, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=StepState)
    words = models.CharField(max_length=rules.LONGEST_STEP, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="plans_stepmark_words_we_know", condition=Q(state__in=StepState.values)
            ),
            models.CheckConstraint(
                name="plans_stepmark_says_why_not_yet", condition=~Q(state=StepState.HELD) | ~Q(words="")
            ),
            models.CheckConstraint(
                name="plans_stepmark_until_after_it_began",
                condition=Q(until__isnull=True) | Q(state=StepState.HELD, until__gte=F("happened_on")),
            ),
        ]

    @property
    def account(self) -> StepMarkAccount:
        """What is told here."""
        return StepMarkAccount(self.happened_on, self.words, self.until)

    @property
    def about(self) -> Mapping[str, Any]:
        """Its step, and how that stands."""
        return {"step": self.step, "state": StepState(self.state)}

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one that says the same already; raises NotNow of what cannot follow on how it stands."""
        # Two who tell it at once: the second waits here and then finds what the first wrote.
        Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
        marks = list(cls.objects.current().filter(step__ref=told["step"].ref))
        done = next((one for one in marks if one.state == StepState.DONE), None)
        held = next((one for one in marks if one.state == StepState.HELD and one.until is None), None)
        there = done or (held if told["state"] is StepState.HELD else None)
        if there is not None and any(getattr(there, name) != told[name] for name in told if name != "step"):
            raise NotNow(DONE_ALREADY if done else HELD_ALREADY)
        return there

    @classmethod
    def _check(cls, account: StepMarkAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        step: Step = about["step"]
        if not Step.objects.current().filter(ref=step.ref).exists():
            raise NotNow(GONE)
        check_his(step.goal, trajectory)
        rules.check_mark(account, about["state"], birth_date=trajectory.person.birth_date, on=on)
