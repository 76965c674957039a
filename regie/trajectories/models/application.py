"""An application: what was asked for him on a day, and what came of it."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.base.actors import Actor
from regie.base.errors import NotValid
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.enums import ApplicationKind, ApplicationOutcome, Threatened
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.rules import ApplicationAccount

DEBT_HELP = Q(kind=ApplicationKind.DEBT_HELP)
OTHER = Q(kind=ApplicationKind.OTHER)
WAITING = Q(outcome=ApplicationOutcome.WAITING, decided_on__isnull=True)
# A day that is not there is no day before the asking: without saying so the database would let it pass.
DECIDED = Q(outcome__in=rules.DECIDED, decided_on__isnull=False, decided_on__gte=F("happened_on"))


class Application(TrajectoryFact):
    """On `happened_on` it was asked for him; `decided_on` is the day on which the decision was sent.

    `threatened` is asked of debt help only, `words` of something else. Support by the Wmo tells of his health.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on decided_on outcome threatened source",
        special="kind",
        criminal="words",
    )

    verbs = Verbs(Verb.APPLICATION_TOLD, Verb.APPLICATION_CORRECTED, Verb.APPLICATION_WITHDRAWN)

    kind = models.CharField(max_length=20, choices=ApplicationKind)
    outcome = models.CharField(max_length=20, choices=ApplicationOutcome)
    decided_on = models.DateField(null=True, blank=True)
    threatened = models.CharField(max_length=20, choices=Threatened, blank=True)
    words = models.CharField(max_length=rules.LONGEST_APPLICATION, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_application_decision_has_its_day", condition=WAITING | DECIDED
            ),
            models.CheckConstraint(
                name="trajectories_application_threat_is_of_debts",
                condition=(DEBT_HELP & Q(threatened__in=Threatened.values)) | (~DEBT_HELP & Q(threatened="")),
            ),
            models.CheckConstraint(
                name="trajectories_application_words_are_of_something_else",
                condition=(OTHER & ~Q(words="")) | (~OTHER & Q(words="")),
            ),
        ]

    def decide(
        self,
        *,
        outcome: ApplicationOutcome,
        decided_on: date,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> Self:
        """A decision was sent, or he does not go on with it; told twice is once.

        Raises NotAllowed, NotValid beside what cannot be, or NotNow when there was a decision.
        """
        self.trajectory.check_guided_by(by)
        account = replace(self.account, outcome=outcome, decided_on=decided_on)
        if account != self.account:
            rules.check_may_follow(self.account.outcome, outcome)
        return self._tell_better(Verb.APPLICATION_DECIDED, account, submission=submission, by=by, at=at)

    @property
    def account(self) -> ApplicationAccount:
        """What is told here."""
        return ApplicationAccount(
            self.happened_on,
            ApplicationOutcome(self.outcome),
            self.decided_on,
            self.threatened,
            self.words,
        )

    @property
    def about(self) -> Mapping[str, Any]:
        """Its kind, which no correction changes."""
        return {"kind": ApplicationKind(self.kind)}

    @property
    def asked(self) -> str:
        """What was asked, in words."""
        return self.words or ApplicationKind(self.kind).label

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The same asking, whatever came of it since; raises NotValid when it stands there otherwise."""
        # Two who tell the same at once: the second waits here and then finds what the first wrote.
        Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
        asking = {name: told[name] for name in ("kind", "happened_on", "words")}
        there: Any = cls.objects.current().of(trajectory).filter(**asking).first()
        if there is None:
            return None
        news = told["outcome"] is not ApplicationOutcome.WAITING and ("outcome", "decided_on")
        if any(getattr(there, name) != told[name] for name in ("threatened", *(news or ()))):
            raise NotValid("Deze aanvraag staat er al, maar anders. Verbeter die.", field="happened_on")
        found: Self = there
        return found

    @classmethod
    def _check(cls, account: ApplicationAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        rules.check_application(about["kind"], account, birth_date=trajectory.person.birth_date, on=on)
