"""What the privacy officer is asked, and what he answered."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from regie.approach.queries import approaches_for
from regie.base.actors import Actor
from regie.trajectories.models import GroundAnswer, Involvement, Trajectory
from regie.trajectories.rules import is_pending, same_question

ALONG = ("trajectory__municipality", "trajectory__person", "organisation", "professional")


def grounds_to_judge(viewer: Actor, *, on: date) -> list[Involvement]:
    """What waits for this viewer, asked the longest ago first; two queries, and one for each municipality."""
    asked = Involvement.objects.current().judged_by(viewer).running(on)
    guided = asked.filter(trajectory__in=Trajectory.objects.running(on)).select_related(*ALONG)
    chosen = list(guided.order_by("recorded_at", "pk"))
    approaches = approaches_for({one.trajectory.municipality for one in chosen}, on=on)
    pending = [one for one in chosen if is_pending(one.ground, approaches[one.trajectory.municipality_id])]
    judged = _judged(GroundAnswer.objects.filter(involvement__ref__in=[one.ref for one in pending]))
    return [one for one in pending if not standing_answer(one, judged)]


def ground_answers_of(trajectory: Trajectory) -> dict[UUID, GroundAnswer]:
    """By the ref of an involvement of his what was answered last; one query."""
    return _judged(GroundAnswer.objects.filter(involvement__trajectory=trajectory))


def standing_answer(one: Involvement, judged: Mapping[UUID, GroundAnswer]) -> GroundAnswer | None:
    """The answer to just what is asked there; None when nobody answered, or when it asks something else by now."""
    answer = judged.get(one.ref)
    return answer if answer and same_question(answer.involvement.account, one.account) else None


def _judged(answers: QuerySet[GroundAnswer]) -> dict[UUID, GroundAnswer]:
    along = ("involvement__organisation", "involvement__professional")
    chosen = answers.select_related(*along).order_by("recorded_at", "pk")
    return {answer.involvement.ref: answer for answer in chosen}
