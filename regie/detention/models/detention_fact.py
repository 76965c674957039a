"""What all facts about detention share: they are about a young person, and one verb of the journal tells of them."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.db import models, transaction

from regie.base.actors import Actor
from regie.base.facts import Fact, FactQuerySet
from regie.base.submissions import once
from regie.persons.models import Person
from regie.privacy.actions import journal
from regie.privacy.enums import Verb


class DetentionFactQuerySet(FactQuerySet):
    """Questions about facts of detention."""

    def of(self, person: Person) -> Self:
        """What is told of this young person."""
        return self.filter(person=person)


class DetentionFact(Fact):
    """A fact about the detention of a young person.

    Who may tell it depends on his referral or trajectory: call the verbs through an action of trajectories.
    """

    verb: ClassVar[Verb]

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)

    class Meta(Fact.Meta):
        abstract = True

    def withdraw(self, *, by: Actor, at: datetime) -> Self:
        """Says that this was not so, for instance because it is about somebody else."""
        with transaction.atomic():
            withdrawal = self.add_correction(by=by, at=at, withdrawn=True)
            withdrawal._journal(["withdrawn"], by=by, at=at)
        return withdrawal

    @classmethod
    def held(cls, person: Person, told: Mapping[str, Any], *, on: date) -> Self | None:
        """The current fact that says these very things already: the last one told until that day."""
        manager: Any = cls._default_manager
        last = manager.current().of(person).filter(happened_on__lte=on).order_by("happened_on", "pk").last()
        found: Self | None = last if last is not None and not last.differences(told) else None
        return found

    def differences(self, told: Mapping[str, Any]) -> list[str]:
        """The names of what is told otherwise than it stands here."""
        return [name for name, value in told.items() if getattr(self, name) != value]

    @classmethod
    def _write_down(
        cls,
        person: Person,
        told: Mapping[str, Any],
        *,
        submission: uuid.UUID | None,
        by: Actor,
        at: datetime,
        **when: Any,
    ) -> Self:
        """Adds the fact, or gives the one that says the same already; `when` is its day and its source."""

        def make() -> Any:
            manager: Any = cls._default_manager
            with transaction.atomic():
                # Two who tell the same at once: the second waits here and then finds what the first wrote.
                Person.objects.select_for_update(no_key=True).get(pk=person.pk)
                same = cls.held(person, told, on=when["happened_on"])
                if same is not None:
                    return same
                added: Self = manager.create(
                    person=person, submission=submission, **told, **when, **cls.stamp(by=by, at=at)
                )
                added._journal(list(told), by=by, at=at)
            return added

        made: Self = once(cls, submission, make)
        return made

    def _tell_better(
        self,
        told: Mapping[str, Any],
        *,
        submission: uuid.UUID | None,
        by: Actor,
        at: datetime,
        happened_on: date,
    ) -> Self:
        """Adds the next version, or gives this one when nothing is told otherwise."""
        told = {**told, "happened_on": happened_on}
        changed = self.differences(told)
        if not changed:
            return self

        def make() -> Any:
            with transaction.atomic():
                better = self.add_correction(by=by, at=at, submission=submission, **told)
                better._journal(changed, by=by, at=at)
            return better

        made: Self = once(type(self), submission, make)
        return made

    def _journal(self, fields: list[str], *, by: Actor, at: datetime) -> None:
        chain = self.person.municipality.cbs_code
        journal(self.verb, chain=chain, subject=self.person.ref, fields=fields, by=by, at=at)
