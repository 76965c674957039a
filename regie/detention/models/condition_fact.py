"""What hearings and conditions share: many hold at once, and what is told is told by the names of the fields."""

import uuid
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any, ClassVar, Self

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import Fact
from regie.detention.models.detention_fact import DetentionFact
from regie.persons.models import Person


class ConditionFact(DetentionFact):
    """What one minds when one meets him; of most kinds several hold at once.

    Its account is a dataclass with the fields of the model that somebody tells.
    """

    account_type: ClassVar[type[Any]]

    class Meta(Fact.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.ref)

    @property
    def account(self) -> Any:
        """What is told here."""
        return self.account_type(
            **{told.name: getattr(self, told.name) for told in fields(self.account_type)}
        )

    def over(self, *, on: date) -> bool:
        """Whether it no longer holds on that day."""
        raise NotImplementedError

    def begun(self, *, on: date) -> bool:
        """Whether it holds on that day already."""
        raise NotImplementedError

    @classmethod
    def record(
        cls,
        *,
        person: Person,
        account: Any,
        source: str = "",
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> Self:
        """Writes it down; told twice is once. Raises NotValid beside what cannot be.

        Call it through an action of trajectories, which knows who may.
        """
        cls._check_source(source)
        cls._check(account, person, on=day(at))
        told = {name: value for name, value in vars(account).items() if name != "happened_on"}
        when = {"happened_on": cls._about(account, day(at)), "source": source}
        return cls._write_down(person, told, submission=submission, by=by, at=at, **when)

    def correct(self, *, account: Any, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> Self:
        """Tells it better; what stood there before can still be read back. Raises NotValid, or NotNow."""
        self._check(account, self.person, on=day(at), known=self)
        about = self._about(account, self.happened_on)
        return self._tell_better(vars(account), happened_on=about, submission=submission, by=by, at=at)

    @classmethod
    def held(cls, person: Person, told: Mapping[str, Any], *, on: date) -> Self | None:
        """The current fact that says these very things already, whatever was told after it."""
        manager: Any = cls._default_manager
        same = manager.current().of(person).filter(**told)
        if any(field.name == "happened_on" for field in fields(cls.account_type)):
            same = same.filter(happened_on=on)
        found: Self | None = same.first()
        return found

    @classmethod
    def _about(cls, account: Any, otherwise: date) -> date:
        """Which day it is about: the one that was told, or else the day it was told on."""
        return getattr(account, "happened_on", None) or otherwise

    @classmethod
    def _check_source(cls, source: str) -> None:
        """Most may be told without saying who told it."""

    @classmethod
    def _check(cls, account: Any, person: Person, *, on: date, known: Any = None) -> None:
        """Raises NotValid beside what cannot be; `known` is the version that is told better."""
        raise NotImplementedError
