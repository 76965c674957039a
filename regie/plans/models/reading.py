"""What readings share: several are told in one sending, each held to the approach and to his days."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.db import transaction

from regie.approach.queries import Approaches
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotValid
from regie.base.submissions import once
from regie.detention.queries import stays_of
from regie.detention.rules import StayFacts, day_one
from regie.plans.rules import check_read_day
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact


@dataclass(frozen=True)
class Row:
    """One of several that are told together: what it is about, what is told, and who said so."""

    about: Mapping[str, Any]
    account: Any
    source: str = ""


@dataclass(frozen=True)
class Frame:
    """What a reading is held to: the approach of each day, and his stays; `on` is the day on which it is told."""

    trajectory: Trajectory
    approaches: Approaches
    stays: Sequence[StayFacts]
    on: date

    @classmethod
    def of(cls, trajectory: Trajectory, *, on: date) -> "Frame":
        """Around him on a day; two queries."""
        person = trajectory.person_id
        return cls(
            trajectory,
            Approaches.of(trajectory.municipality, until=on),
            stays_of([person]).get(person, []),
            on,
        )

    @property
    def day_one(self) -> date | None:
        """The first day of the detention that he was referred for; None when nobody told."""
        referral = self.trajectory.referral
        return day_one(self.stays, referred_on=referral.happened_on) or referral.detained_since

    def known(self, name: str, on: date) -> set[str]:
        """The codes of a list of the approach as it holds now, or held that day: what was said then stays true."""
        return set(self.approaches.entries(name, self.on, on))


class Reading(TrajectoryFact):
    """On `happened_on` it stood so with one thing; `told_of` is the field that says with which."""

    told_of: ClassVar[str]
    none_told: ClassVar[str]
    of_each: ClassVar[frozenset[str]]  # the fields that each row of a sending has for itself

    class Meta(TrajectoryFact.Meta):
        abstract = True

    @classmethod
    def tell_together(
        cls,
        *,
        trajectory: Trajectory,
        rows: Sequence[Row],
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> Self:
        """Writes all of them down or none; one sending is once. Gives the first of them.

        Raises NotAllowed, or NotValid beside the field of the row (`words_housing`) that cannot be.
        """
        trajectory.check_guided_by(by)
        cls._check_rows(rows, Frame.of(trajectory, on=day(at)))

        def make() -> Any:
            manager: Any = cls._default_manager
            with transaction.atomic():
                made = [
                    manager.create(
                        trajectory=trajectory,
                        source=row.source,
                        submission=None if place else submission,
                        **row.about,
                        **asdict(row.account),
                        **cls.stamp(by=by, at=at),
                    )
                    for place, row in enumerate(rows)
                ]
                trajectory.journal(cls.verbs.told, [cls.told_of, *asdict(rows[0].account)], by=by, at=at)
            return made[0]

        first: Self = once(cls, submission, make)
        return first

    @classmethod
    def _check_rows(cls, rows: Sequence[Row], frame: Frame) -> None:
        if not rows:
            raise NotValid(cls.none_told)
        for row in rows:
            try:
                cls._check_within(row.account, frame, **row.about)
            except NotValid as wrong:
                own = wrong.field in cls.of_each
                field = f"{wrong.field}_{row.about[cls.told_of]}" if own else wrong.field
                raise NotValid(wrong.sentence, field=field) from None

    @classmethod
    def _check(cls, account: Any, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        cls._check_within(account, Frame.of(trajectory, on=on), **about)

    @classmethod
    def _check_within(cls, account: Any, frame: Frame, **_about: Any) -> None:
        """Raises NotValid beside what cannot be; the day is the same of every reading."""
        birth_date = frame.trajectory.person.birth_date
        check_read_day(account.happened_on, birth_date=birth_date, day_one=frame.day_one, on=frame.on)
