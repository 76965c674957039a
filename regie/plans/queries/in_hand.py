"""What was taken over, on which authorisations, and who does it: of one with all its words, of many for the terms."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from django.db.models import CharField, DateField, QuerySet, UUIDField, Value
from django.db.models.functions import Cast

from regie.base.clock import day
from regie.base.facts import standing
from regie.plans.enums import Doer, Lasts, RestsOn
from regie.plans.models import Authorisation, Doing, TakenOver
from regie.plans.rules import (
    AuthorisationAccount,
    DoingAccount,
    Paper,
    TakenOverAccount,
    Thing,
    Turn,
    papers_of,
)
from regie.trajectories.models import Trajectory


@dataclass(frozen=True)
class InHand:
    """All of one young person: what was taken over, oldest first, and his authorisations, newest first."""

    things: Sequence[Thing] = ()
    papers: Sequence[Paper] = ()


def in_hand_of(trajectory: Trajectory, *, as_known: date | None = None) -> InHand:
    """With all its words, as we hold it true or did at the end of a day; three queries."""
    things, papers, turns = (model.objects.of(trajectory) for model in (TakenOver, Authorisation, Doing))
    return _in_hand(things, papers, turns, as_known)


def authorisations_of(trajectory: Trajectory) -> list[Paper]:
    """His authorisations that stand, the last one first; one query."""
    return _papers(Authorisation.objects.of(trajectory), None)


def in_hand_of_many(trajectories: Iterable[Trajectory], *, as_known: date | None = None) -> dict[int, InHand]:
    """By the key of the trajectory the same without words, of whom there is any; one query for all three."""
    chosen = list(trajectories)
    queries = [_plain(model, chosen) for model in (TakenOver, Authorisation, Doing)]
    told: dict[int, dict[str, list[_Row]]] = defaultdict(lambda: defaultdict(list))
    for row in queries[0].union(*queries[1:], all=True):
        one = _Row(*row)
        told[one.trajectory_id][one.model].append(one)
    return {
        key: _in_hand(of[TakenOver.__name__], of[Authorisation.__name__], of[Doing.__name__], as_known)
        for key, of in told.items()
    }


@dataclass(frozen=True)
class _Row:
    """A version of a fact of one of the three models, without its words; of another model a column is empty."""

    model: str
    pk: int
    ref: UUID
    corrects_id: int | None
    withdrawn: bool
    recorded_at: datetime
    trajectory_id: int
    happened_on: date
    choice: str
    first_day: date | None
    last_day: date | None
    stopped_on: date | None
    points_at: UUID | None

    @property
    def account(self) -> Any:
        """What is told here, as far as terms rest on it."""
        return ACCOUNTS[self.model](self)


def _paper(row: _Row) -> AuthorisationAccount:
    lasts = Lasts(row.choice)
    days = row.first_day, row.last_day, row.stopped_on
    return AuthorisationAccount(row.happened_on, "", "", lasts, *days, row.points_at)


def _thing(row: _Row) -> TakenOverAccount:
    rests_on = RestsOn(row.choice)
    return TakenOverAccount(
        row.happened_on, "", until=row.last_day, rests_on=rests_on, authorisation=row.points_at
    )


def _turn(row: _Row) -> DoingAccount:
    return DoingAccount(row.happened_on, Doer(row.choice), again_on=row.last_day)


ACCOUNTS = {
    Authorisation.__name__: _paper,
    TakenOver.__name__: _thing,
    Doing.__name__: _turn,
}
# Which column of each model stands where: its choice, its first and last day, when it was stopped, what it points at.
COLUMNS: Mapping[Any, tuple[str | None, ...]] = {
    Authorisation: ("lasts", "signed_on", "until", "stopped_on", "replaces"),
    TakenOver: ("rests_on", None, "until", None, "authorisation"),
    Doing: ("doer", None, "again_on", None, "thing"),
}
KINDS = (CharField, DateField, DateField, DateField, UUIDField)


def _plain(model: Any, trajectories: Iterable[Trajectory]) -> QuerySet[Any, Any]:
    """All versions of one model, in the columns that the three share; an empty one says of which kind it is."""
    shared = ("pk", "ref", "corrects_id", "withdrawn", "recorded_at", "trajectory_id", "happened_on")
    columns = [name or Cast(Value(None), kind()) for name, kind in zip(COLUMNS[model], KINDS, strict=True)]
    told: QuerySet[Any, Any] = model.objects.of(*trajectories).order_by()
    return told.values_list(Value(model.__name__, CharField()), *shared, *columns)


def _in_hand(
    things: Iterable[Any], papers: Iterable[Any], turns: Iterable[Any], as_known: date | None
) -> InHand:
    """Each thing with what it rests on and who did it since."""
    his = _papers(papers, as_known)
    of_each: dict[UUID, list[Turn]] = defaultdict(list)
    for one in _ordered(standing(turns, as_known=as_known)):
        of_each[_thing_of(one)].append(Turn(one.ref, one.account))
    told = _ordered(standing(things, as_known=as_known))
    found = [_with(one.ref, one.account, of_each[one.ref], his) for one in told]
    return InHand(found, [paper for paper in his if paper.taken_back_on is None])


def _with(ref: UUID, account: TakenOverAccount, turns: Sequence[Turn], his: Sequence[Paper]) -> Thing:
    papers = papers_of(account.authorisation, his) if account.authorisation else ()
    return Thing(ref, account, turns, papers)


def _thing_of(one: Any) -> UUID:
    return cast(UUID, one.points_at if isinstance(one, _Row) else one.thing)


def _papers(versions: Iterable[Any], as_known: date | None) -> list[Paper]:
    """Those that stand, the last one first, and those that were taken back: what rests on these has lost its ground."""
    told = [one for one in versions if as_known is None or day(one.recorded_at) <= as_known]
    stands = [Paper(one.ref, one.account) for one in reversed(_ordered(standing(told)))]
    gone = [Paper(one.ref, one.account, day(one.recorded_at)) for one in told if one.withdrawn]
    return [*stands, *gone]


def _ordered(told: Iterable[Any]) -> list[Any]:
    return sorted(told, key=lambda one: (one.happened_on, one.recorded_at, one.pk))
