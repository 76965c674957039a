"""Opening a file is written in the access log, whichever page shows it."""

from collections.abc import Iterable, Sequence

from regie.accounts.access import StaffRequest
from regie.base.actors import Actor
from regie.intake.models import Message
from regie.intake.queries import ground_of_message
from regie.privacy.actions import Read, log_access, log_access_once_a_day
from regie.privacy.enums import AccessGround
from regie.trajectories.models import Guidance, Referral, Trajectory
from regie.trajectories.queries import ground_of_referral


def log_reading(request: StaffRequest, trajectory: Trajectory) -> None:
    """This viewer read from the file of this trajectory."""
    log_guided(request, trajectory, trajectory.guidance())


def log_guided(request: StaffRequest, trajectory: Trajectory, guidance: Guidance) -> None:
    """The same, when who guides him was read already."""
    _log(request, trajectory, guidance.ground(request.actor))


def log_referral(request: StaffRequest, referral: Referral) -> None:
    """This viewer read a referral."""
    _log(request, referral, ground_of_referral(referral, viewer=request.actor))


def log_message(request: StaffRequest, message: Message) -> None:
    """This viewer read a message that is in no file yet."""
    log_access(
        municipality_code=message.municipality.cbs_code,
        subject=message.ref,
        page=request.page,
        ground=ground_of_message(message, viewer=request.actor),
        by=request.actor,
        at=request.at,
    )


def log_calendar(request: StaffRequest, reader: Actor, read: Iterable[Trajectory]) -> None:
    """His telephone fetched something that tells of these, whom he guides or covers for; three queries."""
    assigned = set(Trajectory.objects.assigned_to(reader).values_list("pk", flat=True))
    reads = (
        Read(
            one.person.ref,
            one.municipality.cbs_code,
            AccessGround.ASSIGNMENT if one.pk in assigned else AccessGround.COVER,
        )
        for one in read
    )
    log_access_once_a_day(reads, page=request.page, by=reader, at=request.at)


def log_all_of(request: StaffRequest, read: Sequence[Trajectory]) -> None:
    """This viewer read something of each of these, written down once a day; at most four queries, none for nobody."""
    if not read:
        return
    reader, keys = request.actor, [one.pk for one in read]
    own = Trajectory.objects.assigned_to(reader).filter(pk__in=keys)
    hands = Trajectory.objects.visible_to(reader).in_hands_of(reader).filter(pk__in=keys)
    assigned = set(own.values_list("pk", flat=True))
    guided = set(hands.values_list("pk", flat=True)) if reader.stands_in else assigned
    grounds = dict.fromkeys(guided, AccessGround.COVER) | dict.fromkeys(assigned, AccessGround.ASSIGNMENT)
    reads = (
        Read(one.person.ref, one.municipality.cbs_code, grounds.get(one.pk, AccessGround.COORDINATION))
        for one in read
    )
    log_access_once_a_day(reads, page=request.page, by=reader, at=request.at)


def _log(request: StaffRequest, read: Trajectory | Referral, ground: AccessGround) -> None:
    log_access(
        municipality_code=read.municipality.cbs_code,
        subject=read.person.ref,
        page=request.page,
        ground=ground,
        by=request.actor,
        at=request.at,
    )
