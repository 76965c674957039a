"""The young person who is guided."""

import uuid
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Self

from django.db import IntegrityError, models, transaction
from django.db.models import Q

from regie.accounts.models import Municipality
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow, NotValid
from regie.base.facts import CORRECTED_MEANWHILE, Recorded
from regie.persons import rules
from regie.persons.models.former_identity import FormerIdentity
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.privacy.fields import BlindIndexField, EncryptedTextField

BSN_TAKEN = "Dit BSN staat al bij een jongere in uw gemeente."


class PersonQuerySet(models.QuerySet["Person"]):
    """Questions about people."""

    def with_bsn(self, bsn: str) -> Self:
        """Who has this BSN, found by its blind index."""
        return self.filter(bsn_index=Person.bsn_index_of(bsn))


class Person(Recorded):
    """A young person, known in one municipality. An unknown birth date is empty; a BSN is kept encrypted.

    A page never asks for people here: `people_visible_to(viewer)` in trajectories is the one road.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} ref municipality",
        personal="given_names family_name family_sound birth_date bsn bsn_index",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    given_names = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100, blank=True)
    family_sound = models.CharField(max_length=100, blank=True, editable=False)
    birth_date = models.DateField(null=True, blank=True)
    bsn = EncryptedTextField()
    bsn_index = BlindIndexField(of="bsn")

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "bsn_index"], name="persons_person_one_bsn"),
            models.CheckConstraint(
                name="persons_person_has_a_name", condition=~Q(given_names="") | ~Q(family_name="")
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "family_sound"], name="persons_person_sound"),
            models.Index(fields=["municipality", "birth_date"], name="persons_person_birth"),
        ]

    def __str__(self) -> str:
        return f"{self.given_names} {self.family_name}".strip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves, with the sound of the name beside the name."""
        self.family_sound = rules.sound(self.family_name or self.given_names)
        super().save(*args, **kwargs)

    @property
    def identity(self) -> rules.Identity:
        """What is known of who he is."""
        return rules.Identity(self.given_names, self.family_name, self.birth_date, self.bsn)

    def age(self, on: date) -> int | None:
        """His age on a day, or None when his birth date is unknown."""
        return rules.age(self.birth_date, on=on)

    @classmethod
    def bsn_index_of(cls, bsn: str) -> str:
        """What the database holds to find this BSN by."""
        field: Any = cls._meta.get_field("bsn_index")
        return str(field.index(bsn))

    @classmethod
    def register(
        cls, *, identity: rules.Identity, municipality: Municipality, by: Actor, at: datetime
    ) -> "Person":
        """Writes a young person down for the first time. Raises NotValid beside the field that cannot be true."""
        values = cls._checked(identity, municipality=municipality, on=day(at))
        with transaction.atomic():
            person = cls(municipality=municipality, **values, **cls.stamp(by=by, at=at))
            person._save_alone()
            person._journal(Verb.PERSON_REGISTERED, list(values), by=by, at=at)
        return person

    def correct(self, *, identity: rules.Identity, by: Actor, at: datetime) -> bool:
        """Writes down better who he is, and says whether that changed anything.

        What stood here before is kept beside it (`FormerIdentity`). Who may do this depends on his trajectory: call
        it through an action of trajectories. Raises NotValid, or NotNow when somebody corrected it meanwhile.
        """
        values = self._checked(identity, municipality=self.municipality, on=day(at), known=self)
        changed = [name for name, value in values.items() if getattr(self, name) != value]
        if not changed:
            return False
        with transaction.atomic():
            before = Person.objects.select_for_update(no_key=True).get(pk=self.pk)
            if before.identity != self.identity:
                raise NotNow(CORRECTED_MEANWHILE)
            FormerIdentity.objects.create(
                person=self, **asdict(before.identity), **FormerIdentity.stamp(by=by, at=at)
            )
            for name in changed:
                setattr(self, name, values[name])
            self._save_alone()
            self._journal(Verb.PERSON_CORRECTED, changed, by=by, at=at)
        return True

    def _save_alone(self) -> None:
        """Saves; when a colleague wrote the same BSN down this very moment, says so."""
        try:
            with transaction.atomic():
                self.save()
        except IntegrityError:
            raise NotValid(BSN_TAKEN, field="bsn") from None

    @classmethod
    def _checked(
        cls, identity: rules.Identity, *, municipality: Municipality, on: date, known: "Person | None" = None
    ) -> dict[str, Any]:
        """The values to store, or NotValid beside the field that cannot be true."""
        rules.check_name(identity.given_names, identity.family_name)
        rules.check_birth_date(identity.birth_date, on=on)
        bsn = rules.clean_bsn(identity.bsn)
        others = cls.objects.filter(municipality=municipality).exclude(pk=known.pk if known else None)
        if bsn and others.with_bsn(bsn).exists():
            raise NotValid(BSN_TAKEN, field="bsn")
        return asdict(identity) | {"bsn": bsn}

    def _journal(self, verb: Verb, fields: list[str], *, by: Actor, at: datetime) -> None:
        journal(verb, chain=self.municipality.cbs_code, subject=self.ref, fields=fields, by=by, at=at)
