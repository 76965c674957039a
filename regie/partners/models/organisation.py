"""An organisation of the chain, such as a prison."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from regie.base.actors import Actor
from regie.base.facts import Recorded
from regie.partners.enums import OrganisationKind
from regie.partners.rules import Entry
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb

NATION = "NL"  # the chain of the journal for what belongs to no municipality


class Organisation(Recorded):
    """A place or partner that everyone in the country shares, with where and when we read that it is there.

    `other_names` are the ways in which messages write it. Not `verified` is: known from memory, nobody looked it up.
    """

    privacy = Declaration(
        shared=Shared.DOMAIN,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} ref kind name place other_names source read_on verified",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    kind = models.CharField(max_length=30, choices=OrganisationKind.choices)
    name = models.CharField(max_length=120)
    place = models.CharField(max_length=80)
    other_names = models.JSONField(default=list, blank=True)
    source = models.CharField(max_length=300)
    read_on = models.DateField()
    verified = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "name"], name="partners_organisation_one_of_a_kind"),
            models.CheckConstraint(name="partners_organisation_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="partners_organisation_kind_we_know", condition=Q(kind__in=OrganisationKind.values)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def add(cls, *, entry: Entry, by: Actor, at: datetime) -> "Organisation":
        """Writes an organisation down for the first time."""
        told = entry.values()
        with transaction.atomic():
            added = cls.objects.create(**told, **cls.stamp(by=by, at=at))
            added._journal(Verb.ORGANISATION_ADDED, told, by=by, at=at)
        return added

    def change(self, *, entry: Entry, by: Actor, at: datetime) -> bool:
        """Writes it down as it is now known, and says whether that changed anything."""
        changed = {name: value for name, value in entry.values().items() if getattr(self, name) != value}
        if not changed:
            return False
        with transaction.atomic():
            for name, value in changed.items():
                setattr(self, name, value)
            self.save()
            self._journal(Verb.ORGANISATION_CHANGED, changed, by=by, at=at)
        return True

    def _journal(self, verb: Verb, told: Mapping[str, Any], *, by: Actor, at: datetime) -> None:
        journal(verb, chain=NATION, subject=self.ref, fields=list(told), by=by, at=at)
