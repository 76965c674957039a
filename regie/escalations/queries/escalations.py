"""What rose of one young person or of many: by barrier every time that it was asked, and how that stands."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef

from regie.accounts.enums import Permission
from regie.accounts.models import RoleGrant
from regie.accounts.rules import where_may
from regie.approach.rules import Approach
from regie.barriers.models import Barrier, BarrierEnd
from regie.barriers.queries import BarrierStory
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import AS_TOLD, standing
from regie.base.gathering import Asked, Gathered, gather
from regie.escalations import rules
from regie.escalations.enums import EscalationState, Level
from regie.escalations.models import ASKED_AT, Escalation, EscalationAnswer, EscalationConsent, asking_of
from regie.escalations.rules import Asking
from regie.trajectories.models import Trajectory


@dataclass(frozen=True)
class EscalationStory:
    """One time that it was asked, what a second person said, and what came of it."""

    escalation: Escalation
    consent: EscalationConsent | None = None
    answer: EscalationAnswer | None = None

    @property
    def asking(self) -> Asking:
        """How rules read it."""
        return asking_of(self.escalation, self.consent, self.answer)

    def state(self, *, over: bool) -> EscalationState:
        """How it stands; `over` says that its barrier stands in his way no more."""
        return self.asking.state(over=over)

    def days(self, on: date) -> int:
        """How many days it lies there, or lay there until the answer; 0 as long as it was not sent."""
        told = self.asking
        return max(((told.answered_on or on) - told.sent_on).days, 0) if told.sent_on else 0


def all_that_rose(trajectory_ids: Sequence[int], *, plain: bool = False) -> list[Asked]:
    """What to ask for, beside the barriers, to gather the escalations of one, or of many."""
    his: dict[str, Any] = {"of": "trajectory", "keys": trajectory_ids, "plain": plain}
    return [Asked(model, **his) for model in (Escalation, EscalationConsent, EscalationAnswer)]


def escalations_by_barrier(
    told: Gathered, *, as_known: date | None = None
) -> dict[uuid.UUID, list[EscalationStory]]:
    """By the ref of a barrier what was asked, in the order in which it was; the barriers must be gathered too."""
    refs = {one.pk: one.ref for one in told.of(Barrier)}
    consents = {
        one.escalation_id: one
        for one in told.of(EscalationConsent)
        if as_known is None or day(one.recorded_at) <= as_known
    }
    answers = {one.escalation_id: one for one in standing(told.of(EscalationAnswer), as_known=as_known)}
    found: dict[uuid.UUID, list[EscalationStory]] = defaultdict(list)
    for one in sorted(standing(told.of(Escalation), as_known=as_known), key=AS_TOLD):
        story = EscalationStory(one, consents.get(one.pk), answers.get(one.pk))
        found[refs[one.barrier_id]].append(story)
    return found


def escalations_by_trajectory(
    told: Gathered, *, as_known: date | None = None
) -> dict[int, dict[uuid.UUID, list[EscalationStory]]]:
    """The same by trajectory, of many."""
    found: dict[int, dict[uuid.UUID, list[EscalationStory]]] = defaultdict(dict)
    for ref, stories in escalations_by_barrier(told, as_known=as_known).items():
        found[stories[0].escalation.trajectory_id][ref] = stories
    return found


def escalations_of(barrier: Barrier, *, as_known: date | None = None) -> list[EscalationStory]:
    """Those of one barrier that may be seen, in the order in which they were asked; one query."""
    keys = [barrier.trajectory_id]
    told = gather([Asked(Barrier, "trajectory", keys), *all_that_rose(keys)])
    stories = escalations_by_barrier(told, as_known=as_known).get(barrier.ref, [])
    for story in stories:
        story.escalation.trajectory = barrier.trajectory
    return stories


def past_of(stories: Iterable[EscalationStory]) -> list[Asking]:
    """How rules read all that was asked."""
    return [one.asking for one in stories]


def rises_on(story: BarrierStory, approach: Approach, stories: Iterable[EscalationStory] = ()) -> date | None:
    """From when to rise is proposed; None of what is over, is open or cannot rise."""
    if not story.is_open:
        return None
    tried = [one.happened_on for one in story.attempts]
    return rules.rises_on(story.barrier.happened_on, tried, approach, past_of(stories))


def may_rise(
    story: BarrierStory, approach: Approach, stories: Iterable[EscalationStory] = (), *, on: date
) -> bool:
    """Whether to rise is proposed on that day; nothing rises by itself."""
    proposed = rises_on(story, approach, stories)
    return proposed is not None and proposed <= on


def those_who_left(open_ones: Iterable[Escalation], *, on: date) -> set[int]:
    """The keys of those asked of a colleague who works there in that role no more; at most one query."""
    asked = [one for one in open_ones if one.colleague_id]
    if not asked:
        return set()
    held = RoleGrant.objects.running(on).filter(
        user__in={one.colleague_id for one in asked}, user__is_active=True
    )
    there = set(held.values_list("user_id", "role", "municipality_id"))
    return {
        one.pk
        for one in asked
        if (one.colleague_id, ASKED_AT[Level(one.level)], one.trajectory.municipality_id) not in there
    }


def waiting_proposals(viewer: Actor) -> models.QuerySet[Escalation]:
    """Those that pass a level over and wait for this viewer as the second person, the oldest first."""
    ended = BarrierEnd.objects.current().filter(barrier__ref=OuterRef("barrier__ref"))
    stands = Barrier.objects.current().filter(ref=OuterRef("barrier__ref"))
    answered = EscalationAnswer.objects.current().filter(escalation=OuterRef("pk"))
    where = where_may(viewer, Permission.APPROVE_EXCEPTIONS)
    asked = Escalation.objects.current().filter(
        ~Exists(ended),
        ~Exists(answered),
        Exists(stands),
        second_person=True,
        consent__isnull=True,
        trajectory__municipality__in=where,
        trajectory__in=Trajectory.objects.running(viewer.on) if viewer.on else Trajectory.objects.none(),
    )
    others = asked.exclude(recorded_by_id=viewer.id)
    return others.select_related("barrier", "trajectory__person").order_by("recorded_at", "pk")
