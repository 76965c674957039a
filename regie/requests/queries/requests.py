"""What was asked of partners for one young person or for all of an officer, and how each request stands."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import DateField, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from regie.base.actors import Actor
from regie.base.facts import AS_TOLD, standing
from regie.base.gathering import Asked, Gathered, gather
from regie.requests.enums import RequestState
from regie.requests.models import MutualAgreement, PartnerRequest, RequestAnswer
from regie.requests.rules import OPEN, due_on, state_of
from regie.trajectories.models import Trajectory


@dataclass(frozen=True)
class RequestStory:
    """A request and what was answered, in the order in which that came."""

    request: PartnerRequest
    answers: tuple[RequestAnswer, ...] = ()

    @cached_property
    def state(self) -> RequestState:
        """How it stands."""
        return state_of([one.account for one in self.answers])

    @property
    def is_open(self) -> bool:
        """Whether it still asks something."""
        return self.state in OPEN

    @property
    def due_on(self) -> date:
        """By when it is done: the day that was asked, or the other day that was answered."""
        return due_on(self.request.wanted_on, [one.account for one in self.answers])

    @property
    def last(self) -> RequestAnswer | None:
        """What was answered last."""
        return self.answers[-1] if self.answers else None


class OpenRequest(NamedTuple):
    """A request that still asks something, with the last answer's state and the day by which it is done."""

    request: PartnerRequest
    state: RequestState
    due_on: date


def all_that_was_asked_of_partners(trajectory_ids: Sequence[int], *, plain: bool = False) -> list[Asked]:
    """What to ask for to gather the requests for one, or for many, and their answers; `plain` without the step."""
    his: dict[str, Any] = {"of": "trajectory", "keys": trajectory_ids, "plain": plain}
    return [Asked(PartnerRequest, along="" if plain else "step", **his), Asked(RequestAnswer, **his)]


def requests_by_trajectory(told: Gathered, *, as_known: date | None = None) -> dict[int, list[RequestStory]]:
    """By trajectory what was asked, the newest first, by what was gathered."""
    answers: dict[object, list[RequestAnswer]] = defaultdict(list)
    for answer in standing(told.of(RequestAnswer), as_known=as_known):
        answers[answer.asked].append(answer)
    found: dict[int, list[RequestStory]] = defaultdict(list)
    asked = standing(told.of(PartnerRequest), as_known=as_known)
    for one in sorted(asked, key=lambda one: (one.happened_on, one.id), reverse=True):
        found[one.trajectory_id].append(RequestStory(one, tuple(answers[one.ref])))
    return found


def requests_of(
    trajectory: Trajectory, *, as_known: date | None = None, told: Gathered | None = None
) -> list[RequestStory]:
    """What was asked for who may be seen, the newest first; one query, none of what was gathered already."""
    gathered = told or gather(all_that_was_asked_of_partners([trajectory.pk]))
    found: Mapping[int, list[RequestStory]] = requests_by_trajectory(gathered, as_known=as_known)
    stories = list(found.get(trajectory.pk, ()))
    for story in stories:
        story.request.trajectory = trajectory
    return stories


def story_of(request: PartnerRequest) -> RequestStory:
    """One request that may be seen, with its answers; one query."""
    answers = list(RequestAnswer.objects.current().filter(asked=request.ref).order_by("pk"))
    for answer in answers:
        answer.trajectory = request.trajectory
    return RequestStory(request, tuple(answers))


def mutual_agreements_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[MutualAgreement]:
    """What three agreed, the newest first; one query."""
    told = standing(MutualAgreement.objects.of(trajectory), as_known=as_known)
    for one in told:
        one.trajectory = trajectory
    return sorted(told, key=AS_TOLD, reverse=True)


def open_requests(officer: Actor, *, on: date) -> list[OpenRequest]:
    """Of all whom this officer guides or covers for what still asks something, the soonest first; one query."""
    his = Trajectory.objects.in_hands_of(officer).running(on)
    answered = RequestAnswer.objects.current().filter(asked=OuterRef("ref")).order_by("-pk")
    other_day = answered.filter(proposed_on__isnull=False).values("proposed_on")[:1]
    asked = (
        PartnerRequest.objects.current()
        .open()
        .filter(trajectory__in=his)
        .select_related("trajectory__person")
        .annotate(
            stands=Subquery(answered.values("kind")[:1]),
            due=Coalesce(Subquery(other_day), F("wanted_on"), output_field=DateField()),
        )
        .order_by("due", "pk")
    )
    return [OpenRequest(one, RequestState(one.stands or RequestState.SENT), one.due) for one in asked]
