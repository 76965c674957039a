"""What the privacy officer answered to an officer who did not know on which ground somebody may be involved."""

import uuid
from dataclasses import asdict
from datetime import datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from regie.accounts.enums import Permission
from regie.accounts.rules import check_may
from regie.approach.queries import approach_for
from regie.approach.rules.entry import LONGEST_CODE
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow
from regie.base.facts import Recorded
from regie.base.submissions import once
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.models.involvement import Involvement
from regie.trajectories.rules import GroundAccount

CHANGED = (
    "Deze vraag is intussen veranderd, beantwoord of niet meer nodig. Kijk eerst wat er nu op de lijst staat."
)


class GroundAnswer(Recorded):
    """It may, on a ground; or it may not, with why. It answers one version of an involvement: other words ask anew.

    It changes no involvement: the officer does that himself.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} involvement may ground submission",
        criminal="words",
    )

    involvement = models.OneToOneField(Involvement, models.PROTECT, related_name="judged")
    may = models.BooleanField()
    ground = models.CharField(max_length=LONGEST_CODE, blank=True)
    words = models.CharField(max_length=rules.LONGEST_JUDGEMENT, blank=True)
    submission = models.UUIDField(null=True, blank=True, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="trajectories_groundanswer_on_a_ground_or_with_why",
                condition=(Q(may=True) & ~Q(ground="")) | (Q(may=False, ground="") & ~Q(words="")),
            ),
        ]

    def __str__(self) -> str:
        return "ja" if self.may else "nee"

    @classmethod
    def give(
        cls,
        *,
        involvement: Involvement,
        account: GroundAccount,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> Self:
        """Writes down what he answers; one sending is once, and nobody judges what he asked himself.

        Raises NotAllowed, NotValid beside what cannot be, or NotNow when this is asked no more.
        """
        trajectory = involvement.trajectory
        check_may(by, Permission.JUDGE_GROUNDS, trajectory.municipality_id)
        if by.id == involvement.recorded_by_id:
            raise NotAllowed("U vroeg dit zelf. Iemand anders moet hierover oordelen.")
        trajectory.guidance().check_open()
        approach = approach_for(trajectory.municipality, on=day(at))
        rules.check_ground_answer(account, approach)

        def make() -> Any:
            with transaction.atomic():
                trajectory.hold()
                if not (rules.is_pending(involvement.ground, approach) and cls._is_asked(involvement, at)):
                    raise NotNow(CHANGED)
                told = asdict(account) | {"submission": submission}
                made = cls.objects.create(involvement=involvement, **told, **cls.stamp(by=by, at=at))
                trajectory.journal(Verb.GROUND_JUDGED, ["ground", "may", "words"], by=by, at=at)
            return made

        made: Self = once(cls, submission, make)
        return made

    @classmethod
    def _is_asked(cls, involvement: Involvement, at: datetime) -> bool:
        """Whether this version stands and nobody answered just this yet."""
        stands = Involvement.objects.current().running(day(at)).filter(pk=involvement.pk).exists()
        last = cls.objects.filter(involvement__ref=involvement.ref).order_by("recorded_at", "pk").last()
        return stands and not (last and rules.same_question(last.involvement.account, involvement.account))
