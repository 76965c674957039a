"""What happened on his road."""

from datetime import date

from regie.persons.queries import identity_as_known
from regie.persons.rules import Identity
from regie.trajectories.models import Referral, Trajectory, TurningPoint


def turning_points_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[TurningPoint]:
    """The turning points that we hold true, or held true at the end of a day, the first one first; one query."""
    told = TurningPoint.objects.of(trajectory).known(as_known)
    return list(told.order_by("happened_on", "recorded_at", "pk"))


def known_then(trajectory: Trajectory, *, on: date) -> tuple[Identity, Referral] | None:
    """Who he was and what his referral told, as known at the end of that day: None before that; two queries."""
    identity = identity_as_known(trajectory.person, on=on)
    referral = Referral.objects.as_known(on).filter(ref=trajectory.referral.ref).first()
    return (identity, referral) if identity and referral else None
