"""An indicator: what a municipality measures by, or a line of the whole country to read its figures beside."""

import uuid
from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.db.models import Q

from regie.accounts.enums import Permission
from regie.accounts.models import Municipality
from regie.accounts.rules import check_may, where_may
from regie.base.actors import Actor
from regie.base.errors import NotValid
from regie.base.facts import Recorded
from regie.base.submissions import once
from regie.indicators.enums import IndicatorKind
from regie.indicators.rules import LONGEST_NAME, LONGEST_SAID, NATION
from regie.privacy.actions import journal
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared
from regie.privacy.enums import Verb


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    """Questions about indicators."""

    def visible_to(self, viewer: Actor) -> Self:
        """Those of the municipalities where this viewer reads them, and what is shipped for the whole country."""
        where = where_may(viewer, Permission.READ_INDICATORS)
        if not where:
            return self.none()
        return self.filter(Q(municipality__in=where) | Q(municipality__isnull=True))

    def in_order(self) -> Self:
        """As they are read: of one kind together, by name."""
        return self.select_related("municipality").order_by("kind", "name", "pk")


class Indicator(Recorded):
    """Its name, where it comes from (`text`) and what it is not (`caution`); what it counts says its definition.

    Without a definition nothing can be measured by it. `road` says what of the guidance does touch it. One of no
    municipality is shipped with Regie; `code` is its name in our files.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.SETTING,
        ordinary=f"{RECORDED} ref municipality code kind name text caution road submission",
    )

    ref = models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, blank=True, related_name="+")
    code = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=20, choices=IndicatorKind.choices)
    name = models.CharField(max_length=LONGEST_NAME)
    text = models.TextField(max_length=LONGEST_SAID, blank=True)
    caution = models.TextField(max_length=LONGEST_SAID, blank=True)
    road = models.TextField(max_length=LONGEST_SAID, blank=True)
    submission = models.UUIDField(null=True, blank=True, unique=True)

    objects = IndicatorQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="indicators_indicator_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="indicators_indicator_kind_we_know", condition=Q(kind__in=IndicatorKind.values)
            ),
            models.CheckConstraint(
                name="indicators_indicator_of_the_country_is_ours",
                condition=Q(municipality__isnull=False) | ~Q(code=""),
            ),
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="indicators_indicator_one_of_a_code"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def chain(self) -> str:
        """Of whom the journal says what is done to it."""
        return self.municipality.cbs_code if self.municipality else NATION

    @classmethod
    def add(
        cls,
        *,
        municipality: Municipality,
        name: str,
        text: str = "",
        caution: str = "",
        submission: uuid.UUID | None = None,
        by: Actor,
        at: datetime,
    ) -> "Indicator":
        """A municipality measures by something of its own; raises NotAllowed, or NotValid beside the field."""
        check_may(by, Permission.KEEP_INDICATORS, municipality.pk)
        told = {"name": " ".join(name.split()), "text": text.strip(), "caution": caution.strip()}
        _check(told)

        def make() -> "Indicator":
            if cls.objects.filter(municipality=municipality, name__iexact=told["name"]).exists():
                raise NotValid("Er is al een indicator met deze naam.", field="name")
            with transaction.atomic():
                made = cls.objects.create(
                    municipality=municipality,
                    kind=IndicatorKind.MEASURE,
                    submission=submission,
                    **told,
                    **cls.stamp(by=by, at=at),
                )
                made.journal(
                    Verb.INDICATOR_ADDED, [name for name, said in told.items() if said], by=by, at=at
                )
            return made

        return once(cls, submission, make)

    def journal(self, verb: Verb, fields: list[str], *, by: Actor, at: datetime) -> None:
        """Writes down what was done to it."""
        journal(verb, chain=self.chain, subject=self.ref, fields=fields, by=by, at=at)


def _check(told: dict[str, str]) -> None:
    if not told["name"]:
        raise NotValid("Vul dit in.", field="name")
    for name, words in told.items():
        longest = LONGEST_NAME if name == "name" else LONGEST_SAID
        if len(words) > longest:
            raise NotValid(f"Dit is te lang: hoogstens {longest} tekens.", field=name)
