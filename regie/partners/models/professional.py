"""Somebody who works in the chain."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q

from regie.accounts.models import Municipality
from regie.base.errors import NotValid
from regie.partners.enums import ProfessionalRole
from regie.partners.models.listing import Listing, ListingQuerySet, checked_email
from regie.partners.models.organisation import Organisation
from regie.partners.rules import check_name, clean_phone, tidy, tidy_lines
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb


@dataclass(frozen=True)
class ProfessionalAccount:
    """What a municipality tells of one professional; an empty text and None were not told."""

    name: str
    role: ProfessionalRole = ProfessionalRole.OTHER
    organisation: Organisation | None = None
    facility: Organisation | None = None
    district: str = ""
    phone: str = ""
    email: str = ""
    note: str = ""


class Professional(Listing):
    """Somebody whom an officer can call: with his role, of which organisation, for which facility or district.

    `moved_at` is when the map last said that he does not work any more where he did.
    """

    privacy = Declaration(
        shared=Shared.DOMAIN,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} ref municipality role organisation facility district version ended_on moved_at "
        "submission",
        personal="name phone email note",
    )
    added, changed, ended = Verb.PROFESSIONAL_ADDED, Verb.PROFESSIONAL_CHANGED, Verb.PROFESSIONAL_ENDED

    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=ProfessionalRole.choices)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="professionals"
    )
    facility = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="working_there"
    )

    moved_at = models.DateTimeField(null=True, blank=True)

    objects = ListingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="partners_professional_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="partners_professional_role_we_know", condition=Q(role__in=ProfessionalRole.values)
            ),
        ]

    @property
    def account(self) -> ProfessionalAccount:
        """What is told of him now."""
        return ProfessionalAccount(
            **{name: getattr(self, name) for name in ProfessionalAccount.__dataclass_fields__}
        )

    def _moving(self, changed: Mapping[str, Any], *, at: datetime) -> dict[str, Any]:
        """Who leaves an organisation or a facility moves; who was nowhere yet does not."""
        left = [name for name in ("organisation", "facility") if name in changed and getattr(self, name)]
        return {"moved_at": at} if left else {}

    @classmethod
    def told(cls, account: ProfessionalAccount, municipality: Municipality) -> dict[str, Any]:
        """Field name → value as it is stored; raises NotValid beside the field that cannot be."""
        check_name(tidy(account.name))
        if account.organisation and account.organisation.municipality_id not in (None, municipality.pk):
            raise NotValid("Deze organisatie staat op een andere kaart.", field="organisation")
        if account.facility and not account.facility.is_facility:
            raise NotValid("Dit is geen inrichting.", field="facility")
        details = {
            "name": tidy(account.name),
            "district": tidy(account.district),
            "phone": clean_phone(account.phone),
            "email": checked_email(account.email),
            "note": tidy_lines(account.note),
        }
        return cls.fitting(vars(account) | details)
