"""What was asked of partners for one young person or for all of an officer, and how each request stands."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
from regie.trajectories.models import Involvement, Trajectory

NEVER = date.min  # on no day was he involved: it was withdrawn


@dataclass(frozen=True)
class RequestStory:
    """A request and what was answered, in the order in which that came.

    From `over_from` who is asked is involved no more; None as long as he is.
    """

    request: PartnerRequest
    answers: tuple[RequestAnswer, ...] = ()
    over_from: date | None = None

    @cached_property
    def state(self) -> RequestState:
        """How it stands."""
        return state_of([one.account for one in self.answers])

    @property
    def is_open(self) -> bool:
        """Whether it was not answered for good."""
        return self.state in OPEN

    def is_over(self, on: date) -> bool:
        """Whether who is asked is involved no more on that day."""
        return self.over_from is not None and self.over_from <= on

    def asks(self, on: date) -> bool:
        """Whether it still asks something of somebody who is involved on that day."""
        return self.is_open and not self.is_over(on)

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
    """What to ask for to gather the requests for one, or for many, their answers and who was asked.

    `plain` leaves the step out.
    """
    his: dict[str, Any] = {"of": "trajectory", "keys": trajectory_ids, "plain": plain}
    asked = Asked(PartnerRequest, along="" if plain else "step", **his)
    return [asked, Asked(RequestAnswer, **his), Asked(Involvement, **his)]


def requests_by_trajectory(told: Gathered, *, as_known: date | None = None) -> dict[int, list[RequestStory]]:
    """By trajectory what was asked, the newest first, by what was gathered."""
    answers: dict[object, list[RequestAnswer]] = defaultdict(list)
    for answer in standing(told.of(RequestAnswer), as_known=as_known):
        answers[answer.asked].append(answer)
    found: dict[int, list[RequestStory]] = defaultdict(list)
    over = _over_from(told.of(Involvement), as_known)
    asked = standing(told.of(PartnerRequest), as_known=as_known)
    for one in sorted(asked, key=lambda one: (one.happened_on, one.id), reverse=True):
        found[one.trajectory_id].append(RequestStory(one, tuple(answers[one.ref]), over[one.involvement_id]))
    return found


def _over_from(versions: Iterable[Involvement], as_known: date | None = None) -> dict[int, date | None]:
    """By the key of each version the first day on which he is involved no more; NEVER when he never was."""
    told = list(versions)
    stands = {one.ref: one.over_from for one in standing(told, as_known=as_known)}
    return {one.id: stands.get(one.ref, NEVER) for one in told}


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
    """One request that may be seen, with its answers, and whether who is asked is still involved; two queries."""
    versions = Involvement.objects.filter(ref=request.involvement.ref)
    return RequestStory(request, answers_to(request), _over_from(versions)[request.involvement_id])


def answers_to(request: PartnerRequest) -> tuple[RequestAnswer, ...]:
    """What was answered to one that may be seen; one query."""
    answers = tuple(RequestAnswer.objects.current().filter(asked=request.ref).order_by("pk"))
    for answer in answers:
        answer.trajectory = request.trajectory
    return answers


def open_of_involvement(involved: Involvement, *, on: date) -> int:
    """How many requests still ask something of him; none of an involvement that is over; one query."""
    asked = PartnerRequest.objects.current().open().of_who_is_involved(on)
    return asked.filter(involvement__ref=involved.ref).count()


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
        .of_who_is_involved(on)
        .filter(trajectory__in=his)
        .select_related("trajectory__person")
        .annotate(
            stands=Subquery(answered.values("kind")[:1]),
            due=Coalesce(Subquery(other_day), F("wanted_on"), output_field=DateField()),
        )
        .order_by("due", "pk")
    )
    return [OpenRequest(one, RequestState(one.stands or RequestState.SENT), one.due) for one in asked]
