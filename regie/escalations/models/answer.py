"""What came of an escalation: the answer of who was asked, or that none came, or that we need it no more."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from regie.base.actors import Actor
from regie.base.errors import NotNow
from regie.escalations import rules
from regie.escalations.enums import EscalationOutcome, Level
from regie.escalations.models.consent import EscalationConsent
from regie.escalations.models.escalation import Escalation
from regie.escalations.rules import Asking, EscalationAnswerAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

NOT_THE_LAST = "Hierna is opnieuw opgeschaald. Trek dat eerst in."
GONE = "Deze opschaling is ingetrokken."
FROM_SOMEBODY = Q(outcome__in=rules.BY_OURSELVES) | ~Q(by_whom="")
TELLS_WHY = ~Q(outcome__in=[EscalationOutcome.REFUSED, EscalationOutcome.CALLED_OFF]) | ~Q(words="")
ELSEWHERE = Q(outcome=EscalationOutcome.OTHER_LEVEL, to_level__in=Level.values)


class EscalationAnswer(TrajectoryFact):
    """On `happened_on` this came of an escalation. It is not told better: it is taken back, and told again."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory escalation outcome to_level",
        personal="happened_on source by_whom",
        criminal="words",
    )

    verbs = Verbs(Verb.ESCALATION_ANSWERED, Verb.ESCALATION_ANSWERED, Verb.ESCALATION_ANSWER_WITHDRAWN)

    escalation = models.ForeignKey(Escalation, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=20, choices=EscalationOutcome)
    words = models.CharField(max_length=rules.LONGEST_ANSWER, blank=True)
    by_whom = models.CharField(max_length=rules.LONGEST_NAMED, blank=True)
    to_level = models.CharField(max_length=20, choices=Level, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="escalations_escalationanswer_says_who_and_why",
                condition=Q(outcome__in=EscalationOutcome.values) & FROM_SOMEBODY & TELLS_WHY,
            ),
            models.CheckConstraint(
                name="escalations_escalationanswer_to_which_level",
                condition=ELSEWHERE | (~Q(outcome=EscalationOutcome.OTHER_LEVEL) & Q(to_level="")),
            ),
        ]

    @property
    def account(self) -> EscalationAnswerAccount:
        """What is told here."""
        outcome, level = EscalationOutcome(self.outcome), Level(self.to_level) if self.to_level else ""
        return EscalationAnswerAccount(self.happened_on, outcome, self.words, self.by_whom, level)

    @property
    def about(self) -> Mapping[str, Any]:
        """Its escalation."""
        return {"escalation": self.escalation}

    def withdraw(self, *, by: Actor, at: datetime) -> Self:
        """Says that it was not answered so; raises NotAllowed, or NotNow once its barrier rose again after it."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            self.trajectory.hold_open()
            asked = Escalation.objects.current().filter(barrier__ref=self.escalation.barrier.ref)
            if asked.filter(pk__gt=self.escalation_id).exists():
                raise NotNow(NOT_THE_LAST)
            return super().withdraw(by=by, at=at)

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one that says the same; raises NotNow when another stands, or nothing can be answered."""
        # Two who tell it at once, or a second person who says no: the second waits here, and reads what stands.
        trajectory.hold_open()
        asked: Escalation = told["escalation"]
        if not Escalation.objects.current().filter(pk=asked.pk).exists():
            raise NotNow(GONE)
        there = cls.objects.current().filter(escalation=asked).first()
        if there and all(getattr(there, name) == told[name] for name in told):
            return there
        rules.check_answerable(asking_of(asked, consent_on(asked), there))
        return None

    @classmethod
    def _check(
        cls, account: EscalationAnswerAccount, trajectory: Trajectory, *, on: date, **about: Any
    ) -> None:
        asked: Escalation = about["escalation"]
        barrier = asked.barrier.now_of(trajectory)
        told = asking_of(asked, consent_on(asked), None)
        rules.check_answer(account, told, ended_on=barrier.ended_on(), on=on)

    def _check_better(self, account: Any, *, on: date) -> None:
        """What was answered is not told better."""
        raise TypeError("Take it back, and tell it again.")


def consent_on(asked: Escalation) -> EscalationConsent | None:
    """What the second person said, where one is needed; one query then."""
    if not asked.second_person:
        return None
    found: EscalationConsent | None = EscalationConsent.objects.filter(escalation=asked).first()
    return found


def asking_of(
    asked: Escalation, consent: EscalationConsent | None, answer: EscalationAnswer | None
) -> Asking:
    """How rules read what was asked, what a second person said and what came of it; no query."""
    told = answer.account if answer else None
    return Asking(
        Level(asked.level),
        asked.to,
        asked.happened_on,
        asked.wanted_by,
        second_person=asked.second_person,
        agreed=consent.agreed if consent else None,
        agreed_on=consent.answered_on if consent else None,
        outcome=told.outcome if told else None,
        to_level=Level(told.to_level) if told and told.to_level else None,
        answered_on=told.happened_on if told else None,
    )
