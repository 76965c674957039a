"""What was agreed: with him, in the day of an officer, and how it went."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import standing
from regie.base.gathering import Asked, Gathered, gather
from regie.contacts.enums import AppointmentResult
from regie.contacts.models import Appointment, AppointmentOutcome
from regie.trajectories.models import Trajectory


@dataclass(frozen=True)
class Meeting:
    """One appointment and how it went, None is not told yet; `heard_at` is when that was said last, or taken back."""

    appointment: Appointment
    outcome: AppointmentOutcome | None = None
    heard_at: datetime | None = None

    @property
    def is_off(self) -> bool:
        """Whether it was called off."""
        return self.result in (AppointmentResult.OFF_BY_HIM, AppointmentResult.OFF_BY_US)

    @property
    def result(self) -> AppointmentResult | None:
        """How it went."""
        return AppointmentResult(self.outcome.result) if self.outcome else None

    @property
    def starts_at(self) -> datetime:
        """When it begins."""
        return self.appointment.starts_at

    @property
    def revised(self) -> datetime:
        """Since when it stands so."""
        return max(self.appointment.recorded_at, self.heard_at or self.appointment.recorded_at)

    def asks(self, at: datetime) -> bool:
        """Whether it has begun and nobody told how it went."""
        return self.outcome is None and self.starts_at <= at

    def is_ahead(self, at: datetime) -> bool:
        """Whether it is still to come."""
        return self.outcome is None and self.starts_at > at


def all_that_was_agreed(trajectory_ids: Sequence[int], *, plain: bool = False) -> list[Asked]:
    """What to ask for to gather the appointments with one, or with many."""
    return [
        Asked(kind, "trajectory", trajectory_ids, plain=plain) for kind in (Appointment, AppointmentOutcome)
    ]


def meetings_by_trajectory(told: Gathered, *, as_known: date | None = None) -> dict[int, list[Meeting]]:
    """By trajectory what was agreed, the soonest first, by what was gathered."""
    said = told.of(AppointmentOutcome)  # as it was written
    outcomes = {one.agreed: one for one in standing(said, as_known=as_known)}
    heard = {one.agreed: one.recorded_at for one in said}
    found: dict[int, list[Meeting]] = defaultdict(list)
    for one in standing(told.of(Appointment), as_known=as_known):
        found[one.trajectory_id].append(Meeting(one, outcomes.get(one.ref), heard.get(one.ref)))
    for his in found.values():
        his.sort(key=lambda meeting: (meeting.starts_at, meeting.appointment.pk))
    return found


def meetings_of_many(trajectories: Iterable[Trajectory]) -> dict[int, list[Meeting]]:
    """The same of many who may be seen; one query, none for nobody."""
    keys = [one.pk for one in trajectories]
    return meetings_by_trajectory(gather(all_that_was_agreed(keys))) if keys else {}


def meetings_of(trajectory: Trajectory) -> list[Meeting]:
    """What was agreed with who may be seen, the soonest first; one query."""
    found = meetings_of_many([trajectory])
    for meeting in found.get(trajectory.pk, ()):
        meeting.appointment.trajectory = trajectory
    return found.get(trajectory.pk, [])


def missed(meetings: Sequence[Meeting]) -> list[tuple[Meeting, date | None]]:
    """When he was not there, each with the day on which the next one was agreed, or None; no query."""
    return [
        (one, _agreed_since(one, meetings))
        for one in meetings
        if one.result is AppointmentResult.NO_SHOW and one.appointment.is_with_him
    ]


def _agreed_since(meeting: Meeting, others: Sequence[Meeting]) -> date | None:
    later = (
        one.appointment
        for one in others
        if one.appointment.is_with_him and one.starts_at > meeting.starts_at and not one.is_off
    )
    return min((day(one.recorded_at) for one in later), default=None)


def next_of(meetings: Iterable[Meeting], *, on: date) -> Meeting | None:
    """The soonest of that day or after it, with him, of which nothing was told yet; no query."""
    ahead = (one for one in meetings if one.outcome is None and one.appointment.happened_on >= on)
    return next((one for one in ahead if one.appointment.is_with_him), None)


def day_of(officer: Actor, *, on: date) -> QuerySet[Appointment]:
    """What this officer is asked how it went, and what he has that day: of whom he guides or covers for; one query."""
    his = Trajectory.objects.in_hands_of(officer).running(on)
    open_until = Appointment.objects.current().open().filter(trajectory__in=his, happened_on__lte=on)
    found: QuerySet[Appointment] = open_until.select_related("trajectory__person")
    return found.order_by("happened_on", "begins", "pk")
