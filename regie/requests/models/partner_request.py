"""A request: who is involved is asked to do something for him, by a day."""

import uuid
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from regie.approach.enums import StepActor
from regie.approach.queries import approach_for
from regie.base.actors import Actor, ActorKind
from regie.base.clock import day
from regie.base.errors import NotAllowed, NotNow, NotValid
from regie.base.submissions import once
from regie.plans.enums import StepState
from regie.plans.models import GoalResult, Step, StepMark
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.requests import rules
from regie.requests.enums import AnsweredBy, AnswerKind
from regie.requests.models.involved import OF_ANOTHER, standing_involvement
from regie.requests.models.one_task_link import OneTaskLink
from regie.requests.models.request_answer import RequestAnswer
from regie.requests.rules import AnswerAccount, Asked, RequestAccount
from regie.trajectories.models import Involvement, Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.queries import involvements_of_partner
from regie.trajectories.rules import grounds_to_involve

NO_STEP = "Deze stap is ingetrokken. Leg hem eerst opnieuw vast."
NOT_HIS = "Deze vraag kunt u niet beantwoorden. Bel de re-integratieofficier."
GONE = "Deze vraag is ingetrokken. Kijk eerst wat er nu staat."
ANSWERED = "Er is al geantwoord op deze vraag. Trek eerst het antwoord in."


# By who he is, how an answer of his own comes.
OWN_WAY = {ActorKind.PARTNER: AnsweredBy.DESK, ActorKind.LINK_HOLDER: AnsweredBy.LINK}


def check_may_answer(request: "PartnerRequest", kind: AnswerKind, by: Actor, *, at: datetime) -> None:
    """Raises NotAllowed unless he may write down an answer of this kind: who guides him, for a partner told it.

    Or the partner himself, as long as his involvement opens it to him, or who holds a link of this very request; that
    we need it no more neither of them says.
    """
    if by.kind not in OWN_WAY:
        request.trajectory.check_guided_by(by)
        return
    if kind is AnswerKind.CALLED_OFF or not _is_his(request, by, at):
        raise NotAllowed(NOT_HIS)


def _is_his(request: "PartnerRequest", by: Actor, at: datetime) -> bool:
    if by.kind is ActorKind.PARTNER:
        return involvements_of_partner(by).filter(ref=request.involvement.ref).exists()
    links = OneTaskLink.objects.open(at).filter(ref=by.id, asked=request.ref)
    return links.exists() and PartnerRequest.objects.asking(day(at)).filter(ref=request.ref).exists()


class PartnerRequestQuerySet(TrajectoryFactQuerySet):
    """Questions about requests."""

    def open(self) -> Self:
        """Those that still ask something: nothing was answered, or that he does it."""
        closing: Any = RequestAnswer.objects.current().filter(asked=OuterRef("ref"), kind__in=rules.CLOSING)
        return self.filter(~Exists(closing))

    def of_who_is_involved(self, on: date, *but: Q) -> Self:
        """Those of whose involvement runs that day, without the involvements that are as is said in `but`."""
        runs: Any = Involvement.objects.current().running(on).filter(*(~one for one in but))
        return self.filter(Exists(runs.filter(ref=OuterRef("involvement__ref"))))

    def asking(self, on: date) -> Self:
        """Those that stand and still ask something that day of who is involved and works where he did."""
        left = Q(professional__ended_on__lte=on) | Q(professional__moved_at__gte=OuterRef("recorded_at"))
        asked = self.current().open().of_who_is_involved(on, left, Q(happened_on__gt=on))
        return asked.filter(trajectory__in=Trajectory.objects.running(on))


class PartnerRequest(TrajectoryFact):
    """On `happened_on` this was asked of who is involved, for a step or for none, to be done by `wanted_on`.

    `asked_of` is who that was, as he was called then.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory involvement step",
        personal="happened_on source asked_of wanted_on",
        criminal="words",
    )

    verbs = Verbs(Verb.REQUEST_TOLD, Verb.REQUEST_CORRECTED, Verb.REQUEST_WITHDRAWN)

    involvement = models.ForeignKey(Involvement, models.PROTECT, related_name="+")
    asked_of = models.CharField(max_length=rules.LONGEST_PARTNER)
    step = models.ForeignKey(Step, models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=rules.LONGEST_REQUEST)
    wanted_on = models.DateField()

    objects = PartnerRequestQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="requests_partnerrequest_says_what_of_whom", condition=~Q(words="") & ~Q(asked_of="")
            ),
            models.CheckConstraint(
                name="requests_partnerrequest_by_a_day_after_it", condition=Q(wanted_on__gte=F("happened_on"))
            ),
        ]

    @property
    def account(self) -> RequestAccount:
        """What is asked here."""
        return RequestAccount(self.happened_on, self.words, self.wanted_on)

    @property
    def about(self) -> Mapping[str, Any]:
        """Who is asked and for which step; what stands already may stay, also when he is involved no more."""
        return {"involvement": self.involvement, "step": self.step, "was": self}

    @classmethod
    def tell(cls, *, trajectory: Trajectory, account: Any, by: Actor, at: datetime, **about: Any) -> Self:
        """Asks it, on his involvement as it stands; the same asked twice is one.

        Raises NotAllowed, NotValid beside what cannot be, or NotNow of who can be asked nothing any more.
        """
        trajectory.check_guided_by(by)
        involved = standing_involvement(about.pop("involvement"), trajectory)
        about |= {"involvement": involved, "asked_of": involved.who}
        with transaction.atomic():
            trajectory.hold_open()
            return super().tell(trajectory=trajectory, account=account, by=by, at=at, **about)

    def correct(self, *, account: Any, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> Self:
        """Asks it better; raises NotNow once it was answered."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            self._hold()
            return super().correct(account=account, submission=submission, by=by, at=at)

    def withdraw(self, *, by: Actor, at: datetime) -> Self:
        """Says that it was never asked; raises NotNow once it was answered."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            self._hold()
            return super().withdraw(by=by, at=at)

    def answer(
        self,
        *,
        account: AnswerAccount,
        after: int | None,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> RequestAnswer:
        """Writes down what was answered; twice is once. `after` is the answer he saw last (its key), if any.

        Raises NotAllowed, NotValid beside what cannot be, or NotNow when it was answered meanwhile or withdrawn.
        """
        check_may_answer(self, account.kind, by, at=at)
        rules.check_answer(account, asked_on=self.happened_on, on=day(at))
        rules.check_came(account, own=OWN_WAY.get(by.kind), on=day(at))

        def make() -> RequestAnswer:
            with transaction.atomic():
                self.trajectory.hold_open()
                there = self._answered(account, after, on=day(at))
                if there is not None:
                    return there
                told, stamp = asdict(account), self.stamp(by=by, at=at)
                made: RequestAnswer = RequestAnswer.objects.create(
                    trajectory=self.trajectory, asked=self.ref, submission=submission, **told, **stamp
                )
                self.trajectory.journal(made.verbs.told, list(told), by=by, at=at)
            return made

        return once(RequestAnswer, submission, make)

    def _answered(self, account: AnswerAccount, after: int | None, *, on: date) -> RequestAnswer | None:
        """The last answer when it says the same; raises NotNow of what cannot follow on how it stands."""
        if not PartnerRequest.objects.current().filter(ref=self.ref).exists():
            raise NotNow(GONE)
        standing = list(RequestAnswer.objects.current().filter(asked=self.ref).order_by("pk"))
        last = standing[-1] if standing else None
        if last is not None and last.account == account:
            return last
        state, seen = rules.state_of([one.account for one in standing]), last.pk if last else None
        over = account.kind not in rules.CLOSING and not self._involved(on)
        rules.check_follows(account.kind, state, meanwhile=seen != after, over=over)
        return None

    def _involved(self, on: date) -> bool:
        """Whether who is asked is still involved that day."""
        return Involvement.objects.current().running(on).filter(ref=self.involvement.ref).exists()

    def _hold(self) -> None:
        """Who answers at the same moment waits, and the other way round."""
        self.trajectory.hold_open()
        if RequestAnswer.objects.current().filter(asked=self.ref).exists():
            raise NotNow(ANSWERED)

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The same, asked of the same partner on the same day."""
        same = {name: value for name, value in told.items() if name not in ("involvement", "step")}
        of_him = cls.objects.current().of(trajectory).filter(involvement__ref=told["involvement"].ref, **same)
        step = told.get("step")
        return of_him.filter(step__ref=step.ref if step else None).first()

    @classmethod
    def _check(cls, account: RequestAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        rules.check_request(account, birth_date=trajectory.person.birth_date, on=on)
        if "was" in about:
            return
        involved: Involvement = about["involvement"]
        approach = approach_for(trajectory.municipality, on=on)
        who = Asked(involved.happened_on, involved.is_over(on), involved.ground)
        rules.check_can_be_asked(who, account, grounds={one.code for one in grounds_to_involve(approach)})
        step: Step | None = about.get("step")
        if step is not None:
            _check_step(step, trajectory)


def _check_step(step: Step, trajectory: Trajectory) -> None:
    """Raises NotValid of somebody else's step or of one that another takes, NotNow of one that asks nothing more."""
    if step.trajectory_id != trajectory.pk:
        raise NotValid(OF_ANOTHER, field="step")
    now = Step.objects.current().filter(ref=step.ref).first()
    if now is None:
        raise NotNow(NO_STEP)
    done = StepMark.objects.current().filter(step__ref=step.ref, state=StepState.DONE).exists()
    ended = GoalResult.objects.current().filter(goal__ref=step.goal.ref).exists()
    rules.check_step_asked(StepActor(now.actor), done=done, ended=ended)
