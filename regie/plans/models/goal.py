"""A goal: what he wants to reach, the steps towards it, and what came of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from regie.approach.enums import StepActor, StepCounted
from regie.approach.queries import approach_for
from regie.base.errors import NotNow, NotValid
from regie.plans import rules
from regie.plans.enums import GoalOutcome, Horizon
from regie.plans.models.wish import Wish
from regie.plans.rules import GoalAccount, GoalResultAccount, StepAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

LONGEST_CODE = 60
OF_ANOTHER = "Dit is van iemand anders. Kies iets van hem."
GONE = "Dit doel is ingetrokken. Leg het eerst opnieuw vast."
IS_OVER = "Dit doel is al klaar. Trek eerst in hoe het ging."
NO_WEEKS, NO_DAY = Q(weeks__isnull=True, counted=""), Q(due_on__isnull=True)
WEEKS = Q(weeks__lte=rules.MOST_WEEKS, counted__in=StepCounted.values)
ENDED = "Bij dit doel staat al hoe het ging. Verbeter dat, of trek het in."


class Goal(TrajectoryFact):
    """Since `happened_on` he wants to reach this. Its domain and its example are kept as they were called then.

    That it can only be outside (`outside_only`) is told; that it waits while he is held follows from his stays.
    """

    privacy = Declaration(
        shared=Shared.DOMAIN,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory wish",
        personal="happened_on source horizon outside_only",
        special="domain domain_title template template_title",
        criminal="words",
    )

    verbs = Verbs(Verb.GOAL_TOLD, Verb.GOAL_CORRECTED, Verb.GOAL_WITHDRAWN)

    words = models.CharField(max_length=rules.LONGEST_GOAL)
    domain = models.CharField(max_length=LONGEST_CODE, blank=True)
    domain_title = models.CharField(max_length=rules.LONGEST_TITLE, blank=True)
    horizon = models.CharField(max_length=10, choices=Horizon, default=Horizon.NOW)
    outside_only = models.BooleanField(default=False)
    wish = models.ForeignKey(Wish, models.PROTECT, null=True, blank=True, related_name="+")
    template = models.CharField(max_length=LONGEST_CODE, blank=True)
    template_title = models.CharField(max_length=rules.LONGEST_TITLE, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="plans_goal_says_something", condition=~Q(words="")),
            models.CheckConstraint(name="plans_goal_now_or_later", condition=Q(horizon__in=Horizon.values)),
            models.CheckConstraint(
                name="plans_goal_keeps_what_its_domain_was_called",
                condition=Q(domain="", domain_title="") | (~Q(domain="") & ~Q(domain_title="")),
            ),
            models.CheckConstraint(
                name="plans_goal_keeps_what_its_template_was_called",
                condition=Q(template="", template_title="") | (~Q(template="") & ~Q(template_title="")),
            ),
        ]

    @property
    def account(self) -> GoalAccount:
        """What is told here."""
        return GoalAccount(
            self.happened_on,
            self.words,
            self.domain,
            self.domain_title,
            Horizon(self.horizon),
            self.outside_only,
            self.wish_id,
        )

    @property
    def about(self) -> Mapping[str, Any]:
        """The goal itself: what it was filed under stays possible, also when the approach has it no more."""
        return {"was": self}

    def now(self) -> "Goal":
        """The version that stands; raises NotNow when it was withdrawn; one query."""
        standing = Goal.objects.current().filter(ref=self.ref).first()
        if standing is None:
            raise NotNow(GONE)
        return standing

    @classmethod
    def _check(cls, account: GoalAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        was: Goal | None = about.get("was")
        template = about.get("template", "")
        rules.check_goal(account, birth_date=trajectory.person.birth_date, on=on)
        if was and account.happened_on > was.happened_on:
            rules.check_days_after(account, _days_after(was))
        filed = {(was.domain, was.domain_title)} if was else set()
        if template or (account.domain, account.domain_title) not in filed | {("", "")}:
            approach = approach_for(trajectory.municipality, on=on)
            rules.check_template(template, about.get("template_title", ""), approach)
            rules.check_filed(account, filed | {(one.code, one.title) for one in rules.domains_of(approach)})
        if account.wish_id and not Wish.objects.of(trajectory).filter(pk=account.wish_id).exists():
            raise NotValid(OF_ANOTHER, field="wish")


class GoalResult(TrajectoryFact):
    """On `happened_on` a goal ended: what came of it, and what we say to him. Taken back, the goal goes on."""

    privacy = Declaration(
        shared=Shared.DOMAIN,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory goal",
        personal="happened_on source outcome",
        criminal="words congratulation not_congratulated",
    )

    verbs = Verbs(Verb.GOAL_RESULT_TOLD, Verb.GOAL_RESULT_CORRECTED, Verb.GOAL_RESULT_WITHDRAWN)
    one_stands = True

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=10, choices=GoalOutcome)
    words = models.CharField(max_length=rules.LONGEST_CAME_OF_IT, blank=True)
    congratulation = models.CharField(max_length=rules.LONGEST_CAME_OF_IT, blank=True)
    not_congratulated = models.CharField(max_length=rules.LONGEST_CAME_OF_IT, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="plans_goalresult_words_we_know", condition=Q(outcome__in=GoalOutcome.values)
            ),
            models.CheckConstraint(
                name="plans_goalresult_says_why_it_stopped",
                condition=~Q(outcome=GoalOutcome.STOPPED) | ~Q(words=""),
            ),
            models.CheckConstraint(
                name="plans_goalresult_of_what_was_reached_something_is_said",
                condition=~Q(outcome=GoalOutcome.REACHED) | ~Q(congratulation="", not_congratulated=""),
            ),
        ]

    @property
    def account(self) -> GoalResultAccount:
        """What is told here."""
        return GoalResultAccount(
            self.happened_on,
            GoalOutcome(self.outcome),
            self.words,
            self.congratulation,
            self.not_congratulated,
        )

    @property
    def about(self) -> Mapping[str, Any]:
        """Its goal."""
        return {"goal": self.goal}

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one that says the same already; raises NotNow when another one stands."""
        # Two who tell it at once: the second waits here and then finds what the first wrote.
        Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
        there = cls.objects.current().filter(goal__ref=told["goal"].ref).first()
        if there is not None and any(getattr(there, name) != told[name] for name in told if name != "goal"):
            raise NotNow(ENDED)
        return there

    @classmethod
    def _check(cls, account: GoalResultAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        since = check_his(about["goal"], trajectory).happened_on
        rules.check_result(account, since=since, birth_date=trajectory.person.birth_date, on=on)


class Step(TrajectoryFact):
    """Since `happened_on` this is a step towards a goal, in the order in which they were told first."""

    privacy = Declaration(
        shared=Shared.DOMAIN,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory goal weeks",
        personal="happened_on source actor actor_name due_on counted",
        criminal="words",
    )

    verbs = Verbs(Verb.STEP_TOLD, Verb.STEP_CORRECTED, Verb.STEP_WITHDRAWN)

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="+")
    words = models.CharField(max_length=rules.LONGEST_STEP)
    actor = models.CharField(max_length=20, choices=StepActor, default=StepActor.UNKNOWN)
    actor_name = models.CharField(max_length=rules.LONGEST_ACTOR, blank=True)
    due_on = models.DateField(null=True, blank=True)
    weeks = models.PositiveSmallIntegerField(null=True, blank=True)
    counted = models.CharField(max_length=20, choices=StepCounted, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="plans_step_says_something", condition=~Q(words="")),
            models.CheckConstraint(name="plans_step_actor_we_know", condition=Q(actor__in=StepActor.values)),
            models.CheckConstraint(
                name="plans_step_by_a_day_or_after_weeks", condition=NO_WEEKS | (NO_DAY & WEEKS)
            ),
        ]

    @property
    def account(self) -> StepAccount:
        """What is told here."""
        return StepAccount(
            self.happened_on,
            self.words,
            StepActor(self.actor),
            self.actor_name,
            self.due_on,
            self.weeks,
            self.counted,
        )

    @property
    def about(self) -> Mapping[str, Any]:
        """Its goal."""
        return {"goal": self.goal}

    @classmethod
    def _told_already(cls, _trajectory: Trajectory, told: Mapping[str, Any], /) -> None:
        """Every step is one more; raises NotNow of a goal that ended."""
        if GoalResult.objects.current().filter(goal__ref=told["goal"].ref).exists():
            raise NotNow(IS_OVER)

    @classmethod
    def _check(cls, account: StepAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        rules.check_step(account, since=check_his(about["goal"], trajectory).happened_on, on=on)


def check_his(goal: Goal, trajectory: Trajectory) -> Goal:
    """The goal as it stands; raises NotValid of somebody else's, NotNow of one that was withdrawn; one query."""
    if goal.trajectory_id != trajectory.pk:
        raise NotValid(OF_ANOTHER)
    return goal.now()


def _days_after(goal: Goal) -> list[date]:
    """The days that stand with a goal, which may not come before it; two queries."""
    of_it = Q(goal__ref=goal.ref)
    due = Step.objects.current().filter(of_it, due_on__isnull=False).values_list("due_on", flat=True)
    ended = GoalResult.objects.current().filter(of_it).values_list("happened_on", flat=True)
    return [*due, *ended]
