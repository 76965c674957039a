"""All that was read of one young person for his terms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.utils.functional import cached_property

from regie.approach.rules import Approach
from regie.barriers.queries import BarrierStory
from regie.clocks.queries.planned import NOTHING_PLANNED, Planned
from regie.clocks.rules import Held, Road
from regie.contacts.queries import ContactSpan, Meeting
from regie.detention.enums import Arrival
from regie.detention.models import Hearing, Leave, Sentence
from regie.detention.models.lasting_fact import EndingFact
from regie.detention.queries import (
    History,
    Whereabouts,
)
from regie.detention.rules import StayFacts
from regie.escalations.queries import EscalationStory
from regie.requests.queries import RequestStory
from regie.trajectories.enums import CircumstanceKind
from regie.trajectories.models import (
    Application,
    Arrangement,
    Casemanager,
    Circumstance,
    Referral,
    Trajectory,
)
from regie.trajectories.models.arrangement import told_since
from regie.trajectories.models.circumstance import holding
from regie.trajectories.queries import (
    NOTHING_PROMISED,
    Begun,
    Loss,
    Promised,
)


@dataclass(frozen=True)
class Known:
    """All that was read of one young person for his terms; `place` is where he is held on `on`, if he is inside.

    `arrangements` are all that were told, for whichever detention; what is on a list is said by the `approach`.
    `visited_on` is the first visit since he is inside again. `rose` is by the ref of a barrier what was asked;
    `left` are the keys of those that were asked of who works there no more.
    """

    trajectory: Trajectory
    begun: Begun
    history: History
    hearings: Sequence[Hearing]
    lasting: Sequence[EndingFact]
    contact: ContactSpan
    circumstances: Sequence[Circumstance]
    applications: Sequence[Application]
    arrangements: Sequence[Arrangement]
    settled: Sequence[date]
    loss: Loss | None
    place: Whereabouts | None
    approach: Approach | None
    on: date
    visited_on: date | None = None
    leaves: Sequence[Leave] = ()
    casemanagers: Sequence[Casemanager] = ()
    planned: Planned = NOTHING_PLANNED
    promised: Promised = NOTHING_PROMISED
    meetings: Sequence[Meeting] = ()
    requests: Sequence[RequestStory] = ()
    barriers: Sequence[BarrierStory] = ()
    rose: Mapping[UUID, Sequence[EscalationStory]] = field(default_factory=dict)
    left: frozenset[int] = frozenset()

    @cached_property
    def road(self) -> Road:
        """His road, as far as it was told."""
        stays = self.history.known_stays
        return road_of(self.begun.referral, self.trajectory.started_on, self.contact, stays, self.settled)

    @cached_property
    def held(self) -> Held:
        """What his stays tell that day."""
        return self.road.held(on=self.on)

    @cached_property
    def arranged(self) -> Sequence[Arrangement]:
        """What was told of what to arrange since he came in, oldest first."""
        return told_since(self.arrangements, self.held.came_in)

    @cached_property
    def holds(self) -> dict[CircumstanceKind, Circumstance]:
        """What holds of his situation that day, of each kind that was read."""
        return holding(self.circumstances, on=self.on)

    @cached_property
    def detention(self) -> str:
        """The name of that detention, which stays the same when its first day is told better."""
        came_in = self.held.came_in
        entries = [stay for stay in self.history.stays if stay.arrival == Arrival.ENTERED]
        first = next((stay for stay in entries if stay.entered_on == came_in), None)
        if first is None or came_in == self.road.day_one:
            return "detention:referred"
        return f"detention:{first.ref}"

    @cached_property
    def again_since(self) -> date | None:
        """Since when he is inside again; None when he is not, or for the first time as far as we know."""
        return self.road.again_since(self.held)

    @cached_property
    def sentence(self) -> Sentence | None:
        """The ground on which he is held, or was held last."""
        return self.history.ground(on=self.on)

    @cached_property
    def length(self) -> relativedelta | None:
        """How long that lasts; None when nobody told."""
        if self.sentence is None:
            return None
        told = {name: getattr(self.sentence, name) or 0 for name in ("years", "months", "days")}
        return relativedelta(**told) if any(told.values()) else None


def road_of(
    referral: Referral,
    accepted_on: date | None,
    contact: ContactSpan,
    stays: Sequence[StayFacts],
    settled: Sequence[date],
) -> Road:
    """The road of one young person; no query."""
    told = referral.happened_on, referral.detained_since
    return Road(*told, accepted_on, contact.first, contact.last, stays, settled)
