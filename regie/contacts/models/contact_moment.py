"""A moment of contact: made or attempted, written to be read by him."""

import uuid
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.base.facts import Fact, FactQuerySet
from regie.base.submissions import once
from regie.contacts.enums import ContactKind, Outcome
from regie.contacts.models.contact_stem import ContactStem
from regie.contacts.rules import LONGEST_PARTY, ContactAccount, check_contact, stems_of
from regie.partners.models import Organisation
from regie.plans.models import Step
from regie.privacy.actions import journal
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory

BATCH = 1000
OF_ANOTHER = "Deze stap hoort niet bij zijn plan."
GONE = "Deze stap staat niet meer in zijn plan. Kies een andere, of geen."
ON_ANOTHER_MAP = "Deze organisatie staat niet op de kaart van deze gemeente."


class ContactMomentQuerySet(FactQuerySet):
    """Questions about contact."""

    def visible_to(self, viewer: Actor) -> Self:
        """The contact of the trajectories he may see."""
        return self.filter(trajectory__in=Trajectory.objects.visible_to(viewer))

    def made(self) -> Self:
        """Contact with him that came about."""
        return self.with_him().filter(outcome=Outcome.MADE)

    def with_him(self) -> Self:
        """Contact that was sought with himself, and not with a partner."""
        return self.exclude(kind=ContactKind.PARTNER)

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
    """The officer sought contact on a day; `words` tell it so that the young person can read it himself.

    What he said (`his_words`) and what the officer makes of it (`judgement`) are kept apart. With a partner it is about
    him, and no contact with him. `minutes` None is not known.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory minutes",
        personal="happened_on source kind outcome step organisation party",
        criminal="words his_words judgement",
    )

    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=20, choices=ContactKind.choices)
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    words = models.TextField(blank=True)
    his_words = models.TextField(blank=True)
    judgement = models.TextField(blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    step = models.ForeignKey(Step, models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    party = models.CharField(max_length=LONGEST_PARTY, blank=True)

    objects = ContactMomentQuerySet.as_manager()

    class Meta(Fact.Meta):
        indexes = [  # All that a list asks of contact stands in the index; a key of its own would be double.
            models.Index(
                fields=["trajectory", "outcome", "happened_on", "withdrawn", "kind"],
                name="contacts_moment_of_trajectory",
            )
        ]
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="contacts_moment_with_a_partner_says_whom",
                condition=~Q(kind=ContactKind.PARTNER) | Q(organisation__isnull=False) | ~Q(party=""),
            ),
            models.CheckConstraint(
                name="contacts_moment_with_him_names_no_partner",
                condition=Q(kind=ContactKind.PARTNER) | Q(organisation__isnull=True, party=""),
            ),
            models.CheckConstraint(
                name="contacts_moment_took_some_minutes",
                condition=Q(minutes__isnull=True) | Q(minutes__gte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.happened_on} {self.kind}"

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that was written down of it, by which it is found."""
        return (self.words, self.his_words, self.judgement, self.party)

    @property
    def account(self) -> ContactAccount:
        """What is told here."""
        return ContactAccount(**{field.name: getattr(self, field.name) for field in fields(ContactAccount)})

    @property
    def with_whom(self) -> str:
        """With which partner, in words; empty when it was with him."""
        return ", ".join(filter(None, (self.party, self.organisation.name if self.organisation else "")))

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
        account: ContactAccount,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "ContactMoment":
        """Writes one moment of contact down; a first contact that was made ends the day-one clock."""
        trajectory.check_guided_by(by)
        _check(account, trajectory, at=at)

        def make() -> "ContactMoment":
            with transaction.atomic():
                moment = cls.objects.create(
                    trajectory=trajectory, submission=submission, **vars(account), **cls.stamp(by=by, at=at)
                )
                moment._journal(Verb.CONTACT_LOGGED, _told(account), by=by, at=at)
            return moment

        return once(cls, submission, make)

    def correct(
        self, *, account: ContactAccount, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> "ContactMoment":
        """Tells it better; what stood there before can still be read back."""
        self.trajectory.check_guided_by(by)
        _check(account, self.trajectory, before=self, at=at)
        changed = [name for name, value in vars(account).items() if getattr(self, name) != value]

        def make() -> "ContactMoment":
            with transaction.atomic():
                better = self.add_correction(by=by, at=at, submission=submission, **vars(account))
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


def _check(
    account: ContactAccount, trajectory: Trajectory, *, before: ContactMoment | None = None, at: datetime
) -> None:
    """Raises NotValid or NotNow; what stood there `before` may stay, also when it was withdrawn since."""
    check_contact(account, birth_date=trajectory.person.birth_date, on=day(at))
    place = account.organisation
    if place and place.municipality_id not in (None, trajectory.municipality_id):
        raise NotValid(ON_ANOTHER_MAP, field="organisation")
    step = account.step
    if step and step.trajectory_id != trajectory.pk:
        raise NotValid(OF_ANOTHER, field="step")
    stays = before is not None and step is not None and before.step_id == step.pk
    if step and not stays and not Step.objects.current().filter(ref=step.ref).exists():
        raise NotNow(GONE, field="step")


def _told(account: ContactAccount) -> list[str]:
    return [name for name, value in vars(account).items() if value]
