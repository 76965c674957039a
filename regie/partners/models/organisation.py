"""An organisation of the chain: a facility that the whole country shares, or a partner of one municipality."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from regie.accounts.models import Municipality
from regie.base.actors import Actor
from regie.partners.enums import FACILITIES, OrganisationKind
from regie.partners.models.listing import Listing, ListingQuerySet, checked_email, checked_site
from regie.partners.rules import (
    Entry,
    OrganisationAccount,
    check_emergency,
    check_kind,
    check_name,
    clean_phone,
    tidy,
    tidy_lines,
)
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb

NATION = "NL"  # the chain of the journal for what belongs to no municipality
PLACES = sorted(kind.value for kind in FACILITIES)


class OrganisationQuerySet(ListingQuerySet):
    """Questions about organisations."""

    def facilities(self) -> Self:
        """The places where young people are held, which the whole country shares."""
        return self.filter(municipality__isnull=True)


class Organisation(Listing):
    """A facility that the whole country shares, with where and when we read that it is there; or a partner of one
    municipality, on its social map.

    `emergency` says when it can be reached in an emergency. `other_names` are the ways in which messages write a
    facility. Not `verified` is: known from memory, nobody looked.
    """

    privacy = Declaration(
        shared=Shared.DOMAIN,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} ref municipality kind name address place district site other_names source read_on "
        "verified version ended_on submission",
        personal="phone email note emergency",  # a small partner is reached by somebody's own number
    )
    added, changed, ended = Verb.ORGANISATION_ADDED, Verb.ORGANISATION_CHANGED, Verb.ORGANISATION_ENDED

    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+"
    )  # none: a facility
    kind = models.CharField(max_length=30, choices=OrganisationKind.choices)
    address = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=80, blank=True)
    site = models.URLField(max_length=200, blank=True)
    emergency = models.CharField(max_length=80, blank=True)
    other_names = models.JSONField(default=list, blank=True)
    source = models.CharField(max_length=300, blank=True)
    read_on = models.DateField(null=True, blank=True)
    verified = models.BooleanField(default=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "name"],
                condition=Q(municipality__isnull=True),
                name="partners_organisation_one_of_a_kind",
            ),
            models.CheckConstraint(
                name="partners_organisation_emergency_can_be_called",
                condition=Q(emergency="") | (~Q(phone="") & Q(municipality__isnull=False)),
            ),
            models.CheckConstraint(name="partners_organisation_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="partners_organisation_kind_we_know", condition=Q(kind__in=OrganisationKind.values)
            ),
            models.CheckConstraint(
                name="partners_organisation_facility_is_of_the_country",
                condition=Q(municipality__isnull=True, kind__in=PLACES, read_on__isnull=False)
                | (Q(municipality__isnull=False) & ~Q(kind__in=PLACES)),
            ),
        ]

    @property
    def is_facility(self) -> bool:
        """Whether young people are held there."""
        return self.municipality_id is None

    @property
    def account(self) -> OrganisationAccount:
        """What is told of it now."""
        return OrganisationAccount(
            **{name: getattr(self, name) for name in OrganisationAccount.__dataclass_fields__}
        )

    @classmethod
    def told(cls, account: OrganisationAccount, municipality: Municipality) -> dict[str, Any]:  # noqa: ARG003
        """Field name → value as it is stored; raises NotValid beside the field that cannot be."""
        values = {name: tidy(value) for name, value in vars(account).items()}
        check_name(values["name"])
        check_kind(values["kind"])
        details = {
            "phone": clean_phone(account.phone),
            "email": checked_email(account.email),
            "site": checked_site(account.site),
            "note": tidy_lines(account.note),
        }
        check_emergency(values["emergency"], details["phone"])
        return cls.fitting(values | details)

    @classmethod
    def add_facility(cls, *, entry: Entry, by: Actor, at: datetime) -> "Organisation":
        """Writes a facility down for the first time."""
        told = entry.values()
        with transaction.atomic():
            added = cls.objects.create(**told, **cls.stamp(by=by, at=at))
            added._journal_of_country(Verb.ORGANISATION_ADDED, told, by=by, at=at)
        return added

    def change_facility(self, *, entry: Entry, by: Actor, at: datetime) -> bool:
        """Writes a facility down as it is now known, and says whether that changed anything."""
        changed = {name: value for name, value in entry.values().items() if getattr(self, name) != value}
        if not changed:
            return False
        with transaction.atomic():
            for name, value in changed.items():
                setattr(self, name, value)
            self.save()
            self._journal_of_country(Verb.ORGANISATION_CHANGED, changed, by=by, at=at)
        return True

    def _journal_of_country(self, verb: Verb, told: Mapping[str, Any], *, by: Actor, at: datetime) -> None:
        journal(verb, chain=NATION, subject=self.ref, fields=list(told), by=by, at=at)
