"""A moment of contact: made or attempted, written to be read by him."""

import uuid
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.facts import Fact, FactQuerySet
from regie.base.submissions import once
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models.contact_stem import ContactStem
from regie.contacts.rules import check_contact_day, stems_of
from regie.privacy.actions import journal
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory

BATCH = 1000


@dataclass(frozen=True)
class Account:
    """What an officer tells of one moment of contact."""

    happened_on: date
    kind: ContactKind
    outcome: Outcome
    words: str = ""


class ContactMomentQuerySet(FactQuerySet):
    """Questions about contact."""

    def visible_to(self, viewer: Actor) -> Self:
        """The contact of the trajectories he may see."""
        return self.filter(trajectory__in=Trajectory.objects.visible_to(viewer))

    def made(self) -> Self:
        """Contact that came about."""
        return self.filter(outcome=Outcome.MADE)

    def write_stems(self) -> int:
        """Makes the stems of these anew, whichever version they are; how many of them can be found by their words."""
        keys = list(self.order_by("pk").values_list("pk", flat=True))
        return sum(self._write_stems(keys[at : at + BATCH]) for at in range(0, len(keys), BATCH))

    def _write_stems(self, keys: list[int]) -> int:
        """Of so many in one transaction: who corrects one of them meanwhile waits a moment."""
        with transaction.atomic():
            ContactStem.objects.filter(moment__in=keys).delete()
            current = self.model.objects.current().filter(pk__in=keys).select_for_update(of=("self",))
            stems = [stem for moment in current.select_related("trajectory") for stem in moment.stems()]
            ContactStem.objects.bulk_create(stems, batch_size=BATCH)
        return len({stem.moment_id for stem in stems})


class ContactMoment(Fact):
    """The officer sought contact on a day; `words` tell it so that the young person can read it himself."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on source kind outcome",
        criminal="words",
    )

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=20, choices=ContactKind.choices)
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    words = models.TextField(blank=True)

    objects = ContactMomentQuerySet.as_manager()

    class Meta(Fact.Meta):
        indexes = [  # All that a list asks of contact stands in the index; a key of its own would be double.
            models.Index(
                fields=["trajectory", "outcome", "happened_on", "withdrawn"],
                name="contacts_moment_of_trajectory",
            )
        ]

    def __str__(self) -> str:
        return f"{self.happened_on} {self.kind}"

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that was written down of it, by which it is found."""
        return (self.words,)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes it down with its stems; what it corrects is found no more."""
        with transaction.atomic(savepoint=False):
            super().save(*args, **kwargs)
            if self.corrects_id:
                ContactStem.objects.filter(moment=self.corrects_id).delete()
            ContactStem.objects.bulk_create(self.stems())

    def stems(self) -> Iterator[ContactStem]:
        """The stems by which it is found; of what was withdrawn none."""
        for stem in sorted(stems_of(self.texts)) if not self.withdrawn else ():
            yield ContactStem(
                moment=self,
                trajectory_id=self.trajectory_id,
                municipality_id=self.trajectory.municipality_id,
                happened_on=self.happened_on,
                stem=stem,
            )

    @classmethod
    def log(
        cls,
        *,
        trajectory: Trajectory,
        account: Account,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "ContactMoment":
        """Writes one moment of contact down; a first contact that was made ends the day-one clock."""
        trajectory.check_guided_by(by)
        check_contact_day(account.happened_on, birth_date=trajectory.person.birth_date, on=day(at))

        def make() -> "ContactMoment":
            with transaction.atomic():
                moment = cls.objects.create(
                    trajectory=trajectory, submission=submission, **asdict(account), **cls.stamp(by=by, at=at)
                )
                moment._journal(Verb.CONTACT_LOGGED, list(asdict(account)), by=by, at=at)
            return moment

        return once(cls, submission, make)

    def correct(
        self, *, account: Account, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> "ContactMoment":
        """Tells it better; what stood there before can still be read back."""
        self.trajectory.check_guided_by(by)
        check_contact_day(account.happened_on, birth_date=self.trajectory.person.birth_date, on=day(at))
        changed = [name for name, value in asdict(account).items() if getattr(self, name) != value]

        def make() -> "ContactMoment":
            with transaction.atomic():
                better = self.add_correction(by=by, at=at, submission=submission, **asdict(account))
                better._journal(Verb.CONTACT_CORRECTED, changed, by=by, at=at)
            return better

        return once(type(self), submission, make)

    def withdraw(self, *, by: Actor, at: datetime) -> "ContactMoment":
        """Says that this contact was not there, for instance because it belongs to somebody else."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            withdrawal = self.add_correction(by=by, at=at, withdrawn=True)
            withdrawal._journal(Verb.CONTACT_WITHDRAWN, [], by=by, at=at)
        return withdrawal

    def _journal(self, verb: Verb, fields: list[str], *, by: Actor, at: datetime) -> None:
        journal(
            verb,
            chain=self.trajectory.municipality.cbs_code,
            subject=self.trajectory.person.ref,
            fields=fields,
            by=by,
            at=at,
        )
