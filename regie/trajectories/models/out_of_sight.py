"""Out of sight: we lost him, we look for him, and we see him again. None of it ever ends his guidance."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.base.errors import NotNow, NotValid
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.enums import AttemptKind
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.rules import AttemptAccount, BackInSightAccount, OutOfSightAccount

THERE_OTHERWISE = "Dit staat er al, maar anders. Verbeter dat."
NOT_LOST = "Hij is niet uit beeld. Leg eerst vast sinds wanneer hij uit beeld is."


class OutOfSight(TrajectoryFact):
    """Since `happened_on` we do not know where he is; what is empty nobody knows. The latest day counts."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on last_seen_on seen_by ask source",
        criminal="where",
    )

    verbs = Verbs(Verb.OUT_OF_SIGHT_TOLD, Verb.OUT_OF_SIGHT_CORRECTED, Verb.OUT_OF_SIGHT_WITHDRAWN)

    last_seen_on = models.DateField(null=True, blank=True)
    where = models.CharField(max_length=rules.LONGEST_WHERE, blank=True)
    seen_by = models.CharField(max_length=rules.LONGEST_WHERE, blank=True)
    ask = models.CharField(max_length=rules.LONGEST_SEARCHED, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_outofsight_seen_before_he_was_lost",
                condition=Q(last_seen_on__isnull=True) | Q(last_seen_on__lte=F("happened_on")),
            ),
        ]

    @property
    def account(self) -> OutOfSightAccount:
        """What is told here."""
        return OutOfSightAccount(self.happened_on, self.last_seen_on, self.where, self.seen_by, self.ask)

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one of that day; raises NotValid when it stands there otherwise."""
        return _of_that_day(cls, trajectory, told)

    @classmethod
    def _check(cls, account: OutOfSightAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_out_of_sight(account, birth_date=trajectory.person.birth_date, on=on)


class Attempt(TrajectoryFact):
    """On `happened_on` we looked for who is out of sight; `again_on` is when we try again. It shows perseverance."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on kind whom again_on source",
        criminal="words",
    )

    verbs = Verbs(Verb.ATTEMPT_TOLD, Verb.ATTEMPT_CORRECTED, Verb.ATTEMPT_WITHDRAWN)

    kind = models.CharField(max_length=20, choices=AttemptKind)
    whom = models.CharField(max_length=rules.LONGEST_WHERE, blank=True)
    words = models.CharField(max_length=rules.LONGEST_SEARCHED, blank=True)
    again_on = models.DateField(null=True, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_attempt_again_after_it",
                condition=Q(again_on__isnull=True) | Q(again_on__gt=F("happened_on")),
            ),
            models.CheckConstraint(
                name="trajectories_attempt_says_what_it_was",
                condition=~Q(kind=AttemptKind.OTHER) | ~Q(words=""),
            ),
        ]

    @property
    def account(self) -> AttemptAccount:
        """What is told here."""
        return AttemptAccount(self.happened_on, AttemptKind(self.kind), self.whom, self.words, self.again_on)

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> None:
        """Every attempt is one more; refused of who was not out of sight then."""
        _check_lost(trajectory, told["happened_on"])

    @classmethod
    def _check(cls, account: AttemptAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_attempt(account, birth_date=trajectory.person.birth_date, on=on)


class BackInSight(TrajectoryFact):
    """Since `happened_on` we know again where he is; contact that came about says the same without this (ADR 31)."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on source",
        criminal="words",
    )

    verbs = Verbs(Verb.BACK_IN_SIGHT_TOLD, Verb.BACK_IN_SIGHT_CORRECTED, Verb.BACK_IN_SIGHT_WITHDRAWN)

    words = models.CharField(max_length=rules.LONGEST_SEARCHED, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    @property
    def account(self) -> BackInSightAccount:
        """What is told here."""
        return BackInSightAccount(self.happened_on, self.words)

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one of that day; refused of who was not out of sight then."""
        there: Self | None = _of_that_day(cls, trajectory, told)
        if there is None:
            _check_lost(trajectory, told["happened_on"])
        return there

    @classmethod
    def _check(cls, account: BackInSightAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_back_in_sight(account, birth_date=trajectory.person.birth_date, on=on)


def _of_that_day(model: Any, trajectory: Trajectory, told: Mapping[str, Any]) -> Any:
    # Two who tell the same at once: the second waits here and then finds what the first wrote.
    Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
    there = model.objects.current().of(trajectory).filter(happened_on=told["happened_on"]).first()
    if there is not None and any(getattr(there, name) != value for name, value in told.items()):
        raise NotValid(THERE_OTHERWISE, field="happened_on")
    return there


def _check_lost(trajectory: Trajectory, on: date) -> None:
    """Raises NotValid beside a day before he was lost; NotNow when nobody told that he was out of sight at all."""
    lost = OutOfSight.objects.current().of(trajectory).order_by("happened_on")
    first: date | None = lost.values_list("happened_on", flat=True).first()
    if first is None:
        raise NotNow(NOT_LOST)
    if on < first:
        raise NotValid(
            f"Toen was hij nog niet uit beeld. Dat is hij sinds {first:%d-%m-%Y}: kies die dag of later.",
            field="happened_on",
        )
