"""What was taken over, on which authorisations, and who does it: of one with all its words, of many for the terms."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from regie.base.clock import day
from regie.base.facts import AS_TOLD, standing
from regie.base.gathering import Gathered
from regie.plans.models import Authorisation, Doing, TakenOver
from regie.plans.rules import HisAuthorisation, TakenOverAccount, Thing, Turn, followed_by
from regie.trajectories.models import Trajectory

IN_HAND: tuple[Any, ...] = (TakenOver, Authorisation, Doing)


@dataclass(frozen=True)
class InHand:
    """All of one young person: what was taken over, oldest first, and his authorisations, newest first."""

    things: Sequence[Thing] = ()
    papers: Sequence[HisAuthorisation] = ()


def in_hand_of(trajectory: Trajectory, *, as_known: date | None = None) -> InHand:
    """With all its words, as we hold it true or did at the end of a day; three queries."""
    things, papers, turns = (kind.objects.of(trajectory) for kind in IN_HAND)
    return _in_hand(things, papers, turns, as_known)


def authorisations_of(trajectory: Trajectory) -> list[HisAuthorisation]:
    """His authorisations that stand, the last one first; one query."""
    return _papers(Authorisation.objects.of(trajectory), None)


def in_hand_by_trajectory(told: Gathered, *, as_known: date | None = None) -> dict[int, InHand]:
    """By the key of the trajectory the same, of whom there is any, by what was gathered."""
    things, papers, turns = (_by_trajectory(told.of(kind)) for kind in IN_HAND)
    keys = things.keys() | papers.keys()
    return {key: _in_hand(things[key], papers[key], turns[key], as_known) for key in keys}


def _by_trajectory(versions: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for one in versions:
        found[one.trajectory_id].append(one)
    return found


def _in_hand(
    things: Iterable[Any], papers: Iterable[Any], turns: Iterable[Any], as_known: date | None
) -> InHand:
    """Each thing with what it rests on and who did it since."""
    his = _papers(papers, as_known)
    of_each: dict[UUID, list[Turn]] = defaultdict(list)
    for one in _ordered(standing(turns, as_known=as_known)):
        of_each[one.thing].append(Turn(one.ref, one.account))
    told = _ordered(standing(things, as_known=as_known))
    found = [_with(one.ref, one.account, of_each[one.ref], his) for one in told]
    return InHand(found, [paper for paper in his if paper.taken_back_on is None])


def _with(
    ref: UUID, account: TakenOverAccount, turns: Sequence[Turn], his: Sequence[HisAuthorisation]
) -> Thing:
    papers = followed_by(account.authorisation, his) if account.authorisation else ()
    return Thing(ref, account, turns, papers)


def _papers(versions: Iterable[Any], as_known: date | None) -> list[HisAuthorisation]:
    """Those that stand, the last one first, and those that were taken back: what rests on these has lost its ground."""
    told = [one for one in versions if as_known is None or day(one.recorded_at) <= as_known]
    stands = [HisAuthorisation(one.ref, one.account) for one in reversed(_ordered(standing(told)))]
    gone = [HisAuthorisation(one.ref, one.account, day(one.recorded_at)) for one in told if one.withdrawn]
    return [*stands, *gone]


def _ordered(told: Iterable[Any]) -> list[Any]:
    return sorted(told, key=AS_TOLD)
