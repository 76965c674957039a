"""All that a page tells of one young person, read once: as we hold it true now, or held it true at the end of a day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.utils.functional import cached_property

from regie.approach.queries import Approaches
from regie.approach.rules import Approach
from regie.base.clock import day
from regie.base.gathering import Gathered
from regie.clocks.queries import (
    Known,
    Planned,
    Standing,
    planned_by_trajectory,
    road_of,
    standing_of,
    visited,
)
from regie.clocks.rules import Passed, Road, passed
from regie.contacts.queries import ContactSpan, Meeting, contact_spans, meetings_by_trajectory
from regie.desk.pages.record_told import all_told
from regie.detention.models import Hearing, Leave, Stay
from regie.detention.queries import (
    Conditions,
    History,
    Whereabouts,
    conditions_around,
    hearings_of,
    history,
    leaves_of,
)
from regie.persons.rules import Identity, age
from regie.trajectories.actions import standing_closure
from regie.trajectories.models import (
    Application,
    Arrangement,
    Casemanager,
    Circumstance,
    Closure,
    Guidance,
    Lesson,
    Referral,
    Trajectory,
    TurningPoint,
)
from regie.trajectories.queries import (
    Begun,
    Loss,
    applications_of,
    arrangements_of,
    casemanagers_of,
    circumstances_of,
    closure_held,
    closures_of,
    known_then,
    lessons_of,
    losses_of,
    promised_of,
    settled_of,
    turning_points_of,
)
from regie.trajectories.rules import first_days

LEFT_OPEN = timedelta(days=7)  # our own choice


@dataclass(frozen=True)
class Record:
    """What we know of one young person on a day. `as_known` is that day when it is over, None when it is now.

    `arrangements` are of now only: nothing of a day in the past is to be arranged any more.
    """

    trajectory: Trajectory
    guidance: Guidance
    identity: Identity
    referral: Referral
    history: History
    hearings: Sequence[Hearing]
    conditions: Conditions
    turning_points: Sequence[TurningPoint]
    circumstances: Sequence[Circumstance]
    applications: Sequence[Application]
    arrangements: Sequence[Arrangement]
    settled: Sequence[date]
    lessons: Sequence[Lesson]
    leaves: Sequence[Leave]
    casemanagers: Sequence[Casemanager]
    loss: Loss | None
    closures: Sequence[Closure]
    closure: Closure | None
    contact: ContactSpan
    approaches: Approaches
    on: date
    as_known: date | None
    told: Gathered

    @property
    def name(self) -> str:
        """How he is called."""
        return f"{self.identity.given_names} {self.identity.family_name}".strip()

    @property
    def age(self) -> int | None:
        """His age that day."""
        return age(self.identity.birth_date, on=self.on)

    @property
    def guided(self) -> bool:
        """Whether somebody had taken him on."""
        return self.as_known is None or day(self.trajectory.recorded_at) <= self.as_known

    @property
    def closed_on(self) -> date | None:
        """Since when his guidance is closed; None while it runs."""
        return self.closure.closes_on if self.closure and self.closure.agreed else None

    @property
    def lost(self) -> Loss | None:
        """That he is out of sight; None when he is not."""
        stands = self.loss is not None and self.loss.stands(last_contact=self.contact.last)
        return self.loss if stands and not self.closed_on else None

    @cached_property
    def meetings(self) -> Sequence[Meeting]:
        """What is agreed with him, the soonest first."""
        return meetings_by_trajectory(self.told, as_known=self.as_known).get(self.trajectory.pk, ())

    @property
    def planned_end(self) -> date | None:
        """Until when guidance is planned; None before anyone took him on."""
        return self.trajectory.planned_end if self.guided else None

    @cached_property
    def place(self) -> Whereabouts | None:
        """Where he is held."""
        return self.history.whereabouts(on=self.on)

    @cached_property
    def road(self) -> Road:
        """His road, as far as it was told."""
        stays = self.history.known_stays
        accepted_on = self.trajectory.started_on if self.guided else None
        return road_of(self.referral, accepted_on, self.contact, stays, self.settled)

    @property
    def last_stay(self) -> Stay | None:
        """Where he is, or was last."""
        return self.history.latest(on=self.on)

    @property
    def free_since(self) -> date | None:
        """The day he came out, of who is free."""
        left_on = self.last_stay.left_on if self.last_stay else None
        return left_on if left_on and left_on <= self.on else None

    @property
    def in_first_days(self) -> bool:
        """Whether his first days outside are not done; a week after the 72 hours his terms say so alone."""
        if (since := self.free_since) is None or self.road.settled_since(since):
            return False
        return self.on <= first_days(since)[-1] + LEFT_OPEN

    @cached_property
    def approach(self) -> Approach | None:
        """What held that day where he is guided."""
        return self.approaches.on(self.on)

    @property
    def least(self) -> tuple[date, str] | None:
        """Until when guidance lasts at least, and how long that is; None before anyone took him on."""
        if not self.guided:
            return None
        began = self.approaches.on(self.trajectory.started_on)
        return self.trajectory.least(began, day_one=self.road.day_one)

    @cached_property
    def standing(self) -> Standing:
        """How he stands."""
        return standing_of(self.road, self.contact, self.approach, on=self.on)

    @property
    def _planned(self) -> Planned:
        """What his plan tells of what is still to be done."""
        asked = planned_by_trajectory(self.told, [self.trajectory.pk], as_known=self.as_known, done_too=False)
        return asked[self.trajectory.pk]

    @cached_property
    def known(self) -> Known:
        """What his terms and his release rest on; one query when he is inside again."""
        known = Known(
            self.trajectory,
            Begun(self.referral, self.identity.birth_date),
            self.history,
            self.hearings,
            self.conditions.lasting,
            self.contact,
            self.circumstances,
            self.applications,
            self.arrangements,
            self.settled,
            self.loss,
            self.place,
            self.approach,
            self.on,
            leaves=self.leaves,
            casemanagers=self.casemanagers,
            planned=self._planned,
            promised=promised_of(self.told, as_known=self.as_known),
            meetings=self.meetings,
        )
        return visited({self.trajectory.pk: known})[self.trajectory.pk]

    @property
    def phases(self) -> Sequence[Passed]:
        """Which phases there were, and the one he is in."""
        if self.approach is None:
            return ()
        ends = min(self.on, self.closed_on) if self.closed_on else self.on
        found = passed(self.approach.phases, self.road, on=ends)
        return [*found[:-1], replace(found[-1], until=ends)] if self.closed_on and found else found


def record_now(trajectory: Trajectory, *, on: date) -> Record:
    """What we hold true now; three queries."""
    known = trajectory.person.identity, trajectory.referral
    told = all_told(trajectory, *trajectory.guiding())
    return _record(trajectory.guidance(told), trajectory, *known, on=on, as_known=None, told=told)


def record_then(trajectory: Trajectory, guidance: Guidance, *, on: date) -> Record | None:
    """What we held true at the end of a day: None when we knew nothing of him then; five queries."""
    known = known_then(trajectory, on=on)
    told = all_told(trajectory) if known else None
    return _record(guidance, trajectory, *known, on=on, as_known=on, told=told) if known and told else None


def _record(
    guidance: Guidance,
    trajectory: Trajectory,
    identity: Identity,
    referral: Referral,
    *,
    on: date,
    as_known: date | None,
    told: Gathered,
) -> Record:
    known: Any = {"as_known": as_known, "told": told}
    person, spans = trajectory.person, contact_spans([trajectory.pk], as_known=as_known)
    hearings = hearings_of(person, **known)
    return Record(
        trajectory=trajectory,
        guidance=guidance,
        identity=identity,
        referral=referral,
        history=history(person, **known),
        hearings=hearings,
        conditions=conditions_around(person, hearings, on=on, **known),
        turning_points=turning_points_of(trajectory, **known),
        circumstances=circumstances_of(trajectory, **known),
        applications=applications_of(trajectory, **known),
        arrangements=[] if as_known else arrangements_of(trajectory, since=None, told=told),
        settled=settled_of(told, as_known=as_known),
        casemanagers=casemanagers_of(trajectory, **known),
        leaves=leaves_of(person, **known),
        lessons=lessons_of(trajectory, **known),
        loss=losses_of([trajectory], **known).get(trajectory.pk),
        closures=closures_of(trajectory) if guidance.ever_closing and as_known is None else (),
        closure=_closure(trajectory, guidance, on=on, as_known=as_known),
        contact=spans.get(trajectory.pk, ContactSpan()),
        approaches=Approaches.of(trajectory.municipality, until=max(on, trajectory.started_on)),
        on=on,
        as_known=as_known,
        told=told,
    )


def _closure(
    trajectory: Trajectory, guidance: Guidance, *, on: date, as_known: date | None
) -> Closure | None:
    """By which it is closed, or what was asked now; one query or two, and none when nothing was ever told of it."""
    if not guidance.ever_closing:
        return None
    return closure_held(trajectory, on=on, as_known=as_known) if as_known else standing_closure(trajectory)
