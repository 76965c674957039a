"""An intervention of a programme: what one plan page is about."""

import uuid
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import check_may, where_may
from regie.base.actors import Actor
from regie.base.errors import NotValid
from regie.base.facts import Kept, KeptQuerySet
from regie.base.submissions import once
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb

RIO = "rio"
LONGEST_NAME = 120


class InterventionQuerySet(KeptQuerySet):
    """Questions about interventions."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the municipalities whose programme he may read."""
        return self.filter(municipality__in=where_may(viewer, Permission.READ_PROGRAMME))


class Intervention(Kept):
    """Something that a municipality does within its programme, since a day; `code` names it in public addresses."""

    kept = "An intervention stays as it began: what is written of it are its blocks."

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} ref municipality code name since submission",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="+")
    code = models.SlugField(max_length=60)
    name = models.CharField(max_length=LONGEST_NAME)
    since = models.DateField()
    submission = models.UUIDField(null=True, blank=True, unique=True)

    objects = InterventionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="programme_intervention_one_of_a_code", fields=["municipality", "code"]
            ),
            models.CheckConstraint(
                name="programme_intervention_has_a_name", condition=~Q(name="") & ~Q(code="")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def begin(
        cls,
        *,
        municipality: Municipality,
        code: str,
        name: str,
        since: date,
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "Intervention":
        """A page of it can be written from now on; one sending is once. Raises NotAllowed or NotValid."""
        check_may(by, Permission.KEEP_PROGRAMME, municipality.pk)
        if not name.strip() or not code:
            raise NotValid("Vul een naam in, met letters.", field="name")

        def make() -> Intervention:
            with transaction.atomic():
                Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
                told: dict[str, Any] = {"municipality": municipality, "code": code}
                if cls.objects.filter(**told).exists():
                    raise NotValid(f"{name} staat al in het programma.", field="name")
                told |= {"name": name, "since": since, "submission": submission}
                made: Intervention = cls.objects.create(**told, **cls.stamp(by=by, at=at))
                made.journal(Verb.INTERVENTION_BEGUN, made.ref, ["code", "name", "since"], by=by, at=at)
            return made

        return once(cls, submission, make)

    @property
    def guides(self) -> bool:
        """Whether it is the work of the re-integratieofficier, whose young people are counted."""
        return self.code == RIO

    def check_kept_by(self, by: Actor) -> None:
        """Raises NotAllowed when he does not keep the programme here."""
        check_may(by, Permission.KEEP_PROGRAMME, self.municipality_id)

    def hold(self) -> None:
        """Two people at once: the second waits here, and then sees what the first did."""
        Intervention.objects.select_for_update(no_key=True).get(pk=self.pk)

    def journal(self, verb: Verb, subject: uuid.UUID, fields: list[str], *, by: Actor, at: datetime) -> None:
        """Writes down what was done to its page."""
        journal(verb, chain=self.municipality.cbs_code, subject=subject, fields=fields, by=by, at=at)
