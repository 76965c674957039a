"""What a partner reads of somebody is written in the access log, whichever page shows it."""

from collections.abc import Iterable

from regie.accounts.access import StaffRequest
from regie.base.actors import Actor
from regie.privacy.actions import Read, log_access, log_access_once_a_day
from regie.privacy.enums import AccessGround
from regie.trajectories.models import Trajectory


def log_names(request: StaffRequest, read: Iterable[Trajectory]) -> None:
    """He read on a list who they are, written down once a day; at most two queries, none for nobody."""
    reads = [Read(one.person.ref, one.municipality.cbs_code, AccessGround.INVOLVEMENT) for one in read]
    if reads:
        log_access_once_a_day(reads, page=request.page, by=request.actor, at=request.at)


def log_look(request: StaffRequest, read: Trajectory, *, by: Actor | None = None) -> None:
    """Who is signed in read something of this one, or who holds a link."""
    log_access(
        municipality_code=read.municipality.cbs_code,
        subject=read.person.ref,
        page=request.page,
        ground=AccessGround.INVOLVEMENT,
        by=by or request.actor,
        at=request.at,
    )
