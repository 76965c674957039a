"""An answer to a request: does it, does it not, on another day, done; or that we need it no more."""

from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q

from regie.base.actors import Actor
from regie.base.errors import NotNow
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.requests import rules
from regie.requests.enums import AnsweredBy, AnswerKind
from regie.requests.rules import AnswerAccount
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

NOT_THE_LAST = "Hierna is nog iets geantwoord. Kijk eerst wat er nu staat."
OTHER = Q(kind=AnswerKind.OTHER_DAY, proposed_on__isnull=False, proposed_on__gte=F("happened_on"))


class RequestAnswer(TrajectoryFact):
    """On `happened_on` this was answered to what was `asked` (its `ref`); the last one says how that stands.

    What was answered is not told better: the last answer is taken back, and it is answered again.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory asked channel",
        personal="happened_on source kind proposed_on",
        criminal="words",
    )

    verbs = Verbs(Verb.REQUEST_ANSWERED, Verb.REQUEST_ANSWERED, Verb.REQUEST_ANSWER_WITHDRAWN)

    asked = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=20, choices=AnswerKind)
    words = models.CharField(max_length=rules.LONGEST_NOTE, blank=True)
    proposed_on = models.DateField(null=True, blank=True)
    channel = models.CharField(max_length=10, choices=AnsweredBy)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="requests_requestanswer_words_we_know",
                condition=Q(kind__in=AnswerKind.values) & Q(channel__in=AnsweredBy.values),
            ),
            models.CheckConstraint(
                name="requests_requestanswer_says_why_not",
                condition=~Q(kind=AnswerKind.DECLINED) | ~Q(words=""),
            ),
            models.CheckConstraint(
                name="requests_requestanswer_names_the_other_day",
                condition=OTHER | (~Q(kind=AnswerKind.OTHER_DAY) & Q(proposed_on__isnull=True)),
            ),
        ]

    @property
    def account(self) -> AnswerAccount:
        """What was answered here."""
        return AnswerAccount(
            self.happened_on, AnswerKind(self.kind), self.words, self.proposed_on, AnsweredBy(self.channel)
        )

    def withdraw(self, *, by: Actor, at: datetime) -> Self:
        """Says that this was not answered; raises NotAllowed, or NotNow once something was answered after it."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            self.trajectory.hold_open()
            later = RequestAnswer.objects.current().filter(asked=self.asked, pk__gt=self.pk)
            if later.exists():
                raise NotNow(NOT_THE_LAST)
            return super().withdraw(by=by, at=at)

    @classmethod
    def _check(cls, account: Any, trajectory: Trajectory, *, on: date, **about: Any) -> None:  # noqa: ARG003
        """It is told by what it answers, and not told better."""
        raise TypeError("Tell it by PartnerRequest.answer; take it back to answer again.")
